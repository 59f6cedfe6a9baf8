/** Opens a SQLite file the way that money needs it: settings are set, read back and compared, never assumed. */
import Database from "better-sqlite3";
import type { Sql } from "./contract.ts";

/** SQLite 3.7.0 to 3.51.2 can corrupt a WAL database (sqlite.org/wal.html, "the WAL-reset bug"). */
const LAST_UNSAFE_SQLITE = [3, 51, 2];

/**
 * The library is built with NORMAL for WAL, which loses committed rows when the power goes: FULL syncs every commit.
 * The two `fullfsync` matter on macOS, whose fsync stops at the drive's cache.
 */
const settings: readonly (readonly [name: string, set: string, reads: string | number])[] = [
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["fullfsync", "ON", 1],
  ["checkpoint_fullfsync", "ON", 1],
  ["foreign_keys", "ON", 1],
  ["recursive_triggers", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
  ["secure_delete", "ON", 1],
  ["temp_store", "MEMORY", 2],
  ["busy_timeout", "0", 0],
];

export function assertSafeSqlite(version: string): void {
  const parts = version.split(".").map(Number);
  for (const [at, unsafe] of LAST_UNSAFE_SQLITE.entries()) {
    const part = parts[at] ?? 0;
    if (part > unsafe) return;
    if (part < unsafe) break;
  }
  throw new Error(`SQLite ${version} can corrupt a WAL database: 3.51.3 or newer is needed.`);
}

/** What the connection really runs with, by name. */
export function readSettings(sql: Sql): Record<string, unknown> {
  return Object.fromEntries(settings.map(([name]) => [name, sql.pragma(name, { simple: true })]));
}

function applySettings(sql: Sql, inMemory: boolean): void {
  for (const [name, value, reads] of settings) {
    if (inMemory && name === "journal_mode") continue;
    sql.pragma(`${name} = ${value}`);
    const found = sql.pragma(name, { simple: true });
    if (found !== reads)
      throw new Error(`SQLite kept ${name} = ${String(found)} where ${String(reads)} was asked for.`);
  }
}

/**
 * Opens or makes the file; `:memory:` gives one that lives as long as the connection. Throws SQLite's own errors.
 * `assertWanted` looks before anything is set: already the change to WAL would write into somebody else's file.
 */
export function openDatabase(path: string, assertWanted: (sql: Sql) => void = () => undefined): Sql {
  const sql = new Database(path, { timeout: 0 });
  try {
    assertSafeSqlite(String(sql.prepare("SELECT sqlite_version()").pluck().get()));
    assertWanted(sql);
    applySettings(sql, path === ":memory:");
    return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
}

/** For looking only: waits a little for a writer, since the other side may be the app at work. */
export function openForReading(path: string): Sql {
  const sql = new Database(path, { readonly: true, fileMustExist: true, timeout: 2_000 });
  sql.pragma("trusted_schema = OFF");
  return sql;
}
