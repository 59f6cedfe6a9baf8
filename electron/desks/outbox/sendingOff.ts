/** While the data wait for a person's decision no row can be written: what is queued is shown as what it is, held back. */
import type { ItemRecord } from "../../journal/outbox/record.ts";
import type { DeskContext } from "../context.ts";

export function isSendingOff({ journal }: Pick<DeskContext, "journal">): boolean {
  return journal.problem() !== null;
}

export function asShown(context: Pick<DeskContext, "journal">, item: ItemRecord): ItemRecord {
  if (item.state !== "queued" || !isSendingOff(context)) return item;
  return { ...item, state: "held", reason: "sendingOff" };
}

/** How many items stand in each state, under the words that the items themselves are shown with. */
export function countsAsShown(
  context: Pick<DeskContext, "journal">,
  counts: Record<string, number>,
): Record<string, number> {
  const { queued, held = 0, ...others } = counts;
  if (queued === undefined || !isSendingOff(context)) return counts;
  return { ...others, held: held + queued };
}
