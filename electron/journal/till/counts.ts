/** Counts of the drawer, and the shifts as a history. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { countsSchema } from "../rows/tillRows.ts";
import { prepared } from "../statements.ts";

const minor = z.number().int();

const countRow = z.object({
  number: minor,
  sequence: minor,
  at: z.string(),
  by: z.string(),
  counts: z.string().transform((text) => countsSchema.parse(JSON.parse(text))),
  countedMinor: minor,
  expectedMinor: minor,
});
export type CountRecord = z.infer<typeof countRow>;

/** In the order in which the drawer was counted. */
export function countsOf(sql: Sql, shiftId: string): CountRecord[] {
  return z.array(countRow).parse(
    prepared(
      sql,
      `SELECT number, sequence, at, by, counts, counted_minor AS countedMinor, expected_minor AS expectedMinor
         FROM drawer_counts WHERE shift_id = ? ORDER BY number`,
    ).all(shiftId),
  );
}

const summaryRow = z.object({
  shiftId: z.string(),
  businessDate: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  expectedMinor: minor.nullable(),
  countedMinor: minor.nullable(),
  differenceMinor: minor.nullable(),
  timesCounted: minor,
  disputes: minor,
});
export type ShiftSummary = z.infer<typeof summaryRow>;

/** The newest first. */
export function listShifts(
  sql: Sql,
  page: { number: number; size: number },
): { shifts: ShiftSummary[]; total: number } {
  const found = prepared(
    sql,
    `SELECT shift_id AS shiftId, business_date AS businessDate, opened_at AS openedAt, opened_by AS openedBy,
            closed_at AS closedAt, closed_by AS closedBy, expected_minor AS expectedMinor,
            counted_minor AS countedMinor, difference_minor AS differenceMinor,
            (SELECT COUNT(*) FROM drawer_counts WHERE drawer_counts.shift_id = shifts.shift_id) AS timesCounted,
            (SELECT COUNT(*) FROM disputes WHERE json_extract(facts, '$.shiftId') = shifts.shift_id) AS disputes
       FROM shifts ORDER BY opened_sequence DESC LIMIT ? OFFSET ?`,
  ).all(page.size, (page.number - 1) * page.size);
  const total: unknown = prepared(sql, "SELECT COUNT(*) FROM shifts").pluck().get();
  return { shifts: z.array(summaryRow).parse(found), total: Number(total) };
}
