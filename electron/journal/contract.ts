/** The journal as the rest of the core sees it: one writer, facts appended in a transaction together with what derives from them. */
import type Database from "better-sqlite3";
import type { Row, RowDraft } from "./rows.ts";

export type Sql = Database.Database;

/** Derived tables and how one row changes them. Built only from journal rows, so they can be rebuilt from the journal alone. */
export interface Projection {
  readonly name: string;
  /** `CREATE TABLE … STRICT` statements; every name in `tables` is made here and nowhere else. */
  readonly ddl: string;
  readonly tables: readonly string[];
  apply(row: Row, sql: Sql): void;
}

/** What may happen inside one journal transaction. */
export interface JournalTransaction {
  /** Appends a fact and applies every projection to it. */
  append(draft: RowDraft): Row;
  readonly sql: Sql;
  readonly cells: SealedCells;
}

/** Personal data, sealed with a key for each customer, lying apart from the journal. */
export interface SealedCells {
  /** Finds the customer by a keyed blind index of the PIN or makes one with a fresh key. */
  customerFor(pin: string): string;
  /** A customer of unknown PIN, for example a payer of whom only a name is known. */
  anonymousCustomer(): string;
  put(customerId: string, table: string, rowId: string, values: Record<string, string>): void;
  /** The columns that can still be read; an empty record once purged or locked. */
  get(table: string, rowId: string): Record<string, string>;
  /** Rows of `table` whose `column` has exactly this value, or whose name holds this whole normalised word. */
  find(table: string, column: string, value: string): string[];
  bytes: {
    seal(customerId: string, table: string, rowId: string, bytes: Uint8Array): Uint8Array;
    /** Null once purged. Throws where the bytes were changed or belong to another row. */
    open(table: string, rowId: string, sealed: Uint8Array): Uint8Array | null;
  };
  /** Destroys the customer's key: everything sealed under it is gone for good. */
  purge(customerId: string): void;
}

export interface JournalHead {
  entries: number;
  head: string;
}

export interface JournalCheck extends JournalHead {
  ok: boolean;
  firstBroken?: number;
  /** A plain sentence about what was found. */
  detail: string;
}

/** Why the journal can only be read until a person has decided; `detail` is a plain sentence. */
export interface DataProblem {
  code: "journalDamaged" | "restoredBackup" | "copiedData";
  detail: string;
  firstBroken?: number;
  /** Nothing can show any more that no row is missing here: what waits may have been sent by other data. */
  unprovable?: true;
}

export type TwinState = "none" | "inStep" | "behind" | "missing";

export interface Journal {
  readonly sql: Sql;
  readonly cells: SealedCells;
  /** One IMMEDIATE transaction: all or nothing; the twin is appended and synced after the commit. */
  write<Value>(work: (transaction: JournalTransaction) => Value): Value;
  /** A keyed digest for things that must be compared but not kept (PINs, filled forms). */
  digest(purpose: string, text: string): string;
  rows(from?: number): Iterable<Row>;
  head(): JournalHead;
  /** Quick at start, full on request: chain, tags, gaps, SQLite's own integrity check, derived tables. */
  verify(): JournalCheck;
  /** Drops the derived tables and builds them again from the rows. */
  rebuild(): void;
  twin(): TwinState;
  /** Where the twin's file lies, or would where its folder is gone; null without one. */
  twinPath(): string | null;
  /**
   * Writes the whole twin to another file and goes on there; the old one stays as it is. Throws `wrongState` where a
   * file lies there that tells another story, and `storageFailed` where nothing can be written: then nothing changed.
   */
  moveTwin(path: string): void;
  /** Found at start or by `verify`: until it is settled, `write` refuses with its code. */
  problem(): DataProblem | null;
  /** Looks again as at start; to be called once the keys are open, since only then tags can be checked. */
  examine(): DataProblem | null;
  /**
   * A person's decision about `problem()`: mends what can be mended (missing entries come back from the twin, a damaged
   * file is set aside and rebuilt), then appends `draft` (`setup.dataAccepted`). Throws `journalDamaged` where nothing
   * can be mended, and the code of another problem that remains. `also` is done in the same transaction; it learns
   * whether the rows are all that this till ever wrote.
   */
  acceptData(draft: RowDraft, also?: (transaction: JournalTransaction, isWhole: boolean) => void): Row;
  backUp(path: string): Promise<JournalHead>;
  close(): void;
}
