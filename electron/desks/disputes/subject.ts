/** What a dispute is about: the entries, the items and the shift that belong to it, gathered from the journal. */
import type { DisputeView } from "../../../shared/api/disputes.ts";
import type { ParsedInput } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { ItemRecord } from "../../journal/outbox/record.ts";
import { readItem } from "../../journal/projections/outbox.ts";
import type { Row } from "../../journal/rows.ts";
import { storedRowAt, toRow } from "../../journal/storedRows.ts";
import { itemsOfShift, sequencesOfItem, sequencesOfShift } from "../../journal/till/disputes.ts";
import { findShift, type Shift } from "../../journal/till/queries.ts";
import type { DeskContext } from "../context.ts";

export interface Subject {
  about: DisputeView["about"];
  shift: Shift | null;
  /** The disputed entry, where it is one. */
  entry: number | null;
  items: ItemRecord[];
  /** Every entry that belongs to it, in order. */
  sequences: number[];
  /** The shift that the dispute stands under, the item that it names. */
  shiftId: string | null;
  itemId: string | null;
}

/** So many entries on either side show what happened around a single one. */
const AROUND = 20;

function unknown(sentence: string, field: string): Refusal {
  return new Refusal("unknownItem", sentence, { field });
}

function aboutShift({ journal: { sql } }: DeskContext, shiftId: string, last: number): Subject {
  const shift = findShift(sql, shiftId);
  if (shift === null) throw unknown("There is no such shift.", "shiftId");
  const carried = (shift.carriedOver ?? []).map(({ itemId }) => itemId);
  return {
    ...{ about: "shift", shift, shiftId, entry: null, itemId: null },
    items: itemsOfShift(sql, shiftId, carried),
    sequences: sequencesOfShift(sql, shift, last),
  };
}

function aboutItem({ journal: { sql } }: DeskContext, itemId: string, last: number): Subject {
  const item = readItem(sql, itemId);
  if (item === null) throw unknown("There is no such item at this till.", "itemId");
  return {
    ...{ about: "item", itemId, entry: null, items: [item], shiftId: item.shiftId },
    shift: findShift(sql, item.shiftId),
    sequences: sequencesOfItem(sql, item, last),
  };
}

function itemIdOf(row: Row): string | null {
  return "itemId" in row.payload && typeof row.payload.itemId === "string" ? row.payload.itemId : null;
}

function aboutEntry(context: DeskContext, entry: number, last: number): Subject {
  const { sql } = context.journal;
  const stored = storedRowAt(sql, entry);
  if (stored === null) throw unknown("There is no such entry.", "sequence");
  const row = toRow(stored);
  const item = readItem(sql, itemIdOf(row) ?? "");
  const around = Array.from({ length: 2 * AROUND + 1 }, (_, at) => entry - AROUND + at);
  const near = around.filter((sequence) => sequence >= 1 && sequence <= last);
  const ofItem = item === null ? [] : sequencesOfItem(sql, item, last);
  const shiftId = row.shiftId ?? item?.shiftId ?? null;
  return {
    ...{ about: "entry", entry, shiftId, itemId: item?.itemId ?? null },
    shift: shiftId === null ? null : findShift(sql, shiftId),
    items: item === null ? [] : [item],
    sequences: [...new Set([...near, ...ofItem])].toSorted((one, other) => one - other),
  };
}

/** Throws `unknownItem`, with the field that names nothing. */
export function subjectOf(context: DeskContext, asked: ParsedInput<"disputes.open">, last: number): Subject {
  if ("shiftId" in asked) return aboutShift(context, asked.shiftId, last);
  if ("itemId" in asked) return aboutItem(context, asked.itemId, last);
  return aboutEntry(context, asked.sequence, last);
}
