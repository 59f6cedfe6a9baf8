/** What a difference looks like: the slips of the finger that are worth a recount, as a pure function. */
import type { CashCounts, CountHint } from "../../../shared/api/till.ts";

function hint(kind: CountHint["kind"], denominationMinor: number | null, pieces: number | null): CountHint {
  return { kind, denominationMinor, pieces };
}

/** Every number that differs from `value` by two neighbouring digits changing places. */
function swaps(value: number): number[] {
  const digits = String(value);
  return Array.from({ length: digits.length - 1 }, (_, at) =>
    Number(digits.slice(0, at) + (digits[at + 1] ?? "") + (digits[at] ?? "") + digits.slice(at + 2)),
  ).filter((swapped) => swapped !== value);
}

/** "About": a drawer that was typed with a zero too many may differ by some coins besides. */
function isAboutTenTimes(larger: number, smaller: number): boolean {
  return smaller > 0 && larger >= 9.5 * smaller && larger <= 10.5 * smaller;
}

/** So many pieces of one denomination can be overlooked, or a whole bundle or two. */
function isOverlooked(pieces: number): boolean {
  return pieces <= 5 || pieces === 10 || pieces === 20 || pieces === 50 || pieces === 100;
}

/** Null where the count is right, or the difference looks like none of them. The likeliest comes first. */
export function countHintOf(
  counts: CashCounts,
  countedMinor: number,
  expectedMinor: number,
): CountHint | null {
  const difference = countedMinor - expectedMinor;
  if (difference === 0) return null;
  const lines = counts.toSorted((one, other) => other.denominationMinor - one.denominationMinor);
  for (const { denominationMinor, pieces } of lines) {
    if (pieces % 10 === 0 && difference === denominationMinor * (pieces - pieces / 10))
      return hint("piecesTenTimes", denominationMinor, pieces - pieces / 10);
    if (difference === denominationMinor * (pieces - pieces * 10) && pieces > 0)
      return hint("piecesTenTimes", denominationMinor, pieces - pieces * 10);
  }
  if (isAboutTenTimes(countedMinor, expectedMinor) || isAboutTenTimes(expectedMinor, countedMinor))
    return hint("tenTimes", null, null);
  for (const { denominationMinor, pieces } of lines)
    for (const swapped of swaps(pieces))
      if (difference === denominationMinor * (pieces - swapped))
        return hint("swappedDigits", denominationMinor, pieces - swapped);
  if (difference % 9 === 0 && swaps(countedMinor).includes(expectedMinor))
    return hint("swappedDigits", null, null);
  for (const { denominationMinor } of lines) {
    const pieces = difference / denominationMinor;
    if (Number.isInteger(pieces) && isOverlooked(Math.abs(pieces)))
      return hint("denomination", denominationMinor, pieces);
  }
  return null;
}
