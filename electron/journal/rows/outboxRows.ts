/** The facts about money on its way: captures, attempts, answers, readings, decisions and what is carried to another till. */
import { z } from "zod";
import {
  attentionReasonSchema,
  certaintySchema,
  heldReasonSchema,
  outcomeWordSchema,
  readingSchema,
  wireRecordSchema,
} from "../../../shared/outbox.ts";
import { itemRecordSchema } from "../outbox/record.ts";

const minor = z.number().int();
const approvedBy = z.string().nullable();
const item = { itemId: z.string() };

/** What the courier concluded from one read-back; see `courier/reconcile.ts`. */
export const verdictSchema = z.discriminatedUnion("to", [
  z.object({ to: z.literal("posted"), certainty: certaintySchema, note: z.string().nullable() }),
  z.object({ to: z.literal("refused"), note: z.string().nullable() }),
  z.object({ to: z.literal("attention"), reason: attentionReasonSchema, freezesLoan: z.boolean() }),
  z.object({ to: z.literal("held"), reason: heldReasonSchema }),
  /** Nothing is concluded yet; the reading counts as one absent reading where `absent` is true. */
  z.object({ to: z.literal("wait"), absent: z.boolean() }),
]);
export type Verdict = z.infer<typeof verdictSchema>;

const captured = {
  ...item,
  captureId: z.string(),
  receiptNo: z.string(),
  providerId: z.string(),
  loanRef: z.string(),
  loanId: z.string().nullable(),
  amountMinor: minor,
  currency: z.string(),
  /** Keyed digest of the PIN that the counter typed, where it did. */
  customerDigest: z.string().nullable(),
  /** Keyed digest of every field of the form, for "the same id with other fields". */
  fieldsDigest: z.string(),
};

export const outboxRows = {
  /** Cash has left the till: it makes the outbox item that confirms it to the lender. */
  "payout.handedOver": z.object({ ...captured, payoutId: z.string(), checkId: z.string() }),
  "repayment.captured": z.object({ ...captured, offline: z.boolean() }),
  "item.held": z.object({
    ...item,
    reason: heldReasonSchema,
    detail: z.string().nullable(),
    reading: readingSchema.nullable(),
  }),
  /** A hold ended: by itself (`by` null) or by a person who looked at it, who may waive the reason for this item. */
  "item.released": z.object({
    ...item,
    waives: heldReasonSchema.nullable(),
    note: z.string().nullable(),
    approvedBy,
  }),
  /** Durable before the first byte leaves. An attempt that is armed is sent at most once, ever. */
  "item.armed": z.object({
    ...item,
    attemptId: z.string(),
    attempt: z.number().int(),
    baseline: readingSchema,
  }),
  "item.answered": z.object({
    ...item,
    attemptId: z.string(),
    outcome: outcomeWordSchema,
    credentials: z.boolean(),
    message: z.string().nullable(),
    wire: wireRecordSchema.nullable(),
    /** When a `notSent` item may be tried again. */
    retryAt: z.string().nullable(),
  }),
  /** Found armed and unanswered at start: it counts as unconfirmed. */
  "item.interrupted": z.object({ ...item, attemptId: z.string() }),
  "item.read": z.object({
    ...item,
    reading: readingSchema,
    second: readingSchema.nullable(),
    verdict: verdictSchema,
    nextAt: z.string().nullable(),
  }),
  "item.resolved": z.object({
    ...item,
    decision: z.enum(["posted", "notPosted", "sendAgain"]),
    note: z.string(),
    loanRef: z.string().nullable(),
    approvedBy,
  }),
  "item.voided": z.object({ ...item, reason: z.string(), approvedBy }),
  "item.givenBack": z.object({ ...item, slipNo: z.string(), approvedBy }),
  /** Set apart for another computer, for good. What was being sent has become unconfirmed before. */
  "item.carriedOut": z.object({ ...item, carryId: z.string() }),
  /** Taken over from another till with everything that it knew, under the receipt that it gave. */
  "item.carriedIn": z.object({
    ...item,
    carryId: z.string(),
    fromInstallation: z.string(),
    record: itemRecordSchema,
  }),
} as const;
