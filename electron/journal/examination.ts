/** Decides whether this data folder may be worked with: the file, its twin, the noted head and the place must agree. */
import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DataProblem, Projection, SealedCells, Sql } from "./contract.ts";
import type { HeadNote } from "./headNote.ts";
import {
  brokenCells,
  type ChainCheck,
  checkChain,
  checkDerived,
  checkPages,
  checkSchema,
} from "./integrity.ts";
import type { Keys } from "./keys/keys.ts";
import { copiedFrom, isPutBack, type Place } from "./place.ts";
import { storageCodeOf } from "./storageFailure.ts";
import { hashAt, readHead } from "./storedRows.ts";
import type { Twin, TwinRelation } from "./twin.ts";

/** Up to so many entries the start checks as deeply as `verify` does; above, it leaves what would take seconds. */
export const SMALL_JOURNAL = 3_000;
const CHECKED_AT_START = 100_000;

export interface Examined {
  sql: Sql;
  twin: Twin | null;
  keys: Keys;
  cells: SealedCells;
  projections: readonly Projection[];
  headNote: HeadNote;
  place: Place;
  /** A start looks as deeply as `verify` at journals of up to so many entries. */
  deepUpTo: number;
}

export interface Findings {
  problem: DataProblem | null;
  chain: ChainCheck;
  /** Null without a twin, and where the file itself is damaged. */
  relation: TwinRelation | null;
}

/** The tag key where the till is open; locked, only the plain chain can be checked. */
export function tagKeyOf(keys: Keys): Buffer | null {
  return keys.state === "open" ? keys.key("tag") : null;
}

const faultWords = {
  gap: "an entry is missing before it",
  hash: "it is not what was written",
  tag: "it was not written by this installation",
  unreadable: "it cannot be read",
} as const;

function checkFile(examined: Examined, depth: "quick" | "full"): Findings {
  const { sql, keys, cells, projections } = examined;
  const entries = readCount(sql);
  const deep = depth === "full" || entries <= examined.deepUpTo;
  const from = depth === "full" ? 1 : Math.max(1, entries - CHECKED_AT_START + 1);
  const chain = checkChain(sql, tagKeyOf(keys), from);
  if (chain.entries === 0 && depth === "quick") return { chain, relation: null, problem: null };
  const damaged = (detail: string): Findings => ({
    chain,
    relation: null,
    problem: {
      code: "journalDamaged",
      detail,
      ...(chain.firstBroken === null ? {} : { firstBroken: chain.firstBroken }),
    },
  });
  if (chain.firstBroken !== null && !chain.accepted)
    return damaged(
      `Entry ${chain.firstBroken} of the journal is damaged: ${faultWords[chain.fault ?? "hash"]}.`,
    );
  const schema = checkSchema(sql);
  if (schema !== null) return damaged(`The journal file was changed. ${schema}`);
  const pages = checkPages(sql, deep ? "full" : "quick");
  if (pages !== null) return damaged(`The journal file is damaged. ${pages}`);
  const derived = deep ? checkDerived(sql, projections) : null;
  if (derived !== null) return damaged(`The journal file is damaged. ${derived}`);
  if (deep && keys.state === "open") {
    const broken = brokenCells(sql, cells);
    if (broken.length > 0) return damaged(`Sealed personal data are damaged in ${broken.length} places.`);
  }
  return { chain, relation: null, problem: null };
}

/** Zero where even that cannot be read: the checks that follow name the damage. */
function readCount(sql: Sql): number {
  try {
    const found: unknown = sql.prepare("SELECT MAX(sequence) FROM journal").pluck().get();
    return typeof found === "number" ? found : 0;
  } catch (error) {
    if (storageCodeOf(error) !== "journalDamaged") throw error;
    return 0;
  }
}

function ofTwin(relation: TwinRelation, entries: number): DataProblem | null {
  if (relation.is === "ahead")
    return {
      code: "restoredBackup",
      detail: `The journal ends at entry ${entries}, but its twin goes on to entry ${relation.entries}: an older copy was put back.`,
    };
  if (relation.is === "diverging")
    return {
      code: "restoredBackup",
      detail: `The journal and its twin tell different things after entry ${relation.sequence}: an older copy was put back and used.`,
      firstBroken: relation.sequence + 1,
    };
  return null;
}

function ofHeadNote({ sql, headNote }: Examined): DataProblem | null {
  const noted = headNote.read();
  if (noted === null || noted.entries === 0 || hashAt(sql, noted.entries) === noted.head) return null;
  const { entries } = readHead(sql);
  const detail =
    entries < noted.entries
      ? `The journal ends at entry ${entries}, but ${noted.entries} were noted: its end is missing, or an older copy was put back.`
      : `Entry ${noted.entries} of the journal is not the one that was noted: an older copy was put back and used.`;
  return { code: "restoredBackup", detail };
}

/** A second copy that lies in the data folder was put back together with it, and proves nothing. */
function liesBeside(twin: Twin, { folder }: Place): boolean {
  return join(realpathSync(dirname(twin.path)), "/").startsWith(join(folder, "/"));
}

function ofFile({ sql, twin, place }: Examined, relation: TwinRelation | null): DataProblem | null {
  if (!isPutBack(sql, place)) return null;
  if (twin !== null && relation?.is === "inStep" && !liesBeside(twin, place)) return null;
  const { entries } = readHead(sql);
  return {
    code: "restoredBackup",
    detail: `The journal is a copy that was put back: it ends at entry ${entries}, and nothing here shows how far the newer one went.`,
    unprovable: true,
  };
}

/** `quick` at start, `full` on request. Changes nothing. */
export function examine(examined: Examined, depth: "quick" | "full"): Findings {
  const found = checkFile(examined, depth);
  if (found.problem !== null) return found;
  const { sql, twin, place } = examined;
  const relation = twin?.compare(sql, depth) ?? null;
  const findings = { ...found, relation };
  const problem = (relation === null ? null : ofTwin(relation, found.chain.entries)) ?? ofHeadNote(examined);
  if (problem !== null) return { ...findings, problem };
  const copied = copiedFrom(sql, place);
  if (copied !== null)
    return { ...findings, problem: { code: "copiedData", detail: copied, unprovable: true } };
  return { ...findings, problem: ofFile(examined, relation) };
}

/** What is left to say where a page that the checks themselves need cannot be read. */
export function unreadableFile(detail: string): Findings {
  const chain = { entries: 0, head: "", firstBroken: null, accepted: false, fault: null };
  return { problem: { code: "journalDamaged", detail }, chain, relation: null };
}

/** Where nothing keeps the till from working; an entry that a person has accepted is named all the same. */
export function soundSentence(entries: number, acceptedBreak: number | null, keys: Keys): string {
  if (acceptedBreak !== null)
    return `Entry ${acceptedBreak} is damaged; a person has looked at it and accepted it.`;
  const tags = keys.state === "open" ? "" : " The keyed tags wait for the recovery code.";
  return `${entries} entries, each follows from the one before.${tags}`;
}
