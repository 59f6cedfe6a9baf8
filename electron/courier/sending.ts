/** Sends one item: baseline, arming, one sending, and what came of it. The order of these steps is what rule 1 says. */
import { instant } from "../../shared/dates.ts";
import type { ItemState } from "../../shared/outbox.ts";
import { knownRepaidMinor } from "../journal/outbox/queries.ts";
import { type ItemRecord, isCarriedOut } from "../journal/outbox/record.ts";
import type { Exchange } from "../ports.ts";
import type { Lender, OnceOperation } from "../providers/contract.ts";
import { wireRecord } from "../providers/wire.ts";
import { arm } from "./arming.ts";
import { retryDelayMs } from "./backOff.ts";
import { askBooks, type BooksRead } from "./books.ts";
import { loanKeyOf } from "./due.ts";
import { holdItem, withoutBaseline } from "./holding.ts";
import { type Hold, holdAtBaseline } from "./holds.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { type CourierParts, lenderOf, SYSTEM, writeAbout } from "./parts.ts";
import { startStopwatch } from "./stopwatch.ts";

export async function sendItem(parts: CourierParts, item: ItemRecord): Promise<void> {
  const lender = lenderOf(parts, item.providerId);
  if (lender === null) return;
  const { requestTimeoutMs } = parts.limits();
  parts.faults.reach?.("beforeBaseline", item.itemId);
  const reading = startStopwatch(parts.clock);
  const books = await askBooks(parts, item.providerId, lender, item.loanRef);
  parts.faults.reach?.("afterBaseline", item.itemId);
  if (parts.isClosing()) return;
  if (books.kind === "unavailable") return withoutBaseline(parts, item, books.answer);
  // A balance that was on its way while the computer slept is no baseline: it is read once more.
  if (reading.wasInterrupted(requestTimeoutMs)) return parts.waits.set(item.itemId, item.state, 1_000, true);
  const hold = holdFor(parts, item, books);
  if (hold !== null) return holdItem(parts, item, hold, books.reading);
  const operation = operationFor(lender, item);
  const attemptId = arm(parts, item, books);
  if (attemptId === null) return parts.waits.set(item.itemId, item.state, 1_000, true);
  parts.looks.forget(item.itemId);
  parts.sending.add(item.itemId);
  try {
    parts.faults.reach?.("afterArm", item.itemId);
    await sendArmed(parts, item, operation, attemptId);
  } finally {
    parts.sending.delete(item.itemId);
  }
}

function holdFor(parts: CourierParts, item: ItemRecord, { reading }: BooksRead): Hold | null {
  const known = knownRepaidMinor(parts.journal.sql, item.providerId, item.loanRef);
  const loanKey = loanKeyOf(item);
  const limits = parts.limits();
  const waitedMs = parts.clock.now() - Date.parse(item.capturedAt);
  if (reading.kind !== "loan" || known === null || reading.repaidMinor >= known) {
    parts.regressions.forget(loanKey);
    return holdAtBaseline(item, { reading, waitedMs, limits, knownRepaidMinor: null });
  }
  const isBelieved = parts.regressions.isBelieved(loanKey, reading.repaidMinor, limits.absentQuarantineMs);
  return holdAtBaseline(item, { reading, waitedMs, limits, knownRepaidMinor: isBelieved ? null : known });
}

/** Built before arming: whatever is wrong with it is found while nothing has happened yet. */
function operationFor(lender: Lender, item: ItemRecord): OnceOperation {
  return item.kind === "payout"
    ? lender.confirmCashRelease(item.loanRef)
    : lender.insertRepayment(item.loanRef, item.businessDate, item.amountMinor);
}

async function sendArmed(
  parts: CourierParts,
  item: ItemRecord,
  operation: OnceOperation,
  attemptId: string,
): Promise<void> {
  const sending = startStopwatch(parts.clock);
  const exchange = await sendOnce(parts, operation, attemptId);
  parts.faults.reach?.("afterSend", item.itemId);
  const outcome: Outcome =
    exchange === null
      ? {
          word: "unconfirmed",
          credentials: false,
          message: "The program failed while this was being sent; it may have left.",
        }
      : outcomeOf(exchange, operation, sending.wasInterrupted(parts.limits().requestTimeoutMs));
  recordAnswer(parts, item, attemptId, exchange, outcome);
  parts.faults.reach?.("afterAnswer", item.itemId);
}

/** A transport never throws for what the wire did; if it does, nobody knows how far it got. */
async function sendOnce(
  parts: CourierParts,
  operation: OnceOperation,
  attemptId: string,
): Promise<Exchange | null> {
  try {
    return await operation.send(parts.transport);
  } catch (error) {
    parts.log("error", "Sending failed in the program itself.", { attemptId, error: String(error) });
    return null;
  }
}

function recordAnswer(
  parts: CourierParts,
  item: ItemRecord,
  attemptId: string,
  exchange: Exchange | null,
  { word, credentials, message }: Outcome,
): void {
  const { itemId, providerId } = item;
  const limits = parts.limits();
  const failures = item.attempts.length + 1;
  const delayMs =
    word === "notSent" ? retryDelayMs(failures, parts.random.fraction(), limits) : limits.reconcileGraceMs;
  const isStopping = credentials && !parts.isStopped(providerId);
  parts.waits.set(itemId, stateAfter(word), delayMs, word === "notSent");
  writeAbout(parts, itemId, ({ append }, now) => {
    // Carried out meanwhile: it travels as unconfirmed, and the other till reads the books.
    if (isCarriedOut(now)) return;
    append({
      kind: "item.answered",
      payload: {
        itemId,
        attemptId,
        outcome: word,
        credentials,
        message,
        wire: exchange === null ? null : wireRecord(exchange),
        retryAt: word === "notSent" ? instant(parts.clock.now() + delayMs) : null,
      },
      actor: SYSTEM,
      clockOffsetMs: exchange?.clockOffsetMs ?? null,
    });
    if (isStopping)
      append({ kind: "courier.credentialsRefused", payload: { providerId, itemId }, actor: SYSTEM });
  });
  parts.lines.hear(providerId, newsOfOutcome(word, credentials), message);
}

function stateAfter(word: Outcome["word"]): ItemState {
  if (word === "acknowledged") return "acknowledged";
  return word === "notSent" ? "queued" : "unconfirmed";
}

function newsOfOutcome(word: Outcome["word"], credentials: boolean) {
  if (credentials) return "credentials";
  if (word === "acknowledged" || word === "refused") return "valid";
  return word === "notSent" ? "noLine" : "unclear";
}
