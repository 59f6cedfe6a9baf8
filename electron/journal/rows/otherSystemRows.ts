/** The facts about registrations, loan accounts and letters at the other systems. */
import { z } from "zod";

const minor = z.number().int();

export const otherSystemRows = {
  /** Durable before a registration is sent; `update` where the customer exists there already. */
  "customer.onboarding": z.object({
    onboardingId: z.string(),
    providerId: z.string(),
    /** Keyed digest of ID type and number. */
    customerDigest: z.string(),
    /** Keyed digest of the document's number alone, as a loan's applicant has it. Older rows have none. */
    pinDigest: z.string().optional(),
    fieldsDigest: z.string(),
    update: z.boolean(),
  }),
  "customer.onboardingAnswered": z.object({
    onboardingId: z.string(),
    result: z.enum(["registered", "refused", "notSent", "inDoubt", "foundByLookup"]),
    /** The outcome in the words of the bridge, where the provider gave one. */
    outcome: z.string().nullable(),
  }),
  /** Somebody has asked the register: the registration in doubt is there, or it never came. */
  "customer.doubtDecided": z.object({
    onboardingId: z.string(),
    decision: z.enum(["arrived", "notArrived"]),
    note: z.string(),
  }),
  /** The register stops this person or serves them again; of two reasons to stop somebody it says neither. */
  "customer.standing": z.object({
    providerId: z.string(),
    customerDigest: z.string(),
    served: z.boolean(),
  }),
  /** Durable before the one request that may open an account leaves. */
  "account.creating": z.object({
    accountRequestId: z.string(),
    captureId: z.string(),
    providerId: z.string(),
    fieldsDigest: z.string(),
    amountMinor: minor,
    currency: z.string(),
    /** The customer from whose page it was asked for. */
    customerDigest: z.string().optional(),
  }),
  "account.answered": z.object({
    accountRequestId: z.string(),
    result: z.enum(["created", "refused", "notSent", "inDoubt"]),
    accountId: z.string().nullable(),
    bookedAmountMinor: minor.nullable(),
    feeMinor: minor.nullable(),
    /** The account's own status, as the provider words it. */
    status: z.string().nullable(),
  }),
  /** A doubt about an account was settled: found in the provider's book, or decided by a person who has asked. */
  "account.settled": z.object({
    accountRequestId: z.string(),
    by: z.enum(["readBack", "hand"]),
    accountId: z.string().nullable(),
    bookedAmountMinor: minor.nullable(),
    feeMinor: minor.nullable(),
    status: z.string().nullable(),
    note: z.string().nullable(),
  }),
  "letter.issued": z.object({
    providerId: z.string(),
    loanRef: z.string(),
    loanType: z.string(),
    documentId: z.string(),
  }),
} as const;
