/** Derived: shifts, counts of the drawer, and the till's ledger, whose sums are the till's balances. */

import type { Projection, Sql } from "../contract.ts";
import type { TillLine } from "../outbox/record.ts";
import { prepared } from "../statements.ts";

const ddl = `
CREATE TABLE shifts (
  shift_id TEXT PRIMARY KEY,
  business_date TEXT NOT NULL,
  opened_sequence INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  float_counts TEXT NOT NULL,
  closed_sequence INTEGER,
  closed_at TEXT,
  closed_by TEXT,
  expected_minor INTEGER,
  counted_minor INTEGER,
  difference_minor INTEGER,
  closed_counts TEXT,
  note TEXT,
  approved_by TEXT,
  carried_over TEXT,
  carried_over_signed INTEGER NOT NULL DEFAULT 0,
  closed_office TEXT,
  closed_till TEXT,
  closed_currency TEXT,
  closed_version TEXT
) STRICT;
CREATE UNIQUE INDEX one_open_shift ON shifts ((1)) WHERE closed_sequence IS NULL;
CREATE TABLE drawer_counts (
  shift_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  counts TEXT NOT NULL,
  counted_minor INTEGER NOT NULL,
  expected_minor INTEGER NOT NULL,
  PRIMARY KEY (shift_id, number)
) STRICT;
CREATE TABLE till_ledger (
  sequence INTEGER NOT NULL,
  shift_id TEXT NOT NULL,
  line TEXT NOT NULL CHECK (line IN ('float', 'moved', 'confirmed', 'queued', 'unconfirmed', 'toReturn')),
  item_id TEXT,
  amount_minor INTEGER NOT NULL
) STRICT;
CREATE INDEX till_ledger_by_shift ON till_ledger (shift_id, line);
CREATE INDEX till_ledger_by_sequence ON till_ledger (sequence);
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

/** Cash that comes into a drawer or leaves it, and belongs to no item. */
export function moveDrawer(sql: Sql, sequence: number, shiftId: string, amountMinor: number): void {
  addToLedger(sql, { sequence, shiftId, line: "moved", itemId: null, amountMinor });
}

export const tillProjection: Projection = {
  name: "till",
  ddl,
  tables: ["shifts", "drawer_counts", "till_ledger"],
  apply(row, sql) {
    switch (row.kind) {
      case "till.opened": {
        const { shiftId, floatMinor, counts = [] } = row.payload;
        prepared(
          sql,
          `INSERT INTO shifts (shift_id, business_date, opened_sequence, opened_at, opened_by, float_counts)
             VALUES (?, ?, ?, ?, ?, ?)`,
        ).run(shiftId, row.businessDate, row.sequence, row.at, row.actor, JSON.stringify(counts));
        addToLedger(sql, {
          sequence: row.sequence,
          shiftId,
          line: "float",
          itemId: null,
          amountMinor: floatMinor,
        });
        return;
      }
      case "till.moved": {
        const { shiftId, direction, amountMinor } = row.payload;
        moveDrawer(sql, row.sequence, shiftId, direction === "in" ? amountMinor : -amountMinor);
        return;
      }
      case "till.counted": {
        const { shiftId, number, counts, countedMinor, expectedMinor } = row.payload;
        prepared(
          sql,
          `INSERT INTO drawer_counts (shift_id, number, sequence, at, by, counts, counted_minor, expected_minor)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ).run(
          ...[shiftId, number, row.sequence, row.at, row.actor],
          ...[JSON.stringify(counts), countedMinor, expectedMinor],
        );
        return;
      }
      case "till.closed": {
        const { shiftId, expectedMinor, countedMinor, differenceMinor, counts, note, approvedBy } =
          row.payload;
        const { carriedOver, carriedOverSigned = false, appVersion = null } = row.payload;
        prepared(
          sql,
          `UPDATE shifts SET closed_sequence = ?, closed_at = ?, closed_by = ?, expected_minor = ?, counted_minor = ?,
                             difference_minor = ?, closed_counts = ?, note = ?, approved_by = ?, carried_over = ?,
                             carried_over_signed = ?, closed_version = ?,
                             (closed_office, closed_till, closed_currency) = (SELECT office, till, currency FROM office)
             WHERE shift_id = ?`,
        ).run(
          ...[row.sequence, row.at, row.actor, expectedMinor, countedMinor, differenceMinor],
          ...[JSON.stringify(counts), note, approvedBy],
          carriedOver === undefined ? null : JSON.stringify(carriedOver),
          ...[carriedOverSigned ? 1 : 0, appVersion, shiftId],
        );
        return;
      }
      default:
        return;
    }
  },
};
