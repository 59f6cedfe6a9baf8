/** Derived: the outbox, the receipt numbers, the till's ledger of items, frozen loans, and providers that refused credentials. */

import type { Projection, Sql } from "../contract.ts";
import { type ItemRow, isItemRow, nextItem } from "../outbox/fold.ts";
import {
  type ItemRecord,
  isOpen,
  itemRecordOf,
  openStates,
  signedAmountMinor,
  tillLineOf,
} from "../outbox/record.ts";
import { IllegalStep } from "../outbox/step.ts";
import { prepared } from "../statements.ts";
import { addToLedger } from "./till.ts";

const ddl = `
CREATE TABLE outbox (
  item_id TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  capture_id TEXT NOT NULL UNIQUE,
  receipt_no TEXT NOT NULL UNIQUE,
  provider_id TEXT NOT NULL,
  loan_ref TEXT NOT NULL,
  loan_id TEXT,
  shift_id TEXT NOT NULL,
  business_date TEXT NOT NULL,
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  state TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_by_loan ON outbox (provider_id, loan_ref, sequence);
CREATE INDEX outbox_by_state ON outbox (state, sequence);
CREATE TABLE receipt_numbers (
  number INTEGER PRIMARY KEY,
  receipt_no TEXT NOT NULL UNIQUE,
  item_id TEXT NOT NULL
) STRICT;
CREATE TABLE frozen_loans (
  provider_id TEXT NOT NULL,
  loan_ref TEXT NOT NULL,
  because TEXT NOT NULL,
  PRIMARY KEY (provider_id, loan_ref)
) STRICT;
CREATE TABLE stopped_providers (
  provider_id TEXT PRIMARY KEY
) STRICT;
`;

export function readItem(sql: Sql, itemId: string): ItemRecord | null {
  const found: unknown = prepared(sql, "SELECT record FROM outbox WHERE item_id = ?").pluck().get(itemId);
  return typeof found === "string" ? itemRecordOf(found) : null;
}

function saveItem(sql: Sql, item: ItemRecord): void {
  prepared(
    sql,
    `INSERT INTO outbox (item_id, sequence, kind, capture_id, receipt_no, provider_id, loan_ref, loan_id, shift_id,
                           business_date, amount_minor, state, record)
       VALUES (@itemId, @sequence, @kind, @captureId, @receiptNo, @providerId, @loanRef, @loanId, @shiftId,
               @businessDate, @amountMinor, @state, @record)
       ON CONFLICT (item_id) DO UPDATE SET state = @state, loan_ref = @loanRef, loan_id = @loanId, record = @record`,
  ).run({
    itemId: item.itemId,
    sequence: item.sequence,
    kind: item.kind,
    captureId: item.captureId,
    receiptNo: item.receiptNo,
    providerId: item.providerId,
    loanRef: item.loanRef,
    loanId: item.loanId,
    shiftId: item.shiftId,
    businessDate: item.businessDate,
    amountMinor: item.amountMinor,
    state: item.state,
    record: JSON.stringify(item),
  });
}

/** Rule 3, asserted where every writer must pass: two open operations of one loan could not be told apart in its books. */
function assertNothingElseOpen(sql: Sql, row: ItemRow, item: ItemRecord): void {
  const other: unknown = prepared(
    sql,
    `SELECT item_id FROM outbox WHERE provider_id = ? AND loan_ref = ? AND item_id <> ?
         AND state IN (${openStates.map((state) => `'${state}'`).join(", ")}) LIMIT 1`,
  )
    .pluck()
    .get(item.providerId, item.loanRef, item.itemId);
  if (other !== undefined)
    throw new IllegalStep(item, row, `rule 3: ${String(other)} of the same loan is still open`);
}

/** One gapless series for receipts and slips; `itemId` is the item's or the transfer's. */
export function takeReceiptNumber(sql: Sql, receiptNo: string, itemId: string): void {
  const number = Number(/(\d+)$/.exec(receiptNo)?.[1] ?? Number.NaN);
  const last: unknown = prepared(sql, "SELECT COALESCE(MAX(number), 0) FROM receipt_numbers").pluck().get();
  if (number !== Number(last) + 1)
    throw new Error(`Receipt number ${receiptNo} leaves a gap after ${String(last)}.`);
  prepared(sql, "INSERT INTO receipt_numbers (number, receipt_no, item_id) VALUES (?, ?, ?)").run(
    number,
    receiptNo,
    itemId,
  );
}

/** Moves the item's cash between the lines of the shift that took it, as two rows that cancel out. */
function moveCash(sql: Sql, row: ItemRow, before: ItemRecord | null, after: ItemRecord): void {
  const from = before ? tillLineOf(before) : null;
  const to = tillLineOf(after);
  if (from === to) return;
  const amountMinor = signedAmountMinor(after);
  const entry = { sequence: row.sequence, itemId: after.itemId };
  if (row.kind === "item.givenBack") {
    // The drawer that pays is the one that is open now, which may be a later shift than the one that took the cash.
    const paidFrom = row.shiftId ?? after.shiftId;
    if (paidFrom === after.shiftId)
      addToLedger(sql, { ...entry, shiftId: after.shiftId, line: "toReturn", amountMinor: -amountMinor });
    else addToLedger(sql, { ...entry, shiftId: paidFrom, line: "moved", amountMinor: -amountMinor });
    return;
  }
  if (from) addToLedger(sql, { ...entry, shiftId: after.shiftId, line: from, amountMinor: -amountMinor });
  if (to) addToLedger(sql, { ...entry, shiftId: after.shiftId, line: to, amountMinor });
}

export const outboxProjection: Projection = {
  name: "outbox",
  ddl,
  tables: ["outbox", "receipt_numbers", "frozen_loans", "stopped_providers"],
  apply(row, sql) {
    if (row.kind === "courier.credentialsRefused") {
      prepared(sql, "INSERT OR IGNORE INTO stopped_providers (provider_id) VALUES (?)").run(
        row.payload.providerId,
      );
      return;
    }
    if (row.kind === "courier.credentialsRenewed") {
      prepared(sql, "DELETE FROM stopped_providers WHERE provider_id = ?").run(row.payload.providerId);
      return;
    }
    if (row.kind === "loan.frozen") {
      const { providerId, loanRef, because } = row.payload;
      prepared(
        sql,
        "INSERT OR REPLACE INTO frozen_loans (provider_id, loan_ref, because) VALUES (?, ?, ?)",
      ).run(providerId, loanRef, because);
      return;
    }
    if (row.kind === "loan.unfrozen") {
      prepared(sql, "DELETE FROM frozen_loans WHERE provider_id = ? AND loan_ref = ?").run(
        row.payload.providerId,
        row.payload.loanRef,
      );
      return;
    }
    if (!isItemRow(row)) return;
    const before = readItem(sql, row.payload.itemId);
    const after = nextItem(before, row);
    if (row.kind === "item.armed" || (row.kind === "item.carriedIn" && isOpen(after)))
      assertNothingElseOpen(sql, row, after);
    saveItem(sql, after);
    // A receipt that another till gave has no place in this one's series.
    if (!before && row.kind !== "item.carriedIn") takeReceiptNumber(sql, after.receiptNo, after.itemId);
    if (row.kind === "item.givenBack") takeReceiptNumber(sql, row.payload.slipNo, after.itemId);
    moveCash(sql, row, before, after);
  },
};
