/** An outbox item as the core keeps it: everything that the rows about it have said so far. */
import { z } from "zod";
import {
  attemptSchema,
  certaintySchema,
  evidenceSchema,
  heldReasonSchema,
  itemKinds,
  itemStateSchema,
  readingSchema,
} from "../../../shared/outbox.ts";

export const itemRecordSchema = z.object({
  itemId: z.string(),
  kind: z.enum(itemKinds),
  captureId: z.string(),
  fieldsDigest: z.string(),
  receiptNo: z.string(),
  providerId: z.string(),
  loanRef: z.string(),
  loanId: z.string().nullable(),
  amountMinor: z.number().int(),
  currency: z.string(),
  customerDigest: z.string().nullable(),
  capturedAt: z.string(),
  capturedBy: z.string(),
  businessDate: z.string(),
  shiftId: z.string(),
  /** Sequence of the capture: the order in which items of one loan are sent. */
  sequence: z.number().int(),
  state: itemStateSchema,
  certainty: certaintySchema.nullable(),
  reason: z.string().nullable(),
  providerMessage: z.string().nullable(),
  /** The last attempt was answered with the documented refusal, which a read-back has not borne out yet. */
  refusalPending: z.boolean(),
  credentialsRefused: z.boolean(),
  /** Reasons for holding that a person has looked at and set aside for this item. */
  waived: z.array(heldReasonSchema),
  attempts: z.array(attemptSchema),
  /** Read-backs since the last attempt, oldest first. */
  readings: z.array(readingSchema),
  /**
   * What the books showed as repaid when this item last had to do with them: its baseline or a read-back, never a look
   * that only held it. `sequence` is the row that said so.
   */
  booksSeen: z.object({ sequence: z.number().int(), repaidMinor: z.number().int() }).nullable(),
  /** When the courier is to act next, null where it may at once or never will by itself. */
  nextAt: z.string().nullable(),
  givenBack: z.boolean(),
  notes: evidenceSchema.shape.notes,
  /** When the present state began. */
  since: z.string(),
});
export type ItemRecord = z.infer<typeof itemRecordSchema>;

/** So many texts are remembered with what they say: a day's queue is looked at again and again. */
const REMEMBERED = 1_000;
const remembered = new Map<string, ItemRecord>();

/** The record that a stored text stands for. One text gives one record, which nobody changes: steps make new ones. */
export function itemRecordOf(text: string): ItemRecord {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const record = itemRecordSchema.parse(JSON.parse(text));
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, record);
  return record;
}

/** States in which the lender may have it, or may be about to have it, and nobody knows yet. */
export const openStates = ["sending", "acknowledged", "unconfirmed", "attention"] as const;

/** Rule 3: an open item blocks every later one of its loan. */
export function isOpen(item: ItemRecord): boolean {
  return openStates.some((state) => state === item.state);
}

/** True for states that nothing but a dispute can change. */
export function isFinal(item: ItemRecord): boolean {
  return item.state === "posted" || item.state === "refused" || item.state === "voided";
}

/** Another till has it now, or will: here nothing happens to it any more. */
export function isCarriedOut(item: ItemRecord): boolean {
  return item.state === "held" && item.reason === "carriedOut";
}

/** True where no byte of any attempt can have left this computer. */
export function nothingEverLeft(item: ItemRecord): boolean {
  return item.attempts.every((attempt) => attempt.outcome === "notSent");
}

/** Cash that lies in the till, belongs to the customer and is not on its way to the lender. */
export function cashToReturn(item: ItemRecord): boolean {
  if (item.kind !== "repayment" || item.givenBack) return false;
  if (item.state === "refused" || item.state === "voided") return true;
  return item.state === "held" && (item.reason === "noActiveLoan" || item.reason === "otherCustomer");
}

export type TillLine = "float" | "moved" | "confirmed" | "queued" | "unconfirmed" | "toReturn";

/** The line of the till in which an item's cash stands; null once it was given back. */
export function tillLineOf(item: ItemRecord): TillLine | null {
  if (item.givenBack) return null;
  if (cashToReturn(item)) return "toReturn";
  // The cash lies in this drawer, and this till will not learn what becomes of the payment.
  if (isCarriedOut(item)) return "unconfirmed";
  switch (item.state) {
    case "queued":
    case "held":
    case "sending":
      return "queued";
    case "acknowledged":
    case "unconfirmed":
    case "attention":
      return "unconfirmed";
    case "posted":
      return "confirmed";
    // A payout is never refused or voided (its cash has left); kept in doubt if a row ever said so.
    case "refused":
    case "voided":
      return "unconfirmed";
  }
}

/** The item's effect on the drawer: repayments bring cash in, payouts take it out. */
export function signedAmountMinor(item: ItemRecord): number {
  return item.kind === "payout" ? -item.amountMinor : item.amountMinor;
}
