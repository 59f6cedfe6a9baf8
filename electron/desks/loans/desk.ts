/** What the parts of the loans desk share: the context, how a loan is found and shown, and what is under way now. */
import type { LoanView } from "../../../shared/api/loans.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { LoanStep } from "../../../shared/loanSteps.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import { readLoan } from "../../journal/projections/loans.ts";
import type { DeskContext } from "../context.ts";
import { createReadingNotes, type NoteReading } from "../customerReading.ts";
import { loanView } from "./view.ts";

export interface LoanDesk {
  readonly context: DeskContext;
  readonly noteReading: NoteReading;
  /** Throws `unknownLoan`. */
  find(loanId: string): LoanRecord;
  /** The loan as it stands now. */
  view(loanId: string): LoanView;
  changed(loanId: string): void;
}

export function createLoanDesk(context: DeskContext): LoanDesk {
  const startedAt = context.journal.head().entries;
  const find = (loanId: string) => findLoan(context, loanId);
  return {
    context,
    noteReading: createReadingNotes(context),
    find,
    view: (loanId) => loanView(context.journal, find(loanId), startedAt),
    changed: (loanId) => context.emit("loan.changed", { loanId }),
  };
}

/** Throws `unknownLoan`. */
export function findLoan({ journal }: Pick<DeskContext, "journal">, loanId: string): LoanRecord {
  const loan = readLoan(journal.sql, loanId);
  if (loan === null)
    throw new Refusal("unknownLoan", "There is no such loan at this counter.", { field: "loanId" });
  return loan;
}

/** A step whose loan has no reference has nothing that the lender could be asked about. Throws `stepOutOfOrder`. */
export function referenceOf(loan: LoanRecord): string {
  if (loan.loanRef === null)
    throw new Refusal("stepOutOfOrder", "The lender has given no reference for this loan.");
  return loan.loanRef;
}

export function assertStep(loan: LoanRecord, allowed: readonly LoanStep[], what: string): void {
  if (!allowed.includes(loan.step))
    throw new Refusal("stepOutOfOrder", `${what} is not possible now: the loan stands at "${loan.step}".`);
}
