// Cash from one till to another in the real Electron, by keyboard: under way in no drawer, accepted once with the slip's
// code, and certain at the sender with the receiver's characters.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { button, heading } from "./clerk.ts";
import { type Colleague, sitDown, startOffice } from "./counterStaff.ts";
import type { RunningApp } from "./electron.ts";
import { tabTo } from "./keyboard.ts";
import { pressButton } from "./tillSteps.ts";

const BESA: Colleague = { name: "Besa", role: "supervisor", pin: "630284" };

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "counterfoil-transfer-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function start(till: string): Promise<RunningApp> {
  const running = await startOffice({ folder: join(folder, till), staff: [BESA], till });
  await sitDown(running.page, BESA);
  return running;
}

const openTill = (page: Page, floatMinor: number) =>
  page.evaluate((float) => window.counterfoil.till.open({ floatMinor: float }), floatMinor);

async function expected(page: Page) {
  const reply = await page.evaluate(() => window.counterfoil.till.status({}));
  if (!reply.ok) throw new Error(reply.error.message);
  return { expectedMinor: reply.value.expectedMinor, underWayMinor: reply.value.underWayMinor };
}

async function toTill(page: Page): Promise<void> {
  await page.keyboard.press("F8");
  await expect(heading(page, "Till")).toBeVisible();
  await expect(button(page, "Cash in")).toBeFocused();
}

/** Gives the code of the slip. */
async function handOver(page: Page): Promise<string> {
  await toTill(page);
  await pressButton(page, "Hand cash over");
  await expect(page.getByLabel("Amount", { exact: true })).toBeFocused();
  await page.keyboard.type("7000");
  await tabTo(page, page.getByRole("radio", { name: "The safe" }));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByLabel("Which till"));
  await page.keyboard.type("Tirana 12 T4");
  await page.keyboard.press("Enter");
  await expect(heading(page, /^Transfer /)).toBeVisible();
  return (await page.getByText(/^TRAINING-[0-9A-Z-]+$/).textContent()) ?? "";
}

async function accept(page: Page, amount: string, code: string): Promise<void> {
  await toTill(page);
  await pressButton(page, "Accept cash");
  await expect(page.getByLabel("Counted here")).toBeFocused();
  await page.keyboard.type(amount);
  await tabTo(page, page.getByLabel("Code of the slip"));
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
}

test("seven thousand go from till to till and are never in two drawers, nor missing from one", async () => {
  const sender = await start("T3");
  await openTill(sender.page, 30_000_00);
  const code = await handOver(sender.page);
  expect(await expected(sender.page)).toEqual({ expectedMinor: 23_000_00, underWayMinor: 7_000_00 });
  await toTill(sender.page);
  await expect(sender.page.getByRole("row", { name: /^Under way/ })).toContainText("7,000.00");
  await sender.app.close();

  const receiver = await start("T4");
  await openTill(receiver.page, 1_000_00);
  // A slip of the pen, then another sum than the slip's: nothing is taken in.
  await accept(receiver.page, "7000", `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`);
  await expect(receiver.page.getByText("This is not the code of a slip for this till.")).toBeVisible();
  await accept(receiver.page, "700", code);
  await expect(receiver.page.getByText("The slip names another sum.")).toBeVisible();
  expect(await expected(receiver.page)).toEqual({ expectedMinor: 1_000_00, underWayMinor: 0 });
  await accept(receiver.page, "7000", code);
  await expect(receiver.page.getByText("7,000.00 ALL is in this drawer now.")).toBeVisible();
  expect(await expected(receiver.page)).toEqual({ expectedMinor: 8_000_00, underWayMinor: 0 });
  const given = await receiver.page.evaluate(() => window.counterfoil.till.transfers({}));
  const acknowledgement = given.ok ? (given.value.transfers[0]?.acknowledgement ?? "") : "";
  await expect(receiver.page.getByText(acknowledgement, { exact: true })).toBeVisible();
  await accept(receiver.page, "7000", code);
  await expect(receiver.page.getByText("This slip was accepted here already.")).toBeVisible();
  expect(await expected(receiver.page)).toEqual({ expectedMinor: 8_000_00, underWayMinor: 0 });
  await receiver.app.close();

  const again = await start("T3");
  await toTill(again.page);
  await pressButton(again.page, "Transfers");
  await expect(again.page.getByLabel("Type to filter")).toBeFocused();
  await again.page.keyboard.press("ArrowDown");
  await again.page.keyboard.press("Enter");
  await tabTo(again.page, again.page.getByLabel("Characters of the other till"));
  await again.page.keyboard.type("ABCD");
  await again.page.keyboard.press("Enter");
  await expect(again.page.getByText("These are not the characters that the other till shows.")).toBeVisible();
  await tabTo(again.page, again.page.getByLabel("Characters of the other till"));
  await again.page.keyboard.press("Control+A");
  await again.page.keyboard.type(acknowledgement);
  await again.page.keyboard.press("Enter");
  await expect(again.page.getByText(/^Accepted, /)).toBeVisible();
  expect(await expected(again.page)).toEqual({ expectedMinor: 23_000_00, underWayMinor: 0 });
  await again.app.close();
});
