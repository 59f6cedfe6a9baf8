/** The documented answers of Iute as schemas, read from text into minor units and calendar dates. */
import { z } from "zod";
import { hasHiddenCharacter, loanRef } from "../../../shared/api/values.ts";
import { readDottedDate } from "../../../shared/dates.ts";
import { minorFromDecimalText } from "../../../shared/money.ts";
import type { AppliedLoan, LoanInfo, Quote, ReleaseCheck } from "../contract.ts";

export type Reading<Value> = { ok: true; value: Value } | { ok: false; message: string };

/** Twice the longest loan that can be applied for here; more rows are not a loan. */
const MAX_INSTALMENTS = 1_200;

function read<Value>(reader: (text: string) => Value | null, what: string) {
  return z.string().transform((text, context) => {
    const value = reader(text);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: what });
    return z.NEVER;
  });
}

/** Amounts of a loan are never negative; "1.0E7", "1,5" and a third decimal are not amounts at all. */
const amount = read(minorFromDecimalText, "not an amount").refine(
  (amountMinor) => amountMinor >= 0,
  "negative",
);
const date = read(readDottedDate, "not a date");
const count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
const truth = read(
  (text) => ({ true: true, false: false })[text.toLowerCase()] ?? null,
  "neither true nor false",
);
const pin = z
  .string()
  .min(1)
  .max(64)
  .refine((text) => !hasHiddenCharacter(text));
/** For reading only, so it may be odd; what cannot be seen is taken out of it. */
const name = z
  .string()
  .max(1_000)
  .transform((text) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").trim());

const quoteFields = z.object({
  first_repayment_date: date,
  monthly_payment: amount,
  total_loan_amount: amount,
});
/** The description wraps every answer in `<loan>`, the sample of this one in `<loan_calc>`. */
const quoteSchema = z.union([
  z.object({ loan_calc: quoteFields }).transform((document) => document.loan_calc),
  z.object({ loan: quoteFields }).transform((document) => document.loan),
]);

const appliedSchema = z.object({
  loan: z.object({
    loan_ref: loanRef,
    loan_period: count,
    first_repayment_date: date,
    client_pin: pin,
    client_name: name,
  }),
});

const statusSchema = z.object({ loan: z.object({ approved: z.string(), loan_ref: loanRef }) });

const infoSchema = z.object({
  loan_response: z.object({
    status: z.literal("0"),
    loan: z.object({
      loan_ref: loanRef,
      loan_period: count,
      total_balance: amount,
      repaid: amount,
      remaining_balance: amount,
      client_pin: pin,
      client_name: name,
      installment_table: z.object({
        installment: z
          .array(z.object({ number: count, due_date: date, total: amount, to_be_paid: amount }))
          .min(1)
          .max(MAX_INSTALMENTS),
      }),
    }),
  }),
});

const noLoanSchema = z.object({
  loan_response: z.object({ message: name, status: z.literal("-1"), loan: z.undefined().optional() }),
});

const releaseSchema = z.object({
  loan: z.object({
    allowed: truth,
    loan_status: name,
    loan_ref: loanRef,
    loan_amount: amount,
    client_pin: pin,
    client_first_name: name,
    client_last_name: name,
  }),
});

export function readQuote(document: unknown): Reading<Quote> {
  return parsed(quoteSchema, document, (fields) => ({
    firstRepaymentDate: fields.first_repayment_date,
    monthlyPaymentMinor: fields.monthly_payment,
    totalMinor: fields.total_loan_amount,
  }));
}

/** `clientPin` is the applicant's: an answer that names somebody else says nothing about this application. */
export function readApplied(document: unknown, clientPin: string): Reading<AppliedLoan> {
  const reading = parsed(appliedSchema, document, ({ loan }) => ({
    loanRef: loan.loan_ref,
    months: loan.loan_period,
    firstRepaymentDate: loan.first_repayment_date,
    clientPin: loan.client_pin,
    clientName: loan.client_name,
  }));
  if (!reading.ok || comparable(reading.value.clientPin) === comparable(clientPin)) return reading;
  return { ok: false, message: "The lender's answer names another customer than the application." };
}

function comparable(personPin: string): string {
  return personPin.replace(/\s/g, "").toUpperCase();
}

const approvals = { true: "approved", false: "notYet", rejected: "rejected" } as const;

export function readStatus(
  document: unknown,
  asked: string,
): Reading<{ approved: "approved" | "notYet" | "rejected" }> {
  const reading = parsed(statusSchema, document, ({ loan }) => loan);
  if (!reading.ok) return reading;
  if (reading.value.loan_ref !== asked) return anotherLoan(asked, reading.value.loan_ref);
  const word = z.enum(["true", "false", "rejected"]).safeParse(reading.value.approved.toLowerCase());
  if (word.success) return { ok: true, value: { approved: approvals[word.data] } };
  return { ok: false, message: "The lender's answer says neither approved, not yet nor rejected." };
}

export type LoanInfoAnswer = { active: true; loan: LoanInfo } | { active: false; message: string };

/** `<status>-1</status>` means no active loan: repaid, not yet paid out or unknown alike. */
export function readNoLoan(document: unknown): Reading<LoanInfoAnswer> {
  return parsed(noLoanSchema, document, ({ loan_response }) => ({
    active: false,
    message: loan_response.message === "" ? "No active loan found!" : loan_response.message,
  }));
}

export function readLoanInfo(document: unknown, asked: string): Reading<LoanInfoAnswer> {
  const none = readNoLoan(document);
  if (none.ok) return none;
  const reading = parsed(
    infoSchema,
    document,
    ({ loan_response: { loan } }): LoanInfo => ({
      loanRef: loan.loan_ref,
      months: loan.loan_period,
      totalMinor: loan.total_balance,
      repaidMinor: loan.repaid,
      remainingMinor: loan.remaining_balance,
      clientPin: loan.client_pin,
      clientName: loan.client_name,
      instalments: loan.installment_table.installment
        .map((row) => ({
          number: row.number,
          dueDate: row.due_date,
          totalMinor: row.total,
          toBePaidMinor: row.to_be_paid,
        }))
        .toSorted((one, other) => one.number - other.number),
    }),
  );
  if (!reading.ok) return reading;
  const loan = reading.value;
  if (loan.loanRef !== asked) return anotherLoan(asked, loan.loanRef);
  if (loan.repaidMinor > loan.totalMinor) {
    return { ok: false, message: "The lender's answer shows more repaid than the loan's total." };
  }
  if (new Set(loan.instalments.map((row) => row.number)).size !== loan.instalments.length) {
    return { ok: false, message: "The lender's answer lists an instalment twice." };
  }
  return { ok: true, value: { active: true, loan } };
}

export function readRelease(document: unknown, asked: string): Reading<ReleaseCheck> {
  const reading = parsed(releaseSchema, document, ({ loan }) => ({
    allowed: loan.allowed,
    loanStatus: loan.loan_status,
    loanRef: loan.loan_ref,
    amountMinor: loan.loan_amount,
    clientPin: loan.client_pin,
    clientFirstName: loan.client_first_name,
    clientLastName: loan.client_last_name,
  }));
  if (!reading.ok || reading.value.loanRef === asked) return reading;
  return anotherLoan(asked, reading.value.loanRef);
}

function anotherLoan(asked: string, answered: string): Reading<never> {
  return {
    ok: false,
    message: `The lender was asked about loan ${asked} and answered about loan ${answered}.`,
  };
}

/** Names the first element at fault, and never its content, which may be personal. */
function parsed<Fields, Value>(
  schema: z.ZodType<Fields>,
  document: unknown,
  write: (fields: Fields) => Value,
): Reading<Value> {
  const result = schema.safeParse(document);
  if (result.success) return { ok: true, value: write(result.data) };
  const element = result.error.issues[0]?.path.filter((part) => typeof part === "string").at(-1);
  const what = element === undefined ? "is not the one that is documented" : `has no proper "${element}"`;
  return { ok: false, message: `The lender's answer ${what}.` };
}
