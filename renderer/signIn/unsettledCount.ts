/** How many payments are not at their end yet. */
import type { ItemState } from "../../shared/outbox.ts";

const unsettled: readonly ItemState[] = [
  "queued",
  "held",
  "sending",
  "acknowledged",
  "unconfirmed",
  "attention",
];

export function unsettledCount(items: Readonly<Record<string, number>>): number {
  return unsettled.reduce((total, state) => total + (items[state] ?? 0), 0);
}
