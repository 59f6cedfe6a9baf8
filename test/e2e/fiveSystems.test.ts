// One customer through all five systems in the real Electron, by keyboard alone: registered at DRAP with pictures of the
// document, the loans served elsewhere seen, a loan applied for, paid out and repaid, the no-dues letter on paper, and an
// account opened; after each step the system's own books are looked into.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, type Locator, test } from "@playwright/test";
import { z } from "zod";
import {
  button,
  type Counter,
  fillRepayment,
  firstRunAndTill,
  heading,
  payOut,
  signAgreement,
} from "./clerk.ts";
import { launch } from "./electron.ts";
import { tabTo, typeFields, watchForMouse } from "./keyboard.ts";
import { bookedHere, lenderLoan, lenderLoans } from "./lenderBooks.ts";
import { canPrint, closeQueue, inkOn, openQueue, paperFrom, paperSize, QUEUE } from "./printQueue.ts";

/** The customer of the journey, whom no training register knows; the mobile number is one that serves two loans. */
const PIN = "1987654321123";
const MOBILE = "2348123456789";
const BORROWER = "001G000001KY8byIAD";

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-five-"));
  if (canPrint) await openQueue();
});
test.afterEach(async () => {
  if (canPrint) await closeQueue();
  await rm(dataDir, { recursive: true, force: true });
});

/** What the other side has in its own file. */
async function booksOf<Entries>(kind: string, entries: z.ZodType<Entries>): Promise<Entries> {
  const text = await readFile(join(dataDir, "training", "providers", `${kind}-books.json`), "utf8");
  return z.object({ entries }).parse(JSON.parse(text)).entries;
}
const register = z.object({
  customers: z.array(z.object({ idNumber: z.string(), ecrn: z.string(), fields: z.unknown() })),
});
const servedElsewhere = z.object({
  customers: z.array(
    z.object({
      mobile: z.string(),
      loans: z.array(z.object({ status: z.string(), amountPayable: z.number() })),
    }),
  ),
});
const letterBook = z.object({
  letters: z.array(z.object({ partnerLoanId: z.string(), loanType: z.string() })),
});
const accountBook = z.object({
  accounts: z.array(z.object({ id: z.string(), borrowerId: z.string(), requestedMinor: z.number() })),
});

/** The system's own dialogs cannot be driven: they answer with these paths. */
async function dialogsAnswer({ app }: Counter, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

async function fill({ page }: Counter, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

async function press({ page }: Counter, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press("Enter");
}

async function lookUp({ page }: Counter): Promise<void> {
  await page.keyboard.press("F6");
  await expect(page.getByLabel("ID type")).toBeFocused();
  await typeFields(page, ["4"]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type(PIN);
  await page.keyboard.press("Enter");
}

/** Photographs of the document, as a camera leaves them in a folder. */
async function photograph({ page }: Counter, name: string): Promise<{ path: string; characters: number }> {
  const path = join(dataDir, name);
  const bytes = await page.screenshot({ path, type: "jpeg", quality: 70 });
  return { path, characters: bytes.toString("base64").length };
}

async function attach(counter: Counter, which: string, path: string): Promise<void> {
  const { page } = counter;
  await dialogsAnswer(counter, path);
  const place = page.getByRole("group", { name: which });
  await press(counter, place.getByRole("button", { name: "Choose" }));
  await expect(place).toContainText("1 page");
}

async function registerCustomer(counter: Counter): Promise<void> {
  const { page } = counter;
  await lookUp(counter);
  await expect(button(page, "Register this customer")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, "Register a customer")).toBeVisible();
  const front = await photograph(counter, "front.jpg");
  const back = await photograph(counter, "back.jpg");
  await attach(counter, "Picture of the front", front.path);
  await attach(counter, "Picture of the back", back.path);
  const typed = [
    ["First name", "Nelea"],
    ["Middle name (may stay empty)", "Ion"],
    ["Last name", "Iacovet"],
    ["Date of birth", "31.12.1990"],
    ["Gender", "Female"],
    ["Nationality", "MD"],
    ["Country of birth", "MD"],
    ["Country of residence", "AL"],
    ["Mobile number", `+${MOBILE}`],
    ["E-mail", "nelea@customers.example"],
    ["Address type (1 now, 2 permanent)", "1"],
    ["Street (may stay empty)", "Strada Florilor"],
    ["Building or house number (may stay empty)", "14"],
    ["Town (may stay empty)", "Tirana"],
  ] as const;
  for (const [label, text] of typed) await fill(counter, label, text);
  await page.keyboard.press("Control+Enter");
  await expect(heading(page, "Nelea Ion Iacovet")).toBeVisible();
  const known = (await booksOf("drap", register)).customers.filter(({ idNumber }) => idNumber === PIN);
  expect(known).toMatchObject([
    {
      fields: {
        first_name: "Nelea",
        last_name: "Iacovet",
        date_of_birth: "1990-12-31",
        id_details: [
          {
            id_number: PIN,
            id_front: { base64_data: `${front.characters} characters`, content_type: "image/jpeg" },
            id_back: { base64_data: `${back.characters} characters`, content_type: "image/jpeg" },
          },
        ],
      },
    },
  ]);
  await expect(page.getByText(`Registration number ${known[0]?.ecrn}`)).toBeVisible();
}

/** Shown on the customer's page without a further press, as the other system's books have it. */
async function seeLoansElsewhere({ page }: Counter): Promise<void> {
  const { customers } = await booksOf("interswitch", servedElsewhere);
  const open = (customers.find(({ mobile }) => mobile === MOBILE)?.loans ?? []).filter(
    ({ status }) => status !== "Closed",
  );
  const owed = open.reduce((sum, { amountPayable }) => sum + amountPayable, 0);
  expect(open).toHaveLength(2);
  const part = page.getByRole("region", { name: "Loans served elsewhere" });
  await expect(part).toContainText((owed / 100).toLocaleString("en", { minimumFractionDigits: 2 }));
  await expect(part.getByRole("img", { name: /What is owed and when/ })).toBeVisible();
  await expect(part.getByRole("table").getByRole("row")).toHaveCount(4);
}

async function applyWithTheseData(counter: Counter): Promise<string> {
  const { page } = counter;
  await expect(button(page, "New loan with these data")).toBeFocused();
  await page.keyboard.press("Enter");
  await press(counter, button(page, "Go on with it"));
  await expect(page.locator("input[name=pin]")).toHaveValue(PIN);
  // The picture that was taken for the register is attached already, and can be taken away.
  const copy = page.getByRole("group", { name: "Copy of the identity document" });
  await expect(copy).toContainText("front.jpg");
  await expect(copy.getByRole("button", { name: "Remove" })).toBeVisible();
  const typed = [
    ["Loan amount", "12500"],
    ["Months", "10"],
    ["Document number", "AB 1234567"],
  ] as const;
  for (const [label, text] of typed) await fill(counter, label, text);
  const named = async (name: string, text: string) => {
    await tabTo(page, page.locator(`input[name=${name}]`));
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
  };
  await named("gsm", "0691234567");
  await named("phoneHome", "022123456");
  await named("altContactName", "Maria Iacovet");
  await named("altContactRelation", "sister");
  await named("altContactPhone", "0697654321");
  await page.keyboard.press("Control+Enter");
  await expect(heading(page, "Is everything right?")).toBeFocused();
  // What is owed elsewhere stands beside the application before it is sent.
  await expect(page.getByRole("region", { name: "Loans served elsewhere" })).toContainText("355691234567");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("The lender decides", { exact: true })).toBeVisible();
  const sent = (await lenderLoans(dataDir)).filter(({ application }) => application.pin === PIN);
  expect(sent.map(({ application }) => application)).toMatchObject([
    { pin: PIN, amountMinor: 12_500_00, months: 10 },
  ]);
  expect(sent[0]?.files).toMatchObject([{ part: "id_copy", fileName: "front.jpg", format: "jpg" }]);
  return sent[0]?.loanRef ?? "";
}

async function repayInFull(counter: Counter, loanRef: string): Promise<void> {
  const { page } = counter;
  await fillRepayment(counter, loanRef, "19058,80");
  await expect(page.getByText(/Booked by the lender at \d\d:\d\d/)).toBeVisible({ timeout: 30_000 });
  const loan = await lenderLoan(dataDir, loanRef);
  expect([loan.step, bookedHere(loan)]).toEqual(["closed", [19_058_80]]);
}

async function textOf(path: string): Promise<string> {
  return (await promisify(execFile)("pdftotext", [path, "-"])).stdout;
}

/** Offered by itself where the last instalment was taken; it comes out on paper, and as a file. */
async function letterOnPaper(counter: Counter, loanRef: string): Promise<void> {
  const { page } = counter;
  const offer = page.getByRole("region", { name: "This loan is repaid" });
  await expect(offer).toBeVisible();
  await press(counter, offer.getByRole("button"));
  await expect(page.getByLabel("Loan number")).toHaveValue(loanRef);
  await expect(page.getByLabel("Loan number")).toBeFocused();
  await page.keyboard.press("Enter");
  const paper = page.getByRole("region", { name: `Letter for loan ${loanRef}` });
  await expect(paper.locator("canvas").first()).toBeVisible();
  expect((await booksOf("apollo", letterBook)).letters).toEqual([{ partnerLoanId: loanRef, loanType: "PL" }]);
  if (canPrint) {
    const printed = await paperFrom(async () => {
      await expect(paper.getByRole("button", { name: "Print", exact: true })).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(paper).toContainText(QUEUE);
    });
    expect((await paperSize(printed)).pages).toBe(1);
    expect((await inkOn(printed)).share).toBeGreaterThan(0.001);
  }
  const saved = join(dataDir, "letter.pdf");
  await dialogsAnswer(counter, saved);
  await press(counter, paper.getByRole("button", { name: /^Save/ }));
  await expect(paper).toContainText(saved);
  const words = await textOf(saved);
  expect(words).toContain(loanRef);
  expect(words).toContain("Nelea Iacovet");
}

async function openAccount(counter: Counter): Promise<string> {
  const { page } = counter;
  await lookUp(counter);
  await expect(heading(page, "Nelea Ion Iacovet")).toBeVisible();
  await press(counter, page.getByRole("main").getByRole("button", { name: "Open a loan account" }));
  await expect(heading(page, "Open a loan account for Nelea Ion Iacovet")).toBeVisible();
  const typed = [
    ["Borrower (id)", BORROWER],
    ["Loan product (id)", "a1gG00000019OFeIAM"],
    ["Loan amount", "10000"],
    ["Number of instalments", "12"],
    ["Paid out on", "01.12.2026"],
    ["First instalment due", "01.01.2027"],
  ] as const;
  for (const [label, text] of typed) await fill(counter, label, text);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("The lender added an origination fee of 200.00 ALL.")).toBeVisible();
  const { accounts } = await booksOf("q2", accountBook);
  expect(accounts).toMatchObject([{ borrowerId: BORROWER, requestedMinor: 10_000_00 }]);
  return accounts[0]?.id ?? "";
}

/** Everything on the one page, and nothing left to do but a new loan. */
async function allOnOnePage(counter: Counter, loanRef: string, accountId: string): Promise<void> {
  const { page } = counter;
  await lookUp(counter);
  await expect(heading(page, "Nelea Ion Iacovet")).toBeVisible();
  const here = page.getByRole("region", { name: "Loans at this counter" });
  await expect(here.getByRole("row", { name: new RegExp(loanRef) })).toContainText("Repaid");
  await expect(page.getByRole("region", { name: "Accounts in the lender’s book" })).toContainText(accountId);
  await expect(page.getByRole("region", { name: "Loans served elsewhere" })).toContainText("140,000.55");
  await expect(button(page, "New loan with these data")).toBeFocused();
  const history = page.getByRole("region", { name: "What this counter did" });
  await expect(history).toContainText("A no-dues letter was issued");
  await expect(history).toContainText("The request for an account was answered");
}

test("one customer through all five systems", async () => {
  test.setTimeout(400_000);
  const { app, page } = await launch({ dataDir });
  const counter = { app, page, dataDir, picture: async () => undefined };
  const mouse = await watchForMouse(page);
  await firstRunAndTill(counter);
  if (canPrint)
    await page.evaluate(
      (printer) => window.counterfoil.printers.choose({ use: "agreement", printer }),
      QUEUE,
    );
  await registerCustomer(counter);
  await seeLoansElsewhere(counter);
  const loanRef = await applyWithTheseData(counter);
  await signAgreement(counter, loanRef);
  await payOut(counter, loanRef);
  await repayInFull(counter, loanRef);
  await letterOnPaper(counter, loanRef);
  const accountId = await openAccount(counter);
  await allOnOnePage(counter, loanRef, accountId);
  expect(await mouse.count()).toBe(0);
  expect(await page.evaluate(() => window.counterfoil.journal.verify())).toMatchObject({
    ok: true,
    value: { ok: true },
  });
  await app.close();
});
