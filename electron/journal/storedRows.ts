/** Reads rows out of the journal table, first as they are stored and then as typed facts. */
import { z } from "zod";
import { Refusal } from "../../shared/errors.ts";
import type { StoredRow } from "./chain.ts";
import type { JournalHead, Sql } from "./contract.ts";
import { isRowKind, type Row, type RowKind, type RowMeta, rowPayloads } from "./rows.ts";
import { prepared } from "./statements.ts";

const storedRow = z.object({
  sequence: z.number().int(),
  rowId: z.string(),
  at: z.string(),
  monotonicMs: z.number().int(),
  clockOffsetMs: z.number().int().nullable(),
  businessDate: z.string(),
  shiftId: z.string().nullable(),
  actor: z.string(),
  kind: z.string(),
  payload: z.string(),
  hash: z.string(),
  tag: z.string(),
});

const sequenceOnly = z.object({ sequence: z.number().int() });
const headRow = z.object({ sequence: z.number().int(), hash: z.string() });

const columns = `sequence, row_id AS rowId, at, monotonic_ms AS monotonicMs, clock_offset_ms AS clockOffsetMs,
  business_date AS businessDate, shift_id AS shiftId, actor, kind, payload, hash, tag`;

/** So few at a time that a reader may write between two rows: an open cursor would block the connection. */
const PAGE = 400;

/** Null where the stored cells have other types than the table promises, which only damage can bring about. */
export function readStoredRow(found: unknown): StoredRow | null {
  return storedRow.safeParse(found).data ?? null;
}

/** Rows as they lie in the file, unchecked, in pages. */
export function* rawRows(sql: Sql, from = 1): Generator<unknown> {
  const page = prepared(
    sql,
    `SELECT ${columns} FROM journal WHERE sequence >= ? ORDER BY sequence LIMIT ${PAGE}`,
  );
  for (let next = from; ; ) {
    const found = page.all(next);
    for (const row of found) yield row;
    if (found.length < PAGE) return;
    next = lastSequence(found[found.length - 1]) + 1;
  }
}

function lastSequence(row: unknown): number {
  return sequenceOnly.parse(row).sequence;
}

/** Like `rawRows`, for callers behind the integrity check; throws `journalDamaged` at a row that cannot be read. */
export function* storedRows(sql: Sql, from = 1): Generator<StoredRow> {
  for (const found of rawRows(sql, from)) yield mustRead(found);
}

function mustRead(found: unknown): StoredRow {
  const row = readStoredRow(found);
  if (row === null)
    throw new Refusal("journalDamaged", "The journal holds a row that cannot be read. The file is damaged.");
  return row;
}

export function storedRowAt(sql: Sql, sequence: number): StoredRow | null {
  const found: unknown = prepared(sql, `SELECT ${columns} FROM journal WHERE sequence = ?`).get(sequence);
  return found === undefined ? null : mustRead(found);
}

/** The hash at `sequence`, or null where there is no such row. */
export function hashAt(sql: Sql, sequence: number): string | null {
  const found: unknown = prepared(sql, "SELECT hash FROM journal WHERE sequence = ?").pluck().get(sequence);
  return typeof found === "string" ? found : null;
}

/** Count and hash of the last row; the empty journal's head is "". */
export function readHead(sql: Sql): JournalHead {
  const found: unknown = prepared(
    sql,
    "SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1",
  ).get();
  if (found === undefined) return { entries: 0, head: "" };
  const { sequence, hash } = headRow.parse(found);
  return { entries: sequence, head: hash };
}

function withPayload<Kind extends RowKind>(meta: RowMeta, kind: Kind, text: string): Row {
  const payload: unknown = rowPayloads[kind].parse(JSON.parse(text));
  // The payload has just been parsed by the schema of this very kind; TypeScript cannot follow the pairing.
  return { ...meta, kind, payload } as Row;
}

/** The typed fact. A kind that this version does not know comes from a newer one. */
export function toRow(stored: StoredRow): Row {
  const { kind, payload, tag: _, ...meta } = stored;
  if (!isRowKind(kind))
    throw new Refusal(
      "newerData",
      `The journal holds entries of a kind ("${kind}") that this version does not know: a newer Counterfoil wrote them.`,
    );
  return withPayload(meta, kind, payload);
}

export function insertStoredRow(sql: Sql, row: StoredRow): void {
  prepared(
    sql,
    `INSERT INTO journal (sequence, row_id, at, monotonic_ms, clock_offset_ms, business_date, shift_id, actor, kind,
                            payload, hash, tag)
       VALUES (@sequence, @rowId, @at, @monotonicMs, @clockOffsetMs, @businessDate, @shiftId, @actor, @kind,
               @payload, @hash, @tag)`,
  ).run(row);
}
