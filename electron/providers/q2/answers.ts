/** Reads Q2's answers: the envelope, the created account, and the errors of the document's table. */
import { z } from "zod";
import { decimalsOf } from "../../../shared/currencies.ts";
import { readIsoDate } from "../../../shared/dates.ts";
import { minorFromDecimalText } from "../../../shared/money.ts";
import type { ProviderReason } from "../../../shared/providerReasons.ts";
import type { Exchange } from "../../ports.ts";
import { credentials, refused, shownSentence, unclear, undocumentedStatus } from "../answers.ts";
import type { Answer, BookedAccount, NewLoanAccount } from "../contract.ts";
import { decimalText, parsed, readJson, shownText, wholeNumber } from "../json.ts";
import { wireAnswer } from "../wire.ts";

/** Salesforce's ids: 15 characters, or the same with three more that only check the letters' case. */
const salesforceId = z.string().regex(/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/);
const shown = shownText.nullish();
const date = z
  .string()
  .refine((text) => readIsoDate(text) !== null, "not a date")
  .nullish();
/** An amount in the account's currency, as many minor units as that has decimals for. */
const amountOf = (currency: string) =>
  decimalText.transform((text, context) => {
    const amountMinor = minorFromDecimalText(text, decimalsOf(currency));
    if (amountMinor !== null && amountMinor >= 0) return amountMinor;
    context.addIssue({ code: "custom", message: "not an amount" });
    return z.NEVER;
  });

const accountFields = (currency: string) => ({
  Id: salesforceId,
  Name: shown,
  loan__Loan_Product_Name__c: salesforceId.nullish(),
  peer__Origination_Fee__c: amountOf(currency).nullish(),
  loan__Loan_Status__c: shown,
  loan__Number_of_Installments__c: wholeNumber.nullish(),
  loan__Frequency_of_Loan_Payment__c: shown,
  loan__First_Installment_Date__c: date,
  loan__Last_Installment_Date__c: date,
  loan__Disbursal_Date__c: date,
  loan__Expected_Disbursal_Date__c: date,
  loan__Interest_Rate__c: decimalText.nullish(),
  loan__Repayment_Procedure__c: shown,
});
const createdSchema = (currency: string) =>
  z.object({
    status: z.literal("SUCCESS"),
    errorCode: z.literal("NO_ERROR"),
    content: z
      .array(
        z.object({
          ...accountFields(currency),
          loan__Account__c: salesforceId,
          loan__Loan_Amount__c: amountOf(currency),
        }),
      )
      .length(1),
  });
/** Undocumented, so every field but the id may be missing. */
const listedSchema = (currency: string) =>
  z.object({
    status: z.literal("SUCCESS"),
    content: z
      .array(
        z.object({
          ...accountFields(currency),
          loan__Account__c: salesforceId.nullish(),
          loan__Loan_Amount__c: amountOf(currency).nullish(),
        }),
      )
      .max(2_000),
  });
type AccountFields = z.infer<ReturnType<typeof listedSchema>>["content"][number];

/** The same envelope is only inferred for errors; Salesforce's own errors come as a list. */
const errorEnvelope = z.object({
  // An answer that calls itself a success is never taken for a refusal, whatever else it says.
  status: z
    .string()
    .refine((word) => word !== "SUCCESS")
    .nullish(),
  errorCode: z.string(),
  errorMessage: z.string().nullish(),
});
const salesforceErrors = z
  .array(z.object({ errorCode: z.string(), message: z.string().nullish() }))
  .min(1)
  .transform(([first]) => ({ errorCode: first?.errorCode ?? "", errorMessage: first?.message }));
const errorSchema = z.union([errorEnvelope, salesforceErrors]);

interface DocumentedError {
  readonly label: string;
  readonly reason: ProviderReason;
  /** The field of the account that is at fault, by its name at this counter. */
  readonly field: keyof NewLoanAccount | null;
  readonly sentence: string;
}

/** Error messages, q2-cl-loan-account.txt. Compared without case, blanks and a full stop at the end. */
const documentedErrors: Readonly<Record<string, DocumentedError>> = {
  "unable to parse the request parameters": {
    label: "UNABLE_PARSE_REQ_PARAMS",
    reason: "accountRequest",
    field: null,
    sentence: "The lender's system could not read the request.",
  },
  "account id is null": {
    label: "ACCOUNT_ID_NULL",
    reason: "accountBorrowerMissing",
    field: "borrowerId",
    sentence: "Enter the borrower's account id.",
  },
  "unable to find the account": {
    label: "ACCOUNT_NOT_FOUND",
    reason: "accountBorrowerUnknown",
    field: "borrowerId",
    sentence: "The lender has no borrower with this account id.",
  },
  "loan product id is null": {
    label: "LOAN_PRODUCT_ID_NULL",
    reason: "accountProduct",
    field: "loanProductId",
    sentence: "The lender has no loan product with this id.",
  },
  "loan amount is not valid": {
    label: "LOAN_AMOUNT_NOT_VALID",
    reason: "accountAmount",
    field: "loanAmountMinor",
    sentence: "The loan amount has to be more than nothing.",
  },
  "term is not valid": {
    label: "TERM_NOT_VALID",
    reason: "accountTerm",
    field: "term",
    sentence: "The term has to be at least one instalment.",
  },
  "one of the dates is null": {
    label: "DATE_NULL",
    reason: "accountDate",
    field: "firstInstallmentDate",
    sentence: "Enter the first instalment date and the expected disbursal date.",
  },
};

export type CreationAnswer = Answer<BookedAccount> & { field?: string };

export function creationAnswer(exchange: Exchange, asked: NewLoanAccount, currency: string): CreationAnswer {
  const failed = failure(exchange);
  if (failed) return failed;
  const body = readJson(exchange);
  if (!body.ok) return unclear(body.message, exchange, body);
  const reading = parsed(createdSchema(currency), body.value);
  if (!reading.ok) return unclear(reading.message, exchange, reading);
  const [fields] = reading.value.content;
  if (!fields) return unclear("The provider's answer holds no account.", exchange);
  const account = bookedAccount(fields);
  if (!sameId(account.borrowerId, asked.borrowerId)) {
    return unclear("The provider's answer is about another borrower than the one asked for.", exchange);
  }
  if (account.loanProductId !== null && !sameId(account.loanProductId, asked.loanProductId)) {
    return unclear("The provider's answer is about another loan product than the one asked for.", exchange);
  }
  return { kind: "answer", value: account, exchange };
}

export function accountsAnswer(
  exchange: Exchange,
  borrowerId: string,
  currency: string,
): Answer<BookedAccount[]> {
  const status = exchange.response?.status ?? 0;
  if (exchange.failure === null && (status === 404 || status === 405)) {
    return refused("This instance does not list the accounts of a borrower. Ask the lender.", exchange, {
      reason: "accountListMissing",
    });
  }
  const failed = failure(exchange);
  if (failed) return failed;
  const body = readJson(exchange);
  if (!body.ok) return unclear(body.message, exchange, body);
  const reading = parsed(listedSchema(currency), body.value);
  if (!reading.ok) return unclear(reading.message, exchange, reading);
  const accounts = reading.value.content.map(bookedAccount);
  const foreign = accounts.some(
    (account) => account.borrowerId !== null && !sameId(account.borrowerId, borrowerId),
  );
  if (foreign) return unclear("The provider's answer lists accounts of another borrower.", exchange);
  return { kind: "answer", value: accounts, exchange };
}

/** Everything but a whole answer with 200 whose envelope claims no error. */
function failure(
  exchange: Exchange,
): (Exclude<CreationAnswer, { kind: "answer" }> & { field?: string }) | null {
  const wire = wireAnswer(exchange);
  if (wire && wire.kind !== "answer") return wire;
  const status = exchange.response?.status ?? 0;
  const body = readJson(exchange);
  const error = body.ok ? errorSchema.safeParse(body.value) : null;
  const code = error?.success ? error.data.errorCode : "NO_ERROR";
  const words = shownSentence((error?.success ? error.data.errorMessage : null) ?? "");
  if (status === 401 || status === 403) {
    return credentials(words ?? "Salesforce did not accept this office's access.", exchange, {
      reason: "accessRefused",
      said: words ?? undefined,
    });
  }
  if (code === "INVALID_INPUT" && words !== null && isErrorStatus(status)) {
    const known =
      documentedErrors[
        words
          .toLowerCase()
          .replace(/[\s.]+$/, "")
          .replace(/\s+/g, " ")
      ];
    if (!known) return refused(words, exchange);
    return {
      ...refused(`${known.sentence} The lender says: ${words}`, exchange, {
        reason: known.reason,
        said: words,
      }),
      ...(known.field === null ? {} : { field: known.field }),
    };
  }
  // "The system will raise the exception": documented with 500, so this 500 is an answer and no doubt.
  if (code === "API_EXCEPTION" && words !== null && isErrorStatus(status))
    return refused(words, exchange, { reason: "accountException", said: words });
  return status === 200 ? null : undocumentedStatus(exchange);
}

/** DATE_NULL has no status in the document, so an error's envelope counts with 200 as well; a gateway's 502 does not. */
function isErrorStatus(status: number): boolean {
  return status === 200 || status === 400 || status === 500;
}

function bookedAccount(fields: AccountFields): BookedAccount {
  return {
    accountId: fields.Id,
    name: fields.Name ?? null,
    borrowerId: fields.loan__Account__c ?? null,
    loanProductId: fields.loan__Loan_Product_Name__c ?? null,
    status: fields.loan__Loan_Status__c ?? null,
    amountMinor: fields.loan__Loan_Amount__c ?? null,
    feeMinor: fields.peer__Origination_Fee__c ?? null,
    instalments: fields.loan__Number_of_Installments__c ?? null,
    frequency: fields.loan__Frequency_of_Loan_Payment__c ?? null,
    firstInstalmentDate: fields.loan__First_Installment_Date__c ?? null,
    lastInstalmentDate: fields.loan__Last_Installment_Date__c ?? null,
    disbursalDate: fields.loan__Expected_Disbursal_Date__c ?? fields.loan__Disbursal_Date__c ?? null,
    interestPercent: fields.loan__Interest_Rate__c ?? null,
    procedure: fields.loan__Repayment_Procedure__c ?? null,
  };
}

/** The request takes 15 characters, the answer gives 18; the first 15 are the id, and their case counts. */
export function sameId(one: string | null, other: string): boolean {
  if (one === null) return false;
  return one === other || (one.length >= 15 && other.length >= 15 && one.slice(0, 15) === other.slice(0, 15));
}
