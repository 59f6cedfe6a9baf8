/** Disputes as they were opened, and the journal's entries that belong to what is disputed. */
import { z } from "zod";
import type { StoredRow } from "../chain.ts";
import type { Sql } from "../contract.ts";
import { type ItemRecord, itemRecordOf } from "../outbox/record.ts";
import { type RowPayload, rowPayloads } from "../rows.ts";
import { prepared } from "../statements.ts";
import { storedRowAt } from "../storedRows.ts";

const disputeRow = z.object({ at: z.string(), by: z.string(), facts: z.string() });

export type DisputeRecord = RowPayload<"dispute.opened"> & { at: string; by: string };

function disputesFrom(found: unknown[]): DisputeRecord[] {
  return z
    .array(disputeRow)
    .parse(found)
    .map(({ at, by, facts }) => ({ ...rowPayloads["dispute.opened"].parse(JSON.parse(facts)), at, by }));
}

export function findDispute(sql: Sql, disputeId: string): DisputeRecord | null {
  const found = prepared(sql, "SELECT at, by, facts FROM disputes WHERE dispute_id = ?").all(disputeId);
  return disputesFrom(found)[0] ?? null;
}

/** The newest first. */
export function listDisputes(
  sql: Sql,
  page: { number: number; size: number },
): { disputes: DisputeRecord[]; total: number } {
  const found = prepared(
    sql,
    "SELECT at, by, facts FROM disputes ORDER BY sequence DESC LIMIT ? OFFSET ?",
  ).all(page.size, (page.number - 1) * page.size);
  const total: unknown = prepared(sql, "SELECT COUNT(*) FROM disputes").pluck().get();
  return { disputes: disputesFrom(found), total: Number(total) };
}

/** Every dispute about this shift or about something that it took, oldest first. */
export function disputesOfShift(sql: Sql, shiftId: string): DisputeRecord[] {
  return disputesFrom(
    prepared(
      sql,
      `SELECT at, by, facts FROM disputes
        WHERE json_extract(facts, '$.shiftId') = ? ORDER BY sequence`,
    ).all(shiftId),
  );
}

/** What a shift took and paid, and what it carried over from earlier ones, in the order of capture. */
export function itemsOfShift(sql: Sql, shiftId: string, carried: readonly string[]): ItemRecord[] {
  const found = prepared(
    sql,
    `SELECT record FROM outbox WHERE shift_id = ? OR item_id IN (SELECT value FROM json_each(?)) ORDER BY sequence`,
  )
    .pluck()
    .all(shiftId, JSON.stringify(carried));
  return z.array(z.string()).parse(found).map(itemRecordOf);
}

const sequences = z.array(z.number().int());

/** Every entry from the shift's opening to its end (or to `last`), and all later ones about what it took. */
export function sequencesOfShift(
  sql: Sql,
  {
    shiftId,
    openedSequence,
    closedSequence,
  }: { shiftId: string; openedSequence: number; closedSequence: number | null },
  last: number,
): number[] {
  return sequences.parse(
    prepared(
      sql,
      `SELECT sequence FROM journal WHERE sequence BETWEEN @opened AND @closed
       UNION
       SELECT search.sequence FROM search JOIN outbox ON outbox.item_id = search.item_id
        WHERE outbox.shift_id = @shiftId AND search.sequence <= @last
       ORDER BY 1`,
    )
      .pluck()
      .all({ shiftId, last, opened: openedSequence, closed: closedSequence ?? last }),
  );
}

/** Every entry about one item, and those about its loan. */
export function sequencesOfItem(
  sql: Sql,
  { itemId, loanRef, providerId }: { itemId: string; loanRef: string; providerId: string },
  last: number,
): number[] {
  return sequences.parse(
    prepared(
      sql,
      `SELECT search.sequence FROM search JOIN journal ON journal.sequence = search.sequence
        WHERE search.sequence <= @last AND (search.item_id = @itemId OR (search.loan_ref = @loanRef
          AND COALESCE(json_extract(journal.payload, '$.providerId'), @providerId) = @providerId))
        ORDER BY search.sequence`,
    )
      .pluck()
      .all({ itemId, loanRef, providerId, last }),
  );
}

export interface ExtractedRow {
  row: StoredRow;
  /** The hash of the entry before: with it anybody can compute this one's. */
  previous: string;
}

export function extract(sql: Sql, wanted: readonly number[], genesis: string): ExtractedRow[] {
  return wanted.flatMap((sequence) => {
    const row = storedRowAt(sql, sequence);
    if (row === null) return [];
    const before = sequence === 1 ? genesis : storedRowAt(sql, sequence - 1)?.hash;
    return before === undefined ? [] : [{ row, previous: before }];
  });
}
