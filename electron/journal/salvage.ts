/** Builds a journal file out of sound rows and whatever can still be read of the damaged one, which is set aside. */
import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Clock } from "../ports.ts";
import type { StoredRow } from "./chain.ts";
import type { Projection, Sql } from "./contract.ts";
import { openDatabase } from "./database.ts";
import { type BegunDecision, noteBegun } from "./decisions.ts";
import { rebuildDerived } from "./derived.ts";
import { setAsideName, syncFolder } from "./durableFiles.ts";
import { migrate } from "./migrations.ts";
import { storageCodeOf } from "./storageFailure.ts";
import { insertStoredRow } from "./storedRows.ts";

/** Beside the journal and not derived from it; customers first, since cells refer to them. */
const ownTables = ["customers", "cells", "blind_index", "credentials", "code_secrets", "drafts"];
const walFiles = ["-wal", "-shm"];

function isConstraint(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_CONSTRAINT");
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

/** Copies row by row until the damage; a row that no longer fits (its customer is gone) is left out. */
function copyTable(from: Sql, to: Sql, table: string): void {
  try {
    const all = from.prepare(`SELECT * FROM "${table}"`).raw();
    const columns = all.columns().map(({ name }) => name);
    const insert = to.prepare(
      `INSERT OR IGNORE INTO "${table}" (${quoted(columns)}) VALUES (${columns.map(() => "?").join(", ")})`,
    );
    for (const row of all.iterate()) {
      try {
        insert.run(row);
      } catch (error) {
        if (!isConstraint(error)) throw error;
      }
    }
  } catch (error) {
    // A page that cannot be read, or a table that is gone: what was copied so far is what there is.
    const isMissing = error instanceof Database.SqliteError && error.code === "SQLITE_ERROR";
    if (storageCodeOf(error) !== "journalDamaged" && !isMissing) throw error;
  }
}

export interface Materials {
  rows: Iterable<StoredRow>;
  /** The damaged file as far as it opens, for credentials, drafts and sealed cells. */
  from: Sql | null;
  projections: readonly Projection[];
  appVersion: string;
  /** Written into the new file before it takes the old one's place. */
  begun?: BegunDecision;
}

function fill(sql: Sql, { rows, from, projections, appVersion }: Materials): void {
  sql.transaction(() => {
    for (const row of rows) insertStoredRow(sql, row);
    if (from !== null) for (const table of ownTables) copyTable(from, sql, table);
  })();
  rebuildDerived(sql, projections, appVersion);
}

/** A journal in memory, to look at and to count while the file on the disk waits for a decision. */
export function viewOf(materials: Materials): Sql {
  const sql = openDatabase(":memory:");
  migrate(sql);
  fill(sql, materials);
  return sql;
}

function removeFile(path: string): void {
  for (const suffix of ["", ...walFiles]) rmSync(`${path}${suffix}`, { force: true });
}

/**
 * Writes the new file completely before the old one is renamed; returns where the old one went, null where there was
 * none. `release` closes every connection to the old file. A process that dies in between leaves the old file, or none
 * and a twin that is ahead: both are found at the next start.
 */
export function replaceFile(
  path: string,
  materials: Materials,
  release: () => void,
  clock: Clock,
): string | null {
  const beside = `${path}.rebuilding`;
  removeFile(beside);
  const sql = openDatabase(beside);
  try {
    migrate(sql);
    fill(sql, materials);
    if (materials.begun !== undefined) noteBegun(sql, materials.begun);
  } finally {
    sql.close();
  }
  release();
  const kept = existsSync(path) ? setAsideName(path, "damaged", clock) : null;
  if (kept !== null) {
    for (const suffix of walFiles)
      if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${kept}${suffix}`);
    renameSync(path, kept);
  }
  renameSync(beside, path);
  syncFolder(dirname(path));
  return kept;
}
