/** Derived: what was done without a second person and waits for a supervisor's signature, or has it. */
import type { Projection } from "../contract.ts";
import { prepared } from "../statements.ts";

const ddl = `
CREATE TABLE deferred_approvals (
  approval_id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  what TEXT NOT NULL,
  item_id TEXT NOT NULL,
  acted_by TEXT NOT NULL,
  at TEXT NOT NULL,
  business_date TEXT NOT NULL,
  signed_by TEXT,
  signed_at TEXT,
  note TEXT
) STRICT;
CREATE INDEX deferred_approvals_by_item ON deferred_approvals (item_id);
`;

export const approvalsProjection: Projection = {
  name: "approvals",
  ddl,
  tables: ["deferred_approvals"],
  apply(row, sql) {
    if (row.kind === "approval.deferred") {
      const { approvalId, what, itemId } = row.payload;
      prepared(
        sql,
        `INSERT INTO deferred_approvals (approval_id, sequence, what, item_id, acted_by, at, business_date)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ).run(approvalId, row.sequence, what, itemId, row.actor, row.at, row.businessDate);
    } else if (row.kind === "approval.signed") {
      prepared(
        sql,
        "UPDATE deferred_approvals SET signed_by = ?, signed_at = ?, note = ? WHERE approval_id = ?",
      ).run(row.actor, row.at, row.payload.note, row.payload.approvalId);
    }
  },
};
