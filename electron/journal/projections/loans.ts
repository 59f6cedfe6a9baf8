/** Derived: loans with their steps, and the last reading of the lender's books for each reference. */
import { z } from "zod";
import { type Reading, readingSchema } from "../../../shared/outbox.ts";
import type { Projection, Sql } from "../contract.ts";
import { type LoanRecord, loanRecordSchema, newLoan, nextLoan } from "../loans/record.ts";
import type { Row } from "../rows.ts";
import { prepared } from "../statements.ts";
import { readItem } from "./outbox.ts";

const ddl = `
CREATE TABLE loans (
  loan_id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  provider_id TEXT NOT NULL,
  loan_ref TEXT,
  capture_id TEXT UNIQUE,
  applicant_digest TEXT,
  step TEXT NOT NULL,
  created_at TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX loans_by_reference ON loans (provider_id, loan_ref);
CREATE INDEX loans_by_applicant ON loans (applicant_digest, created_at);
CREATE INDEX loans_by_check ON loans (json_extract(record, '$.check.checkId'));
CREATE INDEX loans_by_payout ON loans (json_extract(record, '$.payout.state'));
CREATE INDEX loans_by_upload ON loans (json_extract(record, '$.upload.state'));
CREATE TABLE readings (
  provider_id TEXT NOT NULL,
  loan_ref TEXT NOT NULL,
  at TEXT NOT NULL,
  months INTEGER,
  reading TEXT NOT NULL,
  PRIMARY KEY (provider_id, loan_ref)
) STRICT;
`;

export function readLoan(sql: Sql, loanId: string): LoanRecord | null {
  const found: unknown = prepared(sql, "SELECT record FROM loans WHERE loan_id = ?").pluck().get(loanId);
  return typeof found === "string" ? loanRecordSchema.parse(JSON.parse(found)) : null;
}

export interface StoredReading {
  reading: Reading;
  months: number | null;
}

const storedReading = z.object({ reading: z.string(), months: z.number().int().nullable() });

/** The last thing that the lender's books said about a reference, however old. */
export function lastReading(sql: Sql, providerId: string, loanRef: string): StoredReading | null {
  const found: unknown = prepared(
    sql,
    "SELECT reading, months FROM readings WHERE provider_id = ? AND loan_ref = ?",
  ).get(providerId, loanRef);
  if (found === undefined) return null;
  const { reading, months } = storedReading.parse(found);
  return { reading: readingSchema.parse(JSON.parse(reading)), months };
}

function saveLoan(sql: Sql, loan: LoanRecord, sequence: number): void {
  prepared(
    sql,
    `INSERT INTO loans (loan_id, sequence, provider_id, loan_ref, capture_id, applicant_digest, step, created_at, record)
       VALUES (@loanId, @sequence, @providerId, @loanRef, @captureId, @applicantDigest, @step, @createdAt, @record)
       ON CONFLICT (loan_id) DO UPDATE SET loan_ref = @loanRef, capture_id = @captureId, step = @step, record = @record`,
  ).run({
    loanId: loan.loanId,
    sequence,
    providerId: loan.providerId,
    loanRef: loan.loanRef,
    captureId: loan.captureId,
    applicantDigest: loan.applicantDigest,
    step: loan.step,
    createdAt: loan.createdAt,
    record: JSON.stringify(loan),
  });
}

function saveReading(
  sql: Sql,
  providerId: string,
  loanRef: string,
  months: number | null,
  reading: Reading,
): void {
  prepared(
    sql,
    `INSERT INTO readings (provider_id, loan_ref, at, months, reading) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (provider_id, loan_ref) DO UPDATE SET at = excluded.at, months = COALESCE(excluded.months, months), reading = excluded.reading`,
  ).run(providerId, loanRef, reading.at, months, JSON.stringify(reading));
}

/** The payout's confirmation makes the loan active; the lender's books, or a person's word, say so. */
function loanOfSettledPayout(
  sql: Sql,
  row: Extract<Row, { kind: "item.read" | "item.resolved" }>,
): string | null {
  const posted =
    row.kind === "item.read" ? row.payload.verdict.to === "posted" : row.payload.decision === "posted";
  if (!posted) return null;
  const item = readItem(sql, row.payload.itemId);
  return item?.kind === "payout" ? item.loanId : null;
}

export const loansProjection: Projection = {
  name: "loans",
  ddl,
  tables: ["loans", "readings"],
  apply(row, sql) {
    if (row.kind === "loan.applying" || row.kind === "loan.adopted" || row.kind === "loan.carriedIn") {
      if (readLoan(sql, row.payload.loanId))
        throw new Error(`Row ${row.sequence} (${row.kind}): loan ${row.payload.loanId} exists already.`);
      saveLoan(sql, newLoan(row), row.sequence);
      return;
    }
    if (row.kind === "loan.read") {
      const { providerId, loanRef, months, reading } = row.payload;
      saveReading(sql, providerId, loanRef, months, reading);
      return;
    }
    if (row.kind === "item.read" || row.kind === "item.resolved") {
      const item = readItem(sql, row.payload.itemId);
      if (item && row.kind === "item.read")
        saveReading(sql, item.providerId, item.loanRef, null, row.payload.reading);
      const loanId = loanOfSettledPayout(sql, row);
      const loan = loanId ? readLoan(sql, loanId) : null;
      if (loan && loan.step !== "active" && loan.step !== "closed")
        saveLoan(
          sql,
          {
            ...loan,
            step: "active",
            history: [...loan.history, { step: "active", at: row.at, by: row.actor }],
          },
          row.sequence,
        );
      return;
    }
    if (!("loanId" in row.payload) || typeof row.payload.loanId !== "string") return;
    const loan = readLoan(sql, row.payload.loanId);
    if (!loan) {
      if (row.kind.startsWith("loan.") || row.kind.startsWith("payout."))
        throw new Error(`Row ${row.sequence} (${row.kind}): loan ${row.payload.loanId} is unknown.`);
      return;
    }
    const after = nextLoan(loan, row);
    if (after !== loan) saveLoan(sql, after, row.sequence);
  },
};
