/** Loans that are repaid and for which this counter has fetched no letter yet: the customer can have one. */
import { isLastPayment } from "../../../shared/repaid.ts";
import { closedWithoutLetter, hasLetter } from "../../journal/customers/queries.ts";
import { listItems } from "../../journal/outbox/queries.ts";
import { readLoan } from "../../journal/projections/loans.ts";
import type { DeskContext } from "../context.ts";
import { personOf } from "../loans/view.ts";

export interface DueLetter {
  loanId: string | null;
  loanRef: string;
  clientName: string | null;
  closedAt: string;
}

/** So many of the last payments are looked through: a customer asks for the letter when paying, or soon after. */
const LOOKED_THROUGH = 300;

/**
 * A loan closes here only once a second reading has shown it gone; the payment that was the whole rest says it at once,
 * also for a loan that was never taken over here.
 */
export function dueLetters({ journal }: DeskContext, most: number): DueLetter[] {
  const { sql, cells } = journal;
  const due = new Map<string, DueLetter>();
  const { items } = listItems(sql, { state: "posted" }, { number: 1, size: LOOKED_THROUGH });
  for (const item of items.filter(isLastPayment)) {
    const { loanRef, loanId, since: closedAt, itemId } = item;
    if (due.has(loanRef) || hasLetter(sql, loanRef)) continue;
    const name = loanId === null ? null : personOf(cells, loanId).name;
    const { clientName } = cells.get("items", itemId);
    due.set(loanRef, { loanId, loanRef, clientName: name ?? clientName ?? null, closedAt });
  }
  for (const loanId of closedWithoutLetter(sql, most)) {
    const loan = readLoan(sql, loanId);
    if (loan === null || loan.loanRef === null || due.has(loan.loanRef)) continue;
    const closedAt = loan.history.at(-1)?.at ?? loan.createdAt;
    const clientName = personOf(cells, loanId).name;
    due.set(loan.loanRef, { loanId, loanRef: loan.loanRef, clientName, closedAt });
  }
  return [...due.values()]
    .toSorted((one, other) => other.closedAt.localeCompare(one.closedAt))
    .slice(0, most);
}
