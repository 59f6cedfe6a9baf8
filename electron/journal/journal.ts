/** Opens the journal and is its one writer: everything that happens to a row, from the transaction to the twin. */
import { createHmac } from "node:crypto";
import type { Clock, Random, SettingsStore } from "../ports.ts";
import { backUp } from "./backup.ts";
import { openCells } from "./cells.ts";
import type {
  DataProblem,
  Journal,
  JournalCheck,
  JournalHead,
  JournalTransaction,
  Projection,
  SealedCells,
  Sql,
  TwinState,
} from "./contract.ts";
import { CustomerKeys } from "./customerKeys.ts";
import { rebuildDerived } from "./derived.ts";
import { SMALL_JOURNAL, tagKeyOf } from "./examination.ts";
import type { Faults } from "./faults.ts";
import { HeadNote } from "./headNote.ts";
import { closeFile, type FoundFile, openFile, prepareFolder } from "./journalFile.ts";
import type { Keys } from "./keys/keys.ts";
import { type Lease, takeLease } from "./lease.ts";
import type { Place } from "./place.ts";
import type { Row, RowDraft } from "./rows.ts";
import { type AlsoDone, type OpenParts, Standing } from "./standing.ts";
import { asRefusal, onDisk } from "./storageFailure.ts";
import { readHead, storedRows, toRow } from "./storedRows.ts";
import { Transactions } from "./transactions.ts";
import { Twin } from "./twin.ts";
import { beginElsewhere } from "./twinPlace.ts";

export interface JournalOptions {
  /** The till's data folder; made where it is missing. */
  folder: string;
  /** The twin's file on the second path, or null for none. Its folder is never made: a stick that is out stays out. */
  twinPath: string | null;
  clock: Clock;
  random: Random;
  keys: Keys;
  projections: readonly Projection[];
  /** A new version rebuilds the derived tables once. */
  appVersion: string;
  /** Notes count and head outside of the file. */
  settings?: SettingsStore;
  faults?: Faults;
  /** A start compares derived tables and sealed cells up to so many entries; above, only `verify` does. */
  deepUpTo?: number;
  /** Where the folder lies, for tests; by default this computer and the folder's real path. */
  place?: Place;
}

/**
 * Throws `alreadyRunning`, `foreignData`, `newerData`, `diskFull`, `readOnlyData` or `storageFailed`. Damage, a restored
 * backup and a copied folder do not throw: the journal opens for looking, and `problem()` says why.
 */
export function openJournal(options: JournalOptions): Journal {
  prepareFolder(options.folder);
  const lease = takeLease(options.folder, options.clock);
  let file: FoundFile | null = null;
  try {
    file = openFile(options);
    return new OpenJournal(options, lease, file);
  } catch (error) {
    if (file !== null) closeFile(file);
    lease.release();
    throw asRefusal(error);
  }
}

class OpenJournal implements Journal {
  readonly #options: JournalOptions;
  readonly #lease: Lease;
  readonly #transactions: Transactions;
  readonly #faults: Faults;
  readonly #parts: OpenParts;
  readonly #standing: Standing;

  constructor(options: JournalOptions, lease: Lease, file: FoundFile) {
    this.#options = options;
    this.#lease = lease;
    this.#faults = options.faults ?? {};
    const { folder, keys, clock, random, settings, twinPath, projections, appVersion, place } = options;
    const sql = () => this.#parts.file.sql;
    const customers = new CustomerKeys({ sql, keys, clock, random });
    this.#transactions = new Transactions({
      ...{ sql, clock, random, keys, projections, customers, faults: this.#faults },
      cells: () => this.cells,
    });
    const onPurge = () => this.#transactions.notePurge();
    this.#parts = {
      ...{ folder, keys, clock, projections, appVersion, file, customers },
      deepUpTo: options.deepUpTo ?? SMALL_JOURNAL,
      twin: twinPath === null ? null : this.#twinAt(twinPath),
      cells: openCells({ sql, keys, random, customers, onPurge }),
      headNote: new HeadNote(settings ?? null, keys, clock),
      fixedPlace: place ?? null,
      write: (work) => this.write(work),
    };
    this.#standing = new Standing(this.#parts);
    this.examine();
  }

  #twinAt(path: string): Twin {
    const { clock, keys } = this.#options;
    const beforeWrite = () => this.#faults.reach?.("beforeTwin", null);
    return new Twin({ path, clock, tagKey: () => tagKeyOf(keys), beforeWrite });
  }

  get sql(): Sql {
    return this.#parts.file.sql;
  }

  get cells(): SealedCells {
    return this.#parts.cells;
  }

  write<Value>(work: (transaction: JournalTransaction) => Value): Value {
    this.#standing.assertWritable();
    const { twin, headNote } = this.#parts;
    const { appending, value } = onDisk(() => this.#transactions.run(work));
    this.#faults.reach?.("afterCommit", null);
    this.#transactions.forgetPurged();
    if (appending.rows.length > 0) {
      twin?.append(appending.rows, appending.before, this.sql);
      headNote.keep(appending.head);
    }
    this.#faults.reach?.("afterTwin", null);
    return value;
  }

  digest(purpose: string, text: string): string {
    const key = this.#options.keys.key("digest");
    return createHmac("sha256", key).update(`${purpose}\0${text}`, "utf8").digest("hex");
  }

  *rows(from = 1): Iterable<Row> {
    for (const stored of storedRows(this.sql, from)) yield toRow(stored);
  }

  head(): JournalHead {
    return readHead(this.sql);
  }

  problem(): DataProblem | null {
    return this.#standing.problem;
  }

  examine(): DataProblem | null {
    return this.#standing.examine();
  }

  verify(): JournalCheck {
    return this.#standing.verify();
  }

  acceptData(draft: RowDraft, also: AlsoDone = () => undefined): Row {
    return this.#standing.accept(draft, also);
  }

  rebuild(): void {
    this.#standing.assertWritable();
    onDisk(() => rebuildDerived(this.sql, this.#options.projections, this.#options.appVersion));
  }

  twin(): TwinState {
    return this.#parts.twin?.state ?? "none";
  }

  twinPath(): string | null {
    return this.#parts.twin?.path ?? null;
  }

  moveTwin(path: string): void {
    this.#standing.assertWritable();
    const { twin } = this.#parts;
    if (path === twin?.path) return;
    const next = this.#twinAt(path);
    beginElsewhere(next, this.sql);
    twin?.close();
    this.#parts.twin = next;
  }

  async backUp(path: string): Promise<JournalHead> {
    try {
      return await backUp(this.sql, this.#options.folder, path);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  close(): void {
    if (!this.sql.open) return;
    const { twin, headNote, file } = this.#parts;
    try {
      if (this.problem() === null && this.#options.keys.state === "open") headNote.keep(this.head(), true);
      this.#transactions.close();
    } finally {
      twin?.close();
      closeFile(file);
      this.#lease.release();
    }
  }
}
