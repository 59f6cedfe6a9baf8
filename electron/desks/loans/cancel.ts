/** Withdraws an application: sent once, and where the answer is in doubt the lender's check of the status tells. */
import { Refusal } from "../../../shared/errors.ts";
import { mayFollow } from "../../../shared/loanSteps.ts";
import { outcomeOf } from "../../courier/outcome.ts";
import { startStopwatch } from "../../courier/stopwatch.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import { openItemOfLoan } from "../../journal/outbox/queries.ts";
import type { RowPayload } from "../../journal/rows.ts";
import type { SignedIn } from "../context.ts";
import { lenderFor, refusalOf } from "../lenders.ts";
import { type LoanDesk, referenceOf } from "./desk.ts";

type CancelAnswered = RowPayload<"loan.cancelAnswered">;
type Result = Pick<CancelAnswered, "result" | "message">;

export interface Cancellations {
  /** Throws `stepOutOfOrder`, `openOperation`, `noLine`, or `providerRefused` with the lender's sentence. */
  cancel(loanId: string, reason: string, by: SignedIn): Promise<void>;
  /** Asks what became of a cancellation in doubt. */
  readBack(loanId: string, by: SignedIn): Promise<void>;
}

/** Also after a crash between the sending and its answer. */
export function isCancelInDoubt(loan: LoanRecord): boolean {
  return loan.cancelling !== null;
}

export function createCancellations(desk: LoanDesk): Cancellations {
  const { context } = desk;
  const { journal, clock, courier, transport } = context;
  const underWay = new Set<string>();

  function record(loanId: string, attemptId: string, { result, message }: Result, by: SignedIn): void {
    const payload: CancelAnswered = { loanId, attemptId, result, message };
    journal.write(({ append }) => append({ kind: "loan.cancelAnswered", payload, actor: by.name }));
    desk.changed(loanId);
  }

  /** Status still true or false means not cancelled; 400 after a doubt means that it probably is (DESIGN section 4). */
  async function askStatus(loan: LoanRecord, refusal: string | null): Promise<Result> {
    const { lender } = lenderFor(context, loan.providerId, "loanStatus");
    const answer = await lender.checkStatus(referenceOf(loan));
    courier.heard(loan.providerId, answer);
    if (answer.kind !== "answer")
      return { result: "inDoubt", message: "Whether the lender cancelled it is not known yet." };
    if (answer.value.approved !== "movedOn")
      return {
        result: "notCancelled",
        message: refusal ?? "The lender has not cancelled it: the application still stands.",
      };
    return refusal === null
      ? { result: "inferred", message: answer.value.message }
      : askRelease(loan, refusal);
  }

  /** Refused, and yet not where it was: gone on to the next step, or cancelled by a copy of the same request. */
  async function askRelease(loan: LoanRecord, refusal: string): Promise<Result> {
    const { lender } = lenderFor(context, loan.providerId, "payout");
    const answer = await lender.allowCashRelease(referenceOf(loan));
    courier.heard(loan.providerId, answer);
    if (answer.kind === "refused") return { result: "inferred", message: refusal };
    return { result: answer.kind === "answer" ? "notCancelled" : "inDoubt", message: refusal };
  }

  async function send(loan: LoanRecord, attemptId: string, by: SignedIn): Promise<void> {
    const { lender } = lenderFor(context, loan.providerId, "apply");
    const operation = lender.cancel(referenceOf(loan));
    const sending = startStopwatch(clock);
    const exchange = await operation.send(transport);
    const outcome = outcomeOf(exchange, operation, sending.wasInterrupted(context.limits().requestTimeoutMs));
    switch (outcome.word) {
      case "acknowledged":
        courier.heard(loan.providerId, { kind: "answer", value: null, exchange });
        return record(loan.loanId, attemptId, { result: "cancelled", message: null }, by);
      case "notSent": {
        record(loan.loanId, attemptId, { result: "notCancelled", message: outcome.message }, by);
        throw refusalOf({ kind: "noLine", message: outcome.message ?? "Nothing was sent.", exchange });
      }
      case "refused": {
        const message = outcome.message ?? "The lender refused to cancel it.";
        const kind = outcome.credentials ? "credentials" : "refused";
        courier.heard(loan.providerId, { kind, message, exchange });
        const found: Result = outcome.credentials
          ? { result: "notCancelled", message }
          : await askStatus(loan, message);
        record(loan.loanId, attemptId, found, by);
        if (found.result === "notCancelled") throw refusalOf({ kind, message, exchange });
        return;
      }
      case "unconfirmed":
        return record(loan.loanId, attemptId, await askStatus(loan, null), by);
    }
  }

  return {
    async cancel(loanId, reason, by) {
      const attemptId = context.newId("attempt");
      const loan = journal.write(({ append, sql }) => {
        const current = desk.find(loanId);
        assertCancellable(current);
        const open = openItemOfLoan(sql, current.providerId, referenceOf(current));
        if (open !== null || current.cancelling !== null)
          throw new Refusal("openOperation", "Something else about this loan is still in doubt.");
        append({ kind: "loan.cancelling", payload: { loanId, reason, attemptId }, actor: by.name });
        return current;
      });
      underWay.add(loanId);
      try {
        await send(loan, attemptId, by);
      } finally {
        underWay.delete(loanId);
      }
    },
    async readBack(loanId, by) {
      const loan = desk.find(loanId);
      if (loan.cancelling === null || underWay.has(loanId)) return;
      record(loanId, loan.cancelling.attemptId, await askStatus(loan, null), by);
    },
  };
}

/** Only NEW and APPROVED applications can be cancelled ("Cancel loan"); files that may be there have moved it on. */
function assertCancellable(loan: LoanRecord): void {
  const isWithdrawable =
    loan.loanRef !== null && mayFollow(loan.step, "cancelled") && loan.step !== "cancelled";
  if (!isWithdrawable)
    throw new Refusal("stepOutOfOrder", `It can no longer be cancelled: the loan stands at "${loan.step}".`);
  if (loan.upload?.state === "sending")
    throw new Refusal("openOperation", "Its signed files are being sent just now.");
}
