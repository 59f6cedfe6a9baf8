/** Whose personal data have had their time: everything that this till keeps about them is settled and older than the limit. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { loanByReference } from "../loans/queries.ts";
import type { LoanRecord } from "../loans/record.ts";
import { itemsOfLoan } from "../outbox/queries.ts";
import { cashToReturn, type ItemRecord, isCarriedOut, isFinal } from "../outbox/record.ts";
import { loansKeeping } from "../paper/queries.ts";
import { readLoan } from "../projections/loans.ts";
import { readItem } from "../projections/outbox.ts";

const customerIds = z.array(z.string());
const cellRows = z.array(z.object({ tableName: z.string(), rowId: z.string() }));
const documentRow = z.object({ loanId: z.string().nullable(), at: z.string(), purged: z.number() });
const outcomeRow = z.object({ result: z.string().nullable(), at: z.string() });

export interface ExpiredCustomer {
  customerId: string;
  /** Their documents whose files are still there. */
  documentIds: string[];
}

/** The last journal entry about an item or a loan. */
function lastAt(sql: Sql, column: "item_id" | "loan_id", value: string): string {
  return (
    z
      .string()
      .nullable()
      .parse(sql.prepare(`SELECT MAX(at) FROM search WHERE ${column} = ?`).pluck().get(value)) ?? ""
  );
}

/** This till has nothing left to do for it: not with the lender, nor with the customer's cash. */
function isItemOver(item: ItemRecord): boolean {
  return isCarriedOut(item) || (isFinal(item) && !cashToReturn(item));
}

/** Where the counter's work for a loan ends. A loan that is being repaid is kept young by every payment and reading. */
const lastSteps: readonly LoanRecord["step"][] = ["rejected", "cancelled", "closed", "active"];

function isLoanOver(sql: Sql, loan: LoanRecord): boolean {
  return (
    lastSteps.includes(loan.step) &&
    loan.cancelling === null &&
    loan.payout?.state !== "begun" &&
    (loan.loanRef === null || itemsOfLoan(sql, loan.providerId, loan.loanRef).every(isItemOver))
  );
}

function isLoanExpired(sql: Sql, loanId: string, before: string): boolean {
  const loan = readLoan(sql, loanId);
  return loan === null || (isLoanOver(sql, loan) && lastAt(sql, "loan_id", loanId) < before);
}

function isReadingExpired(sql: Sql, rowId: string, before: string): boolean {
  const at = rowId.indexOf("/");
  const [providerId, loanRef] = [rowId.slice(0, at), rowId.slice(at + 1)];
  const readAt: unknown = sql
    .prepare("SELECT at FROM readings WHERE provider_id = ? AND loan_ref = ?")
    .pluck()
    .get(providerId, loanRef);
  const loan = loanByReference(sql, providerId, loanRef);
  return (
    (typeof readAt !== "string" || readAt < before) &&
    itemsOfLoan(sql, providerId, loanRef).every(isItemOver) &&
    (loan === null || isLoanExpired(sql, loan.loanId, before))
  );
}

function documentOf(sql: Sql, documentId: string): z.infer<typeof documentRow> | null {
  const found: unknown = sql
    .prepare(
      `SELECT documents.loan_id AS loanId, journal.at AS at, documents.purged AS purged FROM documents
         JOIN journal ON journal.sequence = documents.sequence WHERE documents.document_id = ?`,
    )
    .get(documentId);
  return found === undefined ? null : documentRow.parse(found);
}

function isDocumentExpired(sql: Sql, documentId: string, before: string): boolean {
  const document = documentOf(sql, documentId);
  if (document === null || document.purged === 1) return true;
  if (document.at >= before) return false;
  // A scan is made before anybody says for which loan: the loan that keeps it tells how long.
  const loans = document.loanId === null ? loansKeeping(sql, documentId) : [document.loanId];
  return loans.every((loanId) => isLoanExpired(sql, loanId, before));
}

/** Registrations and loan accounts: over with an answer that says something. */
function isRequestExpired(
  sql: Sql,
  table: "onboardings" | "loan_accounts",
  id: string,
  before: string,
): boolean {
  const key = table === "onboardings" ? "onboarding_id" : "account_request_id";
  const found: unknown = sql.prepare(`SELECT result, at FROM ${table} WHERE ${key} = ?`).get(id);
  if (found === undefined) return true;
  const { result, at } = outcomeRow.parse(found);
  return result !== null && result !== "inDoubt" && at < before;
}

function isCellExpired(sql: Sql, tableName: string, rowId: string, before: string): boolean {
  switch (tableName) {
    case "items":
    case "answers": {
      const item = readItem(sql, rowId);
      return item === null || (isItemOver(item) && lastAt(sql, "item_id", rowId) < before);
    }
    case "loans":
      return isLoanExpired(sql, rowId, before);
    case "readings":
      return isReadingExpired(sql, rowId, before);
    case "documents":
      return isDocumentExpired(sql, rowId, before);
    case "onboardings":
      return isRequestExpired(sql, "onboardings", rowId, before);
    case "accounts":
      return isRequestExpired(sql, "loan_accounts", rowId, before);
    default:
      // Whatever nobody here knows the end of is kept.
      return false;
  }
}

function cellsOf(sql: Sql, customerId: string): z.infer<typeof cellRows> {
  return cellRows.parse(
    sql
      .prepare("SELECT DISTINCT table_name AS tableName, row_id AS rowId FROM cells WHERE customer_id = ?")
      .all(customerId),
  );
}

/** `before` is an instant: only what ended earlier is over. */
export function isCustomerExpired(sql: Sql, customerId: string, before: string): boolean {
  return cellsOf(sql, customerId).every(({ tableName, rowId }) =>
    isCellExpired(sql, tableName, rowId, before),
  );
}

export function expiredCustomers(sql: Sql, before: string): ExpiredCustomer[] {
  const old = customerIds.parse(
    sql
      .prepare(
        "SELECT customer_id FROM customers WHERE wrapped_key IS NOT NULL AND made_at < ? ORDER BY made_at",
      )
      .pluck()
      .all(before),
  );
  return old
    .filter((customerId) => isCustomerExpired(sql, customerId, before))
    .map((customerId) => ({
      customerId,
      documentIds: cellsOf(sql, customerId)
        .filter(({ tableName, rowId }) => tableName === "documents" && documentOf(sql, rowId)?.purged === 0)
        .map(({ rowId }) => rowId),
    }));
}
