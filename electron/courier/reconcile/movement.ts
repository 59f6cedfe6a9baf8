/** How far a loan's books moved between the baseline and a later reading, in the words that decide a payment. */
import type { Reading } from "../../../shared/outbox.ts";

export type LoanReading = Extract<Reading, { kind: "loan" }>;

export type Movement =
  | { kind: "none" }
  | { kind: "exact" }
  /** By `times` times the amount, two or more: the same payment may have been booked more than once. */
  | { kind: "multiple"; times: number }
  | { kind: "more"; movedMinor: number }
  | { kind: "less"; movedMinor: number }
  | { kind: "backwards"; movedMinor: number };

/** `explainedMinor`: what this till itself has posted on the loan since the baseline. */
export function movementOf(
  baseline: LoanReading,
  reading: LoanReading,
  amountMinor: number,
  explainedMinor = 0,
): Movement {
  const movedMinor = reading.repaidMinor - baseline.repaidMinor - explainedMinor;
  if (movedMinor === 0) return { kind: "none" };
  if (movedMinor < 0) return { kind: "backwards", movedMinor };
  if (movedMinor === amountMinor) return { kind: "exact" };
  if (movedMinor < amountMinor) return { kind: "less", movedMinor };
  if (movedMinor % amountMinor === 0) return { kind: "multiple", times: movedMinor / amountMinor };
  return { kind: "more", movedMinor };
}

/**
 * "Repaid" and "remaining" have to tell the same story, whatever was added to the total in between. Books that are
 * being written just now may not, and then nothing follows from them.
 */
export function tellsOneStory(baseline: LoanReading, reading: LoanReading): boolean {
  const repaid = reading.repaidMinor - baseline.repaidMinor;
  const added = reading.totalMinor - baseline.totalMinor;
  return baseline.remainingMinor - reading.remainingMinor === repaid - added;
}
