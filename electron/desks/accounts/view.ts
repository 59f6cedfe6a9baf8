/** Shows a loan account in readable words: requested against booked, the fee, and the basics of its schedule. */
import { z } from "zod";
import type { LoanAccountView } from "../../../shared/api/customers.ts";
import { decimalsOf } from "../../../shared/currencies.ts";
import { decimalTextFromMinor } from "../../../shared/money.ts";
import type { StoredAccount } from "../../journal/customers/queries.ts";
import type { BookedAccount } from "../../providers/contract.ts";

/** What is kept sealed of an account beside the plain facts of its row. */
export const scheduleSchema = z.object({
  instalments: z.number().int().nullable(),
  frequency: z.string().nullable(),
  firstInstalmentDate: z.string().nullable(),
  lastInstalmentDate: z.string().nullable(),
  disbursalDate: z.string().nullable(),
  interestPercent: z.string().nullable(),
  procedure: z.string().nullable(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export function scheduleOf(account: BookedAccount): Schedule {
  const { instalments, frequency, firstInstalmentDate, lastInstalmentDate } = account;
  const { disbursalDate, interestPercent, procedure } = account;
  return {
    instalments,
    frequency,
    firstInstalmentDate,
    lastInstalmentDate,
    disbursalDate,
    interestPercent,
    procedure,
  };
}

export function accountView(account: StoredAccount, schedule: Schedule | null): LoanAccountView {
  const { captureId, currency, amountMinor: requestedAmountMinor, bookedAmountMinor, feeMinor } = account;
  const request = { captureId, currency, requestedAmountMinor };
  if (account.accountId === null) {
    return { ...request, accountId: null, status: "inDoubt", bookedAmountMinor: null };
  }
  return {
    ...request,
    accountId: account.accountId,
    status: account.status ?? "",
    bookedAmountMinor,
    ...(feeMinor === null ? {} : { feeMinor }),
    ...(bookedAmountMinor === null ? {} : { differenceMinor: bookedAmountMinor - requestedAmountMinor }),
    explanation: explanation(account),
    ...(schedule ? { schedule } : {}),
    ...(account.inferred && account.status !== "byHand" ? { inferred: true } : {}),
  };
}

function explanation({ currency, amountMinor, bookedAmountMinor, feeMinor }: StoredAccount): string {
  if (bookedAmountMinor === null) return "The lender has not told which amount it has booked.";
  const words = (minor: number) => decimalTextFromMinor(minor, decimalsOf(currency));
  const difference = bookedAmountMinor - amountMinor;
  const asked = words(amountMinor);
  const booked = words(bookedAmountMinor);
  if (difference === 0) return `The lender booked ${booked}, as asked for.`;
  if (difference === feeMinor) {
    return `The lender added an origination fee of ${words(feeMinor)} to the ${asked} asked for, and booked ${booked}.`;
  }
  return `The lender booked ${booked} where ${asked} was asked for, and its answer does not say why. Ask the lender before the money is paid out.`;
}
