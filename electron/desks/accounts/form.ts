/** Reads the form of a new loan account: every documented field, and a sentence beside the one that is wrong. */
import { z } from "zod";
import type { Fields } from "../../../shared/api/customers.ts";
import { amountMinor, isoDate, line, requiredLine } from "../../../shared/api/values.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { NewLoanAccount } from "../../providers/contract.ts";

/** An optional field that was left empty counts as not there. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());

const decimal = z
  .union([z.string(), z.number().transform(String)])
  .pipe(
    z
      .string()
      .trim()
      .regex(/^\d{1,3}(?:[.,]\d{1,6})?$/, "Enter a percentage such as 9.1."),
  )
  .transform((text) => text.replace(",", "."));
const count = (most: number, sentence: string) =>
  z.coerce.number(sentence).int(sentence).min(1, sentence).max(most, sentence);

const schema = z
  .object({
    borrowerId: requiredLine(40),
    loanProductId: requiredLine(40),
    loanAmountMinor: amountMinor,
    term: count(1_200, "Enter the number of instalments."),
    expectedDisbursalDate: isoDate,
    firstInstallmentDate: isoDate,
    interestRate: optional(decimal),
    purpose: optional(line(255)),
    frequencyOfPayment: optional(line(80)),
    interestOnlyPeriod: optional(
      z.coerce
        .number()
        .int("Enter a number of instalments.")
        .min(0, "Enter a number of instalments.")
        .max(1_200),
    ),
    balloonPaymentMinor: optional(z.number().int().min(0).max(10_000_000_000_000)),
    ach: optional(z.boolean()),
    bankId: optional(line(40)),
    eodAccrualType: optional(line(80)),
    eodFeeAccrual: optional(z.boolean()),
  })
  .strict();

export function readAccountForm(fields: Fields): NewLoanAccount {
  const reading = schema.safeParse(fields);
  if (!reading.success) {
    const issue = reading.error.issues[0];
    const name = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path.join(".");
    throw wrongField(name ?? "", issue?.message ?? "This cannot be used here.");
  }
  const account = reading.data;
  // The document does not say how the two relate, but nothing can be repaid before it is paid out.
  if (account.firstInstallmentDate < account.expectedDisbursalDate) {
    throw wrongField(
      "firstInstallmentDate",
      "The first instalment cannot be due before the money is paid out.",
    );
  }
  return account;
}

export function wrongField(name: string, sentence: string): Refusal {
  return new Refusal("invalidInput", sentence, { field: name === "" ? "account" : `account.${name}` });
}
