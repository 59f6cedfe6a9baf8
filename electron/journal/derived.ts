/** The derived tables: made from the projections' own DDL, filled by replaying rows, compared by their content. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Projection, Sql } from "./contract.ts";
import { openDatabase } from "./database.ts";
import { migrate } from "./migrations.ts";
import { readNote, writeNote } from "./notes.ts";
import type { Row } from "./rows.ts";
import { storedRows, toRow } from "./storedRows.ts";

const noteSchema = z.object({ fingerprint: z.string(), tables: z.array(z.string()) });

/** Changes with every projection's name, tables and DDL and with the program's version. */
export function fingerprintOf(projections: readonly Projection[], appVersion: string): string {
  const facts = projections.map(({ name, ddl, tables }) => ({ name, ddl, tables }));
  return createHash("sha256").update(JSON.stringify({ appVersion, facts })).digest("hex");
}

export function project(projections: readonly Projection[], row: Row, sql: Sql): void {
  for (const projection of projections) projection.apply(row, sql);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function tablesOf(projections: readonly Projection[]): string[] {
  return projections.flatMap(({ tables }) => tables);
}

/** Drops the derived tables, makes them again and replays every row, all in one transaction. */
export function rebuildDerived(sql: Sql, projections: readonly Projection[], appVersion: string): void {
  sql
    .transaction(() => {
      const before = readNote(sql, "derived", noteSchema)?.tables ?? [];
      const tables = tablesOf(projections);
      for (const table of new Set([...before, ...tables])) sql.exec(`DROP TABLE IF EXISTS ${quoted(table)}`);
      for (const { ddl } of projections) sql.exec(ddl);
      for (const stored of storedRows(sql)) project(projections, toRow(stored), sql);
      writeNote(sql, "derived", { fingerprint: fingerprintOf(projections, appVersion), tables });
    })
    .immediate();
}

/** False where the tables were made by other projections or another version. */
export function isDerived(sql: Sql, projections: readonly Projection[], appVersion: string): boolean {
  return readNote(sql, "derived", noteSchema)?.fingerprint === fingerprintOf(projections, appVersion);
}

export function ensureDerived(sql: Sql, projections: readonly Projection[], appVersion: string): void {
  if (!isDerived(sql, projections, appVersion)) rebuildDerived(sql, projections, appVersion);
}

/** A digest of each derived table's rows, in an order that does not depend on how they came in. */
export function digestDerived(sql: Sql, projections: readonly Projection[]): Map<string, string> {
  return new Map(tablesOf(projections).map((table) => [table, digestTable(sql, table)]));
}

function digestTable(sql: Sql, table: string): string {
  const all = sql.prepare(`SELECT * FROM ${quoted(table)}`);
  const order = all.columns().map((_, at) => at + 1);
  const sorted = sql.prepare(`SELECT * FROM ${quoted(table)} ORDER BY ${order.join(", ")}`).raw();
  const digest = createHash("sha256");
  for (const row of sorted.iterate()) digest.update(`${JSON.stringify(row)}\n`);
  return digest.digest("hex");
}

/** Names of derived tables that do not say what the rows say; the comparison is made in memory, beside the file. */
export function differingTables(sql: Sql, projections: readonly Projection[]): string[] {
  const beside = openDatabase(":memory:");
  try {
    migrate(beside);
    for (const { ddl } of projections) beside.exec(ddl);
    beside.transaction(() => {
      for (const stored of storedRows(sql)) project(projections, toRow(stored), beside);
    })();
    const right = digestDerived(beside, projections);
    return tablesOf(projections).filter((table) => digestTable(sql, table) !== right.get(table));
  } finally {
    beside.close();
  }
}
