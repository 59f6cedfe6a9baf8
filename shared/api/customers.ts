/** Calls to the other systems: customers (DRAP, Interswitch), loan accounts (Q2) and no-dues letters (Apollo). */
import { z } from "zod";
import { call } from "./call.ts";
import { documentView } from "./paper.ts";
import { approval, captureId, empty, id, note, requiredLine, sumMinor } from "./values.ts";

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

export type CustomerOutcome = (typeof customerOutcomes)[number];

/** Provider fields in camelCase, as the provider's own names go; values stay text, numbers or booleans. */
export type FieldValue = string | number | boolean | null | FieldValue[] | { [name: string]: FieldValue };
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
export type Fields = z.infer<typeof fields>;

export const customerReply = z.object({
  outcome: z.enum(customerOutcomes),
  customer: fields.optional(),
  message: z.string(),
  /** The field of the form that the provider's words name, where they do. */
  field: z.string().optional(),
  /** A change was read back, and the register does not show all of it yet: these fields stand there differently. */
  stillInDoubt: z.boolean().optional(),
  differing: z.array(z.string()).optional(),
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
  /** Whom the provider's answer names for this loan, and whether that is somebody else than was asked for. */
  customerId: z.string().nullable().optional(),
  otherCustomer: z.boolean().optional(),
});

export type ServedLoan = z.infer<typeof servedLoan>;

/** One account in the lender's book as this counter knows it; `accountId` is null while that is in doubt. */
export const loanAccountView = z.object({
  accountId: z.string().nullable(),
  /** The account's own status, or `inDoubt`. */
  status: z.string(),
  requestedAmountMinor: sumMinor,
  bookedAmountMinor: sumMinor.nullable(),
  feeMinor: sumMinor.optional(),
  /** Booked minus requested, and in words where that comes from. */
  differenceMinor: sumMinor.optional(),
  explanation: z.string().optional(),
  currency: z.string().optional(),
  /** In the provider's own words, for reading only. */
  schedule: z
    .object({
      instalments: z.number().int().nullable(),
      frequency: z.string().nullable(),
      firstInstalmentDate: z.string().nullable(),
      lastInstalmentDate: z.string().nullable(),
      disbursalDate: z.string().nullable(),
      interestPercent: z.string().nullable(),
      procedure: z.string().nullable(),
    })
    .optional(),
  /** True where the account was found by reading back, and not told in an answer to the request itself. */
  inferred: z.boolean().optional(),
  captureId: z.string().optional(),
  /** Null once the customer's data were purged. */
  borrowerId: z.string().nullable().optional(),
});
export type LoanAccountView = z.infer<typeof loanAccountView>;

const registrationDoubts = z.object({
  doubts: z.array(
    z.object({
      onboardingId: id,
      providerId: id,
      at: z.string(),
      idType: z.string().nullable(),
      idNumber: z.string().nullable(),
      update: z.boolean(),
    }),
  ),
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
  /** Registrations that were sent and got no answer that can be believed. */
  "customers.doubts": call("signedIn", empty, registrationDoubts),
  /** Looks the customer of such a registration up again. */
  "customers.readBack": call("signedIn", z.object({ onboardingId: id }), customerReply),
  /** Somebody has asked the register: the registration is there, or it never came. */
  "customers.decideDoubt": call(
    "signedIn",
    z.object({
      onboardingId: id,
      decision: z.enum(["arrived", "notArrived"]),
      note,
      approval: approval.optional(),
    }),
    registrationDoubts,
  ),
  "accounts.create": call(
    "signedIn",
    z.object({
      providerId: id,
      account: fields,
      captureId,
      /** The number of the document of the customer from whose page it is asked for. */
      customerPin: requiredLine(60).optional(),
    }),
    loanAccountView,
  ),
  /** The accounts asked for at this counter, or from one customer's page, the newest first. */
  "accounts.list": call(
    "signedIn",
    z.object({ customerPin: requiredLine(60).optional() }),
    z.object({
      accounts: z.array(loanAccountView.extend({ captureId, providerId: id, at: z.string() })),
    }),
  ),
  /** Reads a doubt back through the borrower's accounts. `candidates` where more than one could be it. */
  "accounts.readBack": call(
    "signedIn",
    z.object({ captureId }),
    loanAccountView.extend({
      message: z.string(),
      candidates: z.array(
        z.object({
          accountId: z.string(),
          name: z.string().nullable(),
          status: z.string().nullable(),
          amountMinor: sumMinor.nullable(),
        }),
      ),
    }),
  ),
  /** Somebody has asked the lender: the account exists under this id, or it was never made. */
  "accounts.decideDoubt": call(
    "signedIn",
    z.object({
      captureId,
      decision: z.enum(["created", "notCreated"]),
      accountId: requiredLine(40).optional(),
      note,
      approval: approval.optional(),
    }),
    loanAccountView,
  ),
  "letters.noc": call(
    "signedIn",
    z.object({ providerId: id, loanId: requiredLine(60), loanType: z.enum(["PL", "ML", "CL"]) }),
    /** `host` is the computer from which the letter was fetched. */
    documentView.extend({ host: z.string().optional() }),
  ),
  /** The letters that this counter has fetched, and the repaid loans that wait for one; the newest first. */
  "letters.list": call(
    "signedIn",
    empty,
    z.object({
      letters: z.array(
        z.object({
          providerId: id,
          loanRef: z.string(),
          loanType: z.string(),
          documentId: id,
          at: z.string(),
          issuedBy: z.string(),
        }),
      ),
      due: z.array(
        z.object({
          /** Null for a loan that was only repaid here. */
          loanId: id.nullable(),
          loanRef: z.string(),
          clientName: z.string().nullable(),
          closedAt: z.string(),
        }),
      ),
    }),
  ),
};
