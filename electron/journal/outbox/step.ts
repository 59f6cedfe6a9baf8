/** What every step of an item's fold is made of: the rule that it would break, the change of state, the note. */
import type { HeldReason } from "../../../shared/outbox.ts";
import type { Row } from "../rows.ts";
import type { ItemRecord } from "./record.ts";

/** Never the name of a person: the courier's own rows are written under it. */
export const SYSTEM = "system";

/** A step that the rules forbid: a bug, never an expected failure. */
export class IllegalStep extends Error {
  constructor(item: ItemRecord | null, row: Row, rule: string) {
    super(
      `Row ${row.sequence} (${row.kind}) does not fit item ${item?.itemId ?? "-"} in state ${item?.state ?? "none"}: ${rule}`,
    );
    this.name = "IllegalStep";
  }
}

export function moved(item: ItemRecord, row: Row, change: Partial<ItemRecord>): ItemRecord {
  const next = { ...item, certainty: null, reason: null, nextAt: null, ...change };
  if (item.givenBack && (next.state === "queued" || next.state === "held" || next.state === "sending"))
    throw new IllegalStep(item, row, "money that was given back to the customer is never sent again");
  return next.state === item.state && next.reason === item.reason ? next : { ...next, since: row.at };
}

export function noted(
  item: ItemRecord,
  row: Row,
  text: string | null,
  held?: HeldReason,
): ItemRecord["notes"] {
  if (text === null) return item.notes;
  const note = { at: row.at, by: row.actor, text };
  return [...item.notes, held === undefined ? note : { ...note, held }];
}
