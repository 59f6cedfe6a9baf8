/** Asks the lender where a loan stands: status before the agreement, the release check after it, the books after the cash. */
import { type LoanStep, mayFollow } from "../../../shared/loanSteps.ts";
import type { BooksAnswer } from "../../courier/contract.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import { itemsOfLoan } from "../../journal/outbox/queries.ts";
import { readLoan } from "../../journal/projections/loans.ts";
import type { RowPayload } from "../../journal/rows.ts";
import type { Lender } from "../../providers/contract.ts";
import type { SignedIn } from "../context.ts";
import { answered, lenderFor, refusalOf } from "../lenders.ts";
import type { Uploads } from "../uploads.ts";
import { type Cancellations, isCancelInDoubt } from "./cancel.ts";
import { type LoanDesk, referenceOf } from "./desk.ts";

/** What one question brought to light. `step` null: the answer says nothing about the step. */
export type Found = Omit<RowPayload<"loan.checked">, "loanId">;

export interface Refreshing {
  refresh(loanId: string, by: SignedIn): Promise<void>;
}

export function createRefreshing(
  desk: LoanDesk,
  cancellations: Cancellations,
  uploads: Pick<Uploads, "start">,
): Refreshing {
  const { context } = desk;
  const { journal } = context;
  const underWay = new Map<string, Promise<void>>();

  async function look(loanId: string, by: SignedIn): Promise<void> {
    const loan = desk.find(loanId);
    if (loan.loanRef === null || isEnded(loan.step)) return;
    // The cash lies on the counter: what the customer has is the question now, not what the lender says.
    if (loan.payout?.state === "begun") return;
    if (isCancelInDoubt(loan)) return cancellations.readBack(loanId, by);
    const found = await ask(desk, loan);
    journal.write(({ append, sql }) => {
      for (const fact of found) {
        const now = readLoan(sql, loanId);
        // While the lender was asked, the loan may have gone on at this counter: its step is never taken back by that.
        const step = now !== null && fact.step !== null && mayFollow(now.step, fact.step) ? fact.step : null;
        append({ kind: "loan.checked", payload: { ...fact, loanId, step }, actor: by.name });
        if (step === "signed" && now?.step === "uploaded")
          append({
            kind: "loan.uploadEnded",
            payload: { loanId, result: "waiting", message: fact.said, nextAt: null },
            actor: by.name,
          });
      }
    });
    desk.changed(loanId);
    // Files of which it turned out that the lender does not have them go out again.
    uploads.start();
  }

  return {
    refresh(loanId, by) {
      const running = underWay.get(loanId);
      if (running !== undefined) return running;
      const looking = look(loanId, by).finally(() => underWay.delete(loanId));
      underWay.set(loanId, looking);
      return looking;
    },
  };
}

function isEnded(step: LoanStep): boolean {
  return step === "rejected" || step === "cancelled" || step === "closed";
}

async function ask(desk: LoanDesk, loan: LoanRecord): Promise<Found[]> {
  switch (loan.step) {
    case "submitted":
    case "approved":
    case "agreement":
    case "signed":
      return askForStatus(desk, loan);
    case "uploaded":
    case "releasable":
      return askForRelease(desk, loan);
    case "handedOver":
    case "active":
      return [await askTheBooks(desk, loan)];
    case "inDoubt":
    case "rejected":
    case "closed":
    case "cancelled":
      return [];
  }
}

const nothing: Found = { by: "status", step: null, said: null, release: null, remainingMinor: null };

/** A 400 means a step gone further as well as a bad request: the release check and the books may know more. */
async function askForStatus(desk: LoanDesk, loan: LoanRecord): Promise<Found[]> {
  const status = await statusOf(desk, loan);
  if (status.approved === "rejected") return [{ ...nothing, step: "rejected" }];
  if (status.approved === "approved")
    return [{ ...nothing, step: loan.step === "submitted" ? "approved" : null }];
  if (status.approved !== "movedOn") return [nothing];
  const furtherOn = await releaseOf(desk, loan);
  if (furtherOn.release?.allowed) return [furtherOn];
  const books = furtherOn.said === null ? null : await askTheBooks(desk, loan);
  return books?.step === "active" ? [books] : [{ ...nothing, said: status.message }];
}

async function askForRelease(desk: LoanDesk, loan: LoanRecord): Promise<Found[]> {
  const found = await releaseOf(desk, loan);
  if (found.release?.allowed) return [found];
  const notAllowed: Found = { ...found, step: "uploaded" };
  const status = await statusOf(desk, loan);
  if (status.approved === "rejected") return [{ ...found, by: "status", step: "rejected" }];
  // Still waiting for the signed files: those of which nobody knew whether they had arrived have not.
  if (status.approved === "approved" && loan.upload?.state === "perhapsUploaded")
    return [
      { ...nothing, step: "signed", said: "The lender does not have the signed files: they are sent again." },
    ];
  if (found.said === null) return [notAllowed];
  const books = await askTheBooks(desk, loan);
  return [books.step === "active" ? books : notAllowed];
}

async function statusOf(
  { context }: LoanDesk,
  loan: LoanRecord,
): Promise<{ approved: "approved" | "notYet" | "rejected" } | { approved: "movedOn"; message: string }> {
  const { lender } = lenderFor(context, loan.providerId, "loanStatus");
  return answered(context, loan.providerId, await lender.checkStatus(referenceOf(loan)));
}

/** `said` is the lender's sentence where it refused the question, which means "not allowed". */
async function releaseOf({ context }: LoanDesk, loan: LoanRecord): Promise<Found> {
  const { lender } = lenderFor(context, loan.providerId, "payout");
  return releaseFinding(context.courier, loan.providerId, await lender.allowCashRelease(referenceOf(loan)));
}

function releaseFinding(
  courier: LoanDesk["context"]["courier"],
  providerId: string,
  answer: Awaited<ReturnType<Lender["allowCashRelease"]>>,
): Found {
  courier.heard(providerId, answer);
  if (answer.kind === "answer") {
    const { allowed, loanStatus } = answer.value;
    return {
      by: "release",
      step: allowed ? "releasable" : null,
      said: null,
      release: { allowed, loanStatus },
      remainingMinor: null,
    };
  }
  if (answer.kind !== "refused") throw refusalOf(answer);
  return {
    by: "release",
    step: null,
    said: answer.message,
    release: { allowed: false, loanStatus: null },
    remainingMinor: null,
  };
}

async function askTheBooks({ context }: LoanDesk, loan: LoanRecord): Promise<Found> {
  const loanRef = referenceOf(loan);
  const books = await context.courier.readBooks(loan.providerId, loanRef);
  if (books.kind === "unavailable") throw refusalOf(books.answer);
  return booksFinding(loan, books, isRepaidHere(context, loan), context);
}

function booksFinding(
  loan: LoanRecord,
  books: Exclude<BooksAnswer, { kind: "unavailable" }>,
  isRepaid: boolean,
  { clock, limits }: Pick<LoanDesk["context"], "clock" | "limits">,
): Found {
  const found = { by: "info" as const, release: null };
  if (books.kind === "loan") {
    const { remainingMinor } = books.loan;
    const step = remainingMinor === 0 && loan.step === "active" ? "closed" : "active";
    return { ...found, step, said: null, remainingMinor };
  }
  // "No active loan" means repaid, not yet paid out or unknown alike: alone it closes nothing (DESIGN 4, rule 5).
  const isLongGone =
    loan.goneSince !== null && clock.now() - Date.parse(loan.goneSince) >= limits().absentQuarantineMs;
  const isClosed = loan.step === "active" && (isRepaid || isLongGone);
  return { ...found, step: isClosed ? "closed" : null, said: books.message, remainingMinor: null };
}

/** This till itself took all that remained, and the lender's books have shown that it was booked. */
function isRepaidHere({ journal }: LoanDesk["context"], loan: LoanRecord): boolean {
  return itemsOfLoan(journal.sql, loan.providerId, referenceOf(loan)).some((item) => {
    const baseline = item.attempts.at(-1)?.baseline;
    return (
      item.kind === "repayment" &&
      item.state === "posted" &&
      baseline?.kind === "loan" &&
      baseline.remainingMinor === item.amountMinor
    );
  });
}
