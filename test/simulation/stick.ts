/** The stick with one till's twin, and a copy of the journal that somebody keeps and puts back. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { openForReading } from "../../electron/journal/database.ts";
import { readHead } from "../../electron/journal/storedRows.ts";
import { checkTwin } from "../../electron/journal/twinFile.ts";

const JOURNAL = "journal.sqlite";

export interface Stick {
  /** Null where nothing but a note of the head tells that rows are missing. */
  readonly twinPath: string | null;
  /** Each says whether anything has happened. */
  pullOut(): boolean;
  plugIn(): void;
  /** A power cut leaves half of the last line. */
  tear(bytes: number): boolean;
  /** For a program that has ended: its journal is one file then. */
  copyJournal(): boolean;
  /** The older copy stands in the journal's place, where the twin has everything that the newer one had. */
  putBack(): boolean;
}

export function createStick(folder: string, till: string, hasTwin: boolean): Stick {
  mkdirSync(folder);
  const twinPath = join(folder, "twin.jsonl");
  const away = `${folder}-away`;
  const journal = join(till, JOURNAL);
  const copy = `${folder}-copy.sqlite`;
  let copiedEntries = Number.POSITIVE_INFINITY;

  /** Something was written since the copy, and where there is a twin, it has all of it. */
  function mayBePutBack(): boolean {
    if (!existsSync(copy) || (hasTwin && !existsSync(twinPath))) return false;
    const sql = openForReading(journal);
    try {
      const { entries, head } = readHead(sql);
      if (!hasTwin) return entries > copiedEntries;
      const twin = checkTwin(twinPath, null);
      return twin.sound === entries && twin.head === head;
    } finally {
      sql.close();
    }
  }

  return {
    twinPath: hasTwin ? twinPath : null,
    pullOut() {
      if (!existsSync(folder)) return false;
      renameSync(folder, away);
      return true;
    },
    plugIn() {
      if (existsSync(away)) renameSync(away, folder);
    },
    tear(bytes) {
      if (!existsSync(twinPath)) return false;
      truncateSync(twinPath, Math.max(0, statSync(twinPath).size - bytes));
      return true;
    },
    copyJournal() {
      if (existsSync(`${journal}-wal`)) return false;
      copyFileSync(journal, copy);
      const sql = openForReading(copy);
      copiedEntries = readHead(sql).entries;
      sql.close();
      return true;
    },
    putBack() {
      if (!mayBePutBack()) return false;
      for (const suffix of ["-wal", "-shm"]) rmSync(`${journal}${suffix}`, { force: true });
      copyFileSync(copy, journal);
      return true;
    },
  };
}
