// What a clerk does at the counter with both hands on the keyboard: the steps of the journey, for the test and the demo's walk.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ElectronApplication, expect, type Page } from "@playwright/test";
import { tabTo, typeFields } from "./keyboard.ts";
import { lenderLoan, lenderLoans } from "./lenderBooks.ts";

/** The counter as a walk knows it; `picture` is told at every screen worth looking at. */
export interface Counter {
  app: ElectronApplication;
  page: Page;
  dataDir: string;
  picture: (name: string) => Promise<void>;
}

const PIN = "1987654321123";
const AMOUNT_MINOR = 12_500_00;
/** The first refused: a home phone has nine or ten digits. */
const APPLICATION = [
  "12500",
  "10",
  PIN,
  "AB 1234567",
  "31.12.1990",
  "Iacovet",
  "Nelea",
  "Ion",
  "0691234567",
  "0221",
  "Chișinău",
  "Strada Florilor",
  "14",
  "",
  "Maria Iacovet",
  "sister",
  "0697654321",
];

export const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
export const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const press = (page: Page, key: string) => page.keyboard.press(key);

const decide = (page: Page, loanRef: string, decision: "approve" | "authorise") =>
  page.evaluate((asked) => window.counterfoil.training.decide(asked), { loanRef, decision });

export const setLine = (page: Page, up: boolean) =>
  page.evaluate((is) => window.counterfoil.training.line({ up: is }), up);

/** Nothing to type: one press, and the till is opened with its counted float. */
export async function firstRunAndTill({ page, picture }: Counter): Promise<void> {
  await expect(button(page, "Start training")).toBeFocused();
  await picture("first-start");
  await press(page, "Enter");
  await expect(page.getByText("TRAINING: nothing here is real")).toBeVisible();
  // The page has opened when it has taken the focus; from then on the keys are its own.
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
  await picture("today");
  await press(page, "F8");
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toBeFocused();
  await page.keyboard.type("3");
  await tabTo(page, button(page, /^Open the till/));
  await press(page, "Enter");
  await expect(page.getByRole("contentinfo")).toContainText("30,000.00");
  await picture("till-open");
}

/** Gives the reference that the lender has given. */
export async function apply({ page, dataDir, picture }: Counter): Promise<string> {
  await press(page, "F2");
  await expect(page.getByLabel("Loan amount")).toBeFocused();
  await typeFields(page, APPLICATION);
  const quote = page.getByRole("region", { name: "What it would cost" });
  await expect(quote).toContainText("1,905.88");
  await expect(quote).toContainText("19,058.80");
  await picture("application");

  await press(page, "Control+Enter");
  const homePhone = page.getByLabel("Home phone");
  await expect(homePhone).toBeFocused();
  await expect(homePhone).toHaveAccessibleDescription(/0 and eight or nine digits/);
  await press(page, "Control+A");
  await page.keyboard.type("022123456");
  await press(page, "Control+Enter");

  await expect(heading(page, "Is everything right?")).toBeFocused();
  await picture("application-review");
  for (const said of [PIN, "31.12.1990", "Strada Florilor", "Twelve thousand five hundred"])
    await expect(page.getByRole("main")).toContainText(said);
  await Promise.all([press(page, "Control+Enter"), press(page, "Control+Enter")]);

  await expect(heading(page, "Nelea Iacovet")).toBeVisible();
  await expect(page.getByText("The lender decides", { exact: true })).toBeVisible();
  await picture("loan-submitted");
  const sent = (await lenderLoans(dataDir)).filter(({ application }) => application.pin === PIN);
  expect(sent.map(({ application }) => application)).toMatchObject([
    { amountMinor: AMOUNT_MINOR, months: 10 },
  ]);
  return sent[0]?.loanRef ?? "";
}

/** The agreement of the open loan as a file that "comes back signed". */
async function signedCopy({ page, dataDir }: Counter): Promise<string> {
  const bytes = await page.evaluate(async () => {
    const found = await window.counterfoil.loans.list({});
    const documentId = found.ok ? found.value.loans[0]?.agreementDocumentId : null;
    const read = await window.counterfoil.documents.read({ documentId: documentId ?? "none" });
    return read.ok ? Array.from(read.value.bytes) : [];
  });
  const path = join(dataDir, "signed.pdf");
  await writeFile(path, Uint8Array.from(bytes));
  return path;
}

/** The system's own dialog cannot be driven: it answers with this file. */
async function chooseFromDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

export async function signAgreement(counter: Counter, loanRef: string): Promise<void> {
  const { app, page, dataDir, picture } = counter;
  await decide(page, loanRef, "approve");
  await press(page, "Control+R");
  await expect(page.getByRole("heading", { name: "Issue the agreement" })).toBeVisible();
  await tabTo(page, button(page, "Issue the agreement"));
  await press(page, "Enter");

  await expect(page.getByRole("heading", { name: "The customer signs" })).toBeVisible();
  await expect(page.getByText("Page 1 of 3")).toBeVisible();
  await expect(page.getByRole("img", { name: "Page 3 of 3" })).toBeAttached();
  await picture("agreement");
  await chooseFromDialog(app, await signedCopy(counter));
  const signed = page.getByRole("group", { name: "Signed agreement" });
  await tabTo(page, signed.getByRole("button", { name: "Choose" }));
  await press(page, "Enter");
  await expect(signed).toContainText("signed.pdf · 3 pages");
  await picture("agreement-signed");
  await tabTo(page, button(page, "Send to the lender"));
  await press(page, "Enter");
  await expect(page.getByRole("heading", { name: "The lender releases the cash" })).toBeVisible();
  await picture("agreement-uploaded");
  expect((await lenderLoan(dataDir, loanRef)).files).not.toHaveLength(0);
}

export async function payOut(counter: Counter, loanRef: string): Promise<void> {
  await handOverCash(counter, loanRef);
  await expect(counter.page.getByRole("contentinfo")).toContainText("17,500.00");
}

/** Asks the lender, identifies the customer and hands over, until the lender's own books show it. */
export async function handOverCash({ page, dataDir, picture }: Counter, loanRef: string): Promise<void> {
  await decide(page, loanRef, "authorise");
  await press(page, "Control+R");
  await expect(page.getByRole("heading", { name: "Pay out the cash" })).toBeVisible();
  await tabTo(page, button(page, /^Pay out/));
  await press(page, "Enter");
  await expect(button(page, "Ask the lender")).toBeFocused();
  await press(page, "Enter");

  const pin = page.getByLabel("PIN from the person’s document");
  await expect(pin).toBeFocused();
  await expect(pin).toHaveValue("");
  await picture("payout-customer");
  await expect(page.getByText(/Holds for [12]:\d\d/)).toBeVisible();
  await page.keyboard.type("1987654321124");
  await press(page, "Enter");
  await expect(pin).toHaveAccessibleDescription(/This is not the customer of this loan/);
  await page.keyboard.type(PIN);
  await press(page, "Enter");

  await expect(page.getByText("Cash on the counter for")).toBeVisible();
  await picture("payout-cash");
  await tabTo(page, button(page, "The customer has the cash"));
  await press(page, "Enter");
  const question = page.getByRole("dialog");
  await expect(question).toContainText("Has Nelea Iacovet the cash, 12,500.00 ALL?");
  await expect(question.getByRole("button", { name: "Not yet" })).toBeFocused();
  await picture("payout-question");
  await press(page, "Shift+Tab");
  await Promise.all([press(page, "Enter"), press(page, "Enter")]);
  await expect(heading(page, "Paid out")).toBeVisible();
  await expect(page.getByText(/Booked by the lender at \d\d:\d\d/)).toBeVisible();
  await picture("payout-booked");
  expect(await lenderLoan(dataDir, loanRef)).toMatchObject({
    step: "active",
    cashReleasedAt: expect.any(String),
  });
}

export async function fillRepayment(
  { page, picture }: Counter,
  loanRef: string,
  amount: string,
): Promise<void> {
  await press(page, "F3");
  await expect(page.getByLabel("Loan reference")).toBeFocused();
  await page.keyboard.type(loanRef);
  await press(page, "Enter");
  await expect(page.getByLabel("Amount", { exact: true })).toBeFocused();
  // At a hand's speed: what comes faster than a hand is taken for a barcode.
  await page.keyboard.type(amount, { delay: 80 });
  await picture("repayment-form");
  await press(page, "Enter");
}

export async function repayOffline(counter: Counter, loanRef: string, amount: string): Promise<void> {
  const { page } = counter;
  await fillRepayment(counter, loanRef, amount);
  const question = page.getByRole("dialog");
  await expect(question).toContainText("The balance is of");
  await expect(question.getByRole("button", { name: "Back to the form" })).toBeFocused();
  await press(page, "Shift+Tab");
  await expect(question.getByRole("button", { name: "Take the payment" })).toBeFocused();
  await press(page, "Enter");
  await expect(page.getByText("The receipt says that the lender has not confirmed yet.")).toBeVisible();
}

export async function signIn({ page }: Counter): Promise<void> {
  const pin = await page.evaluate(async () => {
    const status = await window.counterfoil.training.status();
    return status.ok ? (status.value.people.find(({ name }) => name === "Trainee")?.pin ?? "") : "";
  });
  await expect(heading(page, "Who is at the counter?")).toBeVisible();
  await expect(page.getByRole("list", { name: "Staff" }).locator(":focus")).toHaveCount(1);
  await page.keyboard.type("T");
  await press(page, "Enter");
  await page.keyboard.type(pin);
  await press(page, "Enter");
  await expect(heading(page, "Today")).toBeVisible();
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
}

export const infoOf = (page: Page, loanRef: string) =>
  page.evaluate(
    async (reference) => window.counterfoil.loans.info({ providerId: "iute", loanRef: reference }),
    loanRef,
  );
