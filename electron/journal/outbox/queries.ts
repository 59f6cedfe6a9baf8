/** Questions about the outbox: lists, counts and sums for the desks, and what the courier has to look after. */
import { z } from "zod";
import { type ItemState, itemStateSchema } from "../../../shared/outbox.ts";
import type { Sql } from "../contract.ts";
import { prepared } from "../statements.ts";
import { type ItemRecord, isOpen, itemRecordOf } from "./record.ts";

export interface ItemFilter {
  state?: ItemState | undefined;
  /** Queued items count as held ones: while sending is off nothing of them goes. */
  queuedAsHeld?: boolean | undefined;
  itemId?: string | undefined;
  loanRef?: string | undefined;
  providerId?: string | undefined;
  shiftId?: string | undefined;
}

export interface PageOf {
  number: number;
  size: number;
}

const recordTexts = z.array(z.string());
const stateSums = z.array(
  z.object({ state: itemStateSchema, count: z.number().int(), amountMinor: z.number().int() }),
);

function recordsOf(found: unknown[]): ItemRecord[] {
  return recordTexts.parse(found).map(itemRecordOf);
}

const matching = `(@state IS NULL OR
    CASE WHEN @queuedAsHeld = 1 AND state = 'queued' THEN 'held' ELSE state END = @state) AND (@itemId IS NULL OR item_id = @itemId)
  AND (@loanRef IS NULL OR loan_ref = @loanRef) AND (@providerId IS NULL OR provider_id = @providerId)
  AND (@shiftId IS NULL OR shift_id = @shiftId)`;

function parametersOf(filter: ItemFilter): Record<string, string | number | null> {
  const { state, queuedAsHeld = false, itemId, loanRef, providerId, shiftId } = filter;
  return {
    state: state ?? null,
    queuedAsHeld: queuedAsHeld ? 1 : 0,
    itemId: itemId ?? null,
    loanRef: loanRef ?? null,
    providerId: providerId ?? null,
    shiftId: shiftId ?? null,
  };
}

/** The newest first; `total` counts all that match. */
export function listItems(
  sql: Sql,
  filter: ItemFilter,
  page: PageOf,
): { items: ItemRecord[]; total: number } {
  const parameters = parametersOf(filter);
  const found = prepared(
    sql,
    `SELECT record FROM outbox WHERE ${matching} ORDER BY sequence DESC LIMIT @size OFFSET @from`,
  )
    .pluck()
    .all({ ...parameters, size: page.size, from: (page.number - 1) * page.size });
  const total: unknown = prepared(sql, `SELECT COUNT(*) FROM outbox WHERE ${matching}`)
    .pluck()
    .get(parameters);
  return { items: recordsOf(found), total: Number(total) };
}

/** Every item of one loan in the order of capture, whatever its state. */
export function itemsOfLoan(sql: Sql, providerId: string, loanRef: string): ItemRecord[] {
  return recordsOf(
    prepared(sql, "SELECT record FROM outbox WHERE provider_id = ? AND loan_ref = ? ORDER BY sequence")
      .pluck()
      .all(providerId, loanRef),
  );
}

/** Rule 3: there is never more than one open item of a loan; null where there is none. */
export function openItemOfLoan(sql: Sql, providerId: string, loanRef: string): ItemRecord | null {
  return itemsOfLoan(sql, providerId, loanRef).find(isOpen) ?? null;
}

/** Everything that is neither posted, refused nor voided, in the order of capture. */
export function unsettledItems(sql: Sql): ItemRecord[] {
  return recordsOf(
    prepared(
      sql,
      `SELECT record FROM outbox
       WHERE state IN ('queued', 'held', 'sending', 'acknowledged', 'unconfirmed', 'attention') ORDER BY sequence`,
    )
      .pluck()
      .all(),
  );
}

/** Refused items whose cash is still here: before it is given back their absence is seen once more. */
export function refusedWithCash(sql: Sql): ItemRecord[] {
  return recordsOf(
    prepared(
      sql,
      `SELECT record FROM outbox
       WHERE state = 'refused' AND json_extract(record, '$.givenBack') = 0 ORDER BY sequence`,
    )
      .pluck()
      .all(),
  );
}

/** Found armed and unanswered; at start that is what a crash has left. */
export function itemsInSending(sql: Sql): ItemRecord[] {
  return recordsOf(
    prepared(sql, "SELECT record FROM outbox WHERE state = 'sending' ORDER BY sequence").pluck().all(),
  );
}

export type StateSums = Record<ItemState, { count: number; amountMinor: number }>;

/** Count and sum for each state; states without an item stand with zeros. Payouts count with their plain amount. */
export function sumsByState(sql: Sql, filter: Omit<ItemFilter, "state"> = {}): StateSums {
  const found = prepared(
    sql,
    `SELECT state, COUNT(*) AS count, SUM(amount_minor) AS amountMinor FROM outbox WHERE ${matching} GROUP BY state`,
  ).all(parametersOf(filter));
  const rows = stateSums.parse(found);
  const sumOf = (state: ItemState) => {
    const row = rows.find((candidate) => candidate.state === state);
    return { count: row?.count ?? 0, amountMinor: row?.amountMinor ?? 0 };
  };
  return {
    queued: sumOf("queued"),
    held: sumOf("held"),
    sending: sumOf("sending"),
    acknowledged: sumOf("acknowledged"),
    unconfirmed: sumOf("unconfirmed"),
    posted: sumOf("posted"),
    refused: sumOf("refused"),
    attention: sumOf("attention"),
    voided: sumOf("voided"),
  };
}

/** How many items stand in each state, for the outbox screen. */
export function countsByState(sql: Sql): Record<string, number> {
  return Object.fromEntries(Object.entries(sumsByState(sql)).map(([state, { count }]) => [state, count]));
}

/**
 * What this till has posted on the item's loan since its books showed `repaidMinor`, the item itself left out. An
 * own payment was armed after that reading where its baseline already showed as much.
 */
export function postedSinceMinor(sql: Sql, item: ItemRecord, repaidMinor: number): number {
  return itemsOfLoan(sql, item.providerId, item.loanRef)
    .filter((other) => other.itemId !== item.itemId && other.kind === "repayment" && other.state === "posted")
    .filter((other) => {
      const baseline = other.attempts.at(-1)?.baseline;
      return baseline?.kind === "loan" && baseline.repaidMinor >= repaidMinor;
    })
    .reduce((sum, other) => sum + other.amountMinor, 0);
}

/** Loans on which nothing more is sent after a possible duplicate. */
export function isFrozen(sql: Sql, providerId: string, loanRef: string): boolean {
  return (
    prepared(sql, "SELECT 1 FROM frozen_loans WHERE provider_id = ? AND loan_ref = ?")
      .pluck()
      .get(providerId, loanRef) !== undefined
  );
}

/** Why a loan is frozen: the item that may have been booked twice, or `carriedOut`; null where it is not. */
export function frozenBecause(sql: Sql, providerId: string, loanRef: string): string | null {
  const found: unknown = prepared(
    sql,
    "SELECT because FROM frozen_loans WHERE provider_id = ? AND loan_ref = ?",
  )
    .pluck()
    .get(providerId, loanRef);
  return typeof found === "string" ? found : null;
}

/** Providers that refused their credentials and got no new ones since. */
export function stoppedProviders(sql: Sql): string[] {
  return recordTexts.parse(
    prepared(sql, "SELECT provider_id FROM stopped_providers ORDER BY provider_id").pluck().all(),
  );
}

/** When each provider's books were last read with success, for "the age of the last valid answer" after a start. */
export function lastReadingAt(sql: Sql, providerId: string): string | null {
  const found: unknown = prepared(sql, "SELECT MAX(at) FROM readings WHERE provider_id = ?")
    .pluck()
    .get(providerId);
  return typeof found === "string" ? found : null;
}

/** The loan of this counter with that reference, or null for one that it never applied for or adopted. */
export function loanIdOf(sql: Sql, providerId: string, loanRef: string): string | null {
  const found: unknown = prepared(
    sql,
    "SELECT loan_id FROM loans WHERE provider_id = ? AND loan_ref = ? ORDER BY sequence DESC LIMIT 1",
  )
    .pluck()
    .get(providerId, loanRef);
  return typeof found === "string" ? found : null;
}

/** A cancellation of the loan was begun and its answer is not certain: it is an open operation like any other. */
export function isBeingCancelled(sql: Sql, providerId: string, loanRef: string): boolean {
  return (
    prepared(
      sql,
      "SELECT 1 FROM loans WHERE provider_id = ? AND loan_ref = ? AND json_extract(record, '$.cancelling') IS NOT NULL",
    )
      .pluck()
      .get(providerId, loanRef) !== undefined
  );
}

/**
 * What the loan's books showed as repaid when this till last had to do with them: a later balance below it comes from
 * a copy that lags behind, or a payment was taken back. Null where this till has sent nothing for the loan.
 */
export function knownRepaidMinor(sql: Sql, providerId: string, loanRef: string): number | null {
  const seen = itemsOfLoan(sql, providerId, loanRef).flatMap(({ booksSeen }) =>
    booksSeen === null ? [] : [booksSeen],
  );
  return seen.toSorted((one, other) => one.sequence - other.sequence).at(-1)?.repaidMinor ?? null;
}
