/** Reads a file that a person chose: a plain file, as it was when it was opened, and never more than one document may weigh. */
import { constants, lstatSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { type FileReason, MAX_DOCUMENT_BYTES } from "../../shared/api/paper.ts";
import { Refusal } from "../../shared/errors.ts";
import { errnoOf } from "../journal/storageFailure.ts";
import { fileEmpty, fileTooLarge } from "./fileRefusals.ts";

const FIELD = { field: "path" };

const sentences: Readonly<Record<Exclude<FileReason, "damaged">, string>> = {
  isLink: "This is a link to another file. Choose the file itself.",
  notPlain: "Only a plain file can be read.",
  changed: "The file changed while it was being read. Choose it again.",
  noAccess: "The file cannot be read. It may be gone, open elsewhere, or not yours to read.",
};

function unreadable(reason: keyof typeof sentences): Refusal {
  return new Refusal("fileUnreadable", sentences[reason], { ...FIELD, reason });
}

/** Windows has neither flag; there a link is found by `lstat` alone. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

type Stats = { size: bigint; mtimeNs: bigint; ctimeNs: bigint; ino: bigint; dev: bigint };

/** What changes as soon as somebody writes to the file or puts another in its place. */
function isSame(before: Stats, after: Stats): boolean {
  return (
    before.size === after.size &&
    before.mtimeNs === after.mtimeNs &&
    before.ctimeNs === after.ctimeNs &&
    before.ino === after.ino &&
    before.dev === after.dev
  );
}

function checkSize(size: bigint): void {
  if (size === 0n) throw fileEmpty("path");
  if (size > BigInt(MAX_DOCUMENT_BYTES)) throw fileTooLarge("path");
}

/** Reads up to one byte more than expected, so that a file which grows is noticed. */
async function readUpTo(file: FileHandle, expected: number): Promise<Buffer> {
  const bytes = Buffer.alloc(expected + 1);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

async function readOpened(file: FileHandle, found: Stats): Promise<Buffer> {
  const opened = await file.stat({ bigint: true });
  if (!opened.isFile()) throw unreadable("notPlain");
  if (!isSame(found, opened)) throw unreadable("changed");
  const bytes = await readUpTo(file, Number(opened.size));
  const after = await file.stat({ bigint: true });
  if (BigInt(bytes.length) !== opened.size || !isSame(opened, after)) throw unreadable("changed");
  return bytes;
}

/** Throws `fileUnreadable`, `fileEmpty` or `fileTooLarge`, each with field `path`. */
export async function readChosenFile(path: string): Promise<Buffer> {
  try {
    const found = lstatSync(path, { bigint: true });
    if (found.isSymbolicLink()) throw unreadable("isLink");
    if (!found.isFile()) throw unreadable("notPlain");
    checkSize(found.size);
    const file = await open(path, flags);
    try {
      return await readOpened(file, found);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errnoOf(error) !== null && !(error instanceof Refusal)) throw unreadable("noAccess");
    throw error;
  }
}
