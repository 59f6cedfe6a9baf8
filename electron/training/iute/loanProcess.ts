/** How a loan moves through the lender's process: pure changes of the books, each allowed in named steps only. */
import type { AgreementLanguage, Application, Books, LenderLoan, LenderStep, StoredFile } from "./books.ts";
import { figuresOf, findLoan, monthlyPaymentMinor, withLoan } from "./books.ts";
import { addMonths, yearsBetween } from "./calendar.ts";

export type Decision = "approve" | "reject" | "authorise";

/** Either the loan and the books as they are now, or the lender's sentence about why not. */
export type Change =
  | { readonly ok: true; readonly books: Books; readonly loan: LenderLoan }
  | {
      readonly ok: false;
      readonly reason: "unknownLoan" | "wrongStep" | "badAmount";
      readonly sentence: string;
    };

/** The cases in which the training lender rejects by itself, straight after the application (process, step 3). */
export const AUTO_REJECTION_RULES = [
  "The loan amount is above 500000.",
  "The client is younger than 18.",
] as const;

const AUTO_REJECTION_ABOVE_MINOR = 500_000_00;

/** Takes an application in; it is rejected at once where a rule says so. */
export function submitApplication(
  books: Books,
  application: Application,
  files: readonly StoredFile[],
  at: string,
): Change {
  const rule = autoRejection(application, at);
  const loan: LenderLoan = {
    loanRef: String(books.nextLoanRef),
    step: rule === null ? "new" : "rejected",
    submittedAt: at,
    application,
    monthlyPaymentMinor: monthlyPaymentMinor(application.amountMinor, application.months),
    firstRepaymentDate: addMonths(at.slice(0, 10), 1),
    decisions: rule === null ? [] : [{ decision: "reject", by: "rule", reason: rule, at }],
    agreements: [],
    files: [...files],
    cancelledAt: null,
    cashReleasedAt: null,
    repayments: [],
  };
  return changed({ ...books, nextLoanRef: books.nextLoanRef + 1 }, loan);
}

function autoRejection(application: Application, at: string): string | null {
  if (application.amountMinor > AUTO_REJECTION_ABOVE_MINOR) return AUTO_REJECTION_RULES[0];
  if (yearsBetween(application.birthDate, at.slice(0, 10)) < 18) return AUTO_REJECTION_RULES[1];
  return null;
}

const decidable: Record<Decision, { from: readonly LenderStep[]; to: LenderStep }> = {
  approve: { from: ["new"], to: "approved" },
  reject: { from: ["new", "approved", "signed"], to: "rejected" },
  authorise: { from: ["signed"], to: "authorised" },
};

/** The lender's staff decide; they authorise only what has come back signed. */
export function decide(books: Books, loanRef: string, decision: Decision, at: string): Change {
  const { from, to } = decidable[decision];
  return move(books, loanRef, from, `The lender's staff cannot ${decision} it.`, (loan) => ({
    ...loan,
    step: to,
    decisions: [...loan.decisions, { decision, by: "staff", reason: null, at }],
  }));
}

/** Only in NEW or APPROVED (document: Cancel loan). */
export function cancel(books: Books, loanRef: string, at: string): Change {
  return move(books, loanRef, ["new", "approved"], "It can no longer be cancelled.", (loan) => ({
    ...loan,
    step: "cancelled",
    cancelledAt: at,
  }));
}

/** An agreement exists from the approval until the cash is released, as often as somebody asks. */
export function issueAgreement(
  books: Books,
  loanRef: string,
  language: AgreementLanguage,
  at: string,
): Change {
  const steps = ["approved", "signed", "authorised"] as const;
  return move(books, loanRef, steps, "There is no agreement for it.", (loan) => ({
    ...loan,
    agreements: [...loan.agreements, { language, at }],
  }));
}

/** Signed files are taken once, for an approved loan. */
export function receiveFiles(books: Books, loanRef: string, files: readonly StoredFile[]): Change {
  return move(books, loanRef, ["approved"], "It does not wait for signed files.", (loan) => ({
    ...loan,
    step: "signed",
    files: [...loan.files, ...files],
  }));
}

/** The partner says that the cash was paid out: once, and only when the release was allowed. */
export function confirmCashRelease(books: Books, loanRef: string, at: string): Change {
  return move(books, loanRef, ["authorised"], "Cash release cannot be confirmed for it.", (loan) => ({
    ...loan,
    step: "active",
    cashReleasedAt: at,
  }));
}

export interface Movement {
  readonly amountMinor: number;
  readonly date: string;
  readonly office: "partner" | "other";
}

/** Books a repayment. The lender has no key to tell a repetition by: the same call twice is booked twice. */
export function bookRepayment(books: Books, loanRef: string, movement: Movement, at: string): Change {
  const loan = findLoan(books, loanRef);
  if (loan?.step !== "active") {
    return { ok: false, reason: loan ? "wrongStep" : "unknownLoan", sentence: "No active loan found!" };
  }
  if (movement.amountMinor > figuresOf(loan).remainingMinor) {
    return refused("badAmount", `Repayment is larger than the remaining balance of loan ${loanRef}.`);
  }
  return settle(books, loan, movement, at);
}

/** Another office takes back what was repaid, or part of it; a closed loan opens again. */
export function reverseRepayment(books: Books, loanRef: string, movement: Movement, at: string): Change {
  const loan = findLoan(books, loanRef);
  if (!loan) return refused("unknownLoan", `Loan ${loanRef} was not found.`);
  if (loan.step !== "active" && loan.step !== "closed") return wrongStep(loan, "Nothing was repaid on it.");
  if (movement.amountMinor > figuresOf(loan).repaidMinor) {
    return refused("badAmount", `Loan ${loanRef} has not had that much repaid.`);
  }
  return settle(books, loan, { ...movement, amountMinor: -movement.amountMinor }, at);
}

function settle(books: Books, loan: LenderLoan, movement: Movement, at: string): Change {
  const moved: LenderLoan = { ...loan, repayments: [...loan.repayments, { ...movement, at }] };
  return changed(books, { ...moved, step: figuresOf(moved).remainingMinor === 0 ? "closed" : "active" });
}

function move(
  books: Books,
  loanRef: string,
  from: readonly LenderStep[],
  otherwise: string,
  change: (loan: LenderLoan) => LenderLoan,
): Change {
  const loan = findLoan(books, loanRef);
  if (!loan) return refused("unknownLoan", `Loan ${loanRef} was not found.`);
  if (!from.includes(loan.step)) return wrongStep(loan, otherwise);
  return changed(books, change(loan));
}

function wrongStep(loan: LenderLoan, otherwise: string): Change {
  return refused("wrongStep", `Loan ${loan.loanRef} is in status ${loan.step.toUpperCase()}. ${otherwise}`);
}

function refused(reason: "unknownLoan" | "wrongStep" | "badAmount", sentence: string): Change {
  return { ok: false, reason, sentence };
}

function changed(books: Books, loan: LenderLoan): Change {
  return { ok: true, books: withLoan(books, loan), loan };
}
