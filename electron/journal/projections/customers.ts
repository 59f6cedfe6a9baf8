/** Derived: registrations, loan accounts and letters that were asked for at other systems, and who is not served there. */
import type { Projection } from "../contract.ts";

const ddl = `
CREATE TABLE onboardings (
  onboarding_id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  provider_id TEXT NOT NULL,
  customer_digest TEXT NOT NULL,
  is_update INTEGER NOT NULL,
  at TEXT NOT NULL,
  result TEXT
) STRICT;
CREATE INDEX onboardings_by_customer ON onboardings (provider_id, customer_digest);
CREATE TABLE not_served (
  customer_digest TEXT NOT NULL,
  provider_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (customer_digest, provider_id)
) STRICT;
CREATE TABLE letters (
  sequence INTEGER PRIMARY KEY,
  provider_id TEXT NOT NULL,
  loan_ref TEXT NOT NULL,
  loan_type TEXT NOT NULL,
  document_id TEXT NOT NULL,
  at TEXT NOT NULL,
  issued_by TEXT NOT NULL
) STRICT;
CREATE INDEX letters_by_loan ON letters (loan_ref);
CREATE TABLE loan_accounts (
  capture_id TEXT PRIMARY KEY,
  account_request_id TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL,
  provider_id TEXT NOT NULL,
  fields_digest TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  at TEXT NOT NULL,
  result TEXT,
  account_id TEXT,
  booked_amount_minor INTEGER,
  fee_minor INTEGER,
  status TEXT,
  inferred INTEGER NOT NULL DEFAULT 0,
  customer_digest TEXT
) STRICT;
CREATE INDEX loan_accounts_by_customer ON loan_accounts (customer_digest);
CREATE INDEX loan_accounts_by_account ON loan_accounts (provider_id, account_id);
`;

export const customersProjection: Projection = {
  name: "customers",
  ddl,
  tables: ["onboardings", "not_served", "letters", "loan_accounts"],
  apply(row, sql) {
    switch (row.kind) {
      case "customer.onboarding": {
        const { onboardingId, providerId, customerDigest, update } = row.payload;
        sql
          .prepare(
            "INSERT INTO onboardings (onboarding_id, sequence, provider_id, customer_digest, is_update, at) VALUES (?, ?, ?, ?, ?, ?)",
          )
          .run(onboardingId, row.sequence, providerId, customerDigest, update ? 1 : 0, row.at);
        return;
      }
      case "customer.onboardingAnswered":
        sql
          .prepare("UPDATE onboardings SET result = ? WHERE onboarding_id = ?")
          .run(row.payload.result, row.payload.onboardingId);
        return;
      case "customer.doubtDecided":
        sql
          .prepare("UPDATE onboardings SET result = ? WHERE onboarding_id = ?")
          .run(row.payload.decision, row.payload.onboardingId);
        return;
      case "customer.standing": {
        const { customerDigest, providerId, served } = row.payload;
        if (served) {
          sql
            .prepare("DELETE FROM not_served WHERE customer_digest = ? AND provider_id = ?")
            .run(customerDigest, providerId);
        } else {
          sql
            .prepare("INSERT OR REPLACE INTO not_served (customer_digest, provider_id, at) VALUES (?, ?, ?)")
            .run(customerDigest, providerId, row.at);
        }
        return;
      }
      case "letter.issued": {
        const { providerId, loanRef, loanType, documentId } = row.payload;
        sql
          .prepare(
            `INSERT INTO letters (sequence, provider_id, loan_ref, loan_type, document_id, at, issued_by)
             VALUES (?, ?, ?, ?, ?, ?, ?)`,
          )
          .run(row.sequence, providerId, loanRef, loanType, documentId, row.at, row.actor);
        return;
      }
      case "account.creating": {
        const { payload } = row;
        // A form whose first request opened nothing may be sent again: it then stands here once, as the new request.
        sql
          .prepare(
            `INSERT OR REPLACE INTO loan_accounts
             (capture_id, account_request_id, sequence, provider_id, fields_digest, amount_minor, currency, at,
              customer_digest)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          )
          .run(
            payload.captureId,
            payload.accountRequestId,
            row.sequence,
            payload.providerId,
            payload.fieldsDigest,
            payload.amountMinor,
            payload.currency,
            row.at,
            payload.customerDigest ?? null,
          );
        return;
      }
      case "account.answered":
      case "account.settled": {
        const { payload } = row;
        const settled = row.kind === "account.settled";
        const result =
          row.kind === "account.answered"
            ? row.payload.result
            : payload.accountId === null
              ? "refused"
              : "created";
        sql
          .prepare(
            `UPDATE loan_accounts
             SET result = ?, account_id = ?, booked_amount_minor = ?, fee_minor = ?, status = ?, inferred = ?
             WHERE account_request_id = ?`,
          )
          .run(
            result,
            payload.accountId,
            payload.bookedAmountMinor,
            payload.feeMinor,
            payload.status,
            settled ? 1 : 0,
            payload.accountRequestId,
          );
        return;
      }
      default:
    }
  },
};
