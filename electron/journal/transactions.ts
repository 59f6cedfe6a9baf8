/** One transaction after the other on the journal file: all or nothing, and a commit that failed never comes back to life. */
import type { Clock, Random } from "../ports.ts";
import { Appending } from "./appending.ts";
import type { JournalTransaction, Projection, SealedCells, Sql } from "./contract.ts";
import type { CustomerKeys } from "./customerKeys.ts";
import type { Faults } from "./faults.ts";
import type { Keys } from "./keys/keys.ts";
import { writeNote } from "./notes.ts";
import type { Row, RowDraft } from "./rows.ts";
import { storageCodeOf } from "./storageFailure.ts";
import { readHead } from "./storedRows.ts";
import { withoutPeople } from "./withoutPeople.ts";

export interface TransactionParts {
  /** The file may be replaced while it is mended. */
  sql: () => Sql;
  clock: Clock;
  random: Random;
  keys: Keys;
  projections: readonly Projection[];
  faults: Faults;
  customers: CustomerKeys;
  cells: () => SealedCells;
}

export class Transactions {
  readonly #parts: TransactionParts;
  /** A commit that failed may still lie complete in the WAL: it has to be overwritten before anything else. */
  #commitFailed = false;
  #purged = false;

  constructor(parts: TransactionParts) {
    this.#parts = parts;
  }

  /** A customer's key was destroyed in the transaction that is open. */
  notePurge(): void {
    this.#purged = true;
  }

  run<Value>(work: (transaction: JournalTransaction) => Value): { appending: Appending; value: Value } {
    const { faults, customers } = this.#parts;
    const sql = this.#parts.sql();
    if (sql.inTransaction)
      throw new Error("journal.write was called inside journal.write: use the transaction that is open.");
    if (this.#commitFailed) this.#overwriteFailedCommit(sql);
    faults.reach?.("beforeBegin", null);
    let isOpen = true;
    let isCommitting = false;
    const purgedBefore = this.#purged;
    try {
      sql.exec("BEGIN IMMEDIATE");
      const appending = new Appending(sql, readHead(sql), this.#parts);
      const append = (draft: RowDraft): Row => {
        if (!isOpen) throw new Error("A journal transaction was used after its end.");
        return appending.append(withoutPeople(draft, sql, this.#parts.cells()));
      };
      const value = work({ append, sql, cells: this.#parts.cells() });
      if (value instanceof Promise)
        throw new Error("journal.write takes synchronous work: whatever waits belongs before it.");
      faults.reach?.("beforeCommit", null);
      isCommitting = true;
      sql.exec("COMMIT");
      return { appending, value };
    } catch (error) {
      this.#commitFailed = isCommitting;
      this.#purged = purgedBefore;
      if (sql.inTransaction) sql.exec("ROLLBACK");
      customers.forget();
      if (isCommitting) this.#tryToOverwriteFailedCommit(sql);
      throw error;
    } finally {
      isOpen = false;
    }
  }

  /** The WAL and the pages before still hold a destroyed key until they are written over. */
  forgetPurged(): void {
    if (!this.#purged) return;
    try {
      // Its first column says whether somebody was still reading and it therefore stopped half-way.
      if (this.#parts.sql().pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0) this.#purged = false;
    } catch (error) {
      // The purge itself is committed; the next write tries again to clear what is left of the key.
      if (storageCodeOf(error) === null) throw error;
    }
  }

  /** Before the file is closed: the program may end before there is another write. */
  close(): void {
    if (this.#commitFailed) this.#tryToOverwriteFailedCommit(this.#parts.sql());
  }

  /**
   * After a sync that failed, the refused transaction may lie complete in the WAL and come back to life at the next
   * start: a receipt that nobody was given. A small commit over it makes the refusal true.
   */
  #overwriteFailedCommit(sql: Sql): void {
    writeNote(sql, "lastFailedCommit", this.#parts.clock.now());
    this.#commitFailed = false;
  }

  #tryToOverwriteFailedCommit(sql: Sql): void {
    try {
      this.#overwriteFailedCommit(sql);
    } catch (error) {
      // The disk is still out of order; the next write begins with this, or is refused.
      if (storageCodeOf(error) === null) throw error;
    }
  }
}
