/** Whether a repayment was the last one of its loan, as far as the lender's books show it. Pure. */
import type { OutboxItem } from "../../shared/outbox.ts";

/** Booked, and it was the whole rest: the books show nothing more, or no active loan any more. */
export function isRepaidBy({ kind, state, amountMinor, evidence }: OutboxItem): boolean {
  if (kind !== "repayment" || state !== "posted") return false;
  const reading = evidence.readings.at(-1);
  if (reading?.kind === "loan") return reading.remainingMinor === 0;
  const baseline = evidence.attempts.at(-1)?.baseline;
  return baseline?.kind === "loan" && baseline.remainingMinor === amountMinor;
}
