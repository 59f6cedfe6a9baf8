/** The journal's file as it was found at start: opened and migrated, or a view in memory where it cannot be opened. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../shared/errors.ts";
import { GENESIS, linkFault, type StoredRow } from "./chain.ts";
import type { Projection, Sql } from "./contract.ts";
import { openDatabase } from "./database.ts";
import { ensureDerived, isDerived } from "./derived.ts";
import { syncFolder } from "./durableFiles.ts";
import { checkChain } from "./integrity.ts";
import { assertOurs, migrate } from "./migrations.ts";
import { JOURNAL_FILE } from "./place.ts";
import { type Materials, viewOf } from "./salvage.ts";
import { asRefusal, onDisk, storageCodeOf } from "./storageFailure.ts";
import { rawRows, readStoredRow } from "./storedRows.ts";
import { checkTwin, soundTwinRows } from "./twinFile.ts";

export interface FoundFile {
  /** What everybody reads: the file, or a view of its sound rows. */
  sql: Sql;
  /** The damaged file's own connection where `sql` is a view and it still opens. */
  damaged: Sql | null;
  /** True where `sql` is a view in memory. */
  isView: boolean;
}

export function closeFile({ sql, damaged }: FoundFile): void {
  damaged?.close();
  sql.close();
}

export interface FileOptions {
  folder: string;
  twinPath: string | null;
  projections: readonly Projection[];
  appVersion: string;
}

export function prepareFolder(folder: string): void {
  onDisk(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
}

/** Null where the file is so damaged that SQLite will not open it. */
export function openIfReadable(path: string): Sql | null {
  try {
    return openDatabase(path, assertOurs);
  } catch (error) {
    if (storageCodeOf(error) === "journalDamaged") return null;
    throw asRefusal(error);
  }
}

function isDamage(error: unknown): boolean {
  return (
    storageCodeOf(error) === "journalDamaged" || (error instanceof Refusal && error.code === "journalDamaged")
  );
}

export function openFile(options: FileOptions): FoundFile {
  const { folder, projections, appVersion } = options;
  const path = join(folder, JOURNAL_FILE);
  const isNew = !existsSync(path);
  const sql = openIfReadable(path);
  if (sql === null) return { ...view(options, null), damaged: null };
  try {
    migrate(sql);
    const { firstBroken, accepted } = checkChain(sql, null);
    if (firstBroken !== null && !accepted && !isDerived(sql, projections, appVersion))
      return { ...view(options, sql), damaged: sql };
    ensureDerived(sql, projections, appVersion);
    if (isNew) syncFolder(folder);
    return { sql, damaged: null, isView: false };
  } catch (error) {
    if (isDamage(error)) return { ...view(options, sql), damaged: sql };
    sql.close();
    throw asRefusal(error);
  }
}

function view(options: FileOptions, from: Sql | null): Pick<FoundFile, "sql" | "isView"> {
  const { rows } = bestRows(options.twinPath, from, null);
  return { sql: viewOf({ ...options, rows, from } satisfies Materials), isView: true };
}

/** The rows of a file from the first on, for as long as each follows from the one before. */
export function* soundFileRows(sql: Sql, tagKey: Uint8Array | null): Generator<StoredRow> {
  let previous = GENESIS;
  let sequence = 1;
  try {
    for (const found of rawRows(sql)) {
      const row = readStoredRow(found);
      if (row === null || linkFault(row, sequence, previous, tagKey) !== null) return;
      yield row;
      previous = row.hash;
      sequence += 1;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}

function* twinRows(path: string, tagKey: Uint8Array | null): Generator<StoredRow> {
  for (const { row } of soundTwinRows(path, tagKey)) yield row;
}

/** The longer of the two sound beginnings: the file's or its twin's. */
export function bestRows(
  twinPath: string | null,
  from: Sql | null,
  tagKey: Uint8Array | null,
): { rows: Iterable<StoredRow>; count: number } {
  let inFile = 0;
  if (from !== null) for (const row of soundFileRows(from, tagKey)) inFile = row.sequence;
  const inTwin = twinPath !== null && existsSync(twinPath) ? checkTwin(twinPath, tagKey).sound : 0;
  if (twinPath !== null && inTwin > inFile) return { rows: twinRows(twinPath, tagKey), count: inTwin };
  return { rows: from === null ? [] : soundFileRows(from, tagKey), count: inFile };
}
