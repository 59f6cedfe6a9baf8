/** Mends what a person has decided to mend: rows come back from the twin, a damaged file is set aside and rebuilt. */
import { copyFileSync, existsSync } from "node:fs";
import { Refusal } from "../../shared/errors.ts";
import type { Clock } from "../ports.ts";
import type { DataProblem, Sql } from "./contract.ts";
import type { BegunDecision } from "./decisions.ts";
import { differingTables, project, rebuildDerived } from "./derived.ts";
import { setAside, setAsideName } from "./durableFiles.ts";
import { type Examined, tagKeyOf } from "./examination.ts";
import { acceptBreaks, checkChain, checkPages, restoreTriggers } from "./integrity.ts";
import { bestRows, type FileOptions, type FoundFile, openFile } from "./journalFile.ts";
import { writeNote } from "./notes.ts";
import { rememberFile } from "./place.ts";
import { replaceFile } from "./salvage.ts";
import { insertStoredRow, readHead, toRow } from "./storedRows.ts";
import { soundTwinRows } from "./twinFile.ts";

export interface MendOptions extends Examined, FileOptions {
  path: string;
  /** A file that is made anew says from its beginning that a decision about it is not finished. */
  begun: BegunDecision;
  clock: Clock;
}

/** Gives back the file to go on with. Changes nothing where it throws. */
export function mend(problem: DataProblem, file: FoundFile, options: MendOptions): FoundFile {
  switch (problem.code) {
    case "copiedData":
      writeNote(file.sql, "place", options.place);
      return file;
    case "restoredBackup":
      takeFromTwin(file.sql, options);
      rememberFile(file.sql, options.place);
      return file;
    case "journalDamaged":
      return rebuild(file, problem, options);
  }
}

/** The missing entries stand in the twin; one that went another way is set aside, and a new one follows the journal. */
function takeFromTwin(sql: Sql, { twin, keys, projections, headNote, clock }: MendOptions): void {
  const relation = twin?.compare(sql);
  if (twin && relation?.is === "ahead") {
    sql
      .transaction(() => {
        for (const { row } of soundTwinRows(twin.path, tagKeyOf(keys))) {
          if (row.sequence <= relation.sequence) continue;
          insertStoredRow(sql, row);
          project(projections, toRow(row), sql);
        }
      })
      .immediate();
  } else if (twin && relation?.is === "diverging") {
    twin.close();
    setAside(twin.path, "diverged", clock);
  }
  headNote.keep(readHead(sql), true);
}

function rebuild(file: FoundFile, problem: DataProblem, options: MendOptions): FoundFile {
  const { path, twinPath, projections, appVersion, clock } = options;
  const tagKey = tagKeyOf(options.keys);
  const from = file.isView ? file.damaged : file.sql;
  const best = bestRows(twinPath, from, tagKey);
  const inFile = from === null ? 0 : checkChain(from, tagKey).entries;
  // Nothing elsewhere has these entries: they stay, and every check goes on naming the broken one.
  if (
    from !== null &&
    best.count < inFile &&
    checkPages(from, "full") === null &&
    replays(from, projections)
  ) {
    keepCopy(path, clock);
    restoreTriggers(from);
    acceptBreaks(from, tagKey);
    rebuildDerived(from, projections, appVersion);
    if (!file.isView) return file;
    file.sql.close();
    return { sql: from, damaged: null, isView: false };
  }
  if (best.count === 0)
    throw new Refusal(
      "journalDamaged",
      `${problem.detail} There is no sound entry to rebuild from: restore a backup.`,
    );
  const release = () => {
    file.sql.close();
    file.damaged?.close();
  };
  if (twinPath !== null && existsSync(twinPath)) options.twin?.close();
  const { begun } = options;
  replaceFile(path, { rows: best.rows, from, projections, appVersion, begun }, release, clock);
  return openFile(options);
}

/** True where every row still says something that the projections understand, whoever wrote it. */
function replays(sql: Sql, projections: MendOptions["projections"]): boolean {
  try {
    differingTables(sql, projections);
    return true;
  } catch (error) {
    // Whatever a projection makes of a changed row, this row cannot stay.
    if (error instanceof Error) return false;
    throw error;
  }
}

/** The file as it was found, for whoever looks into it later. */
function keepCopy(path: string, clock: Clock): void {
  const kept = setAsideName(path, "damaged", clock);
  for (const suffix of ["", "-wal"])
    if (existsSync(`${path}${suffix}`)) copyFileSync(`${path}${suffix}`, `${kept}${suffix}`);
}
