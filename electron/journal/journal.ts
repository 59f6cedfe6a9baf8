/** Opens the journal and is its one writer: everything that happens to a row, from the transaction to the twin. */
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { Refusal } from "../../shared/errors.ts";
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
import {
  type BegunDecision,
  beginDecision,
  forgetBegun,
  noteBegun,
  readBegun,
  unfinished,
} from "./decisions.ts";
import { rebuildDerived } from "./derived.ts";
import {
  type Examined,
  examine,
  type Findings,
  SMALL_JOURNAL,
  soundSentence,
  tagKeyOf,
  unreadableFile,
} from "./examination.ts";
import type { Faults } from "./faults.ts";
import { HeadNote } from "./headNote.ts";
import { dropBrokenCells } from "./integrity.ts";
import { closeFile, type FoundFile, openFile, prepareFolder } from "./journalFile.ts";
import type { Keys } from "./keys/keys.ts";
import { type Lease, takeLease } from "./lease.ts";
import { mend } from "./mending.ts";
import { JOURNAL_FILE, type Place, placeOf, rememberPlace } from "./place.ts";
import type { Row, RowDraft } from "./rows.ts";
import { asRefusal, onDisk, storageCodeOf } from "./storageFailure.ts";
import { hashAt, readHead, storedRows, toRow } from "./storedRows.ts";
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
  readonly cells: SealedCells;
  readonly #options: JournalOptions;
  readonly #lease: Lease;
  readonly #customers: CustomerKeys;
  readonly #transactions: Transactions;
  #twin: Twin | null;
  readonly #headNote: HeadNote;
  readonly #place: Place;
  readonly #faults: Faults;
  #file: FoundFile;
  #problem: DataProblem | null = null;
  #isDeciding = false;
  /** Looked at while locked: only the open key tells a row of ours from one that was written over it. */
  #tagsUnchecked = true;

  constructor(options: JournalOptions, lease: Lease, file: FoundFile) {
    this.#options = options;
    this.#lease = lease;
    this.#file = file;
    this.#faults = options.faults ?? {};
    this.#place = options.place ?? placeOf(options.folder);
    const { keys, clock, random, settings, twinPath, projections } = options;
    const sql = () => this.#file.sql;
    this.#customers = new CustomerKeys({ sql, keys, clock, random });
    this.#headNote = new HeadNote(settings ?? null, keys, clock);
    this.#transactions = new Transactions({
      ...{ sql, clock, random, keys, projections, faults: this.#faults },
      customers: this.#customers,
      cells: () => this.cells,
    });
    this.cells = openCells({
      sql,
      keys,
      random,
      customers: this.#customers,
      onPurge: () => this.#transactions.notePurge(),
    });
    this.#twin = twinPath === null ? null : this.#twinAt(twinPath);
    this.examine();
  }

  #twinAt(path: string): Twin {
    const { clock, keys } = this.#options;
    const beforeWrite = () => this.#faults.reach?.("beforeTwin", null);
    return new Twin({ path, clock, tagKey: () => tagKeyOf(keys), beforeWrite });
  }

  get sql(): Sql {
    return this.#file.sql;
  }

  write<Value>(work: (transaction: JournalTransaction) => Value): Value {
    this.#assertWritable();
    const { sql } = this;
    const { appending, value } = onDisk(() => this.#transactions.run(work));
    this.#faults.reach?.("afterCommit", null);
    this.#transactions.forgetPurged();
    if (appending.rows.length > 0) {
      this.#twin?.append(appending.rows, appending.before, sql);
      this.#headNote.keep(appending.head);
    }
    this.#faults.reach?.("afterTwin", null);
    return value;
  }

  #assertWritable(): void {
    if (this.#options.keys.state === "locked")
      throw new Refusal("locked", "The till is locked: enter the recovery code to open it.");
    if (this.#tagsUnchecked) this.examine();
    if (this.#problem !== null) throw new Refusal(this.#problem.code, this.#problem.detail);
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
    return this.#problem;
  }

  examine(): DataProblem | null {
    return this.#look("quick").problem;
  }

  verify(): JournalCheck {
    const { chain, problem, relation } = this.#look("full");
    const { entries, head } = this.head();
    const firstBroken = chain.firstBroken ?? problem?.firstBroken;
    return {
      ok: problem === null && chain.firstBroken === null,
      entries,
      head,
      ...(firstBroken === undefined ? {} : { firstBroken }),
      detail:
        problem?.detail ??
        `${soundSentence(entries, chain.firstBroken, this.#options.keys)}${relation?.is === "damaged" ? " The twin was damaged: it was set aside and written anew." : ""}`,
    };
  }

  #look(depth: "quick" | "full"): Findings {
    const findings = this.#findings(depth);
    // A view says nothing about backups or copies: first the file itself has to be mended.
    if (this.#file.isView && findings.problem?.code !== "journalDamaged")
      findings.problem = {
        code: "journalDamaged",
        detail:
          "The journal file is damaged and cannot be opened. What is shown comes from its sound entries.",
      };
    if (findings.problem === null && !this.#isDeciding) {
      const begun = readBegun(this.sql);
      if (begun !== null) findings.problem = unfinished(begun);
    }
    this.#problem = findings.problem;
    this.#tagsUnchecked = this.#options.keys.state === "locked";
    if (this.#problem === null) this.#settle(findings);
    else if (findings.relation !== null) this.#twin?.standsBeside(findings.relation);
    return findings;
  }

  #findings(depth: "quick" | "full"): Findings {
    try {
      return examine(this.#examined(), depth);
    } catch (error) {
      if (storageCodeOf(error) === "journalDamaged")
        return unreadableFile("The journal file is damaged: SQLite cannot read all of it.");
      throw asRefusal(error);
    }
  }

  #examined(): Examined {
    const { keys, projections, deepUpTo = SMALL_JOURNAL } = this.#options;
    const [twin, headNote, place, cells] = [this.#twin, this.#headNote, this.#place, this.cells];
    return { sql: this.sql, twin, keys, cells, projections, headNote, place, deepUpTo };
  }

  /** Nothing is wrong: the twin may follow, and the place is the one to expect next time. */
  #settle({ relation }: Findings): void {
    const { sql } = this;
    onDisk(() => rememberPlace(sql, this.#place));
    this.#twin?.catchUp(sql, relation ?? undefined);
    this.#headNote.keep(this.head(), true);
  }

  acceptData(
    draft: RowDraft,
    also: (transaction: JournalTransaction, isWhole: boolean) => void = () => undefined,
  ): Row {
    if (this.#options.keys.state === "locked") this.#assertWritable();
    const found = this.#problem;
    if (found === null) return this.write(({ append }) => append(draft));
    const earlier = this.#file.isView || found.code === "journalDamaged" ? null : readBegun(this.sql);
    let begun = beginDecision(earlier, found.code, this.#headNote.read());
    this.#isDeciding = true;
    try {
      // Mending one thing may uncover the next, for example a copied folder behind a damaged file.
      for (let round = 0; this.#problem !== null && round < 3; round += 1)
        begun = this.#mend(this.#problem, begun);
      const isWhole = begun.mayBeWhole && this.#hasAllThatWasNoted(begun);
      return this.write((transaction) => {
        const row = transaction.append(draft);
        also(transaction, isWhole);
        forgetBegun(transaction.sql);
        return row;
      });
    } catch (error) {
      this.#problem ??= unfinished(begun);
      throw error;
    } finally {
      this.#isDeciding = false;
    }
  }

  #mend(problem: DataProblem, before: BegunDecision): BegunDecision {
    const goesOn = problem.code !== "copiedData" && this.#twin?.compare(this.sql).is !== "diverging";
    const begun = { ...before, code: problem.code, mayBeWhole: before.mayBeWhole && goesOn };
    const isSound = problem.code !== "journalDamaged";
    if (isSound) onDisk(() => noteBegun(this.sql, begun));
    this.#file = onDisk(() =>
      mend(problem, this.#file, {
        ...{ ...this.#examined(), ...this.#options, begun, twin: this.#twin, twinPath: this.twinPath() },
        path: join(this.#options.folder, JOURNAL_FILE),
      }),
    );
    this.#customers.forget();
    if (!isSound && !this.#file.isView) {
      onDisk(() => noteBegun(this.sql, begun));
      onDisk(() => dropBrokenCells(this.sql, this.cells));
    }
    this.examine();
    return begun;
  }

  /** Only a twin that agrees, and the head that was noted outside, can say that no row is missing. */
  #hasAllThatWasNoted({ noted }: BegunDecision): boolean {
    const isThere = noted === null || noted.entries === 0 || hashAt(this.sql, noted.entries) === noted.head;
    return isThere && this.#twin?.state === "inStep";
  }

  rebuild(): void {
    this.#assertWritable();
    onDisk(() => rebuildDerived(this.sql, this.#options.projections, this.#options.appVersion));
  }

  twin(): TwinState {
    return this.#twin === null ? "none" : this.#twin.state;
  }

  twinPath(): string | null {
    return this.#twin?.path ?? null;
  }

  moveTwin(path: string): void {
    this.#assertWritable();
    if (path === this.#twin?.path) return;
    const next = this.#twinAt(path);
    beginElsewhere(next, this.sql);
    this.#twin?.close();
    this.#twin = next;
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
    try {
      if (this.#problem === null && this.#options.keys.state === "open")
        this.#headNote.keep(this.head(), true);
      this.#transactions.close();
    } finally {
      this.#twin?.close();
      closeFile(this.#file);
      this.#lease.release();
    }
  }
}
