/** A loan as the screen sees it, composed from the journal's record, the sealed cells and the last reading of the books. */
import type { LoanView } from "../../../shared/api/loans.ts";
import { actorOf } from "../../../shared/loanSteps.ts";
import type { Journal, SealedCells } from "../../journal/contract.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import { isFrozen } from "../../journal/outbox/queries.ts";
import { lastReading } from "../../journal/projections/loans.ts";
import { maskedPin } from "../maskedPin.ts";

export interface LoanPerson {
  pin: string | null;
  name: string | null;
}

/** Null where the customer's data were purged, or while the till is locked. */
export function personOf(cells: Pick<SealedCells, "get">, loanId: string): LoanPerson {
  const { pin, firstName, lastName, clientName } = cells.get("loans", loanId);
  const applicant = [firstName, lastName].filter((part) => part !== undefined && part !== "").join(" ");
  return { pin: pin ?? null, name: applicant === "" ? (clientName ?? null) : applicant };
}

/**
 * `startedAt`: the journal's last sequence when the program started. A payout that was begun before it and not ended
 * was interrupted: nobody knows whether the customer has the cash.
 */
export function loanView(journal: Journal, loan: LoanRecord, startedAt: number): LoanView {
  const { sql, cells } = journal;
  const person = personOf(cells, loan.loanId);
  return {
    loanId: loan.loanId,
    providerId: loan.providerId,
    loanRef: loan.loanRef,
    step: loan.step,
    clientName: person.name,
    clientPinMasked: person.pin === null ? null : maskedPin(person.pin),
    amountMinor: loan.amountMinor,
    months: loan.months,
    firstRepaymentDate: loan.firstRepaymentDate,
    createdAt: loan.createdAt,
    adopted: loan.adopted,
    checkedAt: loan.checkedAt,
    lenderSaid: loan.lenderSaid,
    history: loan.history,
    actor: actorOf(loan.step),
    agreementDocumentId: loan.agreementDocumentId,
    signedDocumentId: loan.signedDocumentId,
    bankStatementDocumentId: loan.bankStatementDocumentId,
    upload: uploadView(loan),
    release: loan.release,
    payout: payoutView(loan, startedAt),
    remainingMinor: remainingMinor(journal, loan),
    frozen: loan.loanRef !== null && isFrozen(sql, loan.providerId, loan.loanRef),
    cancelInDoubt: loan.cancelling !== null,
  };
}

function uploadView({ upload }: LoanRecord): LoanView["upload"] {
  if (upload === null) return null;
  const { state, message, attempts, nextAt } = upload;
  return { state, message, attempts, nextAt };
}

function payoutView({ payout }: LoanRecord, startedAt: number): LoanView["payout"] {
  if (payout === null) return null;
  const { state, amountMinor, itemId, receiptNo, checkId, begunSequence } = payout;
  const wasInterrupted = state === "begun" && begunSequence <= startedAt;
  return { state: wasInterrupted ? "handOverUnknown" : state, amountMinor, itemId, receiptNo, checkId };
}

/** The books' own word where they were read, which repayments of this till have moved since. */
function remainingMinor({ sql }: Journal, loan: LoanRecord): number | null {
  if (loan.step === "closed") return 0;
  if (loan.loanRef === null) return null;
  const last = lastReading(sql, loan.providerId, loan.loanRef);
  return last?.reading.kind === "loan" ? last.reading.remainingMinor : loan.remainingMinor;
}
