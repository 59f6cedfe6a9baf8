/** Questions that are asked before cash is taken: was this form captured already, and how much is still untold. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { prepared } from "../statements.ts";
import { type ItemRecord, itemRecordSchema } from "./record.ts";

export function itemByCapture(sql: Sql, captureId: string): ItemRecord | null {
  const found: unknown = prepared(sql, "SELECT record FROM outbox WHERE capture_id = ?")
    .pluck()
    .get(captureId);
  return typeof found === "string" ? itemRecordSchema.parse(JSON.parse(found)) : null;
}

const untold = z.object({
  count: z.number().int(),
  totalMinor: z.number().int(),
  oldestAt: z.string().nullable(),
});
export type Untold = z.infer<typeof untold>;

/** Repayments whose cash was taken and of which the lender has not been told: what the offline limits count. */
export function untoldRepayments(sql: Sql): Untold {
  return untold.parse(
    prepared(
      sql,
      `SELECT COUNT(*) AS count, COALESCE(SUM(amount_minor), 0) AS totalMinor,
              MIN(json_extract(record, '$.capturedAt')) AS oldestAt
         FROM outbox WHERE kind = 'repayment' AND state IN ('queued', 'held', 'sending')
          AND json_extract(record, '$.reason') IS NOT 'carriedOut'`,
    ).get(),
  );
}
