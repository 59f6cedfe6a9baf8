/** Questions about the loans of this counter, answered from the derived tables. */
import { z } from "zod";
import type { Page } from "../../../shared/api/values.ts";
import type { LoanStep } from "../../../shared/loanSteps.ts";
import type { Sql } from "../contract.ts";
import { prepared } from "../statements.ts";
import { type LoanRecord, loanRecordSchema } from "./record.ts";

const records = z.array(z.string());

function loansFrom(found: unknown[]): LoanRecord[] {
  return records.parse(found).map((record) => loanRecordSchema.parse(JSON.parse(record)));
}

/** Every filled form has its own id: the loan that came of it, unless nothing came of it. */
export function loanByCapture(sql: Sql, captureId: string): LoanRecord | null {
  const found = prepared(sql, "SELECT record FROM loans WHERE capture_id = ?").pluck().all(captureId);
  return loansFrom(found)[0] ?? null;
}

export function loanByReference(sql: Sql, providerId: string, loanRef: string): LoanRecord | null {
  const found = prepared(sql, "SELECT record FROM loans WHERE provider_id = ? AND loan_ref = ?")
    .pluck()
    .all(providerId, loanRef);
  return loansFrom(found)[0] ?? null;
}

/** Newest first. `applicantDigest` as `customerDigest` makes it. */
export function loansOfApplicant(sql: Sql, applicantDigest: string): LoanRecord[] {
  return loansFrom(
    prepared(sql, "SELECT record FROM loans WHERE applicant_digest = ? ORDER BY sequence DESC")
      .pluck()
      .all(applicantDigest),
  );
}

/** The loan whose last release check this is; null for an unknown check and for one that a newer check replaced. */
export function loanByCheck(sql: Sql, checkId: string): LoanRecord | null {
  const found = prepared(sql, "SELECT record FROM loans WHERE json_extract(record, '$.check.checkId') = ?")
    .pluck()
    .all(checkId);
  return loansFrom(found)[0] ?? null;
}

/** Loans whose cash lies on the counter, begun and not ended, oldest first. */
export function loansWithPayoutBegun(sql: Sql): LoanRecord[] {
  return loansFrom(
    prepared(
      sql,
      "SELECT record FROM loans WHERE json_extract(record, '$.payout.state') = 'begun' ORDER BY sequence",
    )
      .pluck()
      .all(),
  );
}

/** Loans whose signed files are not known to be at the lender yet, oldest first. */
export function loansToUpload(sql: Sql): LoanRecord[] {
  return loansFrom(
    prepared(
      sql,
      "SELECT record FROM loans WHERE json_extract(record, '$.upload.state') IN ('waiting', 'sending') ORDER BY sequence",
    )
      .pluck()
      .all(),
  ).filter((loan) => loan.step === "signed");
}

export interface LoanFilter {
  step?: LoanStep | undefined;
  /** A reference at the lender or a loan id of ours; the loans named in `loanIds` match as well. */
  text?: string | undefined;
  loanIds?: readonly string[] | undefined;
  page: Page;
}

const matching = `
  FROM loans
 WHERE (@step IS NULL OR step = @step)
   AND (@text IS NULL OR loan_ref = @text OR loan_id = @text OR loan_id IN (SELECT value FROM json_each(@loanIds)))`;

/** Newest first. */
export function listLoans(sql: Sql, filter: LoanFilter): { loans: LoanRecord[]; total: number } {
  const asked = {
    step: filter.step ?? null,
    text: filter.text ?? null,
    loanIds: JSON.stringify(filter.loanIds ?? []),
  };
  const total: unknown = prepared(sql, `SELECT COUNT(*) ${matching}`).pluck().get(asked);
  const { number, size } = filter.page;
  const found = prepared(sql, `SELECT record ${matching} ORDER BY sequence DESC LIMIT @size OFFSET @from`)
    .pluck()
    .all({ ...asked, size, from: (number - 1) * size });
  return { loans: loansFrom(found), total: Number(total) };
}
