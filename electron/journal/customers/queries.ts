/** Questions about registrations, loan accounts and letters at other systems, answered from the derived tables. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { prepared } from "../statements.ts";

const onboarding = z.object({
  onboardingId: z.string(),
  providerId: z.string(),
  isUpdate: z.number().transform((flag) => flag === 1),
  at: z.string(),
  result: z.string().nullable(),
});
export type StoredOnboarding = z.infer<typeof onboarding>;

const onboardingColumns =
  "onboarding_id AS onboardingId, provider_id AS providerId, is_update AS isUpdate, at, result";

/** Without an answer, or with one that says nothing: after a crash the answer is missing, which is the same. */
const OPEN_ONBOARDING = "(result IS NULL OR result = 'inDoubt')";

export function isOpenOnboarding({ result }: StoredOnboarding): boolean {
  return result === null || result === "inDoubt";
}

export function readOnboarding(sql: Sql, onboardingId: string): StoredOnboarding | null {
  const found: unknown = prepared(
    sql,
    `SELECT ${onboardingColumns} FROM onboardings WHERE onboarding_id = ?`,
  ).get(onboardingId);
  return found === undefined ? null : onboarding.parse(found);
}

/** Oldest first. */
export function openOnboardings(sql: Sql): StoredOnboarding[] {
  const found: unknown[] = prepared(
    sql,
    `SELECT ${onboardingColumns} FROM onboardings WHERE ${OPEN_ONBOARDING} ORDER BY sequence`,
  ).all();
  return z.array(onboarding).parse(found);
}

export function openOnboardingsOf(sql: Sql, providerId: string, customerDigest: string): StoredOnboarding[] {
  const found: unknown[] = prepared(
    sql,
    `SELECT ${onboardingColumns} FROM onboardings
     WHERE provider_id = ? AND customer_digest = ? AND ${OPEN_ONBOARDING} ORDER BY sequence`,
  ).all(providerId, customerDigest);
  return z.array(onboarding).parse(found);
}

/** True where a register has said that this person must not be served, and has not said otherwise since. */
export function isStoppedAnywhere(sql: Sql, pinDigest: string): boolean {
  return prepared(sql, "SELECT 1 FROM not_served WHERE customer_digest = ?").get(pinDigest) !== undefined;
}

export function isStoppedBy(sql: Sql, providerId: string, pinDigest: string): boolean {
  return (
    prepared(sql, "SELECT 1 FROM not_served WHERE customer_digest = ? AND provider_id = ?").get(
      pinDigest,
      providerId,
    ) !== undefined
  );
}

const letter = z.object({
  providerId: z.string(),
  loanRef: z.string(),
  loanType: z.string(),
  documentId: z.string(),
  at: z.string(),
  issuedBy: z.string(),
});
export type IssuedLetter = z.infer<typeof letter>;

/** The newest first. */
export function issuedLetters(sql: Sql, most: number): IssuedLetter[] {
  const found: unknown[] = prepared(
    sql,
    `SELECT provider_id AS providerId, loan_ref AS loanRef, loan_type AS loanType, document_id AS documentId, at,
            issued_by AS issuedBy
     FROM letters ORDER BY sequence DESC LIMIT ?`,
  ).all(most);
  return z.array(letter).parse(found);
}

export function hasLetter(sql: Sql, loanRef: string): boolean {
  return prepared(sql, "SELECT 1 FROM letters WHERE loan_ref = ?").get(loanRef) !== undefined;
}

/** Ids of loans that are closed and for which this counter has fetched no letter yet, the newest first. */
export function closedWithoutLetter(sql: Sql, most: number): string[] {
  const found: unknown[] = prepared(
    sql,
    `SELECT loan_id FROM loans
     WHERE step = 'closed' AND loan_ref IS NOT NULL AND loan_ref NOT IN (SELECT loan_ref FROM letters)
     ORDER BY sequence DESC LIMIT ?`,
  )
    .pluck()
    .all(most);
  return z.array(z.string()).parse(found);
}

const account = z.object({
  captureId: z.string(),
  accountRequestId: z.string(),
  providerId: z.string(),
  fieldsDigest: z.string(),
  customerDigest: z.string().nullable(),
  amountMinor: z.number().int(),
  currency: z.string(),
  at: z.string(),
  result: z.enum(["created", "refused", "notSent", "inDoubt"]).nullable(),
  accountId: z.string().nullable(),
  bookedAmountMinor: z.number().int().nullable(),
  feeMinor: z.number().int().nullable(),
  status: z.string().nullable(),
  inferred: z.number().transform((flag) => flag === 1),
});
export type StoredAccount = z.infer<typeof account>;

const accountColumns = `capture_id AS captureId, account_request_id AS accountRequestId, provider_id AS providerId,
  fields_digest AS fieldsDigest, customer_digest AS customerDigest, amount_minor AS amountMinor, currency, at, result,
  account_id AS accountId, booked_amount_minor AS bookedAmountMinor, fee_minor AS feeMinor, status, inferred`;

export function accountByCapture(sql: Sql, captureId: string): StoredAccount | null {
  const found: unknown = prepared(
    sql,
    `SELECT ${accountColumns} FROM loan_accounts WHERE capture_id = ?`,
  ).get(captureId);
  return found === undefined ? null : account.parse(found);
}

/** Created or in doubt, the newest first; what was refused or never sent opened nothing. */
export function accountsAskedFor(sql: Sql, most: number): StoredAccount[] {
  const found: unknown[] = prepared(
    sql,
    `SELECT ${accountColumns} FROM loan_accounts
     WHERE result IS NULL OR result IN ('created', 'inDoubt') ORDER BY sequence DESC LIMIT ?`,
  ).all(most);
  return z.array(account).parse(found);
}

/** The same for one customer, where the account was asked for from that customer's page. */
export function accountsOfCustomer(sql: Sql, customerDigest: string, most: number): StoredAccount[] {
  const found: unknown[] = prepared(
    sql,
    `SELECT ${accountColumns} FROM loan_accounts
     WHERE customer_digest = ? AND (result IS NULL OR result IN ('created', 'inDoubt'))
     ORDER BY sequence DESC LIMIT ?`,
  ).all(customerDigest, most);
  return z.array(account).parse(found);
}

/** True for an account that this counter has opened or found already, under the short or the long form of its id. */
export function isAccountKnown(sql: Sql, providerId: string, accountId: string): boolean {
  return (
    prepared(
      sql,
      "SELECT 1 FROM loan_accounts WHERE provider_id = ? AND substr(account_id, 1, 15) = substr(?, 1, 15)",
    ).get(providerId, accountId) !== undefined
  );
}
