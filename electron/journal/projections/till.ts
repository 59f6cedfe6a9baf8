/** Derived: shifts and the till's ledger, whose sums are the till's balances. */

import type { Projection, Sql } from "../contract.ts";
import type { TillLine } from "../outbox/record.ts";
import { prepared } from "../statements.ts";

const ddl = `
CREATE TABLE shifts (
  shift_id TEXT PRIMARY KEY,
  opened_sequence INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  closed_sequence INTEGER,
  closed_at TEXT,
  closed_by TEXT,
  expected_minor INTEGER,
  counted_minor INTEGER,
  difference_minor INTEGER
) STRICT;
CREATE UNIQUE INDEX one_open_shift ON shifts ((1)) WHERE closed_sequence IS NULL;
CREATE TABLE till_ledger (
  sequence INTEGER NOT NULL,
  shift_id TEXT NOT NULL,
  line TEXT NOT NULL CHECK (line IN ('float', 'moved', 'confirmed', 'queued', 'unconfirmed', 'toReturn')),
  item_id TEXT,
  amount_minor INTEGER NOT NULL
) STRICT;
CREATE INDEX till_ledger_by_shift ON till_ledger (shift_id, line);
`;

export interface LedgerEntry {
  sequence: number;
  shiftId: string;
  line: TillLine;
  itemId: string | null;
  amountMinor: number;
}

export function addToLedger(sql: Sql, entry: LedgerEntry): void {
  if (entry.amountMinor === 0) return;
  prepared(
    sql,
    "INSERT INTO till_ledger (sequence, shift_id, line, item_id, amount_minor) VALUES (@sequence, @shiftId, @line, @itemId, @amountMinor)",
  ).run(entry);
}

export const tillProjection: Projection = {
  name: "till",
  ddl,
  tables: ["shifts", "till_ledger"],
  apply(row, sql) {
    if (row.kind === "till.opened") {
      const { shiftId, floatMinor } = row.payload;
      prepared(
        sql,
        "INSERT INTO shifts (shift_id, opened_sequence, opened_at, opened_by) VALUES (?, ?, ?, ?)",
      ).run(shiftId, row.sequence, row.at, row.actor);
      addToLedger(sql, {
        sequence: row.sequence,
        shiftId,
        line: "float",
        itemId: null,
        amountMinor: floatMinor,
      });
    } else if (row.kind === "till.moved") {
      const { shiftId, direction, amountMinor } = row.payload;
      const signed = direction === "in" ? amountMinor : -amountMinor;
      addToLedger(sql, { sequence: row.sequence, shiftId, line: "moved", itemId: null, amountMinor: signed });
    } else if (row.kind === "till.closed") {
      const { shiftId, expectedMinor, countedMinor, differenceMinor } = row.payload;
      prepared(
        sql,
        `UPDATE shifts SET closed_sequence = ?, closed_at = ?, closed_by = ?, expected_minor = ?, counted_minor = ?,
                             difference_minor = ? WHERE shift_id = ?`,
      ).run(row.sequence, row.at, row.actor, expectedMinor, countedMinor, differenceMinor, shiftId);
    }
  },
};
