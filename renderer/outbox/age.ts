/** How loud an unsettled item is: it grows with the time that it has been waiting. */
import type { OutboxItem } from "../../shared/outbox.ts";

export type Loudness = "settled" | "new" | "old" | "veryOld";

const OLD_MS = 30 * 60_000;
const VERY_OLD_MS = 12 * 3_600_000;

export function isSettled({ state, cashToReturn }: OutboxItem): boolean {
  return (state === "posted" || state === "refused" || state === "voided") && !cashToReturn;
}

export function loudnessOf(item: OutboxItem, now: number): Loudness {
  if (isSettled(item)) return "settled";
  const age = now - Date.parse(item.capturedAt);
  if (age >= VERY_OLD_MS) return "veryOld";
  return age >= OLD_MS ? "old" : "new";
}
