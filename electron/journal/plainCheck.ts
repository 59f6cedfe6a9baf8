/** Checks the plain chain of a journal or a twin with neither app nor keys, and without changing the file. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { JournalCheck, Sql } from "./contract.ts";
import { openForReading } from "./database.ts";
import { checkChain, checkPages } from "./integrity.ts";
import { assertOurs } from "./migrations.ts";
import { JOURNAL_FILE } from "./place.ts";
import { storageCodeOf } from "./storageFailure.ts";
import { checkTwin } from "./twinFile.ts";

/** Where a file's header says how it is journalled: 2 for WAL, 1 for none (sqlite.org/fileformat.html, 1.3.3). */
const JOURNALLING = [18, 19];

/**
 * Without a WAL the app has closed the file: its bytes are read into memory, which leaves no trace beside it. With one,
 * the app is at work or was killed: SQLite joins in, or, where it may not (a read-only medium), reads a copy.
 */
function withOpened<Value>(path: string, work: (sql: Sql) => Value): Value {
  if (!existsSync(`${path}-wal`)) {
    const bytes = readFileSync(path);
    // A file in memory has no WAL beside it, and this one is complete without.
    for (const at of JOURNALLING) if (bytes[at] === 2) bytes[at] = 1;
    return closing(new Database(bytes, { readonly: true }), work);
  }
  try {
    return closing(openForReading(path), work);
  } catch (error) {
    if (storageCodeOf(error) !== "readOnlyData") throw error;
  }
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-verify-"));
  try {
    const copy = join(folder, JOURNAL_FILE);
    for (const suffix of ["", "-wal"]) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
    return closing(openForReading(copy), work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function closing<Value>(sql: Sql, work: (sql: Sql) => Value): Value {
  try {
    return work(sql);
  } finally {
    sql.close();
  }
}

function checkJournal(path: string): JournalCheck {
  return withOpened(path, (sql) => {
    assertOurs(sql);
    const { entries, head, firstBroken } = checkChain(sql, null);
    const pages = firstBroken === null ? checkPages(sql, "quick") : null;
    if (firstBroken !== null) {
      const detail = `Entry ${firstBroken} does not follow from the one before.`;
      return { ok: false, entries, head, firstBroken, detail };
    }
    if (pages !== null) return { ok: false, entries, head, detail: pages };
    return { ok: true, entries, head, detail: "Each entry follows from the one before." };
  });
}

function checkTwinFile(path: string): JournalCheck {
  const { sound, head, lines } = checkTwin(path, null);
  if (sound < lines) {
    const detail = `Line ${sound + 1} of the twin does not follow from the one before.`;
    return { ok: false, entries: lines, head, firstBroken: sound + 1, detail };
  }
  return { ok: true, entries: sound, head, detail: "Each line of the twin follows from the one before." };
}

/** `path` is a data folder, a journal or backup (`.sqlite`) or a twin (`.jsonl`). Throws where it cannot be read at all. */
export function checkPlainChain(path: string): JournalCheck {
  if (path.endsWith(".jsonl")) return checkTwinFile(path);
  return checkJournal(statSync(path).isDirectory() ? join(path, JOURNAL_FILE) : path);
}
