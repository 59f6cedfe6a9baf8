/** What a disk or SQLite error means to the counter: a refusal with a code, or nothing known, which is a bug. */
import Database from "better-sqlite3";
import { type ErrorCode, Refusal } from "../../shared/errors.ts";

const sentences = {
  diskFull: "The disk is full. Nothing was recorded; free some space and try again.",
  readOnlyData:
    "The data folder cannot be written. Nothing was recorded; check its permissions and the disk.",
  storageFailed:
    "The disk answered with an error. Nothing was recorded; try again, and have the disk checked.",
  journalDamaged: "The journal file is damaged. Nothing was recorded.",
} as const satisfies Partial<Record<ErrorCode, string>>;
export type StorageCode = keyof typeof sentences;

const byErrno: Record<string, StorageCode> = {
  ENOSPC: "diskFull",
  EDQUOT: "diskFull",
  EFBIG: "diskFull",
  EROFS: "readOnlyData",
  EACCES: "readOnlyData",
  EPERM: "readOnlyData",
  EIO: "storageFailed",
  ENXIO: "storageFailed",
  ENODEV: "storageFailed",
  EMFILE: "storageFailed",
  ENFILE: "storageFailed",
};

/** SQLite's extended codes start with the primary one (sqlite.org/rescode.html). */
const bySqlite: readonly (readonly [string, StorageCode])[] = [
  ["SQLITE_FULL", "diskFull"],
  // The shared-memory file of the WAL could not grow: that is a full disk by another name.
  ["SQLITE_IOERR_SHMSIZE", "diskFull"],
  ["SQLITE_READONLY", "readOnlyData"],
  ["SQLITE_CANTOPEN", "readOnlyData"],
  ["SQLITE_PERM", "readOnlyData"],
  ["SQLITE_AUTH", "readOnlyData"],
  // The file ends before its own pages do: something has cut it.
  ["SQLITE_IOERR_SHORT_READ", "journalDamaged"],
  ["SQLITE_IOERR", "storageFailed"],
  ["SQLITE_BUSY", "storageFailed"],
  ["SQLITE_LOCKED", "storageFailed"],
  ["SQLITE_PROTOCOL", "storageFailed"],
  ["SQLITE_CORRUPT", "journalDamaged"],
  ["SQLITE_NOTADB", "journalDamaged"],
];

/** The system's word for a failed file operation ("ENOSPC"), or null for anything else. */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** True for what the operating system answered to a call on a file, whichever of its many codes it used. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && "code" in error && "syscall" in error;
}

export function storageCodeOf(error: unknown): StorageCode | null {
  const code = errnoOf(error);
  if (code === null) return null;
  if (error instanceof Database.SqliteError)
    return bySqlite.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))?.[1] ?? null;
  return Object.hasOwn(byErrno, code) ? (byErrno[code] ?? null) : null;
}

/** The refusal that a storage error stands for; any other error comes back as it is. */
export function asRefusal(error: unknown): unknown {
  const code = storageCodeOf(error);
  return code === null ? error : new Refusal(code, sentences[code], { retry: code !== "journalDamaged" });
}

/** Runs `work`, turning storage errors into refusals. */
export function onDisk<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw asRefusal(error);
  }
}
