/** The till as sums of its ledger rows: lines, movements and the items that are not settled. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { type ItemRecord, itemRecordSchema } from "../outbox/record.ts";
import { hashAt } from "../storedRows.ts";

const minor = z.number().int();

export interface Shift {
  shiftId: string;
  openedSequence: number;
  openedAt: string;
  openedBy: string;
  closedSequence: number | null;
  closedAt: string | null;
  closedBy: string | null;
  expectedMinor: number | null;
  countedMinor: number | null;
  differenceMinor: number | null;
}

const shiftRow = z.object({
  shiftId: z.string(),
  openedSequence: minor,
  openedAt: z.string(),
  openedBy: z.string(),
  closedSequence: minor.nullable(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  expectedMinor: minor.nullable(),
  countedMinor: minor.nullable(),
  differenceMinor: minor.nullable(),
});

const shiftColumns = `shift_id AS shiftId, opened_sequence AS openedSequence, opened_at AS openedAt,
  opened_by AS openedBy, closed_sequence AS closedSequence, closed_at AS closedAt, closed_by AS closedBy,
  expected_minor AS expectedMinor, counted_minor AS countedMinor, difference_minor AS differenceMinor`;

function oneShift(found: unknown): Shift | null {
  return found === undefined ? null : shiftRow.parse(found);
}

export function openShiftOf(sql: Sql): Shift | null {
  return oneShift(sql.prepare(`SELECT ${shiftColumns} FROM shifts WHERE closed_sequence IS NULL`).get());
}

export function findShift(sql: Sql, shiftId: string): Shift | null {
  return oneShift(sql.prepare(`SELECT ${shiftColumns} FROM shifts WHERE shift_id = ?`).get(shiftId));
}

export function lastShift(sql: Sql): Shift | null {
  return oneShift(
    sql.prepare(`SELECT ${shiftColumns} FROM shifts ORDER BY opened_sequence DESC LIMIT 1`).get(),
  );
}

/** The journal's head as the last closed shift's report shows it, or null before the first. */
export function headAtLastClose(sql: Sql): string | null {
  const found: unknown = sql.prepare("SELECT MAX(closed_sequence) FROM shifts").pluck().get();
  return typeof found === "number" ? hashAt(sql, found) : null;
}

export interface TillLines {
  floatMinor: number;
  movedMinor: number;
  confirmedMinor: number;
  queuedMinor: number;
  unconfirmedMinor: number;
  toReturnMinor: number;
}

const lineRow = z.object({ line: z.string(), sum: minor });

export function linesOf(sql: Sql, shiftId: string): TillLines {
  const rows = z
    .array(lineRow)
    .parse(
      sql
        .prepare("SELECT line, SUM(amount_minor) AS sum FROM till_ledger WHERE shift_id = ? GROUP BY line")
        .all(shiftId),
    );
  const sums = new Map(rows.map(({ line, sum }) => [line, sum]));
  const of = (line: string) => sums.get(line) ?? 0;
  return {
    floatMinor: of("float"),
    movedMinor: of("moved"),
    confirmedMinor: of("confirmed"),
    queuedMinor: of("queued"),
    unconfirmedMinor: of("unconfirmed"),
    toReturnMinor: of("toReturn"),
  };
}

/** Cash still here of items that are settled against the customer: refused or withdrawn, and not given back. */
const cashWaits = "(state IN ('refused', 'voided') AND json_extract(record, '$.givenBack') = 0)";
const isUnsettled = `(state NOT IN ('posted', 'refused', 'voided') OR ${cashWaits})`;

const stateRow = z.object({ state: z.string(), count: minor });

/** Items of this shift, and those of earlier shifts that are not settled, by state. */
export function itemCounts(sql: Sql, shiftId: string | null): Record<string, number> {
  const rows = z
    .array(stateRow)
    .parse(
      sql
        .prepare(
          `SELECT state, COUNT(*) AS count FROM outbox WHERE shift_id = ? OR ${isUnsettled} GROUP BY state`,
        )
        .all(shiftId ?? ""),
    );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** What is carried over: every item that is not settled, oldest first. */
export function unsettledItems(sql: Sql): ItemRecord[] {
  const found = z
    .array(z.string())
    .parse(sql.prepare(`SELECT record FROM outbox WHERE ${isUnsettled} ORDER BY sequence`).pluck().all());
  return found.map((record) => itemRecordSchema.parse(JSON.parse(record)));
}

export interface MovementSum {
  kind: string;
  count: number;
  sumMinor: number;
}

const movementRow = z.object({ kind: z.string(), count: minor, sumMinor: minor });

/** Every kind of movement of one shift with its count and sum; together they are what the drawer should hold. */
export function movementsOf(sql: Sql, shiftId: string): MovementSum[] {
  return z.array(movementRow).parse(
    sql
      .prepare(
        `SELECT kind, COUNT(*) AS count, SUM(amount) AS sumMinor FROM (
           SELECT CASE
                    WHEN journal.kind = 'till.opened' THEN 'float'
                    WHEN journal.kind = 'item.givenBack' THEN 'givenBack'
                    WHEN ledger.item_id IS NULL AND ledger.amount_minor < 0 THEN 'out'
                    ELSE 'in'
                  END AS kind, ledger.amount_minor AS amount, ledger.sequence AS sequence
             FROM till_ledger AS ledger JOIN journal ON journal.sequence = ledger.sequence
            WHERE ledger.shift_id = @shiftId AND (ledger.item_id IS NULL OR journal.kind = 'item.givenBack')
           UNION ALL
           SELECT kind, CASE kind WHEN 'payout' THEN -amount_minor ELSE amount_minor END, sequence
             FROM outbox WHERE shift_id = @shiftId
         ) GROUP BY kind ORDER BY MIN(sequence)`,
      )
      .all({ shiftId }),
  );
}
