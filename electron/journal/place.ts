/** Where the data folder lies and which file the journal is: data that were copied, or put back whole, are noticed. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Sql } from "./contract.ts";
import { openForReading } from "./database.ts";
import { readNote, writeNote } from "./notes.ts";
import { errnoOf } from "./storageFailure.ts";
import { hashAt } from "./storedRows.ts";

export const JOURNAL_FILE = "journal.sqlite";

/** `bornAt`: when the journal's file came to this disk, which no copy of it carries along; absent where nothing tells. */
const placeSchema = z.object({ machine: z.string(), folder: z.string(), bornAt: z.string().optional() });
export type Place = z.infer<typeof placeSchema>;

/** Survives a renamed host where the system has an id of its own; elsewhere the host's name must do. */
function systemId(): string {
  try {
    const id = readFileSync("/etc/machine-id", "utf8").trim();
    if (id !== "") return id;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
  return hostname();
}

/** Hashed, as machine-id(5) asks of everybody who stores one. */
function machineName(): string {
  return createHash("sha256").update(`counterfoil/${systemId()}`).digest("hex").slice(0, 32);
}

export function placeOf(folder: string): Place {
  const bornAt = birthOf(folder);
  return { machine: machineName(), folder: realpathSync(folder), ...(bornAt === null ? {} : { bornAt }) };
}

function birthOf(folder: string): string | null {
  const file = statSync(join(folder, JOURNAL_FILE), { bigint: true, throwIfNoEntry: false });
  const { birthtimeNs, ctimeNs } = statSync(folder, { bigint: true });
  // Where the system keeps no birth, Node gives the last change instead; this folder has changed since it was made.
  return file === undefined || birthtimeNs === ctimeNs ? null : String(file.birthtimeNs);
}

function isSameFile(left: string, right: string): boolean {
  const one = statSync(left, { bigint: true });
  const other = statSync(right, { bigint: true });
  return one.dev === other.dev && one.ino === other.ino;
}

/** True where `folder` holds another file with the same first row: the folder was copied, not moved. */
function holdsTheOriginal(folder: string, here: Place, sql: Sql): boolean {
  const path = join(folder, JOURNAL_FILE);
  if (!existsSync(path) || isSameFile(path, join(here.folder, JOURNAL_FILE))) return false;
  try {
    const other = openForReading(path);
    try {
      return hashAt(other, 1) === hashAt(sql, 1);
    } finally {
      other.close();
    }
  } catch (error) {
    // What cannot be read may still be opened by its owner tomorrow: it counts as the original.
    if (errnoOf(error) !== null) return true;
    throw error;
  }
}

/** A sentence about the place where this journal was before, or null where it may go on. */
export function copiedFrom(sql: Sql, here: Place): string | null {
  const before = readNote(sql, "place", placeSchema);
  if (before === null) return null;
  if (before.machine !== here.machine) return "The data folder was last used on another computer.";
  if (before.folder === here.folder || !holdsTheOriginal(before.folder, here, sql)) return null;
  return `The data folder is a copy: the original still lies in ${before.folder}.`;
}

/** True where the journal is not the file that was worked with here last, as after the whole folder was put back. */
export function isPutBack(sql: Sql, { bornAt }: Place): boolean {
  const before = readNote(sql, "place", placeSchema)?.bornAt;
  return before !== undefined && bornAt !== undefined && before !== bornAt;
}

export function rememberPlace(sql: Sql, here: Place): void {
  const before = readNote(sql, "place", placeSchema);
  const isSame = before?.machine === here.machine && before.folder === here.folder;
  if (!isSame || before.bornAt !== here.bornAt) writeNote(sql, "place", here);
}

/** The second copy has shown how far the newest data went: from now on this is the file, wherever it lies. */
export function rememberFile(sql: Sql, { bornAt }: Place): void {
  const before = readNote(sql, "place", placeSchema);
  if (before !== null) writeNote(sql, "place", { ...before, bornAt });
}
