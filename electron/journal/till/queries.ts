/** The till as sums of its ledger rows: lines, movements and the items that are not settled. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { type ItemRecord, itemRecordSchema } from "../outbox/record.ts";
import { carriedSchema, countsSchema } from "../rows/tillRows.ts";
import { hashAt } from "../storedRows.ts";

const minor = z.number().int();

const countsText = z.string().transform((text) => countsSchema.parse(JSON.parse(text)));

const shiftRow = z.object({
  shiftId: z.string(),
  businessDate: z.string(),
  openedSequence: minor,
  openedAt: z.string(),
  openedBy: z.string(),
  floatCounts: countsText,
  closedSequence: minor.nullable(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  expectedMinor: minor.nullable(),
  countedMinor: minor.nullable(),
  differenceMinor: minor.nullable(),
  note: z.string().nullable(),
  approvedBy: z.string().nullable(),
  /** Null while open, and for a shift that a version before this list has closed. */
  carriedOver: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : z.array(carriedSchema).parse(JSON.parse(text)))),
  carriedOverSigned: minor.transform((flag) => flag !== 0),
  /** As they were when the shift was closed: the report says so for ever. */
  closedOffice: z.string().nullable(),
  closedTill: z.string().nullable(),
  closedCurrency: z.string().nullable(),
  closedVersion: z.string().nullable(),
});
export type Shift = z.infer<typeof shiftRow>;

const shiftColumns = `shift_id AS shiftId, business_date AS businessDate, opened_sequence AS openedSequence,
  opened_at AS openedAt, opened_by AS openedBy, float_counts AS floatCounts, closed_sequence AS closedSequence,
  closed_at AS closedAt, closed_by AS closedBy, expected_minor AS expectedMinor, counted_minor AS countedMinor,
  difference_minor AS differenceMinor, note, approved_by AS approvedBy, carried_over AS carriedOver,
  carried_over_signed AS carriedOverSigned, closed_office AS closedOffice, closed_till AS closedTill,
  closed_currency AS closedCurrency, closed_version AS closedVersion`;

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

/** As they stand now, or as they stood when `upTo` was the journal's last entry. */
export function linesOf(sql: Sql, shiftId: string, upTo: number | null = null): TillLines {
  const rows = z.array(lineRow).parse(
    sql
      .prepare(
        `SELECT line, SUM(amount_minor) AS sum FROM till_ledger
          WHERE shift_id = @shiftId AND (@upTo IS NULL OR sequence <= @upTo) GROUP BY line`,
      )
      .all({ shiftId, upTo }),
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

/** What became of the items that this shift took and left settled: counts by state. */
export function settledCounts(sql: Sql, shiftId: string, carried: readonly string[]): Record<string, number> {
  const rows = z.array(stateRow).parse(
    sql
      .prepare(
        `SELECT state, COUNT(*) AS count FROM outbox
            WHERE shift_id = ? AND item_id NOT IN (SELECT value FROM json_each(?)) GROUP BY state`,
      )
      .all(shiftId, JSON.stringify(carried)),
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
                    WHEN journal.kind = 'till.transferred' THEN 'transferOut'
                    WHEN journal.kind = 'till.transferReceived' THEN 'transferIn'
                    WHEN journal.kind = 'till.transferEnded' THEN 'transferBack'
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
