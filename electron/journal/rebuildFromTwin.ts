/** Makes a journal again out of its twin, where the file is gone or beyond reading; the old file is set aside. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../shared/errors.ts";
import type { Clock } from "../ports.ts";
import type { Sql } from "./contract.ts";
import { tagKeyOf } from "./examination.ts";
import { bestRows, type FileOptions, openIfReadable, prepareFolder } from "./journalFile.ts";
import type { Keys } from "./keys/keys.ts";
import { takeLease } from "./lease.ts";
import { JOURNAL_FILE } from "./place.ts";
import { replaceFile } from "./salvage.ts";
import { asRefusal } from "./storageFailure.ts";

export interface RebuildOptions extends FileOptions {
  twinPath: string;
  keys: Keys;
  clock: Clock;
}

export interface Rebuilt {
  entries: number;
  /** Where the old file lies now; null where there was none. */
  setAside: string | null;
}

/** Null where the file is gone, is none, or has no entries to compare with. */
function oldFile(path: string): Sql | null {
  const sql = existsSync(path) ? openIfReadable(path) : null;
  if (sql === null) return null;
  const isJournal =
    sql.prepare("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'journal'").pluck().get() === 1;
  if (isJournal) return sql;
  sql.close();
  return null;
}

/**
 * Takes credentials, drafts and sealed cells along as far as the old file can be read. Throws `journalDamaged` where the
 * twin has no sound entry, or the old file has more of them: then nothing is to be gained here.
 */
export function rebuildFromTwin(options: RebuildOptions): Rebuilt {
  const { folder, twinPath, keys, projections, appVersion, clock } = options;
  prepareFolder(folder);
  const lease = takeLease(folder, clock);
  try {
    const path = join(folder, JOURNAL_FILE);
    const from = oldFile(path);
    try {
      const tagKey = tagKeyOf(keys);
      const entries = bestRows(twinPath, null, tagKey).count;
      if (entries === 0)
        throw new Refusal("journalDamaged", "The twin holds no sound entry to rebuild from.");
      if (bestRows(null, from, tagKey).count > entries)
        throw new Refusal(
          "journalDamaged",
          "The journal holds more sound entries than its twin. It was left as it is.",
        );
      const { rows } = bestRows(twinPath, null, tagKey);
      const setAside = replaceFile(path, { rows, from, projections, appVersion }, () => from?.close(), clock);
      return { entries, setAside };
    } finally {
      from?.close();
    }
  } catch (error) {
    throw asRefusal(error);
  } finally {
    lease.release();
  }
}
