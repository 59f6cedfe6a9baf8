// Bad days at the till in the real Electron: each ends in a state that the screen says in words, with a way on.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ElectronApplication, expect, type Page, test } from "@playwright/test";
import { apply, button, heading, signAgreement } from "./clerk.ts";
import { type Colleague, changeTo, sitDown, startOffice, tillFolder } from "./counterStaff.ts";
import { tabTo } from "./keyboard.ts";
import { pressButton } from "./tillSteps.ts";

const ANA: Colleague = { name: "Ana", role: "admin", pin: "274913" };
const CELIK: Colleague = { name: "Celik", role: "cashier", pin: "519027" };

let folder: string;
let app: ElectronApplication;
let page: Page;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "counterfoil-baddays-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

async function start(zone?: string): Promise<void> {
  const limits = { idleLockSeconds: 3_600 };
  const options = { folder, staff: [ANA, CELIK], limits, ...(zone === undefined ? {} : { zone }) };
  ({ app, page } = await startOffice(options));
}

const openTill = () => page.evaluate(() => window.counterfoil.till.open({ floatMinor: 3_000_000 }));

async function toCount(): Promise<void> {
  await page.keyboard.press("F8");
  await expect(heading(page, "Till")).toBeVisible();
  await pressButton(page, "Count and close");
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toBeFocused();
}

test("a shift whose day is over, opened by somebody who left, is counted and closed by anybody", async () => {
  await start("Etc/GMT+11");
  await sitDown(page, CELIK);
  await openTill();
  await app.close();

  await start("Etc/GMT-13");
  await sitDown(page, ANA);
  await page.evaluate(() => window.counterfoil.staff.save({ name: "Celik", role: "cashier", active: false }));
  await page.keyboard.press("F8");
  await expect(page.getByText(/This shift is of \d\d\.\d\d\.2026: its day is over\./)).toBeVisible();
  await expect(page.getByText("Celik, who opened this shift, no longer works here.")).toBeVisible();
  await toCount();
  await page.keyboard.type("3");
  await pressButton(page, "The count is done");
  await expect(page.getByText("The count is right.")).toBeVisible();
  await expect(button(page, "Close the till")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Shift report (Z)")).toBeVisible();
  await app.close();
});

test("a count that is being typed comes back to whoever typed it, after a colleague and after a crash", async () => {
  await start();
  await sitDown(page, CELIK);
  await page.keyboard.press("F8");
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toBeFocused();
  // A float that is half counted, and left at once: its last figure is not in a draft yet.
  await page.keyboard.type("3");
  await changeTo(page, ANA);
  await page.keyboard.press("F8");
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toBeFocused();
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toHaveValue("");
  await changeTo(page, CELIK);
  await page.keyboard.press("F8");
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toHaveValue("3");
  await expect(page.getByText(/^Typed until \d\d:\d\d and not finished/)).toBeVisible();
  await pressButton(page, "Open the till");
  await expect(button(page, "Count and close")).toBeVisible();

  await toCount();
  // What was counted for the float is no count of this shift.
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toHaveValue("");
  await page.keyboard.type("2");
  await tabTo(page, page.getByLabel("Other cash"));
  await page.keyboard.type("12.50");
  await expect
    .poll(() => page.evaluate(() => window.counterfoil.drafts.get({ form: "drawerCount" })))
    .toMatchObject({ value: { fields: { other: "12.50" } } });
  app.process().kill("SIGKILL");
  await app.close().catch(() => undefined);

  await start();
  await sitDown(page, CELIK);
  await toCount();
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toHaveValue("2");
  await expect(page.getByLabel("Other cash")).toHaveValue("12.50");
  await pressButton(page, "Empty the fields");
  await expect(page.getByLabel("Other cash")).toHaveValue("");
  await tabTo(page, page.getByLabel("Pieces of 10,000 ALL"), "Shift+Tab");
  await page.keyboard.type("3");
  await pressButton(page, "The count is done");
  await expect(page.getByText("The count is right.")).toBeVisible();
  // It is in the journal now, and no draft any more.
  const draft = await page.evaluate(() => window.counterfoil.drafts.get({ form: "drawerCount" }));
  expect(draft).toMatchObject({ ok: true, value: { fields: null } });
  await app.close();
});

test("a count below zero is no count, and a difference without a second person is signed later", async () => {
  await start();
  await sitDown(page, ANA);
  await page.evaluate(() => window.counterfoil.staff.save({ name: "Celik", role: "cashier", active: false }));
  await openTill();
  await toCount();
  await page.keyboard.type("-3");
  await expect(page.getByText("A number of pieces has digits only.")).toBeVisible();
  await pressButton(page, "The count is done");
  await expect(heading(page, "Count and close")).toBeVisible();
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("2");
  await pressButton(page, "The count is done");
  await expect(page.getByText("10,000.00 ALL less than there should be.")).toBeVisible();
  await expect(page.getByText("1 × 10,000 ALL overlooked would explain it.")).toBeVisible();
  await page.keyboard.type("Not found");
  await tabTo(page, page.getByRole("checkbox", { name: "Sign later" }));
  await page.keyboard.press("Space");
  await pressButton(page, "Close the till");
  await expect(heading(page, "Shift report (Z)")).toBeVisible();
  await expect(page.getByText("still to be signed")).toBeVisible();
  await app.close();
});

test("with a payout begun and not ended nothing is counted, and one key leads to it", async () => {
  await start();
  await sitDown(page, ANA);
  await openTill();
  const counter = { app, page, dataDir: tillFolder(folder), picture: async () => undefined };
  const loanRef = await apply(counter);
  await signAgreement(counter, loanRef);
  await page.evaluate(async (reference) => {
    await window.counterfoil.training.decide({ loanRef: reference, decision: "authorise" });
    const found = await window.counterfoil.loans.list({});
    const loanId = found.ok ? (found.value.loans[0]?.loanId ?? "") : "";
    await window.counterfoil.loans.refresh({ loanId });
    const check = await window.counterfoil.payouts.check({ loanId });
    if (check.ok)
      await window.counterfoil.payouts.begin({ checkId: check.value.checkId, clientPin: "1987654321123" });
  }, loanRef);
  await toCount();
  await page.keyboard.type("3");
  await pressButton(page, "The count is done");
  await expect(page.getByRole("alert")).toContainText("Payouts begun without an end");
  await pressButton(page, "Settle the payout");
  await expect(heading(page, new RegExp(loanRef))).toBeVisible();
  await app.close();
});
