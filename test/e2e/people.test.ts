// People at one counter in the real Electron, by keyboard: taking over, locked out, a code from elsewhere, signing later.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ElectronApplication, expect, type Page, test } from "@playwright/test";
import { codeOf } from "../agent/codes.ts";
import { trainingKeyring, withPin } from "../agent/storedPin.ts";
import { button, heading } from "./clerk.ts";
import { launch } from "./electron.ts";
import { tabTo, watchForMouse } from "./keyboard.ts";

const ANA = { name: "Ana", role: "admin", pin: "274913" };
const BESA = { name: "Besa", role: "supervisor", pin: "630284" };
const CELIK = { name: "Celik", role: "cashier", pin: "519027" };
const LOAN = "80001";

let dataDir: string;
let app: ElectronApplication;
let page: Page;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-people-"));
});
test.afterEach(async () => {
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** An office that was rolled out from a file, with the training lenders behind it. */
async function start(staff: readonly object[]): Promise<void> {
  const provision = join(dataDir, "provision.json");
  const office = { office: "Tirana 12", till: "T3", currency: "ALL", language: "en", training: true };
  await writeFile(provision, JSON.stringify({ ...office, staff, providers: [] }));
  await open([`--provision=${provision}`]);
}

async function open(args: string[] = []): Promise<void> {
  ({ app, page } = await launch({ dataDir: join(dataDir, "till"), args }));
  await expect(heading(page, "Who is at the counter?")).toBeVisible();
}

/** For looking at: only where somebody asked for pictures. */
async function picture(name: string): Promise<void> {
  const folder = process.env.COUNTERFOIL_PICTURES;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `people-${name}.png`) });
}

const press = (key: string) => page.keyboard.press(key);
const marked = () => page.getByRole("list", { name: "Staff" }).locator('[aria-pressed="true"]');

async function choose(name: string): Promise<void> {
  await expect(page.getByRole("list", { name: "Staff" }).locator(":focus")).toHaveCount(1);
  for (let step = 0; step < 3 && !(await marked().textContent())?.startsWith(name); step += 1)
    await page.keyboard.type(name.charAt(0));
  await expect(marked()).toContainText(name);
}

async function signIn({ name, pin }: { name: string; pin: string }): Promise<void> {
  await choose(name);
  await press("Enter");
  await page.keyboard.type(pin);
  await press("Enter");
  await expect(page.getByRole("banner").getByRole("button", { name: new RegExp(`^${name},`) })).toBeVisible();
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
}

/** The core's own doors, for what other tests walk through by hand. */
const openTill = () => page.evaluate(() => window.counterfoil.till.open({ floatMinor: 2_000_000 }));

async function approveWithCode(name: string, code: string): Promise<void> {
  const second = page.getByRole("group", { name: "Second person" });
  await tabTo(page, second.getByRole("radio", { name: "PIN at this counter" }));
  await press("ArrowDown");
  await expect(second.getByRole("radio", { name: "One-time code from elsewhere" })).toBeChecked();
  await tabTo(page, second.getByLabel("Name"));
  await page.keyboard.type(name);
  await tabTo(page, second.getByRole("textbox", { name: "One-time code" }));
  await page.keyboard.type(code);
}

test("one key makes room for a colleague, and what was typed comes back to its owner alone", async () => {
  await start([ANA, BESA, CELIK]);
  await signIn(CELIK);
  const mouse = await watchForMouse(page);
  await openTill();
  await press("F3");
  await expect(page.getByLabel("Loan reference")).toBeFocused();
  await page.keyboard.type(LOAN);
  await press("Enter");
  await expect(page.getByLabel("Amount", { exact: true })).toBeFocused();
  await page.keyboard.type("1095,68", { delay: 80 });
  // At once: the last letter is not in its draft yet.
  await press("Control+L");
  await expect(page.getByText("The counter is free for somebody else.")).toBeVisible();
  // Somebody else is expected now.
  await expect(marked()).toContainText("Ana");
  await picture("switched");
  await signIn(BESA);
  await press("F3");
  await expect(page.getByLabel("Loan reference")).toBeFocused();
  await expect(page.getByText("was being typed")).toHaveCount(0);
  await press("Control+L");
  await signIn(CELIK);
  await press("F3");
  await expect(page.getByText(`A repayment for loan ${LOAN} was being typed`)).toBeVisible();
  await tabTo(page, button(page, "Go on with it"));
  await press("Enter");
  await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("1095,68");
  expect(await mouse.count()).toBe(0);
});

for (const event of ["lock-screen", "suspend"] as const)
  test(`the computer's own ${event} covers the counter, and its owner finds everything as it was`, async () => {
    await start([ANA, BESA, CELIK]);
    await signIn(CELIK);
    await openTill();
    await press("F3");
    await expect(page.getByLabel("Loan reference")).toBeFocused();
    await page.keyboard.type(LOAN);
    await app.evaluate(({ powerMonitor }, name) => {
      powerMonitor.emit(name);
    }, event);
    await expect(page.getByText("The computer was locked. What was typed is still there.")).toBeVisible();
    await expect(page.getByRole("main")).toHaveCount(1);
    await expect(marked()).toContainText("Celik");
    await signIn(CELIK);
    await expect(page.getByLabel("Loan reference")).toHaveValue(LOAN);
  });

test("wrong PINs lock a name before everybody's eyes, and a supervisor opens it at the counter", async () => {
  await start([ANA, BESA, CELIK]);
  await choose("Celik");
  await press("Enter");
  for (let tries = 1; tries <= 5; tries += 1) {
    await page.keyboard.type("000001");
    await press("Enter");
    if (tries < 5) await expect(page.getByLabel("PIN of Celik")).toHaveValue("");
  }
  await expect(page.getByText(/Celik may try again in 0:[345]\d/)).toBeVisible();
  await picture("locked-out");
  await tabTo(page, button(page, "Ask a supervisor"));
  await press("Enter");
  const second = page.getByRole("group", { name: "Second person" });
  await expect(second).toContainText("Opening a locked name again");
  await tabTo(page, second.getByLabel("Name"));
  await page.keyboard.type("Besa");
  await tabTo(page, second.getByLabel("PIN", { exact: true }));
  await page.keyboard.type(BESA.pin);
  await picture("unlocking");
  await press("Enter");
  await expect(page.getByLabel("PIN of Celik")).toBeVisible();
  await tabTo(page, page.getByLabel("PIN of Celik"));
  await page.keyboard.type(CELIK.pin);
  await press("Enter");
  await expect(heading(page, "Today")).toBeVisible();
});

test("a supervisor's telephone is set up on the screen, and its code changes a limit from elsewhere, once", async () => {
  await start([ANA, BESA, CELIK]);
  await signIn(BESA);
  await press("Control+K");
  await page.keyboard.type("Settings");
  await press("Enter");
  await tabTo(page, button(page, "Set up my telephone"));
  await press("Enter");
  await expect(page.getByLabel("Your PIN")).toBeFocused();
  await page.keyboard.type(BESA.pin);
  await press("Enter");
  await expect(page.getByRole("img", { name: "Square code for the authenticator app" })).toBeVisible();
  const shown = await page.getByText("Or type this key into the app").locator("b").textContent();
  const secret = (shown ?? "").replaceAll(" ", "");
  await picture("telephone");
  await page.keyboard.type(codeOf(secret, Date.now() - 30_000));
  await press("Enter");
  await expect(page.getByText("Your telephone gives one-time codes from now on.")).toBeVisible();
  await press("Control+L");

  await signIn(ANA);
  await press("Control+K");
  await page.keyboard.type("Settings");
  await press("Enter");
  const limits = page.getByRole("tab", { name: "Limits" });
  await tabTo(page, page.getByRole("tab", { name: "Office and till" }));
  while ((await limits.getAttribute("aria-selected")) !== "true") await press("ArrowDown");
  const hours = page.getByLabel("Sign in again after");
  await tabTo(page, hours);
  await press("Control+A");
  await page.keyboard.type("8");
  await press("Enter");
  await expect(page.getByRole("group", { name: "Second person" })).toContainText("Changing a limit");
  const code = codeOf(secret, Date.now());
  await approveWithCode("Besa", code);
  await picture("code");
  await press("Enter");
  await expect(page.getByText("Saved.")).toBeVisible();
  const office = await page.evaluate(() => window.counterfoil.setup.get());
  expect(office).toMatchObject({ ok: true, value: { limits: { sessionHours: 8 } } });

  await tabTo(page, hours, "Shift+Tab");
  await press("Control+A");
  await page.keyboard.type("9");
  await press("Enter");
  await approveWithCode("Besa", code);
  await press("Enter");
  await expect(page.getByText("the code was used already").first()).toBeVisible();
});

test("what somebody did alone waits with a number until a supervisor signs for it", async () => {
  await start([{ ...BESA, role: "admin" }, CELIK]);
  await signIn(BESA);
  await openTill();
  const closed = await page.evaluate(
    async (ana) => {
      const report = await window.counterfoil.till.close({
        counts: [{ denominationMinor: 100_000, pieces: 19 }],
        note: "A thousand is missing.",
        approval: { later: true },
      });
      return [report.ok, (await window.counterfoil.staff.save(ana)).ok];
    },
    { ...ANA, role: "supervisor" } as const,
  );
  expect(closed).toEqual([true, true]);
  await press("Control+L");
  await signIn(ANA);
  const task = page.getByRole("navigation").getByRole("button", { name: "To be signed" });
  await expect(task).toContainText("1");
  await press("Control+K");
  await page.keyboard.type("To be signed");
  await press("Enter");
  await expect(heading(page, "To be signed")).toBeVisible();
  const row = page.getByRole("row", { name: /Closing the till with a difference/ });
  await expect(row).toContainText("Besa");
  await picture("to-be-signed");
  await tabTo(page, row);
  await press("Enter");
  const question = page.getByRole("dialog");
  await expect(question).toContainText("without a second person");
  await page.keyboard.type("We counted together.");
  await picture("signing");
  await tabTo(page, question.getByRole("button", { name: "Sign", exact: true }));
  await press("Enter");
  await expect(page.getByText("Signed. It stands in the journal with both names.")).toBeVisible();
  await expect(page.getByText(/Signed by Ana/)).toBeVisible();
  await expect(task).not.toContainText("1");
  await picture("signed");
});

test("a PIN of an older rule opens the counter once more, through a new one", async () => {
  await start([ANA, CELIK]);
  await app.close();
  await withPin(join(dataDir, "till", "training"), "Celik", "4821", trainingKeyring);
  await open();
  await choose("Celik");
  await press("Enter");
  await page.keyboard.type("4821");
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Choose a new PIN first" })).toBeVisible();
  const newPin = page.getByLabel("New PIN", { exact: true });
  await expect(newPin).toBeFocused();
  await page.keyboard.type("121212");
  await press("Tab");
  await page.keyboard.type("121212");
  await press("Enter");
  await expect(newPin).toBeFocused();
  await expect(newPin).toHaveAccessibleDescription(/too easy to guess/);
  await picture("new-pin");
  await press("Control+A");
  await page.keyboard.type("730264");
  await press("Tab");
  await press("Control+A");
  await page.keyboard.type("730264");
  await press("Enter");
  await expect(heading(page, "Today")).toBeVisible();
  await press("Control+L");
  await signIn({ name: "Celik", pin: "730264" });
});
