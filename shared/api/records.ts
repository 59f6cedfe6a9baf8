/** Calls of the journal desk and of training mode. */
import { z } from "zod";
import { entryFact } from "../entryFacts.ts";
import { call } from "./call.ts";
import { approval, empty, id, isoDate, line, loanRef, page, requiredLine, role } from "./values.ts";

export const journalEntry = z.object({
  sequence: z.number().int(),
  at: z.string(),
  businessDate: z.string(),
  actor: z.string(),
  kind: z.string(),
  /** One sentence in English; the screen composes its own from `kind` and `facts`. */
  summary: z.string(),
  /** What the entry tells beyond amount, receipt and loan. */
  facts: z.array(entryFact),
  itemId: z.string().nullable(),
  loanId: z.string().nullable(),
  loanRef: z.string().nullable(),
  amountMinor: z.number().int().nullable(),
  /** Of the amount, where it is not the till's money: an account in a lender's own book. */
  currency: z.string().optional(),
  receiptNo: z.string().nullable(),
  hash: z.string(),
});
export type JournalEntry = z.infer<typeof journalEntry>;

export const journalCalls = {
  "journal.search": call(
    "signedIn",
    z.object({
      text: line(200).optional(),
      kinds: z.array(z.string().max(60)).max(60).optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      page: page.optional(),
    }),
    z.object({ entries: z.array(journalEntry), total: z.number().int() }),
  ),
  "journal.verify": call(
    "signedIn",
    empty,
    z.object({
      ok: z.boolean(),
      entries: z.number().int(),
      head: z.string(),
      firstBroken: z.number().int().optional(),
    }),
  ),
  "journal.export": call(
    "supervisor",
    z.object({
      format: z.enum(["csv", "jsonl"]),
      path: z.string().min(1).max(2000),
      /** Customers' numbers, names and phones beside their entries: then a second person approves. */
      withPeople: z.boolean().optional(),
      approval: approval.optional(),
    }),
    z.object({ path: z.string(), entries: z.number().int(), head: z.string() }),
  ),
};

export const misbehaviour = z.object({ kind: z.string(), description: z.string() });

export const trainingCalls = {
  "training.decide": call(
    "anyone",
    z.object({ loanRef, decision: z.enum(["approve", "reject", "authorise"]) }),
    z.object({ loanRef: z.string(), step: z.string() }),
  ),
  "training.misbehave": call(
    "anyone",
    z.object({ providerId: id, kind: requiredLine(60), times: z.number().int().min(0).max(1000) }),
    empty,
  ),
  "training.line": call("anyone", z.object({ up: z.boolean() }), z.object({ up: z.boolean() })),
  "training.status": call(
    "anyone",
    empty,
    z.object({
      up: z.boolean(),
      misbehaviours: z.array(z.object({ providerId: id, kinds: z.array(misbehaviour) })),
      /** `loanRef` is what that provider's screen asks for; a loan reference at the lender. */
      examples: z.array(z.object({ providerId: id, loanRef: z.string(), description: z.string() })),
      loans: z.array(z.object({ loanRef: z.string(), step: z.string(), clientName: z.string() })),
      /** Who can sign in at the training counter; these PINs protect nothing and are there to be read. */
      people: z.array(z.object({ name: z.string(), role, pin: z.string() })),
    }),
  ),
};
