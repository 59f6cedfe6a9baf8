/** The form of a loan account as it is typed, and what it means: every documented field, the dates in order. */
import type { Fields } from "../../shared/api/customers.ts";
import { readDottedDate, readIsoDate } from "../../shared/dates.ts";
import { type AmountProblem, readTypedAmount } from "../../shared/money.ts";

export const requiredFields = [
  "borrowerId",
  "loanProductId",
  "loanAmount",
  "term",
  "expectedDisbursalDate",
  "firstInstallmentDate",
] as const;
export const optionalFields = [
  "interestRate",
  "purpose",
  "frequencyOfPayment",
  "interestOnlyPeriod",
  "balloonPayment",
  "ach",
  "bankId",
  "eodAccrualType",
  "eodFeeAccrual",
] as const;
export const accountFields = [...requiredFields, ...optionalFields] as const;
export type AccountField = (typeof accountFields)[number];
export type TypedAccount = Readonly<Record<AccountField, string>>;

export const emptyAccount: TypedAccount = {
  borrowerId: "",
  loanProductId: "",
  loanAmount: "",
  term: "",
  expectedDisbursalDate: "",
  firstInstallmentDate: "",
  interestRate: "",
  purpose: "",
  frequencyOfPayment: "",
  interestOnlyPeriod: "",
  balloonPayment: "",
  ach: "",
  bankId: "",
  eodAccrualType: "",
  eodFeeAccrual: "",
};

/** As the desk bounds them; what is longer cannot be typed. */
export const longest: Readonly<Record<AccountField, number>> = {
  borrowerId: 40,
  loanProductId: 40,
  loanAmount: 40,
  term: 4,
  expectedDisbursalDate: 10,
  firstInstallmentDate: 10,
  interestRate: 10,
  purpose: 255,
  frequencyOfPayment: 80,
  interestOnlyPeriod: 4,
  balloonPayment: 40,
  ach: 5,
  bankId: 40,
  eodAccrualType: 80,
  eodFeeAccrual: 5,
};

export type AccountProblem =
  | "required"
  | "date"
  | "dateOrder"
  | "term"
  | "interestRate"
  | "interestOnlyPeriod"
  | `amount.${AmountProblem}`;

export type AccountReading =
  | { ok: true; account: Fields }
  | { ok: false; problems: Partial<Record<AccountField, AccountProblem>> };

function readDay(typed: string): string | null {
  return readDottedDate(typed) ?? readIsoDate(typed);
}

const isCount = (text: string, least: number) =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= 1200;

/** `decimals` are those of the account's currency. */
export function readAccount(typed: TypedAccount, decimals = 2): AccountReading {
  const problems: Partial<Record<AccountField, AccountProblem>> = {};
  const text = (field: AccountField) => typed[field].trim();
  for (const field of requiredFields) if (text(field) === "") problems[field] = "required";

  const amount = readTypedAmount(text("loanAmount"), decimals);
  if (!amount.ok && amount.problem !== "empty") problems.loanAmount = `amount.${amount.problem}`;
  const balloon = readTypedAmount(text("balloonPayment"), decimals);
  // No balloon payment may be written as nothing or as zero.
  const isBalloonNothing = !balloon.ok && (balloon.problem === "empty" || balloon.problem === "zero");
  if (!balloon.ok && !isBalloonNothing) problems.balloonPayment = `amount.${balloon.problem}`;
  if (text("term") !== "" && !isCount(text("term"), 1)) problems.term = "term";
  if (text("interestOnlyPeriod") !== "" && !isCount(text("interestOnlyPeriod"), 0))
    problems.interestOnlyPeriod = "interestOnlyPeriod";
  if (text("interestRate") !== "" && !/^\d{1,3}(?:[.,]\d{1,6})?$/.test(text("interestRate")))
    problems.interestRate = "interestRate";

  const disbursal = readDay(text("expectedDisbursalDate"));
  const firstInstalment = readDay(text("firstInstallmentDate"));
  if (text("expectedDisbursalDate") !== "" && disbursal === null) problems.expectedDisbursalDate = "date";
  if (text("firstInstallmentDate") !== "" && firstInstalment === null) problems.firstInstallmentDate = "date";
  if (disbursal !== null && firstInstalment !== null && firstInstalment < disbursal)
    problems.firstInstallmentDate = "dateOrder";
  if (Object.keys(problems).length > 0 || !amount.ok || disbursal === null || firstInstalment === null)
    return { ok: false, problems };

  const optionalText = (field: "purpose" | "frequencyOfPayment" | "bankId" | "eodAccrualType") =>
    text(field) === "" ? {} : { [field]: text(field) };
  const optionalFlag = (field: "ach" | "eodFeeAccrual") =>
    text(field) === "" ? {} : { [field]: text(field) === "true" };
  return {
    ok: true,
    account: {
      borrowerId: text("borrowerId"),
      loanProductId: text("loanProductId"),
      loanAmountMinor: amount.amountMinor,
      term: Number(text("term")),
      expectedDisbursalDate: disbursal,
      firstInstallmentDate: firstInstalment,
      ...(text("interestRate") === "" ? {} : { interestRate: text("interestRate").replace(",", ".") }),
      ...(text("interestOnlyPeriod") === ""
        ? {}
        : { interestOnlyPeriod: Number(text("interestOnlyPeriod")) }),
      ...(balloon.ok ? { balloonPaymentMinor: balloon.amountMinor } : {}),
      ...optionalText("purpose"),
      ...optionalText("frequencyOfPayment"),
      ...optionalText("bankId"),
      ...optionalText("eodAccrualType"),
      ...optionalFlag("ach"),
      ...optionalFlag("eodFeeAccrual"),
    },
  };
}

/** The core's names of two of them end in their unit. */
export function fieldOfCore(dotted: string | undefined): AccountField | null {
  const name = dotted?.replace(/^account\./, "").replace(/Minor$/, "");
  return accountFields.find((field) => field === name) ?? null;
}
