/** What can be found wrong with the file itself: its pages, its chain, its derived tables, its sealed cells. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { Refusal } from "../../shared/errors.ts";
import { GENESIS, type LinkFault, linkFault } from "./chain.ts";
import type { JournalHead, Projection, SealedCells, Sql } from "./contract.ts";
import { openDatabase } from "./database.ts";
import { differingTables } from "./derived.ts";
import { migrate } from "./migrations.ts";
import { readNote, writeNote } from "./notes.ts";
import { storageCodeOf } from "./storageFailure.ts";
import { hashAt, rawRows, readStoredRow } from "./storedRows.ts";

export interface ChainCheck extends JournalHead {
  firstBroken: number | null;
  /** True where every break has been looked at and accepted by a person. */
  accepted: boolean;
  fault: LinkFault | "unreadable" | null;
}

const acceptedSchema = z.array(z.object({ sequence: z.number().int(), print: z.string() }));

/** Says whether it is still the very row that a person looked at. */
function printOf(found: unknown): string {
  return createHash("sha256").update(JSON.stringify(found)).digest("hex");
}

const sequenceSchema = z.object({ sequence: z.number().int() });

/**
 * Walks the rows from `from` on and names the first that does not follow from the one before.
 * `entries` counts up to the last row that could be read at all; `head` is its hash as stored.
 */
export function checkChain(sql: Sql, tagKey: Uint8Array | null, from = 1): ChainCheck {
  const accepted = readNote(sql, "acceptedBreaks", acceptedSchema) ?? [];
  const check: ChainCheck = { entries: from - 1, head: "", firstBroken: null, accepted: true, fault: null };
  let previous = from === 1 ? GENESIS : (hashAt(sql, from - 1) ?? "");
  if (from > 1) check.head = previous;
  try {
    for (const found of rawRows(sql, from)) {
      const row = readStoredRow(found);
      const expected = check.entries + 1;
      const fault = row === null ? "unreadable" : linkFault(row, expected, previous, tagKey);
      if (fault !== null) {
        check.firstBroken ??= expected;
        check.fault ??= fault;
        check.accepted &&= accepted.some(
          ({ sequence, print }) => sequence === expected && print === printOf(found),
        );
      }
      check.entries = sequenceSchema.parse(found).sequence;
      previous = row?.hash ?? previous;
      check.head = previous;
    }
  } catch (error) {
    if (storageCodeOf(error) !== "journalDamaged") throw error;
    check.firstBroken ??= check.entries + 1;
    check.fault ??= "unreadable";
    check.accepted = false;
  }
  return check;
}

/** Notes each broken row as it stands, so that it is named in every check but does not stop the till again. */
export function acceptBreaks(sql: Sql, tagKey: Uint8Array | null): void {
  const breaks: z.infer<typeof acceptedSchema> = [];
  let previous = GENESIS;
  let last = 0;
  for (const found of rawRows(sql)) {
    const row = readStoredRow(found);
    if (row === null || linkFault(row, last + 1, previous, tagKey) !== null)
      breaks.push({ sequence: last + 1, print: printOf(found) });
    last = sequenceSchema.parse(found).sequence;
    previous = row?.hash ?? previous;
  }
  writeNote(sql, "acceptedBreaks", breaks);
}

const schemaRows = z.array(z.object({ type: z.string(), name: z.string(), text: z.string() }));

function schemaOf(sql: Sql): z.infer<typeof schemaRows> {
  const found: unknown[] = sql
    .prepare("SELECT type, name, sql AS text FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    .all();
  return schemaRows.parse(found);
}

let asMade: z.infer<typeof schemaRows> | null = null;

/** What the migrations make: the same for as long as the program runs, so it is made and read once. */
function schemaAsMade(): z.infer<typeof schemaRows> {
  if (asMade !== null) return asMade;
  const beside = openDatabase(":memory:");
  try {
    migrate(beside);
    asMade = schemaOf(beside);
    return asMade;
  } finally {
    beside.close();
  }
}

/** Tables, indexes and triggers that are not as the migrations make them; without its triggers a journal can be edited. */
function changedSchema(sql: Sql): z.infer<typeof schemaRows> {
  const texts = new Map(schemaOf(sql).map(({ name, text }) => [name, text]));
  return schemaAsMade().filter(({ name, text }) => texts.get(name) !== text);
}

/** A sentence about what protects the rows and is not there any more; null when all of it is. */
export function checkSchema(sql: Sql): string | null {
  const names = changedSchema(sql).map(({ name }) => name);
  return names.length === 0 ? null : `What protects its entries was changed: ${names.join(", ")}.`;
}

/** Puts back the triggers that somebody took away; tables are not touched. */
export function restoreTriggers(sql: Sql): void {
  for (const { type, name, text } of changedSchema(sql))
    if (type === "trigger") sql.exec(`DROP TRIGGER IF EXISTS "${name}"; ${text}`);
}

/** SQLite's own check: `quick` reads every page, `full` also compares every index with its table. Null when sound. */
export function checkPages(sql: Sql, depth: "quick" | "full"): string | null {
  try {
    const found: unknown = sql.pragma(depth === "quick" ? "quick_check(1)" : "integrity_check(1)", {
      simple: true,
    });
    return found === "ok" ? null : `SQLite says: ${String(found)}.`;
  } catch (error) {
    if (storageCodeOf(error) !== "journalDamaged") throw error;
    return "SQLite cannot read the file to its end.";
  }
}

/** A sentence about derived tables that differ from what the rows say; null when they agree. */
export function checkDerived(sql: Sql, projections: readonly Projection[]): string | null {
  try {
    const tables = differingTables(sql, projections);
    return tables.length === 0 ? null : `Tables differ from what the entries say: ${tables.join(", ")}.`;
  } catch (error) {
    if (storageCodeOf(error) !== "journalDamaged" && !(error instanceof Refusal)) throw error;
    return "The derived tables cannot be compared.";
  }
}

const cellPlaces = z.array(z.object({ table: z.string(), rowId: z.string() }));

/** Rows of sealed cells that do not open with the key that is there. Needs open keys. */
export function brokenCells(sql: Sql, cells: SealedCells): z.infer<typeof cellPlaces> {
  const places: unknown[] = sql
    .prepare("SELECT DISTINCT table_name AS 'table', row_id AS rowId FROM cells")
    .all();
  return cellPlaces.parse(places).filter(({ table, rowId }) => {
    try {
      cells.get(table, rowId);
      return false;
    } catch (error) {
      if (error instanceof Refusal && error.code === "journalDamaged") return true;
      throw error;
    }
  });
}

/** Takes out what can never be opened again, so that the rest can be worked with; it stays in the file set aside. */
export function dropBrokenCells(sql: Sql, cells: SealedCells): void {
  for (const { table, rowId } of brokenCells(sql, cells))
    for (const from of ["cells", "blind_index"])
      sql.prepare(`DELETE FROM ${from} WHERE table_name = ? AND row_id = ?`).run(table, rowId);
}
