/** The last look before money leaves: in one transaction the attempt and its baseline become durable, or nothing does. */
import { isBeingCancelled, isFrozen, openItemOfLoan } from "../journal/outbox/queries.ts";
import { type ItemRecord, isCarriedOut } from "../journal/outbox/record.ts";
import { type BooksRead, recordReading } from "./books.ts";
import { type CourierParts, SYSTEM, writeAbout } from "./parts.ts";

/** Gives the attempt's id, or null where something else came in between: then nothing was written and nothing is sent. */
export function arm(parts: CourierParts, seen: ItemRecord, books: BooksRead): string | null {
  const attemptId = `attempt-${parts.random.bytes(12).toString("hex")}`;
  const clockOffsetMs = books.reading.clockOffsetMs;
  return writeAbout(parts, seen.itemId, (transaction, item) => {
    const { append, sql } = transaction;
    const { itemId, providerId, loanRef } = item;
    const isUnchanged =
      item.state === seen.state &&
      !isCarriedOut(item) &&
      item.attempts.length === seen.attempts.length &&
      loanRef === seen.loanRef;
    if (!isUnchanged || (item.state !== "queued" && item.state !== "held")) return null;
    // Rule 3, asserted where it counts: one open operation of any kind for each loan.
    if (openItemOfLoan(sql, providerId, loanRef) !== null || isFrozen(sql, providerId, loanRef)) return null;
    if (isBeingCancelled(sql, providerId, loanRef)) return null;
    if (item.state === "held")
      append({
        kind: "item.released",
        payload: { itemId, waives: null, note: null, approvedBy: null },
        actor: SYSTEM,
      });
    recordReading(transaction, providerId, loanRef, books);
    append({
      kind: "item.armed",
      rowId: attemptId,
      payload: { itemId, attemptId, attempt: item.attempts.length + 1, baseline: books.reading },
      actor: SYSTEM,
      clockOffsetMs,
    });
    return attemptId;
  });
}
