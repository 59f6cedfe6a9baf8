/** What a customer owes elsewhere and when, from the loans that the other system lists. Pure. */
import type { ServedLoan } from "../../shared/api/customers.ts";
import { readIsoDate } from "../../shared/dates.ts";

/** The documented statuses (NOTES 2.4); the system writes them in any case, and may know others. */
export const loanStatuses = [
  "pending",
  "accepted",
  "open",
  "overdue",
  "closed",
  "declined",
  "failed",
  "none",
] as const;
export type LoanStatus = (typeof loanStatuses)[number];

export function statusOf(loan: ServedLoan): LoanStatus | null {
  const sent = loan.status?.trim().toLowerCase();
  return loanStatuses.find((known) => known === sent) ?? null;
}

/** Nothing was paid out yet, or nothing is left. An unknown status counts as owed: better one loan too many. */
const owesNothing: readonly LoanStatus[] = ["pending", "accepted", "closed", "declined", "failed", "none"];

export function isOwed(loan: ServedLoan): boolean {
  const status = statusOf(loan);
  return status === null || !owesNothing.includes(status);
}

/** `yyyy-MM-dd`, or null where the system did not say or said something that is no date. */
export function dueDay(loan: ServedLoan): string | null {
  return loan.dueDate === null ? null : readIsoDate(loan.dueDate.slice(0, 10));
}

export type OwedSum = { currency: string; totalMinor: number; loans: number; withoutAmount: number };

/** One sum a currency, since nobody adds lekë to nairas. */
export function owedSums(loans: readonly ServedLoan[]): OwedSum[] {
  const sums = new Map<string, OwedSum>();
  for (const loan of loans.filter(isOwed)) {
    const currency = loan.currency ?? "";
    const sum = sums.get(currency) ?? { currency, totalMinor: 0, loans: 0, withoutAmount: 0 };
    sums.set(currency, {
      currency,
      totalMinor: sum.totalMinor + (loan.amountPayableMinor ?? 0),
      loans: sum.loans + 1,
      withoutAmount: sum.withoutAmount + (loan.amountPayableMinor === null ? 1 : 0),
    });
  }
  return [...sums.values()];
}

/** The soonest first; what has no date stands at the end. */
export function byDueDay(loans: readonly ServedLoan[]): ServedLoan[] {
  const last = "9999-12-31";
  return loans.toSorted((one, other) => (dueDay(one) ?? last).localeCompare(dueDay(other) ?? last));
}
