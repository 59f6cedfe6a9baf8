/** The journal as a file for other programs: CSV that no spreadsheet takes for formulas, or JSON lines. */
import type { Journal, JournalHead } from "./contract.ts";
import { writeDurably } from "./durableFiles.ts";
import { type EntryPeople, personColumns } from "./records/people.ts";
import type { Row } from "./rows.ts";
import { onDisk } from "./storageFailure.ts";

export type ExportFormat = "csv" | "jsonl";

/** Excel takes a file without it for the system's old code page. */
const BYTE_ORDER_MARK = "\ufeff";

/** Payload members with a column of their own; the whole payload stands in the last column. */
const ownColumns = [
  "itemId",
  "receiptNo",
  "providerId",
  "loanId",
  "loanRef",
  "amountMinor",
  "currency",
] as const;

const header = [
  "sequence",
  "rowId",
  "at",
  "businessDate",
  "shiftId",
  "actor",
  "kind",
  ...ownColumns,
  "clockOffsetMs",
  "hash",
  "payload",
];

/**
 * Where a spreadsheet may begin a cell and finds what it takes for a formula: at the beginning of a field, and after
 * every separator within it, since a system set to ";" (most of Europe) splits our fields there and knows no quotes.
 */
const FORMULA = /(^|[;,|\t\r\n])(["'\s\p{Cf}]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/**
 * One field: what a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection), numbers of
 * ours do not; quoted where RFC 4180 asks for it. JSON lines are the export that keeps every letter.
 */
export function csvField(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const marked = value.replaceAll(FORMULA, "$1$2'");
  const safe = /^[\t\r\n]/.test(marked) ? `'${marked}` : marked;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function member(row: Row, name: string): string | number | null {
  const value: unknown = Object.entries(row.payload).find(([key]) => key === name)?.[1];
  return typeof value === "string" || typeof value === "number" ? value : null;
}

type PeopleOf = (row: Row) => EntryPeople;

function csvLine(row: Row, people: PeopleOf | null): string {
  const found = people?.(row) ?? {};
  const fields = [
    row.sequence,
    row.rowId,
    row.at,
    row.businessDate,
    row.shiftId,
    row.actor,
    row.kind,
    ...ownColumns.map((name) => member(row, name)),
    row.clockOffsetMs,
    row.hash,
    JSON.stringify(row.payload),
    ...(people === null ? [] : personColumns.map((name) => found[name] ?? null)),
  ];
  return `${fields.map(csvField).join(",")}\r\n`;
}

function* csv(rows: Iterable<Row>, people: PeopleOf | null): Generator<string> {
  yield `${BYTE_ORDER_MARK}${[...header, ...(people === null ? [] : personColumns)].join(",")}\r\n`;
  for (const row of rows) yield csvLine(row, people);
}

function* jsonLines(rows: Iterable<Row>, people: PeopleOf | null): Generator<string> {
  for (const row of rows)
    yield `${JSON.stringify(people === null ? row : { ...row, people: people(row) })}\n`;
}

/**
 * Writes every row to `path`, completely or not at all. Returns the head that the export ends with. Personal data stand
 * in it only where `people` reads them.
 */
export function exportJournal(
  journal: Pick<Journal, "rows" | "head">,
  format: ExportFormat,
  path: string,
  people: PeopleOf | null = null,
): JournalHead {
  const head = journal.head();
  const rows = journal.rows();
  onDisk(() => writeDurably(path, format === "csv" ? csv(rows, people) : jsonLines(rows, people)));
  return head;
}
