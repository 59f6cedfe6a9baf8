/** The stick with one till's twin, and a copy of the journal that somebody keeps and puts back. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { openForReading } from "../../electron/journal/database.ts";
import { readHead } from "../../electron/journal/storedRows.ts";
import { checkTwin } from "../../electron/journal/twinFile.ts";

const JOURNAL = "journal.sqlite";

export interface Stick {
  readonly twinPath: string;
  /** Each says whether anything has happened. */
  pullOut(): boolean;
  plugIn(): void;
  /** A power cut leaves half of the last line. */
  tear(bytes: number): boolean;
  /** For a program that has ended: its journal is one file then. */
  copyJournal(): void;
  /** The older copy stands in the journal's place, where the twin has everything that the newer one had. */
  putBack(): boolean;
}

export function createStick(folder: string, till: string): Stick {
  mkdirSync(folder);
  const twinPath = join(folder, "twin.jsonl");
  const away = `${folder}-away`;
  const journal = join(till, JOURNAL);
  const copy = `${folder}-copy.sqlite`;

  function isComplete(): boolean {
    if (!existsSync(twinPath)) return false;
    const sql = openForReading(journal);
    try {
      const { entries, head } = readHead(sql);
      const twin = checkTwin(twinPath, null);
      return twin.sound === entries && twin.head === head;
    } finally {
      sql.close();
    }
  }

  return {
    twinPath,
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
      if (!existsSync(`${journal}-wal`)) copyFileSync(journal, copy);
    },
    putBack() {
      if (!existsSync(copy) || !isComplete()) return false;
      for (const suffix of ["-wal", "-shm"]) rmSync(`${journal}${suffix}`, { force: true });
      copyFileSync(copy, journal);
      return true;
    },
  };
}
