/** The balance before a repayment, and the warnings that the screen asks about before cash is taken. */
import { repaymentWarnings } from "../../../shared/api/cash.ts";
import type { CallValue, ParsedInput } from "../../../shared/api.ts";
import { untoldRepayments } from "../../journal/outbox/captures.ts";
import { isFrozen, itemsOfLoan } from "../../journal/outbox/queries.ts";
import { type ItemRecord, isFinal } from "../../journal/outbox/record.ts";
import { lastReading } from "../../journal/projections/loans.ts";
import type { DeskContext } from "../context.ts";
import { lastInfo } from "../loans/books.ts";
import type { CounterLine } from "./line.ts";
import { offlineRefusal } from "./offline.ts";

type Warning = (typeof repaymentWarnings)[number];
type CheckValue = CallValue<"repayments.check">;

/** Two equal sums within this time are perhaps one payment that was typed twice. */
const SAME_PAYMENT_MS = 10 * 60_000;

interface Balance extends Omit<CheckValue, "warnings"> {
  /** The books, live or as last read, show no active loan. */
  isGone: boolean;
}

export async function checkRepayment(
  context: DeskContext,
  line: CounterLine,
  { providerId, loanRef, amountMinor }: ParsedInput<"repayments.check">,
): Promise<CheckValue> {
  const { isGone, ...balance } = await readBalance(context, line, providerId, loanRef);
  const { sql } = context.journal;
  const items = itemsOfLoan(sql, providerId, loanRef);
  const notBooked = items.filter((item) => item.kind === "repayment" && isNotSentYet(item));
  const owedMinor =
    balance.remainingMinor === null
      ? null
      : notBooked.reduce((left, item) => left - item.amountMinor, balance.remainingMinor);
  const warnings: Record<Warning, boolean> = {
    sameAmountRecently: items.some((item) => isSamePayment(item, amountMinor, context.clock.now())),
    moreThanOwed: owedMinor !== null && amountMinor > owedMinor,
    oldBalance: balance.stale && balance.asOf !== null,
    neverRead: balance.asOf === null,
    openItemForLoan: items.some((item) => !isFinal(item)),
    loanFrozen: isFrozen(sql, providerId, loanRef),
    noActiveLoan: isGone,
    tooMuchOffline: balance.stale && isTooMuchOffline(context, line, providerId, amountMinor),
  };
  return { ...balance, warnings: repaymentWarnings.filter((warning) => warnings[warning]) };
}

async function readBalance(
  { journal }: DeskContext,
  line: CounterLine,
  providerId: string,
  loanRef: string,
): Promise<Balance> {
  const books = await line.look(providerId, loanRef);
  if (books?.kind === "loan") {
    const { clientName, remainingMinor } = books.loan;
    return { clientName, remainingMinor, asOf: books.reading.at, stale: false, isGone: false };
  }
  const nobody = { clientName: null, remainingMinor: null };
  if (books?.kind === "none") return { ...nobody, asOf: books.reading.at, stale: false, isGone: true };
  const last = lastInfo(journal, providerId, loanRef);
  if (last !== null) {
    const clientName = last.clientName === "" ? null : last.clientName;
    const { remainingMinor, asOf } = last;
    return { clientName, remainingMinor, asOf, stale: true, isGone: false };
  }
  const reading = lastReading(journal.sql, providerId, loanRef)?.reading;
  return { ...nobody, asOf: reading?.at ?? null, stale: true, isGone: reading?.kind === "noActiveLoan" };
}

function isNotSentYet(item: ItemRecord): boolean {
  return item.state === "queued" || item.state === "held" || item.state === "sending";
}

function isSamePayment(item: ItemRecord, amountMinor: number, now: number): boolean {
  return (
    item.kind === "repayment" &&
    item.amountMinor === amountMinor &&
    item.state !== "voided" &&
    item.state !== "refused" &&
    Math.abs(now - Date.parse(item.capturedAt)) < SAME_PAYMENT_MS
  );
}

function isTooMuchOffline(
  { journal, clock, limits }: DeskContext,
  line: CounterLine,
  providerId: string,
  amountMinor: number,
): boolean {
  const facts = {
    amountMinor,
    untold: untoldRepayments(journal.sql),
    silentSince: line.silentSince(providerId),
    now: clock.now(),
    limits: limits(),
  };
  return offlineRefusal(facts) !== null;
}
