/** Whether a repayment is taken online: what the courier knows of the line, and the looks into the books made here. */
import type { BooksAnswer } from "../../courier/contract.ts";
import { customerDigest } from "../../journal/customerDigest.ts";
import { loanByReference } from "../../journal/loans/queries.ts";
import { untoldRepayments } from "../../journal/outbox/captures.ts";
import { lastReadingAt } from "../../journal/outbox/queries.ts";
import { lastReading } from "../../journal/projections/loans.ts";
import type { DeskContext } from "../context.ts";
import { readBooksWithin } from "../lenders.ts";

/** So long a clerk waits for the balance; after it the last one is shown. */
const LOOK_WITHIN_MS = 10_000;
/** A look at this loan's books that is no older proves that the line is there, or that it is not. */
const LOOK_HOLDS_MS = 60_000;

export interface CounterLine {
  /** Reads the books now; null where they did not answer in time. */
  look(providerId: string, loanRef: string): Promise<BooksAnswer | null>;
  /** What a look of the last minute at this very loan has shown; null where there was none. */
  recentLook(providerId: string, loanRef: string): "answering" | "silent" | null;
  isAnswering(providerId: string): boolean;
  /** Since when the offline limits count, in milliseconds; null where this till was never out of touch. */
  silentSince(providerId: string): number | null;
  /** False for a loan of which this till knows no customer: then PIN and phone are asked for. */
  isCustomerKnown(providerId: string, loanRef: string): boolean;
}

export function createCounterLine(context: DeskContext): CounterLine {
  const { journal, courier, clock } = context;
  const looks = new Map<string, { at: number; answered: boolean }>();

  function connectionOf(providerId: string) {
    return courier.connections().find((connection) => connection.providerId === providerId);
  }

  return {
    async look(providerId, loanRef) {
      const books = await readBooksWithin(context, providerId, loanRef, LOOK_WITHIN_MS);
      const isAnswer = books !== null && books.kind !== "unavailable";
      looks.set(`${providerId}/${loanRef}`, { at: clock.monotonic(), answered: isAnswer });
      return books;
    },
    recentLook(providerId, loanRef) {
      const look = looks.get(`${providerId}/${loanRef}`);
      if (look === undefined || clock.monotonic() - look.at > LOOK_HOLDS_MS) return null;
      return look.answered ? "answering" : "silent";
    },
    isAnswering: (providerId) => connectionOf(providerId)?.state === "answering",
    silentSince(providerId) {
      const last = connectionOf(providerId)?.lastAnswerAt ?? lastReadingAt(journal.sql, providerId);
      const since = last ?? untoldRepayments(journal.sql).oldestAt;
      return since === null ? null : Date.parse(since);
    },
    isCustomerKnown(providerId, loanRef) {
      if (lastReading(journal.sql, providerId, loanRef)?.reading.kind === "loan") return true;
      return (loanByReference(journal.sql, providerId, loanRef)?.applicantDigest ?? null) !== null;
    },
  };
}

/** The digest by which the courier compares the customer at the counter with the one in the lender's books. */
export function digestOfPin({ journal }: DeskContext, clientPin: string | undefined): string | null {
  return clientPin === undefined || clientPin === "" ? null : customerDigest(journal, clientPin);
}
