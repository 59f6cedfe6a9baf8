/** Which daily work is due, as the journal itself tells: its days, and what was done on them. */
import { z } from "zod";
import type { Sql } from "../contract.ts";

const textOrNull = z.string().nullable();

function one(sql: Sql, text: string, ...values: string[]): string | null {
  return textOrNull.parse(
    sql
      .prepare(text)
      .pluck()
      .get(...values) ?? null,
  );
}

/** A day's first start backs up what the days before have left; a till that was set up today has nothing yet. */
export function isBackUpDue(sql: Sql, today: string): boolean {
  const last = one(sql, "SELECT MAX(business_date) FROM search WHERE kind = 'setup.backedUp'");
  const hasEarlier =
    one(sql, "SELECT MIN(business_date) FROM search WHERE business_date < ?", today) !== null;
  return last !== today && hasEarlier;
}

/** When the till last worked before today, or null on its first day. */
export function lastWorkedBefore(sql: Sql, today: string): string | null {
  return one(sql, "SELECT MAX(at) FROM search WHERE business_date < ?", today);
}
