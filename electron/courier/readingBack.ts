/** Reads the lender's books about an item that may have reached the lender, and writes down what follows from it. */
import { instant } from "../../shared/dates.ts";
import type { Reading } from "../../shared/outbox.ts";
import { postedSinceMinor } from "../journal/outbox/queries.ts";
import type { ItemRecord } from "../journal/outbox/record.ts";
import type { Verdict } from "../journal/rows/outboxRows.ts";
import type { Lender } from "../providers/contract.ts";
import { holdDelayMs, readBackDelayMs } from "./backOff.ts";
import { askBooks, askRelease, type BooksRead } from "./books.ts";
import { stopProvider } from "./holding.ts";
import { type CourierParts, lenderOf, SYSTEM, writeAbout } from "./parts.ts";
import type { ReadBackFacts } from "./reconcile/contract.ts";
import { reconcile } from "./reconcile.ts";

/** An item in attention is looked at rarely: only a late booking can still settle it without a person. */
const RARELY = 24;

export async function readBackItem(parts: CourierParts, item: ItemRecord): Promise<void> {
  const lender = lenderOf(parts, item.providerId);
  if (lender === null) return;
  parts.faults.reach?.("beforeReadBack", item.itemId);
  const found = await readBooksTwice(parts, item, lender);
  parts.faults.reach?.("afterReadBack", item.itemId);
  if (parts.isClosing()) return;
  if (found === null) {
    parts.waits.set(
      item.itemId,
      item.state,
      holdDelayMs(parts.looks.count(item.itemId), parts.limits()),
      true,
    );
    return;
  }
  parts.looks.forget(item.itemId);
  settle(parts, item, found.books, found.second);
  parts.faults.reach?.("afterVerdict", item.itemId);
}

/** Null where the books could not be read; then nothing is concluded, however long that lasts. */
async function readBooksTwice(
  parts: CourierParts,
  item: ItemRecord,
  lender: Lender,
): Promise<{ books: BooksRead; second: Reading | null } | null> {
  const books = await askBooks(parts, item.providerId, lender, item.loanRef);
  if (books.kind === "unavailable") {
    if (books.answer.kind === "credentials") stopProvider(parts, item.providerId, item.itemId);
    return null;
  }
  if (item.kind !== "payout" || books.kind === "loan") return { books, second: null };
  const release = await askRelease(parts, item.providerId, lender, item.loanRef);
  if (release.kind === "unavailable") {
    if (release.answer.kind === "credentials") stopProvider(parts, item.providerId, item.itemId);
    return null;
  }
  return { books, second: release.reading };
}

function settle(parts: CourierParts, seen: ItemRecord, books: BooksRead, second: Reading | null): void {
  const attemptId = seen.attempts.at(-1)?.attemptId;
  if (attemptId === undefined) throw new Error(`Item ${seen.itemId} is read back without an attempt.`);
  const delayMs = nextReadingInMs(parts, seen, attemptId);
  const verdict = writeAbout(parts, seen.itemId, ({ append, sql }, item): Verdict | null => {
    // A person may have decided while the books were read: then this reading concludes nothing.
    if (item.state !== seen.state || item.attempts.at(-1)?.attemptId !== attemptId) return null;
    const facts = factsOf(parts, item, books.reading, second, (from) => postedSinceMinor(sql, item, from));
    if (facts === null) return null;
    const concluded = reconcile(facts);
    append({
      kind: "item.read",
      payload: {
        itemId: item.itemId,
        reading: books.reading,
        second,
        verdict: concluded,
        nextAt: concluded.to === "wait" ? instant(parts.clock.now() + delayMs) : null,
      },
      actor: SYSTEM,
      clockOffsetMs: books.reading.clockOffsetMs,
    });
    if (concluded.to === "attention" && concluded.freezesLoan)
      append({
        kind: "loan.frozen",
        payload: { providerId: item.providerId, loanRef: item.loanRef, because: item.itemId },
        actor: SYSTEM,
      });
    return concluded;
  });
  if (verdict === null) return;
  parts.runReadings.add(attemptId, books.reading, second);
  waitAfter(parts, seen, attemptId, verdict, delayMs);
}

function factsOf(
  parts: CourierParts,
  item: ItemRecord,
  reading: Reading,
  second: Reading | null,
  postedSince: (repaidMinor: number) => number,
): ReadBackFacts | null {
  const attempt = item.attempts.at(-1);
  const { state } = item;
  if (
    attempt === undefined ||
    (state !== "acknowledged" && state !== "unconfirmed" && state !== "attention" && state !== "refused")
  )
    return null;
  const word = attempt.outcome === "notSent" ? null : attempt.outcome;
  const lastSeen = item.readings.findLast((candidate) => candidate.kind === "loan");
  // A refused item is settled: it is compared with what the books said then, apart from what was posted since.
  const baseline = state === "refused" ? (lastSeen ?? attempt.baseline) : attempt.baseline;
  const earlier = parts.runReadings.of(attempt.attemptId);
  return {
    kind: item.kind,
    amountMinor: item.amountMinor,
    state,
    word,
    credentials: item.credentialsRefused,
    baseline,
    earlier,
    reading,
    second,
    acknowledgedForMs: acknowledgedForMs(parts, item),
    explainedMinor: state === "refused" && baseline.kind === "loan" ? postedSince(baseline.repaidMinor) : 0,
    limits: parts.limits(),
  };
}

/** A clock that was set back makes no acknowledgement younger than the readings of this run show it to be. */
function acknowledgedForMs({ clock, runReadings }: CourierParts, { attempts }: ItemRecord): number {
  const attempt = attempts.at(-1);
  if (attempt?.outcome !== "acknowledged" || attempt.answeredAt === null) return 0;
  return Math.max(
    clock.now() - Date.parse(attempt.answeredAt),
    runReadings.of(attempt.attemptId)[0]?.agoMs ?? 0,
  );
}

/** Counted with the reading that is being settled now. */
function nextReadingInMs(parts: CourierParts, item: ItemRecord, attemptId: string): number {
  const limits = parts.limits();
  const earlier = parts.runReadings.of(attemptId);
  const delayMs = readBackDelayMs(earlier.length, earlier[0]?.agoMs ?? 0, limits);
  if (item.state === "attention") return Math.max(delayMs, limits.absentQuarantineMs * RARELY);
  if (item.state !== "acknowledged") return delayMs;
  // The reading at which an acknowledgement is old enough to need a person comes when it is, not some time after.
  const leftMs = limits.acknowledgedAbsentMs - acknowledgedForMs(parts, item);
  return leftMs > 0 ? Math.min(delayMs, leftMs) : delayMs;
}

function waitAfter(
  parts: CourierParts,
  { itemId, state }: ItemRecord,
  attemptId: string,
  verdict: Verdict,
  delayMs: number,
): void {
  const { absentQuarantineMs } = parts.limits();
  switch (verdict.to) {
    case "wait":
      parts.waits.set(itemId, state, delayMs);
      return;
    case "refused":
      parts.waits.set(itemId, "refused", Math.max(delayMs, absentQuarantineMs));
      return;
    case "attention":
      parts.waits.set(itemId, "attention", Math.max(delayMs, absentQuarantineMs * RARELY));
      return;
    case "posted":
    case "held":
      parts.waits.end(itemId);
      parts.runReadings.forget(attemptId);
      return;
  }
}
