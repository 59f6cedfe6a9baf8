/** How long the courier waits before it tries or asks again: pure arithmetic on limits, counts and one throw of the dice. */
import type { Limits } from "../../shared/limits.ts";

const LONGEST_RETRY_MS = 5 * 60_000;
const LONGEST_HOLD_MS = 60 * 60_000;
/** At most so many doublings, so that no power leaves the exact integers. */
const MOST_DOUBLINGS = 20;
/** An office may set its limits to zero; the courier still lets others have their turn. */
const SHORTEST_MS = 50;

/** After `failures` sendings that never left: doubled each time, half of it left to chance so that tills spread out. */
export function retryDelayMs(
  failures: number,
  fraction: number,
  limits: Pick<Limits, "retryBaseMs">,
): number {
  const base = Math.max(limits.retryBaseMs, SHORTEST_MS);
  const full = base * 2 ** Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS);
  const longest = Math.max(LONGEST_RETRY_MS, base);
  return Math.round(Math.min(full, longest) * (0.5 + fraction / 2));
}

/** Before a held item's reason is looked at again, after `looks` looks that found it unchanged. */
export function holdDelayMs(looks: number, limits: Pick<Limits, "retryBaseMs">): number {
  const base = Math.max(limits.retryBaseMs, SHORTEST_MS);
  return Math.min(base * 4 ** Math.min(looks, MOST_DOUBLINGS), Math.max(LONGEST_HOLD_MS, base));
}

/**
 * Before the next reading of the books, after `readings` earlier ones of this run and `sinceFirstMs` since the first
 * of them: soon at first, then ever more rarely, never skipping the moment at which the first is a quarantine old.
 */
export function readBackDelayMs(
  readings: number,
  sinceFirstMs: number,
  limits: Pick<Limits, "reconcileGraceMs" | "absentQuarantineMs">,
): number {
  const growing = Math.max(limits.reconcileGraceMs, 1_000) * 4 ** Math.min(readings, MOST_DOUBLINGS);
  const rarely = Math.max(limits.absentQuarantineMs * 4, limits.reconcileGraceMs, SHORTEST_MS);
  const delayMs = Math.min(growing, rarely);
  if (sinceFirstMs >= limits.absentQuarantineMs) return delayMs;
  return Math.min(delayMs, Math.max(limits.absentQuarantineMs - sinceFirstMs, 1));
}
