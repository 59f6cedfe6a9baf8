/** What a carry-out file holds: unsettled items with their evidence, doubts about loans, frozen loans, and the people they are about. */
import { z } from "zod";
import type { Journal, JournalTransaction, SealedCells, Sql } from "../contract.ts";
import { customerDigest } from "../customerDigest.ts";
import type { LoanRecord } from "../loans/record.ts";
import { loanRecordSchema } from "../loans/record.ts";
import { readProviders } from "../office/queries.ts";
import { isItemRow, nextItem } from "../outbox/fold.ts";
import { type ItemRecord, itemRecordSchema } from "../outbox/record.ts";
import { type Row, rowPayloads } from "../rows.ts";
import { storedRowAt, toRow } from "../storedRows.ts";

const cells = z.record(z.string(), z.string());

export const carriedWorkSchema = z.object({
  currency: z.string(),
  /** The lenders that the work is for: it is never sent to another address. */
  providers: z.array(z.object({ id: z.string(), kind: z.string(), baseUrl: z.string() })),
  items: z.array(z.object({ record: itemRecordSchema, cells })),
  loans: z.array(z.object({ payload: rowPayloads["loan.carriedIn"], cells })),
  readings: z.array(z.object({ providerId: z.string(), loanRef: z.string(), cells })),
  frozen: z.array(z.object({ providerId: z.string(), loanRef: z.string(), because: z.string() })),
  /** Digests are keyed with each till's own key: the PIN behind each, so that the other till can make its own. */
  pins: z.record(z.string(), z.string()),
});
export type CarriedWork = z.infer<typeof carriedWorkSchema>;

const sequences = z.array(z.number().int());
const texts = z.array(z.string());
const frozenRows = carriedWorkSchema.shape.frozen;

/** A loan that is frozen for this reason has its payments at another till. */
export const CARRIED_OUT = "carriedOut";

function rowsOf(sql: Sql, column: "kind" | "item_id", value: string): Row[] {
  const found = sql.prepare(`SELECT sequence FROM search WHERE ${column} = ? ORDER BY sequence`).pluck();
  return sequences.parse(found.all(value)).flatMap((sequence) => {
    const stored = storedRowAt(sql, sequence);
    return stored === null ? [] : [toRow(stored)];
  });
}

export interface CarryOut {
  carryId: string;
  at: string;
  items: number;
  forInstallation: string | null;
  /** False where the program ended, or the disk refused, before the file lay there. */
  written: boolean;
}

/** The last one of this till, or null. */
export function lastCarryOut(sql: Sql): CarryOut | null {
  const last = rowsOf(sql, "kind", "setup.carriedOut").at(-1);
  if (last?.kind !== "setup.carriedOut") return null;
  const { carryId, forInstallation, items } = last.payload;
  const written = rowsOf(sql, "kind", "setup.carryFileWritten").some(
    (row) => row.kind === "setup.carryFileWritten" && row.payload.carryId === carryId,
  );
  return { carryId, at: last.at, items, forInstallation, written };
}

export function isCarriedIn(sql: Sql, carryId: string): boolean {
  return rowsOf(sql, "kind", "setup.carriedIn").some(
    (row) => row.kind === "setup.carriedIn" && row.payload.carryId === carryId,
  );
}

/** The items of one carry-out as they were just before it: the fold over their earlier rows. */
function itemsBefore(sql: Sql, carryId: string): ItemRecord[] {
  return rowsOf(sql, "kind", "item.carriedOut").flatMap((out) => {
    if (out.kind !== "item.carriedOut" || out.payload.carryId !== carryId) return [];
    let item: ItemRecord | null = null;
    for (const row of rowsOf(sql, "item_id", out.payload.itemId))
      if (isItemRow(row) && row.sequence < out.sequence) item = nextItem(item, row);
    return item === null ? [] : [item];
  });
}

/** Applications and cancellations of which nobody knows yet what the lender did. */
function loansInDoubt(sql: Sql): LoanRecord[] {
  const found = sql
    .prepare(
      `SELECT record FROM loans WHERE step = 'inDoubt' OR json_extract(record, '$.cancelling') IS NOT NULL
       ORDER BY sequence`,
    )
    .pluck();
  return texts.parse(found.all()).map((text) => loanRecordSchema.parse(JSON.parse(text)));
}

function frozenLoans(sql: Sql): CarriedWork["frozen"] {
  const found = sql.prepare(
    `SELECT provider_id AS providerId, loan_ref AS loanRef, because FROM frozen_loans WHERE because <> ?`,
  );
  return frozenRows.parse(found.all(CARRIED_OUT));
}

function asCarried(loan: LoanRecord, carryId: string): CarriedWork["loans"][number]["payload"] {
  const { loanId, providerId, loanRef, step, captureId, fieldsDigest, applicantDigest } = loan;
  const { amountMinor, months, adopted, cancelling } = loan;
  return {
    ...{ loanId, carryId, providerId, loanRef, step, captureId, fieldsDigest, applicantDigest },
    ...{ amountMinor, months, adopted },
    // The attempt under way is this till's; to the other one it is a doubt.
    cancelling: cancelling === null ? null : { ...cancelling, inDoubt: true },
  };
}

/** Everything that belongs into the file of this carry-out. */
export function gatherWork(journal: Journal, carryId: string, currency: string): CarriedWork {
  const { sql } = journal;
  const items = itemsBefore(sql, carryId).map((record) => ({
    record,
    cells: journal.cells.get("items", record.itemId),
  }));
  const loans = loansInDoubt(sql).map((loan) => ({
    payload: asCarried(loan, carryId),
    cells: journal.cells.get("loans", loan.loanId),
  }));
  const keys = new Map(
    items.map(({ record: { providerId, loanRef } }) => [`${providerId}/${loanRef}`, { providerId, loanRef }]),
  );
  const readings = [...keys].map(([rowId, loan]) => ({
    ...loan,
    cells: journal.cells.get("readings", rowId),
  }));
  const known = [
    ...items.map((item) => item.cells["clientPin"]),
    ...readings.map((reading) => reading.cells["clientPin"]),
    ...loans.map((loan) => loan.cells["pin"]),
  ].filter((pin) => pin !== undefined);
  const used = new Set([
    ...items.map(({ record }) => record.providerId),
    ...loans.map(({ payload }) => payload.providerId),
  ]);
  return {
    currency,
    providers: readProviders(sql)
      .filter(({ id }) => used.has(id))
      .map(({ id, kind, baseUrl }) => ({ id, kind, baseUrl })),
    ...{ items, loans, readings, frozen: frozenLoans(sql) },
    pins: Object.fromEntries(known.map((pin) => [customerDigest(journal, pin), pin])),
  };
}

/** Digests in this till's own key. Whose PIN did not travel along matches nobody here. */
function inOwnDigests(
  journal: Pick<Journal, "digest">,
  pins: CarriedWork["pins"],
  record: ItemRecord,
): ItemRecord {
  const own = (digest: string) => {
    const pin = pins[digest];
    return pin === undefined ? digest : customerDigest(journal, pin);
  };
  const reading = (one: ItemRecord["readings"][number]) =>
    one.kind === "loan" ? { ...one, customerDigest: own(one.customerDigest) } : one;
  return {
    ...record,
    customerDigest: record.customerDigest === null ? null : own(record.customerDigest),
    attempts: record.attempts.map((attempt) => ({ ...attempt, baseline: reading(attempt.baseline) })),
    readings: record.readings.map(reading),
  };
}

function ownerOf(store: SealedCells, pin: string | undefined): string {
  return pin === undefined || pin === "" ? store.anonymousCustomer() : store.customerFor(pin);
}

function keep(store: SealedCells, table: string, rowId: string, values: Record<string, string>): void {
  if (Object.keys(values).length === 0) return;
  store.put(ownerOf(store, values["clientPin"] ?? values["pin"]), table, rowId, values);
}

/** Appends what the file holds, in the transaction that notes the file as taken in. */
export function takeIn(
  journal: Pick<Journal, "digest">,
  { append, cells: store }: JournalTransaction,
  work: CarriedWork,
  { carryId, fromInstallation, actor }: { carryId: string; fromInstallation: string; actor: string },
): void {
  append({
    kind: "setup.carriedIn",
    payload: { carryId, fromInstallation, items: work.items.length, loans: work.loans.length },
    actor,
  });
  for (const { payload, cells: values } of work.loans) {
    const pin = values["pin"];
    const applicantDigest = pin === undefined ? payload.applicantDigest : customerDigest(journal, pin);
    append({ kind: "loan.carriedIn", payload: { ...payload, applicantDigest }, actor });
    keep(store, "loans", payload.loanId, values);
  }
  for (const { record, cells: values } of work.items) {
    const { itemId } = record;
    append({
      kind: "item.carriedIn",
      payload: { itemId, carryId, fromInstallation, record: inOwnDigests(journal, work.pins, record) },
      actor,
    });
    keep(store, "items", itemId, values);
  }
  for (const { providerId, loanRef, cells: values } of work.readings)
    keep(store, "readings", `${providerId}/${loanRef}`, values);
  for (const frozen of work.frozen) append({ kind: "loan.frozen", payload: frozen, actor });
}
