/** What waits for a supervisor's signature, and what was signed later. */
import { z } from "zod";
import type { Page } from "../../../shared/api/values.ts";
import type { Sql } from "../contract.ts";
import { prepared } from "../statements.ts";

const approvalRow = z.object({
  approvalId: z.string(),
  sequence: z.number().int(),
  what: z.string(),
  itemId: z.string(),
  actedBy: z.string(),
  at: z.string(),
  businessDate: z.string(),
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
  note: z.string().nullable(),
});
export type ApprovalRecord = z.infer<typeof approvalRow>;

const columns = `approval_id AS approvalId, sequence, what, item_id AS itemId, acted_by AS actedBy, at,
  business_date AS businessDate, signed_by AS signedBy, signed_at AS signedAt, note`;

export function readApproval(sql: Sql, approvalId: string): ApprovalRecord | null {
  const found: unknown = prepared(sql, `SELECT ${columns} FROM deferred_approvals WHERE approval_id = ?`).get(
    approvalId,
  );
  return found === undefined ? null : approvalRow.parse(found);
}

/** What the same person has deferred for the same item and not got signed yet: trying again adds no second one. */
export function waitingApproval(
  sql: Sql,
  { what, itemId, actedBy }: { what: string; itemId: string; actedBy: string },
): ApprovalRecord | null {
  const found: unknown = prepared(
    sql,
    `SELECT ${columns} FROM deferred_approvals
     WHERE what = ? AND item_id = ? AND acted_by = ? AND signed_by IS NULL`,
  ).get(what, itemId, actedBy);
  return found === undefined ? null : approvalRow.parse(found);
}

/** All that wait, oldest first: the longest unsigned comes before the rest. */
export function waitingApprovals(sql: Sql): ApprovalRecord[] {
  return z
    .array(approvalRow)
    .parse(
      prepared(
        sql,
        `SELECT ${columns} FROM deferred_approvals WHERE signed_by IS NULL ORDER BY sequence`,
      ).all(),
    );
}

/** The signed ones, newest first. */
export function signedApprovals(
  sql: Sql,
  { number, size }: Page,
): { found: ApprovalRecord[]; total: number } {
  const total: unknown = prepared(sql, "SELECT COUNT(*) FROM deferred_approvals WHERE signed_by IS NOT NULL")
    .pluck()
    .get();
  const found = prepared(
    sql,
    `SELECT ${columns} FROM deferred_approvals WHERE signed_by IS NOT NULL
     ORDER BY sequence DESC LIMIT ? OFFSET ?`,
  ).all(size, (number - 1) * size);
  return { found: z.array(approvalRow).parse(found), total: z.number().int().parse(total) };
}
