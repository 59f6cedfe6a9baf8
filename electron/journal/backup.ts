/** Backups through SQLite's own interface, opened and counted before they are believed, ten kept. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Refusal } from "../../shared/errors.ts";
import type { Clock } from "../ports.ts";
import type { Journal, JournalHead, Sql } from "./contract.ts";
import { openDatabase, openForReading } from "./database.ts";
import { fileStamp, syncFolder, writeDurably } from "./durableFiles.ts";
import { checkChain, checkPages } from "./integrity.ts";
import { ENVELOPE_FILE } from "./keys/envelope.ts";
import { JOURNAL_FILE } from "./place.ts";
import { asRefusal } from "./storageFailure.ts";
import { hashAt, readHead } from "./storedRows.ts";

export const BACKUPS_KEPT = 10;
/** In the data folder, where the app puts them, and in those of backups. */
export const BACKUPS_FOLDER = "backups";
export const PACKS_FOLDER = "disputes";
const NAME = /^counterfoil-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}\.sqlite$/;

export function isBackUpName(name: string): boolean {
  return NAME.test(name);
}

/** Every amount in the rows up to `entries`, added up by SQLite in exact integers. */
function sumOfAmounts(sql: Sql, entries: number): unknown {
  return sql
    .prepare(
      "SELECT COALESCE(SUM(json_extract(payload, '$.amountMinor')), 0) FROM journal WHERE sequence <= ?",
    )
    .pluck()
    .get(entries);
}

/** What the backup holds; throws `storageFailed` where it is not what the journal holds. */
function compare(sql: Sql, copy: Sql, atLeast: number): JournalHead {
  const chain = checkChain(copy, null);
  const head = readHead(copy);
  const same =
    checkPages(copy, "full") === null &&
    chain.firstBroken === checkChain(sql, null).firstBroken &&
    head.entries >= atLeast &&
    (head.entries === 0 || hashAt(sql, head.entries) === head.head) &&
    sumOfAmounts(copy, head.entries) === sumOfAmounts(sql, head.entries);
  if (!same)
    throw new Refusal("storageFailed", "The backup does not hold what the journal holds. It was removed.", {
      retry: true,
    });
  return head;
}

/**
 * Copies the journal to `path` while work goes on, and the wrapped key beside it (`<path>.keys.json`): with the
 * recovery code a backup can be opened on any computer. The evidence of disputes goes into a folder beside it. The head
 * is the copy's own.
 */
export async function backUp(sql: Sql, folder: string, path: string): Promise<JournalHead> {
  const atLeast = readHead(sql).entries;
  const beside = `${path}.writing`;
  mkdirSync(dirname(path), { recursive: true });
  rmSync(beside, { force: true });
  let head: JournalHead;
  try {
    await sql.backup(beside);
    const copy = openDatabase(beside);
    try {
      head = compare(sql, copy, atLeast);
      // One file that can be carried away, without a WAL beside it.
      copy.pragma("journal_mode = DELETE");
    } finally {
      copy.close();
    }
  } catch (error) {
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(`${beside}${suffix}`, { force: true });
    throw error;
  }
  renameSync(beside, path);
  const envelope = join(folder, ENVELOPE_FILE);
  if (existsSync(envelope)) writeDurably(`${path}.keys.json`, [readFileSync(envelope)]);
  keepPacks(join(folder, PACKS_FOLDER), join(dirname(path), PACKS_FOLDER));
  syncFolder(dirname(path));
  return head;
}

/** Evidence that the journal names by its hash and does not hold: each file once, and never pushed out. */
function keepPacks(from: string, into: string): void {
  const packs = existsSync(from) ? readdirSync(from).filter((name) => name.endsWith(".zip")) : [];
  const missing = packs.filter((name) => !existsSync(join(into, name)));
  if (missing.length > 0) mkdirSync(into, { recursive: true, mode: 0o700 });
  for (const name of missing) writeDurably(join(into, name), [readFileSync(join(from, name))]);
}

/** Backs up into `folder` under a name with the time, then lets the oldest go beyond ten. */
export async function backUpInto(
  journal: Journal,
  folder: string,
  clock: Clock,
): Promise<JournalHead & { path: string; kept: number }> {
  const path = join(folder, `counterfoil-${fileStamp(clock.now())}.sqlite`);
  const head = await journal.backUp(path);
  const all = readdirSync(folder).filter(isBackUpName).sort();
  // A copy of a journal in which something is wrong never pushes out one from before.
  const surplus = journal.problem() === null ? Math.max(0, all.length - BACKUPS_KEPT) : 0;
  const old = all.slice(0, surplus).filter((name) => name !== basename(path));
  for (const name of old)
    for (const suffix of ["", ".keys.json"]) rmSync(join(folder, `${name}${suffix}`), { force: true });
  return { ...head, path, kept: all.length - old.length };
}

export interface MadeBackUp extends JournalHead {
  file: string;
  /** Every amount in its rows, added up. */
  sum: string;
}

/** Copies a journal that nobody has opened yet, exactly as it lies there; null where there is none. */
export async function backUpFile(folder: string, into: string, clock: Clock): Promise<MadeBackUp | null> {
  const source = join(folder, JOURNAL_FILE);
  if (!existsSync(source)) return null;
  const file = `counterfoil-${fileStamp(clock.now())}.sqlite`;
  try {
    const sql = openForReading(source);
    try {
      const head = await backUp(sql, folder, join(into, file));
      return { ...head, file, sum: String(sumOfAmounts(sql, head.entries)) };
    } finally {
      sql.close();
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

/** True where the journal holds all that the backup does: the same entries with the same amounts, and perhaps more. */
export function isContinued(sql: Sql, made: MadeBackUp): boolean {
  return (
    (made.entries === 0 || hashAt(sql, made.entries) === made.head) &&
    String(sumOfAmounts(sql, made.entries)) === made.sum
  );
}
