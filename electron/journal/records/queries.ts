/** Finds journal entries by what a person remembers of them. Names are found through blind indexes, never read. */
import { z } from "zod";
import type { SealedCells, Sql } from "../contract.ts";
import type { Row } from "../rows.ts";
import { storedRowAt, toRow } from "../storedRows.ts";

export interface EntryFilter {
  /** Alternatives: an entry that meets one of them is found. Null: all entries. */
  anyOf: {
    receiptNo?: string;
    loanRefs?: readonly string[];
    loanIds?: readonly string[];
    itemIds?: readonly string[];
    /** As `customerDigest` makes it of what was typed. */
    customerDigest?: string;
    amountMinor?: number;
    businessDate?: string;
    actor?: string;
    /** The entry's own number. */
    sequence?: number;
  } | null;
  kinds?: readonly string[];
  from?: string;
  to?: string;
}

export interface FoundEntry {
  row: Row;
  itemId: string | null;
  loanId: string | null;
  loanRef: string | null;
  receiptNo: string | null;
  amountMinor: number | null;
}

const entryRow = z.object({
  sequence: z.number().int(),
  itemId: z.string().nullable(),
  loanId: z.string().nullable(),
  loanRef: z.string().nullable(),
  receiptNo: z.string().nullable(),
  amountMinor: z.number().int().nullable(),
});

/** A list crosses into SQL as JSON, so that its length never changes the statement. */
const among = (column: string) => `${column} IN (SELECT value FROM json_each(?))`;

function conditionsOf(filter: EntryFilter): { where: string; values: (string | number)[] } {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const { anyOf, kinds, from, to } = filter;
  if (anyOf !== null) {
    const any: string[] = [];
    const add = (condition: string, value: string | number) => {
      any.push(condition);
      values.push(value);
    };
    if (anyOf.receiptNo !== undefined) add("instr(upper(receipt_no), upper(?)) > 0", anyOf.receiptNo);
    if (anyOf.loanRefs !== undefined) add(among("loan_ref"), JSON.stringify(anyOf.loanRefs));
    if (anyOf.loanIds !== undefined) add(among("loan_id"), JSON.stringify(anyOf.loanIds));
    if (anyOf.itemIds !== undefined) add(among("item_id"), JSON.stringify(anyOf.itemIds));
    if (anyOf.customerDigest !== undefined) add("customer_digest = ?", anyOf.customerDigest);
    if (anyOf.amountMinor !== undefined) add("amount_minor = ?", anyOf.amountMinor);
    if (anyOf.businessDate !== undefined) add("business_date = ?", anyOf.businessDate);
    if (anyOf.actor !== undefined) add("actor = ? COLLATE NOCASE", anyOf.actor);
    if (anyOf.sequence !== undefined) add("sequence = ?", anyOf.sequence);
    conditions.push(any.length === 0 ? "0" : `(${any.join(" OR ")})`);
  }
  if (kinds !== undefined && kinds.length > 0) {
    conditions.push(among("kind"));
    values.push(JSON.stringify(kinds));
  }
  if (from !== undefined) {
    conditions.push("business_date >= ?");
    values.push(from);
  }
  if (to !== undefined) {
    conditions.push("business_date <= ?");
    values.push(to);
  }
  return { where: conditions.length === 0 ? "1" : conditions.join(" AND "), values };
}

/** One page, the newest entry first, and how many there are. */
export function findEntries(
  sql: Sql,
  filter: EntryFilter,
  page: { number: number; size: number },
): { entries: FoundEntry[]; total: number } {
  const { where, values } = conditionsOf(filter);
  const total = z.number().parse(
    sql
      .prepare(`SELECT COUNT(*) FROM search WHERE ${where}`)
      .pluck()
      .get(...values),
  );
  const found = z.array(entryRow).parse(
    sql
      .prepare(
        `SELECT sequence, item_id AS itemId, loan_id AS loanId, loan_ref AS loanRef, receipt_no AS receiptNo,
                amount_minor AS amountMinor
           FROM search WHERE ${where} ORDER BY sequence DESC LIMIT ? OFFSET ?`,
      )
      .all(...values, page.size, (page.number - 1) * page.size),
  );
  const entries = found.flatMap(({ sequence, ...rest }) => {
    const stored = storedRowAt(sql, sequence);
    return stored === null ? [] : [{ row: toRow(stored), ...rest }];
  });
  return { entries, total };
}

const factsRow = entryRow.pick({ loanRef: true, receiptNo: true, amountMinor: true });

/** What the search index knows of one entry besides its row. */
export function factsOfEntry(sql: Sql, sequence: number): z.infer<typeof factsRow> {
  const found: unknown = sql
    .prepare(
      "SELECT loan_ref AS loanRef, receipt_no AS receiptNo, amount_minor AS amountMinor FROM search WHERE sequence = ?",
    )
    .get(sequence);
  return found === undefined ? { loanRef: null, receiptNo: null, amountMinor: null } : factsRow.parse(found);
}

const searched = [
  { table: "loans", columns: ["firstName", "lastName", "patronymic", "clientName", "pin"] },
  { table: "items", columns: ["payerName", "clientName", "clientPin"] },
  { table: "readings", columns: ["clientName", "clientPin"] },
] as const;

export interface PeopleFound {
  loanIds: string[];
  itemIds: string[];
  loanRefs: string[];
}

/** Loans and items of people whose name holds every one of these words, or whose PIN this is. */
export function findPeople(cells: Pick<SealedCells, "find">, text: string): PeopleFound {
  const words = text.split(/\s+/u).filter((word) => word !== "");
  const rowsOf = ({ table, columns }: (typeof searched)[number]): string[] => {
    // First and last name lie in cells of their own, so each word may stand in any of them.
    const perWord = words.map(
      (word) => new Set(columns.flatMap((column) => cells.find(table, column, word))),
    );
    const [first, ...others] = perWord;
    return [...(first ?? [])].filter((rowId) => others.every((rows) => rows.has(rowId)));
  };
  const [loans, items, readings] = searched;
  return {
    loanIds: rowsOf(loans),
    itemIds: rowsOf(items),
    loanRefs: rowsOf(readings).map((rowId) => rowId.slice(rowId.lastIndexOf("/") + 1)),
  };
}
