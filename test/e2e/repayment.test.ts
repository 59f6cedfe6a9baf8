// Repayments at the counter in the real Electron, by keyboard alone: what the clerk sees against the lender's books.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { setLine } from "./clerk.ts";
import { launch, type RunningApp } from "./electron.ts";
import { bookedHere, lenderLoan } from "./lenderBooks.ts";

const LOAN = "80001";
/** Never read by this till; half of its last instalment is still owed. */
const OTHER_LOAN = "80002";
const OTHER_PIN = "I70118822B";

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-repayment-"));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function start(): Promise<RunningApp> {
  const running = await launch({ dataDir, args: ["--training"] });
  await expect(running.page.getByRole("heading", { name: "Today" })).toBeVisible();
  return running;
}

const bookedByLender = async (loanRef: string) => bookedHere(await lenderLoan(dataDir, loanRef));

async function openTill(page: Page): Promise<void> {
  await page.keyboard.press("F8");
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toBeFocused();
  await page.keyboard.type("3");
  const other = page.getByLabel("Other cash");
  while (!(await other.evaluate((field) => field === document.activeElement)))
    await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Till", exact: true })).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("30,000.00");
}

/** Up to the amount, typed and not entered yet. */
async function fillIn(page: Page, loanRef: string, amount: string): Promise<void> {
  await page.keyboard.press("F3");
  await expect(page.getByLabel("Loan reference")).toBeFocused();
  await page.keyboard.type(loanRef);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Amount", { exact: true })).toBeFocused();
  await page.keyboard.type(amount);
}

/** The warnings are asked before the capture; the safe answer has the focus. */
async function takeAnyway(page: Page, warning: string): Promise<void> {
  const question = page.getByRole("dialog");
  await expect(question).toContainText(warning);
  await expect(question.getByRole("button", { name: "Back to the form" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(question.getByRole("button", { name: "Take the payment" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Payment taken" })).toBeVisible();
}

/** How many payments the outbox counts in a state. */
const inState = (page: Page, state: string) => page.getByRole("radio", { name: state });

test("online: the table shows what is covered, a double Enter takes once, and the slip waits for the books", async () => {
  const { app, page } = await start();
  await openTill(page);
  await fillIn(page, LOAN, "3500");
  await expect(page.getByText("Covers 1 instalment in full.")).toBeVisible();
  await expect(page.getByText("Mira Dushaj")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("4000");
  await expect(page.getByText("500.00 ALL")).toBeVisible();

  await Promise.all([page.keyboard.press("Enter"), page.keyboard.press("Enter")]);
  await expect(page.getByText(/Booked by the lender at \d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Print the receipt" })).toBeFocused();

  await page.keyboard.press("F7");
  await expect(inState(page, "Booked")).toContainText("1");
  await expect(inState(page, "All")).toContainText("1");
  expect(await bookedByLender(LOAN)).toEqual([350_000]);

  // The same sum again is asked about before it is taken, and going back takes nothing and loses nothing.
  await fillIn(page, LOAN, "3500");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("The same sum was taken for this loan");
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Amount", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("3500");
  expect(await bookedByLender(LOAN)).toEqual([350_000]);
  await app.close();
});

test("what was being typed is offered again after the program has ended", async () => {
  const first = await start();
  await openTill(first.page);
  await fillIn(first.page, LOAN, "1234");
  // Leaving the form keeps it at once.
  await first.page.keyboard.press("F7");
  await expect(first.page.getByRole("heading", { name: "Outbox" })).toBeVisible();
  await first.app.close();

  const { app, page } = await start();
  await page.keyboard.press("F3");
  await expect(page.getByText(`A repayment for loan ${LOAN} was being typed`)).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Go on with it" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Amount", { exact: true })).toHaveValue("1234");
  await app.close();
});

test("three payments taken without a line and a restart are booked exactly once each", async () => {
  const first = await start();
  await openTill(first.page);
  // Read once, so that this till knows the loan and the age of its balance.
  await fillIn(first.page, LOAN, "1");
  await setLine(first.page, false);

  await fillIn(first.page, LOAN, "1200");
  await expect(first.page.getByText("Offline", { exact: true })).toBeVisible();
  await first.page.keyboard.press("Enter");
  await takeAnyway(first.page, "The balance is of");
  await expect(first.page.getByText("The receipt says that the lender has not confirmed yet.")).toBeVisible();
  await expect(first.page.getByRole("button", { name: "Print the receipt" })).toBeFocused();
  await first.page.keyboard.press("Tab");
  await first.page.keyboard.press("Enter");
  await expect(first.page.getByText("Taken, not sent to the lender yet")).toBeVisible();

  await fillIn(first.page, LOAN, "1300");
  await expect(first.page.getByText("1 payment of 1,200.00 was taken here")).toBeVisible();
  await first.page.keyboard.press("Enter");
  await takeAnyway(first.page, "The balance is of");

  await fillIn(first.page, OTHER_LOAN, "300");
  await expect(first.page.getByText("The customer’s PIN and phone are needed")).toBeVisible();
  await first.page.keyboard.press("Enter");
  await expect(first.page.getByLabel("Customer’s PIN")).toBeFocused();
  await first.page.keyboard.type(OTHER_PIN);
  await first.page.keyboard.press("Tab");
  await first.page.keyboard.type("0691112223");
  await first.page.keyboard.press("Enter");
  await takeAnyway(first.page, "This till has never read this loan");

  await first.page.keyboard.press("F7");
  await expect(inState(first.page, "Not sent yet")).toContainText("3");
  await first.app.close();
  expect(await bookedByLender(LOAN)).toEqual([]);

  const { app, page } = await start();
  await setLine(page, true);
  await page.keyboard.press("F7");
  await expect(inState(page, "Booked")).toContainText("3", { timeout: 60_000 });
  await expect(page.getByText("Nothing waiting")).toBeVisible();
  expect((await bookedByLender(LOAN)).toSorted()).toEqual([120_000, 130_000]);
  expect(await bookedByLender(OTHER_LOAN)).toEqual([30_000]);
  await app.close();
});

test("a doubt is said in words: what left, what the books show, and not to take the money again", async () => {
  const { app, page } = await start();
  await openTill(page);
  await page.evaluate(() =>
    window.counterfoil.training.misbehave({ providerId: "iute", kind: "error500BeforeBooking", times: 1 }),
  );
  await fillIn(page, LOAN, "1200");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Sent, no answer. Do not take this money again.")).toBeVisible();

  await page.keyboard.press("F7");
  await expect(page.getByLabel("Type to filter")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Do not take this money again.", { exact: true })).toBeVisible();
  const happened = page.getByRole("region", { name: "What happened" });
  await expect(happened).toContainText("It left this computer, or may have.");
  await expect(happened).toContainText("An answer came (HTTP 500)");
  await expect(happened).toContainText("Nobody knows from this whether the lender has booked it.");
  await expect(page.getByRole("region", { name: "What the lender’s books said" })).toContainText(
    "The books have not moved.",
  );
  await expect(page.getByRole("region", { name: "What happens next" })).toContainText(
    "It is not sent again by itself.",
  );
  await expect(page.getByText("What you may decide")).toHaveCount(0);
  expect(await bookedByLender(LOAN)).toEqual([]);
  await app.close();
});
