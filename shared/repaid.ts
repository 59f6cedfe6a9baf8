/** Whether a repayment was the last one of its loan, as far as the lender's books show it. Pure. */
import type { ItemKind, ItemState, Reading } from "./outbox.ts";

export interface PaymentFacts {
  readonly kind: ItemKind;
  readonly state: ItemState;
  readonly amountMinor: number;
  /** Read-backs since the last attempt, oldest first. */
  readonly readings: readonly Reading[];
  readonly attempts: readonly { readonly baseline: Reading }[];
}

/** Booked, and it was the whole rest: the books show nothing more, or no active loan any more. */
export function isLastPayment({ kind, state, amountMinor, readings, attempts }: PaymentFacts): boolean {
  if (kind !== "repayment" || state !== "posted") return false;
  const reading = readings.at(-1);
  if (reading?.kind === "loan") return reading.remainingMinor === 0;
  const baseline = attempts.at(-1)?.baseline;
  return baseline?.kind === "loan" && baseline.remainingMinor === amountMinor;
}
