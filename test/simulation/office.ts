/** One office: a counter PC with its files and clock, whose program ends and starts again, and the papers it has handed out. */
import type { Journal } from "../../electron/journal/contract.ts";
import { holdEverythingBack } from "../../electron/journal/outbox/holdingBack.ts";
import { itemsInSending } from "../../electron/journal/outbox/queries.ts";
import { Refusal } from "../../shared/errors.ts";
import type { Dice } from "./dice.ts";
import type { Lender } from "./lender.ts";
import { type DiskFault, Killed, type Point, type Program, startProgram, type TillFiles } from "./program.ts";
import type { Diary } from "./time.ts";
import type { Weather } from "./weather.ts";
import { createWire } from "./wire.ts";

/** Everything that only the world knows about what this office has sent. */
export interface Sendings {
  /** How often each armed attempt has left. */
  left: Map<string, number>;
  falselyAcknowledged: Set<string>;
  onTheWay: Map<string, number>;
  /** What really came back for an attempt: status and length of the body. */
  answers: Map<string, string>;
}

export interface OfficeOptions {
  name: string;
  files: TillFiles;
  diary: Diary;
  dice: Dice;
  lender: Lender;
  weather: Weather;
  sendings: Sendings;
  fail: (what: string) => void;
  meanwhile: (loanRef: string) => void;
  died: (point: Point | "killed") => void;
}

export class Office {
  readonly name: string;
  /** Papers in customers' hands: receipt number and item. */
  readonly receipts: { receiptNo: string; itemId: string }[] = [];
  /** Counts the starts: the quarantine of one run says nothing in the next. */
  starts = 0;
  disk: DiskFault | null = null;
  /** Done once with the files of a program that has ended, before the next one starts. */
  afterBurial: (() => void) | null = null;
  /** Attempts that have left and whose rows are gone, since an older copy was put back. */
  lostAttemptsOf: (itemId: string) => readonly string[] = () => [];
  doom: Point | null = null;
  #program: Program | null = null;
  #wallAheadMs = 0;
  readonly #options: OfficeOptions;

  constructor(options: OfficeOptions) {
    this.#options = options;
    this.name = options.name;
  }

  /** The running program, or null while the computer is off. */
  get program(): Program | null {
    return this.#program?.isAlive() ? this.#program : null;
  }

  /** What the last program has left, until its files are let go: rows of a dead program are rows. */
  get journal(): Journal | null {
    return this.#program?.journal ?? null;
  }

  setClock(byMs: number): void {
    this.#wallAheadMs += byMs;
  }

  wallNow(): number {
    return this.#options.diary.now() + this.#wallAheadMs;
  }

  start(): void {
    if (this.#program !== null) return;
    const { files, diary, dice, lender, weather, sendings } = this.#options;
    this.starts += 1;
    try {
      this.#program = startProgram({
        files,
        diary,
        dice: dice.apart(`start ${this.starts}`),
        wallNow: () => this.wallNow(),
        disk: () => this.disk,
        isDoomedAt: (point) => this.#isDoomedAt(point),
        wire: (isAlive) =>
          createWire({
            diary,
            dice: dice.apart(`wire ${this.starts}`),
            lender,
            weather,
            wallNow: () => this.wallNow(),
            isAlive,
            moneyLeaves: (loanRef, amountMinor) => this.#moneyLeaves(loanRef, amountMinor),
            falselyAcknowledged: (attemptId) => sendings.falselyAcknowledged.add(attemptId),
            onTheWay: sendings.onTheWay,
            answers: sendings.answers,
            meanwhile: (loanRef) => this.#options.meanwhile(loanRef),
          }),
      });
    } catch (error) {
      // The world starts it again; a start that fails on a disk out of order is tried again as well.
      if (!(error instanceof Killed) && this.disk === null) throw error;
    }
    this.#decideOnData();
  }

  /** A supervisor stands beside whoever puts an older copy back, and decides at once: whole by the twin, or held back. */
  #decideOnData(): void {
    const program = this.program;
    if (program === null || program.journal.problem() === null) return;
    const { files } = this.#options;
    try {
      program.journal.acceptData(
        {
          kind: "setup.dataAccepted",
          payload: { problem: "restoredBackup", note: "Put back by mistake." },
          actor: "Vera",
        },
        (transaction, isWhole) => {
          if (isWhole === (files.twinPath === null))
            this.#options.fail(`the data are taken for ${isWhole ? "whole" : "lost"}, which they are not`);
          if (!isWhole)
            holdEverythingBack(transaction, "restoredBackup", `${this.starts}00000`.slice(0, 6), "Vera");
        },
      );
      program.courier.wake();
    } catch (error) {
      if (!(error instanceof Killed || error instanceof Refusal)) throw error;
      program.kill();
    }
  }

  kill(): void {
    if (this.program === null) return;
    this.program.kill();
    this.#options.died("killed");
  }

  /** Lets go of a dead program's files; true where there was one. */
  bury(): boolean {
    if (this.#program === null || this.#program.isAlive()) return false;
    this.#program.bury();
    this.#program = null;
    this.afterBurial?.();
    this.afterBurial = null;
    return true;
  }

  #isDoomedAt(point: Point): boolean {
    if (this.doom !== point) return false;
    this.doom = null;
    this.#options.died(point);
    return true;
  }

  /** Rules 1 and 2 at the very moment: the attempt is durable, it is the loan's only one, and it leaves for the first time. */
  #moneyLeaves(loanRef: string, amountMinor: number | null): string {
    const { fail, sendings } = this.#options;
    const journal = this.program?.journal;
    if (!journal) throw new Error("A dead program sends nothing.");
    if (journal.sql.inTransaction) fail("a byte left inside a transaction");
    const armed = itemsInSending(journal.sql).filter((item) => item.loanRef === loanRef);
    const [item] = armed;
    const attempt = item?.attempts.at(-1);
    if (armed.length !== 1 || item === undefined || attempt === undefined) {
      fail(`rule 1: ${armed.length} armed attempts for loan ${loanRef} when a byte left`);
      return "nobody's";
    }
    const expected = item.kind === "payout" ? null : item.amountMinor;
    if (expected !== amountMinor) fail(`${item.itemId}: ${amountMinor} left instead of ${expected}`);
    const before = sendings.left.get(attempt.attemptId) ?? 0;
    if (before > 0) fail(`rule 2: ${item.itemId}, ${attempt.attemptId} left ${before + 1} times`);
    sendings.left.set(attempt.attemptId, before + 1);
    return attempt.attemptId;
  }
}
