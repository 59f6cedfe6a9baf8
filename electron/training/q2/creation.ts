/** Opens an account as the document describes it: its checks in the order of its table of errors. */
import { type Account, accountId, addMonths, type Entries, isId } from "./books.ts";

export interface DocumentedError {
  readonly status: number;
  readonly errorCode: "INVALID_INPUT" | "API_EXCEPTION";
  readonly errorMessage: string;
}

export type Creation =
  | { ok: true; entries: Entries; account: Account }
  | { ok: false; error: DocumentedError };

const KNOWN = new Set([
  "borrowerId",
  "loanProductId",
  "loanAmount",
  "firstInstallmentDate",
  "expectedDisbursalDate",
  "term",
  "interestRate",
  "purpose",
  "frequencyOfPayment",
  "interestOnlyPeriod",
  "balloonPayment",
  "ach",
  "bankId",
  "eodAccrualType",
  "eodFeeAccrual",
]);

export const unparsable = invalid("Unable to parse the Request parameters");

function invalid(errorMessage: string): DocumentedError {
  return { status: 400, errorCode: "INVALID_INPUT", errorMessage };
}

export function openAccount(entries: Entries, request: unknown, at: string): Creation {
  if (typeof request !== "object" || request === null || Array.isArray(request)) return failed(unparsable);
  const fields = new Map<string, unknown>(Object.entries(request));
  if ([...fields.keys()].some((name) => !KNOWN.has(name)) || !typesAreRight(fields))
    return failed(unparsable);
  const borrowerId = fields.get("borrowerId");
  if (isNothing(borrowerId)) return failed(invalid("Account Id is null"));
  const borrower = entries.borrowers.find(({ id }) => isId(id, borrowerId));
  if (!borrower) return failed(invalid("Unable to find the Account"));
  const product = entries.products.find(({ id }) => isId(id, fields.get("loanProductId")));
  if (!product) return failed(invalid("Loan Product Id is null."));
  const amount = fields.get("loanAmount");
  if (typeof amount !== "number" || amount <= 0) return failed(invalid("Loan amount is not valid"));
  const term = fields.get("term");
  if (typeof term !== "number" || term <= 0) return failed(invalid("Term is not valid"));
  const first = fields.get("firstInstallmentDate");
  const disbursal = fields.get("expectedDisbursalDate");
  if (typeof first !== "string" || typeof disbursal !== "string")
    return failed(invalid("One of the dates is null"));
  if (first < disbursal) {
    return failed({
      status: 500,
      errorCode: "API_EXCEPTION",
      errorMessage: "First installment date cannot be before the disbursal date",
    });
  }
  const requestedMinor = Math.round(amount * 100);
  const interestRate = fields.get("interestRate");
  const balloon = fields.get("balloonPayment");
  const interestOnly = fields.get("interestOnlyPeriod");
  const frequency = fields.get("frequencyOfPayment");
  const account: Account = {
    id: accountId(entries.nextAccount),
    name: `LAI-${String(entries.nextAccount).padStart(8, "0")}`,
    borrowerId: borrower.id,
    productId: product.id,
    requestedMinor,
    feeMinor: Math.round((requestedMinor * product.originationFeeBasisPoints) / 10_000),
    interestRate: typeof interestRate === "number" ? interestRate : product.interestRate,
    term,
    frequency: typeof frequency === "string" ? frequency : "Monthly",
    disbursalDate: disbursal,
    firstInstallmentDate: first,
    lastInstallmentDate: addMonths(first, term - 1),
    interestOnlyPeriod: typeof interestOnly === "number" ? interestOnly : null,
    balloonMinor: typeof balloon === "number" ? Math.round(balloon * 100) : 0,
    status: "Partial Application",
    openedAt: at,
  };
  return {
    ok: true,
    account,
    entries: { ...entries, nextAccount: entries.nextAccount + 1, accounts: [...entries.accounts, account] },
  };
}

function failed(error: DocumentedError): Creation {
  return { ok: false, error };
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** Apex refuses a whole request for one value of the wrong type. */
function typesAreRight(fields: ReadonlyMap<string, unknown>): boolean {
  const every = (names: readonly string[], is: (value: unknown) => boolean) =>
    names.every((name) => isNothing(fields.get(name)) || is(fields.get(name)));
  return (
    every(
      ["borrowerId", "loanProductId", "purpose", "frequencyOfPayment", "bankId", "eodAccrualType"],
      isText,
    ) &&
    every(["loanAmount", "interestRate", "balloonPayment"], isNumber) &&
    every(["term", "interestOnlyPeriod"], Number.isInteger) &&
    every(["ach", "eodFeeAccrual"], isTruth) &&
    every(["firstInstallmentDate", "expectedDisbursalDate"], isDate)
  );
}

const isText = (value: unknown) => typeof value === "string";
const isNumber = (value: unknown) => typeof value === "number";
const isTruth = (value: unknown) => typeof value === "boolean";
const isDate = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
