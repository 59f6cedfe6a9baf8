/** Asks the lender's books about one loan and turns the answer into a reading that the journal may hold. */
import { instant } from "../../shared/dates.ts";
import type { Reading } from "../../shared/outbox.ts";
import type { Journal, JournalTransaction } from "../journal/contract.ts";
import { customerDigest } from "../journal/customerDigest.ts";
import type { Clock, Exchange } from "../ports.ts";
import type { Answer, Lender, LoanInfo } from "../providers/contract.ts";
import type { BooksAnswer } from "./contract.ts";
import { newsOf } from "./lines.ts";
import { type CourierParts, SYSTEM } from "./parts.ts";

export type BooksRead = Exclude<BooksAnswer, { kind: "unavailable" }>;

/** Tells the line's news by itself; a reading is dated by its arrival. */
export async function askBooks(
  parts: CourierParts,
  providerId: string,
  lender: Lender,
  loanRef: string,
): Promise<BooksAnswer> {
  const answer = await lender.loanInfo(loanRef);
  parts.lines.hear(providerId, newsOf(answer), messageOf(answer));
  if (answer.kind !== "answer") return { kind: "unavailable", answer };
  const { value, exchange } = answer;
  if (!value.active)
    return { kind: "none", message: value.message, reading: noActiveLoan(parts.clock, exchange) };
  return { kind: "loan", loan: value.loan, reading: loanReading(parts, value.loan, exchange) };
}

export type ReleaseAnswer =
  | { kind: "release"; reading: Reading }
  | { kind: "unavailable"; answer: Exclude<BooksAnswer & { kind: "unavailable" }, never>["answer"] };

/** The release check as a read-back: a documented 400 means not allowed. */
export async function askRelease(
  parts: CourierParts,
  providerId: string,
  lender: Lender,
  loanRef: string,
): Promise<ReleaseAnswer> {
  const answer = await lender.allowCashRelease(loanRef);
  parts.lines.hear(providerId, newsOf(answer), messageOf(answer));
  if (answer.kind !== "answer" && answer.kind !== "refused") return { kind: "unavailable", answer };
  return {
    kind: "release",
    reading: {
      kind: "release",
      at: instant(parts.clock.now()),
      allowed: answer.kind === "answer" && answer.value.allowed,
      clockOffsetMs: answer.exchange.clockOffsetMs,
    },
  };
}

function messageOf(answer: Answer<unknown>): string | null {
  return answer.kind === "answer" ? null : answer.message;
}

function noActiveLoan(clock: Clock, exchange: Exchange): Reading {
  return { kind: "noActiveLoan", at: instant(clock.now()), clockOffsetMs: exchange.clockOffsetMs };
}

function loanReading(
  { journal, clock }: { journal: Pick<Journal, "digest">; clock: Clock },
  loan: LoanInfo,
  exchange: Exchange,
): Reading {
  return {
    kind: "loan",
    at: instant(clock.now()),
    repaidMinor: loan.repaidMinor,
    remainingMinor: loan.remainingMinor,
    totalMinor: loan.totalMinor,
    instalments: loan.instalments,
    customerDigest: customerDigest(journal, loan.clientPin),
    clockOffsetMs: exchange.clockOffsetMs,
  };
}

/** The fact without, and the person beside it, sealed: what the till learns about a loan from any reading. */
export function recordReading(
  { append, cells }: Pick<JournalTransaction, "append" | "cells">,
  providerId: string,
  loanRef: string,
  books: BooksRead,
): void {
  append({
    kind: "loan.read",
    payload: {
      providerId,
      loanRef,
      months: books.kind === "loan" ? books.loan.months : null,
      reading: books.reading,
    },
    actor: SYSTEM,
    clockOffsetMs: books.reading.clockOffsetMs,
  });
  if (books.kind !== "loan") return;
  const { clientPin, clientName } = books.loan;
  cells.put(cells.customerFor(clientPin), "readings", `${providerId}/${loanRef}`, { clientPin, clientName });
}
