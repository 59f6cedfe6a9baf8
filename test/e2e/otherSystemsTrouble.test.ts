// Trouble with the other systems at the counter in the real Electron, by keyboard alone: a person who is stopped, a change
// without an answer, a connection that does not work, and a table of codes.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";
import { button, heading } from "./clerk.ts";
import { launch, type RunningApp } from "./electron.ts";
import { tabTo, typeFields } from "./keyboard.ts";
import { lenderLoans } from "./lenderBooks.ts";

const MIRA = "I45612378K";
const INVESTIGATED = "784198012345673";

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-trouble-"));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function start(): Promise<RunningApp> {
  const running = await launch({ dataDir, args: ["--training"] });
  await expect(heading(running.page, "Today")).toBeVisible();
  return running;
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

async function lookUp(page: Page, idNumber: string): Promise<void> {
  await page.keyboard.press("F6");
  await expect(page.getByLabel("ID type")).toBeFocused();
  await page.keyboard.type("4");
  await page.keyboard.press("Tab");
  await page.keyboard.type(idNumber);
  await page.keyboard.press("Enter");
}

async function mobileAtRegister(): Promise<string> {
  const text = await readFile(join(dataDir, "training", "providers", "drap-books.json"), "utf8");
  const books = z.object({
    entries: z.object({
      customers: z.array(
        z.object({ idNumber: z.string(), fields: z.object({ primary_mobile_number: z.string() }) }),
      ),
    }),
  });
  const found = books.parse(JSON.parse(text)).entries.customers.find(({ idNumber }) => idNumber === MIRA);
  return found?.fields.primary_mobile_number ?? "";
}

test("an application for a person whom the register stops is not sent, and nobody learns why", async () => {
  const { app, page } = await start();
  await lookUp(page, INVESTIGATED);
  await expect(page.getByText("This customer cannot be served here at the moment")).toBeVisible();
  const before = await lenderLoans(dataDir);
  await page.keyboard.press("F2");
  await expect(page.getByLabel("Loan amount")).toBeFocused();
  await typeFields(page, [
    ...["12500", "10", INVESTIGATED, "AB 1234567", "31.12.1990", "Petrov", "Dragan", "Ion"],
    ...["0691234567", "022123456", "Tirana", "Strada Florilor", "14", ""],
    ...["Maria Petrova", "sister", "0697654321"],
  ]);
  await page.keyboard.press("Control+Enter");
  await expect(heading(page, "Is everything right?")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel("PIN", { exact: true })).toHaveAccessibleDescription(
    /This customer cannot be served here at the moment. Do not go on with an application. Ask your supervisor./,
  );
  await expect(page.getByRole("main")).not.toContainText(/investigat|compliance|blocked/i);
  expect(await lenderLoans(dataDir)).toEqual(before);
  await app.close();
});

test("a change without an answer is read back field by field, and decided by a person who has asked", async () => {
  const { app, page } = await start();
  await lookUp(page, MIRA);
  await tabTo(page, button(page, "Correct or complete the data"));
  await page.keyboard.press("Enter");
  const known = await mobileAtRegister();
  await expect(page.getByLabel("Mobile number", { exact: true })).toHaveValue(known);
  await fill(page, "Mobile number", "+355697777777");
  await page.evaluate(() =>
    window.counterfoil.training.misbehave({ providerId: "drap", kind: "resetBeforeBooking", times: 1 }),
  );
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Sent, no answer" })).toBeVisible();
  expect(await mobileAtRegister()).toBe(known);

  await lookUp(page, MIRA);
  const doubts = page.getByRole("region", { name: "Registrations without an answer" });
  await expect(doubts).toContainText(`Document ${MIRA}`);
  await tabTo(page, doubts.getByRole("button", { name: "Look up now" }));
  await page.keyboard.press("Enter");
  await expect(doubts).toContainText("The register still shows other values: Mobile number.");
  await tabTo(page, doubts.getByRole("button", { name: "What the register says" }));
  await page.keyboard.press("Enter");
  await tabTo(page, doubts.getByRole("radio", { name: "It arrived" }));
  await page.keyboard.press("ArrowRight");
  await expect(doubts.getByRole("radio", { name: "It never arrived" })).toBeChecked();
  await fill(page, "Who said it, and when", "Ms Hoxha, by phone at 10:40");
  await page.keyboard.press("Enter");
  await expect(doubts).toHaveCount(0);
  const entries = await page.evaluate(() =>
    window.counterfoil.journal.search({ kinds: ["customer.doubtDecided"] }),
  );
  expect(entries).toMatchObject({ ok: true, value: { total: 1 } });
  await app.close();
});

test("a test of the connection says what is wrong, the table of codes is kept, and no secret is shown", async () => {
  const { app, page } = await start();
  const open = async (name: string) => {
    await page.keyboard.press("Control+K");
    await page.keyboard.type("Settings");
    await expect(page.getByRole("listbox").getByRole("option").first()).toContainText("Settings");
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("tab", { selected: true }));
    const systems = page.getByRole("tab", { name: "Systems" });
    for (let presses = 0; presses < 12; presses += 1) {
      if ((await systems.getAttribute("aria-selected")) === "true") break;
      await page.keyboard.press("ArrowDown");
    }
    await expect(systems).toHaveAttribute("aria-selected", "true");
    const row = page.getByRole("row", { name: new RegExp(name) });
    await tabTo(page, page.locator("tr[tabindex='0']"));
    for (let presses = 0; presses < 5; presses += 1) {
      if (await row.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("ArrowDown");
    }
    await expect(row).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Name on the screens")).toHaveValue(`${name} (training)`);
  };
  const result = page.getByRole("status").filter({ hasText: /answers/ });

  await open("Apollo");
  await expect(page.getByLabel("API key")).toHaveValue("");
  await expect(page.getByLabel("API key")).toHaveAccessibleDescription("Kept as it is when left empty");
  await fill(page, "Partner tag", "OTHER");
  await page.keyboard.press("Enter");
  await expect(result).toContainText("It answers, and refuses.");
  await expect(result).toContainText("Apollo does not know the partner tag in this office’s settings.");
  await expect(result).toContainText("It says: “Invalid partner tag”");
  await fill(page, "Client secret", "wrong");
  await page.keyboard.press("Enter");
  await expect(result).toContainText("It answers, and does not accept this office’s credentials.");
  await expect(result).toContainText("The system does not accept the client id or the client secret.");
  await expect(page.getByLabel("Client secret")).not.toHaveValue(/training/);

  await open("DRAP");
  const codes = page.getByRole("group", { name: "Error codes" });
  await expect(codes.getByRole("textbox")).toHaveCount(10);
  await tabTo(page, codes.getByRole("button", { name: "Add a code" }));
  await page.keyboard.press("Enter");
  await expect(codes.getByRole("textbox").last()).toBeFocused();
  await page.keyboard.type("45101");
  await expect(codes).toContainText("This code stands above already.");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("49999");
  await page.keyboard.press("Tab");
  await page.keyboard.press("b");
  await tabTo(page, button(page, "Save and test the connection"));
  await page.keyboard.press("Enter");
  await expect(result).toContainText("Credentials and address are right.");
  const kept = await page.evaluate(() => window.counterfoil.setup.providers());
  const drap = kept.ok ? kept.value.providers.find(({ id }) => id === "drap") : undefined;
  expect(drap?.settings["errorCodes"]).toMatchObject({ 45101: "notFound", 49999: expect.any(String) });
  expect(JSON.stringify(kept)).not.toContain("training-password");
  await app.close();
});
