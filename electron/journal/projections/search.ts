/** Derived: what the journal can be searched by — never personal data, which is found through blind indexes instead. */

import type { Projection, Sql } from "../contract.ts";
import type { Row } from "../rows.ts";
import { prepared } from "../statements.ts";
import { readItem } from "./outbox.ts";

const ddl = `
CREATE TABLE search (
  sequence INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  business_date TEXT NOT NULL,
  item_id TEXT,
  loan_id TEXT,
  loan_ref TEXT,
  receipt_no TEXT,
  amount_minor INTEGER,
  customer_digest TEXT,
  subject_id TEXT
) STRICT;
CREATE INDEX search_by_item ON search (item_id);
CREATE INDEX search_by_loan ON search (loan_id);
CREATE INDEX search_by_reference ON search (loan_ref);
CREATE INDEX search_by_receipt ON search (receipt_no);
CREATE INDEX search_by_date ON search (business_date);
CREATE INDEX search_by_customer ON search (customer_digest);
CREATE INDEX search_by_subject ON search (subject_id);
`;

function text(row: Row, name: string): string | null {
  const value: unknown = Object.entries(row.payload).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : null;
}

function amount(row: Row): number | null {
  for (const [key, value] of Object.entries(row.payload))
    if (
      (key === "amountMinor" || key === "floatMinor" || key === "countedMinor") &&
      typeof value === "number"
    )
      return value;
  return null;
}

/** The keyed digest of a customer's number where the row itself names one. */
function ownCustomer(row: Row): string | null {
  if (row.kind === "customer.onboarding") return row.payload.pinDigest ?? null;
  return text(row, "customerDigest") ?? text(row, "applicantDigest");
}

/** What follows a registration or a request for an account is about the same customer. */
function customerOfSubject(sql: Sql, subjectId: string): string | null {
  const found: unknown = prepared(
    sql,
    "SELECT customer_digest FROM search WHERE subject_id = ? ORDER BY sequence LIMIT 1",
  )
    .pluck()
    .get(subjectId);
  return typeof found === "string" ? found : null;
}

export const searchProjection: Projection = {
  name: "search",
  ddl,
  tables: ["search"],
  apply(row, sql) {
    const itemId = text(row, "itemId");
    const item = itemId ? readItem(sql, itemId) : null;
    const subjectId = text(row, "onboardingId") ?? text(row, "accountRequestId");
    const customer = ownCustomer(row) ?? (subjectId === null ? null : customerOfSubject(sql, subjectId));
    prepared(
      sql,
      `INSERT INTO search (sequence, kind, actor, at, business_date, item_id, loan_id, loan_ref, receipt_no, amount_minor,
         customer_digest, subject_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      row.sequence,
      row.kind,
      row.actor,
      row.at,
      row.businessDate,
      itemId,
      text(row, "loanId") ?? item?.loanId ?? null,
      text(row, "loanRef") ?? item?.loanRef ?? null,
      text(row, "slipNo") ?? text(row, "receiptNo") ?? item?.receiptNo ?? null,
      amount(row) ?? item?.amountMinor ?? null,
      customer,
      subjectId,
    );
  },
};
