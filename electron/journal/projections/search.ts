/** Derived: what the journal can be searched by — never personal data, which is found through blind indexes instead. */

import type { Projection } from "../contract.ts";
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
  amount_minor INTEGER
) STRICT;
CREATE INDEX search_by_item ON search (item_id);
CREATE INDEX search_by_loan ON search (loan_id);
CREATE INDEX search_by_reference ON search (loan_ref);
CREATE INDEX search_by_receipt ON search (receipt_no);
CREATE INDEX search_by_date ON search (business_date);
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

export const searchProjection: Projection = {
  name: "search",
  ddl,
  tables: ["search"],
  apply(row, sql) {
    const itemId = text(row, "itemId");
    const item = itemId ? readItem(sql, itemId) : null;
    prepared(
      sql,
      `INSERT INTO search (sequence, kind, actor, at, business_date, item_id, loan_id, loan_ref, receipt_no, amount_minor)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    );
  },
};
