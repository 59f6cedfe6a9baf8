/** Reads the form of a new loan account: every documented field, and a sentence beside the one that is wrong. */
import { z } from "zod";
import type { Fields } from "../../../shared/api/customers.ts";
import { isoDate, line } from "../../../shared/api/values.ts";
import { Refusal } from "../../../shared/errors.ts";
import { MAX_AMOUNT_MINOR } from "../../../shared/money.ts";
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
/** A whole number, or the same as a form types it: "1e2", "0x10" and a ticked box are none. */
const count = (least: number, most: number, sentence: string) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^\d{1,6}$/)
          .transform(Number),
      ],
      sentence,
    )
    .pipe(z.number().int(sentence).min(least, sentence).max(most, sentence));
const amount = (least: number, sentence: string) =>
  z.number(sentence).int(sentence).min(least, sentence).max(MAX_AMOUNT_MINOR, sentence);
const id = (missing: string) => line(40).refine((text) => text !== "", missing);

const schema = z
  .object({
    borrowerId: id("Enter the borrower's account id."),
    loanProductId: id("Enter the id of the loan product."),
    loanAmountMinor: amount(1, "Enter the loan amount: it has to be more than nothing."),
    term: count(1, 1_200, "Enter the number of instalments."),
    expectedDisbursalDate: isoDate,
    firstInstallmentDate: isoDate,
    interestRate: optional(decimal),
    purpose: optional(line(255)),
    frequencyOfPayment: optional(line(80)),
    interestOnlyPeriod: optional(count(0, 1_200, "Enter a number of instalments.")),
    balloonPaymentMinor: optional(amount(0, "Enter an amount.")),
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
