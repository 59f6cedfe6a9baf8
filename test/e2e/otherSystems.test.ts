// The other four systems at the counter in the real Electron, by keyboard alone: what the clerk sees, against their books.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { z } from "zod";
import { launch, type RunningApp } from "./electron.ts";

const ID_TYPE = "4";
/** No training register knows it. */
const NEW_ID = "784198012345699";
const BLOCKED_ID = "784198012345672";
const INVESTIGATED_ID = "784198012345673";
/** Nearly repaid: half of its last instalment is owed. */
const LOAN = "80002";

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-others-"));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function start(): Promise<RunningApp> {
  const running = await launch({ dataDir, args: ["--training"] });
  await expect(running.page.getByRole("heading", { name: "Today" })).toBeVisible();
  return running;
}

/** What the other side itself has in its books, in its own file. */
async function booksOf<Entries>(kind: string, entries: z.ZodType<Entries>): Promise<Entries> {
  const text = await readFile(join(dataDir, "training", "providers", `${kind}-books.json`), "utf8");
  return z.object({ entries }).parse(JSON.parse(text)).entries;
}

const register = z.object({ customers: z.array(z.object({ idNumber: z.string(), fields: z.unknown() })) });
const registered = async (idNumber: string) =>
  (await booksOf("drap", register)).customers.filter((customer) => customer.idNumber === idNumber);

const accountBook = z.object({ accounts: z.array(z.object({ id: z.string(), requestedMinor: z.number() })) });

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Walks as a person does who has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The keyboard does not get there.");
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await tabTo(page, field);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

async function lookUp(page: Page, idNumber: string): Promise<void> {
  await page.keyboard.press("F6");
  await expect(page.getByLabel("ID type")).toBeFocused();
  await page.keyboard.type(ID_TYPE);
  await page.keyboard.press("Tab");
  await page.keyboard.type(idNumber);
  await page.keyboard.press("Enter");
}

/** Everything that can be done is found by typing. */
async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+K");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(text);
  await expect(page.getByRole("option").first()).toContainText(text);
  await page.keyboard.press("Enter");
}

async function openAccountForm(page: Page): Promise<void> {
  await find(page, "Open a loan account");
  await expect(page.getByRole("button", { name: "Open a loan account" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Borrower (id)")).toBeFocused();
  await fill(page, "Borrower (id)", "001G000001KY8byIAD");
  await fill(page, "Loan product (id)", "a1gG00000019OFeIAM");
  await fill(page, "Loan amount", "10000");
  await fill(page, "Number of instalments", "12");
  await fill(page, "Paid out on", "01.12.2026");
}

test("a new customer is registered, and the application begins with those data", async () => {
  const { app, page } = await start();
  await lookUp(page, NEW_ID);
  await expect(page.getByText("Nobody is registered under this document")).toBeVisible();
  await expect(page.getByRole("button", { name: "Register this customer" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Register a customer" })).toBeVisible();
  await expect(page.getByLabel("ID number")).toHaveValue(NEW_ID);

  await fill(page, "First name", "Teuta");
  await fill(page, "Last name", "Leka");
  await fill(page, "Date of birth", "30.02.1990");
  // A date that is none stops the form beside its field, and nothing is sent.
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Not a date of the calendar.")).toBeVisible();
  await expect(page.getByLabel("Date of birth")).toBeFocused();
  expect(await registered(NEW_ID)).toEqual([]);

  await fill(page, "Date of birth", "28.02.1990");
  await fill(page, "Gender", "Femal");
  await fill(page, "Nationality", "al");
  await fill(page, "Country of birth", "AL");
  await fill(page, "Country of residence", "AL");
  await fill(page, "Mobile number", "+355691112223");
  await fill(page, "E-mail", "teuta@customers.example");
  await fill(page, "Address type (1 now, 2 permanent)", "1");
  await fill(page, "Street (may stay empty)", "Rruga e Kavajës");
  await fill(page, "Town (may stay empty)", "Tirana");
  await page.keyboard.press("Control+Enter");
  // What the register says stands beside the field that it names, and the focus is there.
  await expect(page.getByText(/The provider says: “.*gender/i)).toBeVisible();
  await expect(page.getByLabel("Gender")).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Female");
  await page.keyboard.press("Control+Enter");

  await expect(page.getByRole("heading", { name: "Teuta Leka" })).toBeVisible();
  await expect(page.getByText("Registered. The registration number stands above.")).toBeVisible();
  expect(await registered(NEW_ID)).toMatchObject([
    { fields: { first_name: "Teuta", date_of_birth: "1990-02-28", nationality: "AL" } },
  ]);

  await expect(page.getByRole("button", { name: "New loan with these data" })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Go on with it" }));
  await page.keyboard.press("Enter");
  await expect(page.locator("input[name=pin]")).toHaveValue(NEW_ID);
  await expect(page.locator("input[name=lastName]")).toHaveValue("Leka");
  await expect(page.locator("input[name=birthDate]")).toHaveValue("28.02.1990");
  await expect(page.locator("input[name=gsm]")).toHaveValue("0691112223");
  await expect(page.locator("input[name=town]")).toHaveValue("Tirana");
  await app.close();
});

test("blocked and under investigation look the same to a cashier; a supervisor can ask for the reason", async () => {
  const { app, page } = await start();
  /** The whole task as it is read, without the number that was typed. */
  const screen = async (idNumber: string) => {
    await lookUp(page, idNumber);
    await expect(page.getByText("This customer cannot be served here at the moment")).toBeVisible();
    return page.locator("#task").textContent();
  };
  await screen(INVESTIGATED_ID);
  await expect(page.getByText("compliance")).toHaveCount(0);
  await tabTo(page, page.getByRole("button", { name: "Show the reason (supervisors)" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("The provider’s compliance is looking into this customer.")).toBeVisible();

  const cashier = { name: "Ana Popa", role: "cashier", pin: "907351" } as const;
  await page.evaluate((person) => window.counterfoil.staff.save(person), cashier);
  await page.evaluate(({ name, pin }) => window.counterfoil.staff.signIn({ name, pin }), cashier);
  await page.reload();
  await expect(page.getByRole("navigation")).toBeVisible();
  const blocked = await screen(BLOCKED_ID);
  expect(await screen(INVESTIGATED_ID)).toBe(blocked);
  await expect(page.getByRole("button", { name: /reason/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "New loan with these data" })).toHaveCount(0);
  await app.close();
});

test("the loans served elsewhere: what is owed and when, in a picture and in a list with every fact", async () => {
  const { app, page } = await start();
  await page.keyboard.press("F6");
  await fill(page, "Mobile number or e-mail", "2348123456789");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Loans of 2348123456789" })).toBeVisible();
  await expect(page.getByText("2 loans to be paid back, together:")).toContainText("140,000.55 NGN");
  await expect(page.getByRole("img", { name: /in 12 days: 112,500.00 NGN; .*27,500.55 NGN/ })).toBeVisible();
  const list = page.getByRole("table", { name: "Loans served elsewhere" });
  await expect(list.getByRole("row")).toHaveCount(4);
  await tabTo(page, list.getByRole("row").nth(1));
  await page.keyboard.press("Enter");
  await expect(page.getByText("12.5 %")).toBeVisible();
  await expect(page.getByText("0002", { exact: true })).toBeVisible();

  // The service does not know this number: its own words, and the way to try again.
  await page.keyboard.press("Escape");
  await fill(page, "Mobile number or e-mail", "12");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await app.close();
});

test("an account is opened: dates in order, and the difference to the requested amount explained", async () => {
  const { app, page } = await start();
  await openAccountForm(page);
  await fill(page, "First instalment due", "30.11.2026");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Nothing can be repaid before it is paid out")).toBeVisible();
  await expect(page.getByLabel("First instalment due")).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("01.01.2027");
  await page.keyboard.press("Control+Enter");

  await expect(page.getByRole("heading", { name: /^Account / })).toBeVisible();
  await expect(page.getByText("10,000.00 ALL")).toBeVisible();
  await expect(page.getByText("10,200.00 ALL")).toBeVisible();
  await expect(page.getByText("The lender added an origination fee of 200.00 ALL.")).toBeVisible();
  expect((await booksOf("q2", accountBook)).accounts).toMatchObject([{ requestedMinor: 1_000_000 }]);

  // The lender does not know this borrower: the error stands beside the field.
  await openAccountForm(page);
  await fill(page, "Borrower (id)", "001G000001KY8bz");
  await fill(page, "First instalment due", "01.01.2027");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel("Borrower (id)")).toBeFocused();
  await expect(page.getByLabel("Borrower (id)")).toHaveAccessibleDescription(
    /The lender has no borrower with this id. It says: “Unable to find the Account”/,
  );
  expect((await booksOf("q2", accountBook)).accounts).toHaveLength(1);
  await app.close();
});

test("an account without an answer is a doubt, read back and opened exactly once", async () => {
  const { app, page } = await start();
  await openAccountForm(page);
  await fill(page, "First instalment due", "01.01.2027");
  await page.evaluate(() =>
    window.counterfoil.training.misbehave({ providerId: "q2", kind: "error500AfterBooking", times: 1 }),
  );
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "Sent, no answer" })).toBeVisible();
  await expect(page.getByText("Do not send it again.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Read the lender’s book" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The account was found in the lender’s book afterwards.")).toBeVisible();
  expect((await booksOf("q2", accountBook)).accounts).toHaveLength(1);
  await app.close();
});

test("an account that was being typed comes back to its owner after a restart, and to nobody else", async () => {
  const first = await start();
  await openAccountForm(first.page);
  // At once: the last letter is not in its draft yet.
  await first.page.keyboard.press("Escape");
  await expect(first.page.getByRole("heading", { name: "Loan accounts" })).toBeVisible();
  await first.app.close();

  const { app, page } = await start();
  const colleague = { name: "Ana Popa", role: "cashier", pin: "907351" } as const;
  const owner = await page.evaluate(async (person) => {
    const now = await window.counterfoil.staff.session();
    await window.counterfoil.staff.save(person);
    await window.counterfoil.staff.signIn({ name: person.name, pin: person.pin });
    return now.ok ? (now.value.signedIn?.name ?? "") : "";
  }, colleague);
  await page.reload();
  await expect(page.getByRole("navigation")).toBeVisible();
  await find(page, "Open a loan account");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Borrower (id)")).toHaveValue("");
  const others = await page.evaluate(() => window.counterfoil.drafts.get({ form: "account" }));
  expect(others).toMatchObject({ ok: true, value: { fields: null } });

  const { people } = await page.evaluate(async () => {
    const status = await window.counterfoil.training.status();
    return status.ok ? status.value : { people: [] };
  });
  const pin = people.find(({ name }) => name === owner)?.pin ?? "";
  await page.evaluate((person) => window.counterfoil.staff.signIn(person), { name: owner, pin });
  await page.reload();
  await expect(page.getByRole("navigation")).toBeVisible();
  await find(page, "Open a loan account");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "A loan account is unfinished" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Go on with it" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Borrower (id)")).toBeFocused();
  await expect(page.getByLabel("Borrower (id)")).toHaveValue("001G000001KY8byIAD");
  await expect(page.getByLabel("Loan amount")).toHaveValue("10000");
  await fill(page, "First instalment due", "01.01.2027");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: /^Account / })).toBeVisible();
  expect((await booksOf("q2", accountBook)).accounts).toHaveLength(1);

  // Sent, it is no draft any more.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Open a loan account" }).press("Enter");
  await expect(page.getByLabel("Borrower (id)")).toHaveValue("");
  await app.close();
});

test("a loan that is repaid in full offers its no-dues letter, which is read on the screen", async () => {
  const { app, page } = await start();
  await page.evaluate(() => window.counterfoil.till.open({ floatMinor: 1_000_000 }));
  const info = await page.evaluate(
    (loanRef) => window.counterfoil.loans.info({ providerId: "iute", loanRef }),
    LOAN,
  );
  if (!info.ok) throw new Error(info.error.message);

  // Not closed yet: said in words, and no letter.
  await find(page, "No-dues letter");
  await expect(page.getByLabel("Loan number")).toBeFocused();
  await page.keyboard.type(LOAN);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("not closed");

  await page.keyboard.press("F3");
  await expect(page.getByLabel("Loan reference")).toBeFocused();
  await page.keyboard.type(LOAN);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Amount", { exact: true })).toBeFocused();
  // As fast as a hand: faster would be taken for a barcode reader.
  await page.keyboard.type((info.value.remainingMinor / 100).toFixed(2), { delay: 100 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Payment taken" })).toBeVisible();
  const offer = page.getByRole("button", { name: "No-dues letter" });
  await expect(offer).toBeVisible({ timeout: 30_000 });
  await tabTo(page, offer);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Loan number")).toHaveValue(LOAN);
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: `Letter for loan ${LOAN}` })).toBeVisible();
  await expect(page.getByText(/Fetched from 127\.0\.0\.1:\d+/)).toBeVisible();
  // Whether or not a printer answers, the keyboard stands on the way to paper.
  await expect(page.getByRole("button", { name: /^(Print|Look again)$/ })).toBeFocused();
  await expect(page.locator("canvas").first()).toBeVisible();
  const letters = z.object({ letters: z.array(z.object({ partnerLoanId: z.string() })) });
  expect((await booksOf("apollo", letters)).letters).toMatchObject([{ partnerLoanId: LOAN }]);
  await app.close();
});
