/** The states of an item in the outbox, each with its named reasons: the vocabulary of the queue on every side. */
import { z } from "zod";

export const itemKinds = ["repayment", "payout"] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemStates = [
  /** Durable here, nothing sent. Ends when the courier arms it (seconds online; until the line is back offline). */
  "queued",
  /** Waits for a named reason to go away or for a person; nothing was armed since. May last days. */
  "held",
  /** Armed; bytes may be leaving now. Lasts at most the request's total time limit. */
  "sending",
  /** The lender gave the documented success; the books were not seen to move yet. Ends by read-back or by age. */
  "acknowledged",
  /** Something may have reached the lender and nobody knows. Ends by read-back only, never by time alone. */
  "unconfirmed",
  /** Booked. Final, except that a person may dispute it. */
  "posted",
  /** The lender refused it and a read-back showed that nothing moved. Cash is to be returned. Final. */
  "refused",
  /** Needs a person, for a named reason. Lasts until someone decides. */
  "attention",
  /** Withdrawn by a supervisor before any byte left. Cash is to be returned. Final. */
  "voided",
] as const;
export const itemStateSchema = z.enum(itemStates);
export type ItemState = (typeof itemStates)[number];

export const certainties = [
  /** A clean acknowledgement, and the books moved by exactly this amount. */
  "confirmed",
  /** The books moved as expected, but another office could have moved them. */
  "inferred",
  /** A person decided, with a note. */
  "byHand",
] as const;
export const certaintySchema = z.enum(certainties);
export type Certainty = (typeof certainties)[number];

export const heldReasons = [
  /** An earlier item of this loan is still open. Goes away with it. */
  "earlierDoubt",
  /** The lender shows no active loan: repaid, not yet paid out or unknown. */
  "noActiveLoan",
  /** The lender's books name another customer for this loan than the counter did. */
  "otherCustomer",
  /** The amount exceeds what the books show as remaining. A supervisor decides; never trimmed. */
  "moreThanOwed",
  /** The computer's clock and the lender's differ too much. */
  "clock",
  /** A limit of this office was passed. */
  "cap",
  /** The lender refused the credentials. */
  "credentials",
  /** The lender's answer to the balance question could not be understood. */
  "unreadableBalance",
  /** The loan was frozen after a possible duplicate. */
  "loanFrozen",
  /** Sending is off: restored backup, copied folder or damaged journal. */
  "sendingOff",
  /** It was carried out to another computer, for good: this till never touches it again. */
  "carriedOut",
] as const;
export const heldReasonSchema = z.enum(heldReasons);
export type HeldReason = (typeof heldReasons)[number];

export const attentionReasons = [
  /** The books moved by a multiple: the same payment may have been booked twice. */
  "possibleDuplicate",
  /** After a doubt the books moved by another sum. */
  "movedByOther",
  /** The books moved backwards. */
  "movedBackwards",
  /** Two absent readings a quarantine apart: not booked as far as anyone can see. */
  "absentTwice",
  /** The lender acknowledged, but its books never moved. */
  "acknowledgedAbsent",
  /** The loan is gone and the payment was not the whole remainder. */
  "loanGone",
  /** The lender refused the confirmation of cash that has left the till. */
  "paidOutNotAccepted",
  /** Whether the customer has the cash was not known after a crash. */
  "handOverUnknown",
] as const;
export const attentionReasonSchema = z.enum(attentionReasons);
export type AttentionReason = (typeof attentionReasons)[number];

export const outcomeWords = ["notSent", "acknowledged", "refused", "unconfirmed"] as const;
export const outcomeWordSchema = z.enum(outcomeWords);
export type OutcomeWord = (typeof outcomeWords)[number];

/** One line of the lender's instalment table: number from 1, `toBePaidMinor` is 0 when it is covered. */
export const instalmentSchema = z.object({
  number: z.number().int(),
  dueDate: z.string(),
  totalMinor: z.number().int(),
  toBePaidMinor: z.number().int(),
});
export type Instalment = z.infer<typeof instalmentSchema>;

/** What the lender's books said about one loan at one moment. It holds no personal data, only a keyed digest. */
export const readingSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("loan"),
    at: z.string(),
    repaidMinor: z.number().int(),
    remainingMinor: z.number().int(),
    totalMinor: z.number().int(),
    instalments: z.array(instalmentSchema),
    /** Keyed digest of the customer's PIN as the books give it. */
    customerDigest: z.string(),
    /** The provider's `Date` minus this computer's clock, in milliseconds; null where the header was missing. */
    clockOffsetMs: z.number().int().nullable(),
  }),
  z.object({
    kind: z.literal("noActiveLoan"),
    at: z.string(),
    clockOffsetMs: z.number().int().nullable(),
  }),
  z.object({
    /** Only for payouts: the release check's answer, read together with a "no active loan". */
    kind: z.literal("release"),
    at: z.string(),
    allowed: z.boolean(),
    clockOffsetMs: z.number().int().nullable(),
  }),
]);
export type Reading = z.infer<typeof readingSchema>;

/** How far a connection got. `bytesLeft` false is a fact (nothing of the request can have left), true means "may have". */
export const wireRecordSchema = z.object({
  startedAt: z.string(),
  durationMs: z.number().int(),
  phase: z.enum(["lookup", "connect", "tls", "request", "headers", "body", "done"]),
  bytesLeft: z.boolean(),
  failure: z.string().nullable(),
  status: z.number().int().nullable(),
  contentType: z.string().nullable(),
  bodyBytes: z.number().int(),
  clockOffsetMs: z.number().int().nullable(),
});
export type WireRecord = z.infer<typeof wireRecordSchema>;

/** What a person needs to judge one attempt. */
export const attemptSchema = z.object({
  attemptId: z.string(),
  armedAt: z.string(),
  baseline: readingSchema,
  outcome: outcomeWordSchema.nullable(),
  answeredAt: z.string().nullable(),
  wire: wireRecordSchema.nullable(),
  /** The provider's own sentence, or ours about the wire. */
  message: z.string().nullable(),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const evidenceSchema = z.object({
  attempts: z.array(attemptSchema),
  /** Read-backs since the last attempt, oldest first. */
  readings: z.array(readingSchema),
  /** What the courier will do next and when; null where a person has to act. */
  next: z.object({ action: z.enum(["send", "readBack"]), at: z.string().nullable() }).nullable(),
  /** `held` names the reason where the program held the item: the page says it in the clerk's language. */
  notes: z.array(
    z.object({ at: z.string(), by: z.string(), text: z.string(), held: heldReasonSchema.optional() }),
  ),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const outboxItemSchema = z.object({
  itemId: z.string(),
  kind: z.enum(itemKinds),
  providerId: z.string(),
  loanRef: z.string(),
  amountMinor: z.number().int(),
  currency: z.string(),
  receiptNo: z.string(),
  capturedAt: z.string(),
  capturedBy: z.string(),
  businessDate: z.string(),
  shiftId: z.string(),
  state: itemStateSchema,
  certainty: certaintySchema.optional(),
  /** A `HeldReason` while held, an `AttentionReason` while attention. */
  reason: z.string().optional(),
  /** The provider's own sentence where it refused. */
  providerMessage: z.string().optional(),
  attempts: z.number().int(),
  /** True for cash that is still in this till and belongs to the customer. */
  cashToReturn: z.boolean(),
  givenBack: z.boolean(),
  /** What the person who asked may decide on this item now. */
  decisions: z.array(z.enum(["posted", "notPosted", "sendAgain", "release", "void", "giveBack"])),
  evidence: evidenceSchema,
});
export type OutboxItem = z.infer<typeof outboxItemSchema>;
