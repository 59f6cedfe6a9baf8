/** Whether the journal may be worked with: what the last look at the data found, and a person's decision about it. */
import { join } from "node:path";
import { Refusal } from "../../shared/errors.ts";
import type { DataProblem, JournalCheck, JournalTransaction, SealedCells } from "./contract.ts";
import type { CustomerKeys } from "./customerKeys.ts";
import {
  type BegunDecision,
  beginDecision,
  forgetBegun,
  noteBegun,
  readBegun,
  unfinished,
} from "./decisions.ts";
import { type Examined, examine, type Findings, soundSentence, unreadableFile } from "./examination.ts";
import type { HeadNote } from "./headNote.ts";
import { dropBrokenCells } from "./integrity.ts";
import type { FoundFile } from "./journalFile.ts";
import { type MendOptions, mend } from "./mending.ts";
import { JOURNAL_FILE, type Place, placeOf, rememberPlace } from "./place.ts";
import type { Row, RowDraft } from "./rows.ts";
import { asRefusal, onDisk, storageCodeOf } from "./storageFailure.ts";
import { hashAt, readHead } from "./storedRows.ts";
import type { Twin } from "./twin.ts";

/** The open journal's parts; mending may put another file in the place of the damaged one. */
export interface OpenParts
  extends Pick<MendOptions, "folder" | "keys" | "clock" | "projections" | "appVersion" | "deepUpTo"> {
  file: FoundFile;
  twin: Twin | null;
  readonly cells: SealedCells;
  readonly customers: Pick<CustomerKeys, "forget">;
  readonly headNote: HeadNote;
  /** Where the folder lies, for tests; null: wherever it really does. */
  readonly fixedPlace: Place | null;
  write<Value>(work: (transaction: JournalTransaction) => Value): Value;
}

export type AlsoDone = (transaction: JournalTransaction, isWhole: boolean) => void;

export class Standing {
  readonly #parts: OpenParts;
  #place: Place;
  #problem: DataProblem | null = null;
  #isDeciding = false;
  /** Looked at while locked: only the open key tells a row of ours from one that was written over it. */
  #tagsUnchecked = true;

  constructor(parts: OpenParts) {
    this.#parts = parts;
    this.#place = parts.fixedPlace ?? placeOf(parts.folder);
  }

  get problem(): DataProblem | null {
    return this.#problem;
  }

  /** Throws `locked`, or the problem's own code. */
  assertWritable(): void {
    if (this.#parts.keys.state === "locked")
      throw new Refusal("locked", "The till is locked: enter the recovery code to open it.");
    if (this.#tagsUnchecked) this.examine();
    if (this.#problem !== null) throw new Refusal(this.#problem.code, this.#problem.detail);
  }

  examine(): DataProblem | null {
    return this.#look("quick").problem;
  }

  verify(): JournalCheck {
    const { file, keys } = this.#parts;
    const { chain, problem, relation } = this.#look("full");
    const { entries, head } = readHead(file.sql);
    const firstBroken = chain.firstBroken ?? problem?.firstBroken;
    return {
      ok: problem === null && chain.firstBroken === null,
      entries,
      head,
      ...(firstBroken === undefined ? {} : { firstBroken }),
      detail:
        problem?.detail ??
        `${soundSentence(entries, chain.firstBroken, keys)}${relation?.is === "damaged" ? " The twin was damaged: it was set aside and written anew." : ""}`,
    };
  }

  #look(depth: "quick" | "full"): Findings {
    const { file, keys, twin } = this.#parts;
    const findings = this.#findings(depth);
    // A view says nothing about backups or copies: first the file itself has to be mended.
    if (file.isView && findings.problem?.code !== "journalDamaged")
      findings.problem = {
        code: "journalDamaged",
        detail:
          "The journal file is damaged and cannot be opened. What is shown comes from its sound entries.",
      };
    if (findings.problem === null && !this.#isDeciding) {
      const begun = readBegun(file.sql);
      if (begun !== null) findings.problem = unfinished(begun);
    }
    this.#problem = findings.problem;
    this.#tagsUnchecked = keys.state === "locked";
    if (this.#problem === null) this.#settle(findings);
    else if (findings.relation !== null) twin?.standsBeside(findings.relation);
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
    const { file, ...parts } = this.#parts;
    return { ...parts, sql: file.sql, place: this.#place };
  }

  /** Nothing is wrong: the twin may follow, and the place is the one to expect next time. */
  #settle({ relation }: Findings): void {
    const { file, twin, headNote } = this.#parts;
    const { sql } = file;
    onDisk(() => rememberPlace(sql, this.#place));
    twin?.catchUp(sql, relation ?? undefined);
    headNote.keep(readHead(sql), true);
  }

  /** See `Journal.acceptData`. */
  accept(draft: RowDraft, also: AlsoDone): Row {
    const { keys, file, headNote, write } = this.#parts;
    if (keys.state === "locked") this.assertWritable();
    const found = this.#problem;
    if (found === null) return write(({ append }) => append(draft));
    const earlier = file.isView || found.code === "journalDamaged" ? null : readBegun(file.sql);
    let begun = beginDecision(earlier, found.code, headNote.read());
    this.#isDeciding = true;
    try {
      // Mending one thing may uncover the next, for example a copied folder behind a damaged file.
      for (let round = 0; this.#problem !== null && round < 3; round += 1)
        begun = this.#mend(this.#problem, begun);
      const isWhole = begun.mayBeWhole && this.#hasAllThatWasNoted(begun);
      return write((transaction) => {
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
    const parts = this.#parts;
    const goesOn = problem.unprovable !== true && parts.twin?.compare(parts.file.sql).is !== "diverging";
    const begun = { ...before, code: problem.code, mayBeWhole: before.mayBeWhole && goesOn };
    const isSound = problem.code !== "journalDamaged";
    if (isSound) onDisk(() => noteBegun(parts.file.sql, begun));
    const path = join(parts.folder, JOURNAL_FILE);
    const twinPath = parts.twin?.path ?? null;
    parts.file = onDisk(() =>
      mend(problem, parts.file, { ...parts, ...this.#examined(), begun, path, twinPath }),
    );
    this.#place = parts.fixedPlace ?? placeOf(parts.folder);
    parts.customers.forget();
    if (!isSound && !parts.file.isView) {
      onDisk(() => noteBegun(parts.file.sql, begun));
      onDisk(() => dropBrokenCells(parts.file.sql, parts.cells));
    }
    this.examine();
    return begun;
  }

  /** Only a twin that agrees, and the head that was noted outside, can say that no row is missing. */
  #hasAllThatWasNoted({ noted }: BegunDecision): boolean {
    const { file, twin } = this.#parts;
    const isThere = noted === null || noted.entries === 0 || hashAt(file.sql, noted.entries) === noted.head;
    return isThere && twin?.state === "inStep";
  }
}
