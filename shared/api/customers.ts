/** Calls to the other systems: customers (DRAP, Interswitch), loan accounts (Q2) and no-dues letters (Apollo). */
import { z } from "zod";
import { call } from "./call.ts";
import { documentView } from "./paper.ts";
import { captureId, id, requiredLine, sumMinor } from "./values.ts";

export const customerOutcomes = [
  "found",
  "notFound",
  "subscriptionPending",
  "blocked",
  "underInvestigation",
  "invalidMasterData",
  "fieldMissing",
  "updateFailed",
  "notSubscribed",
  "badRequest",
  "failed",
] as const;

/** Provider fields in camelCase, as the provider's own names go; values stay text, numbers or booleans. */
type FieldValue = string | number | boolean | null | FieldValue[] | { [name: string]: FieldValue };
const fieldValue: z.ZodType<FieldValue> = z.lazy(() =>
  z.union([
    z.string().max(2_000_000),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(fieldValue),
    z.record(z.string(), fieldValue),
  ]),
);
export const fields = z.record(z.string().max(80), fieldValue);

export const customerReply = z.object({
  outcome: z.enum(customerOutcomes),
  customer: fields.optional(),
  message: z.string(),
});

export const servedLoan = z.object({
  providerLoanId: z.string().nullable(),
  amountMinor: sumMinor.nullable(),
  amountPayableMinor: sumMinor.nullable(),
  currency: z.string().nullable(),
  status: z.string().nullable(),
  dueDate: z.string().nullable(),
  createdAt: z.string().nullable(),
  tenureDays: z.number().int().nullable(),
  interestPercent: z.string().nullable(),
  provider: z.string().nullable(),
  offerId: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  channelCode: z.string().nullable(),
  terms: z.string().nullable(),
});

export const customerCalls = {
  "customers.lookup": call(
    "signedIn",
    z.object({ providerId: id, idType: requiredLine(10), idNumber: requiredLine(60) }),
    customerReply,
  ),
  "customers.onboard": call("signedIn", z.object({ providerId: id, customer: fields }), customerReply),
  "customers.get": call("signedIn", z.object({ providerId: id, ecrn: requiredLine(40) }), customerReply),
  "customers.loans": call(
    "signedIn",
    z.object({ providerId: id, customerId: requiredLine(120), strict: z.boolean().optional() }),
    z.object({ loans: z.array(servedLoan) }),
  ),
  "accounts.create": call(
    "signedIn",
    z.object({ providerId: id, account: fields, captureId }),
    z.object({
      accountId: z.string().nullable(),
      status: z.string(),
      requestedAmountMinor: sumMinor,
      bookedAmountMinor: sumMinor.nullable(),
      feeMinor: sumMinor.optional(),
    }),
  ),
  "letters.noc": call(
    "signedIn",
    z.object({ providerId: id, loanId: requiredLine(60), loanType: z.enum(["PL", "ML", "CL"]) }),
    documentView,
  ),
};
