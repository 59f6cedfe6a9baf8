/** Holds an item for a named reason, once: looking again and finding the same writes nothing. */
import type { HeldReason, Reading } from "../../shared/outbox.ts";
import type { JournalTransaction } from "../journal/contract.ts";
import { type ItemRecord, isCarriedOut } from "../journal/outbox/record.ts";
import type { Exchange } from "../ports.ts";
import type { Answer } from "../providers/contract.ts";
import { holdDelayMs } from "./backOff.ts";
import { type CourierParts, SYSTEM, writeAbout } from "./parts.ts";

export function holdItem(
  parts: CourierParts,
  seen: ItemRecord,
  hold: { reason: HeldReason; detail: string | null },
  reading: Reading | null,
  unread: Exchange | null = null,
): void {
  const limits = parts.limits();
  const looks = parts.looks.count(seen.itemId);
  const isRegression = hold.reason === "unreadableBalance" && reading !== null;
  const delayMs =
    hold.reason === "noActiveLoan" || isRegression ? limits.absentQuarantineMs : holdDelayMs(looks, limits);
  parts.waits.set(seen.itemId, "held", delayMs, !isRegression);
  if (seen.state === "held" && seen.reason === hold.reason && showsTheSame(seen, reading)) {
    // No row, but whoever looks at it sees when the next look is.
    parts.emit("outbox.changed", { itemIds: [seen.itemId] });
    return;
  }
  writeAbout(parts, seen.itemId, (transaction, item) => {
    const { append } = transaction;
    if ((item.state !== "queued" && item.state !== "held") || isCarriedOut(item)) return;
    append({
      kind: "item.held",
      payload: { itemId: item.itemId, reason: hold.reason, detail: hold.detail, reading },
      actor: SYSTEM,
      clockOffsetMs: reading?.clockOffsetMs ?? null,
    });
    if (unread !== null) keepUnread(transaction, item, unread);
  });
}

/** So much of an answer that nobody understood is kept. */
const KEPT_BYTES = 64 * 1024;

/** The answer as it came, sealed, for whoever has to find out what the lender's system has begun to say (bad day 28). */
function keepUnread({ cells }: JournalTransaction, { itemId }: ItemRecord, { response }: Exchange): void {
  if (response === null) return;
  const { clientPin } = cells.get("items", itemId);
  const owner = clientPin === undefined ? cells.anonymousCustomer() : cells.customerFor(clientPin);
  const status = `${response.status} ${response.headers["content-type"] ?? ""}`.trim();
  const body = response.body.subarray(0, KEPT_BYTES).toString("utf8");
  cells.put(owner, "answers", itemId, { status, body });
}

/** What a person would see is unchanged; a balance that is seen for the first time is evidence and is written down. */
function showsTheSame({ readings }: ItemRecord, reading: Reading | null): boolean {
  const before = readings.at(-1);
  if (reading === null || before === undefined) return reading === null;
  if (reading.kind !== "loan" || before.kind !== "loan") return reading.kind === before.kind;
  return reading.repaidMinor === before.repaidMinor && reading.remainingMinor === before.remainingMinor;
}

/**
 * The books could not be read, so nothing is armed. What the wire did leaves the item where it is; an answer that nobody
 * understands (a captive portal, a changed schema) is a reason of its own.
 */
export function withoutBaseline(
  parts: CourierParts,
  item: ItemRecord,
  answer: Exclude<Answer<never>, { kind: "answer" }>,
): void {
  switch (answer.kind) {
    case "noLine":
      // The provider's whole line pauses; this item has no reason of its own to wait.
      return;
    case "credentials":
      stopProvider(parts, item.providerId, item.itemId);
      holdItem(parts, item, { reason: "credentials", detail: answer.message }, null);
      return;
    case "refused":
    case "unclear":
      if (answer.exchange.response?.complete)
        holdItem(parts, item, { reason: "unreadableBalance", detail: answer.message }, null, answer.exchange);
      else
        parts.waits.set(
          item.itemId,
          item.state,
          holdDelayMs(parts.looks.count(item.itemId), parts.limits()),
          true,
        );
      return;
  }
}

/** Stops the queue of one provider until it gets new credentials. */
export function stopProvider(parts: CourierParts, providerId: string, itemId: string | null): void {
  if (parts.isStopped(providerId)) return;
  parts.journal.write(({ append }) =>
    append({ kind: "courier.credentialsRefused", payload: { providerId, itemId }, actor: SYSTEM }),
  );
  parts.emit("connection.changed", { providerId });
}
