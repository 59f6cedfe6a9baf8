/** Carries the outbox to the providers: looks for what is due, does it side by side across loans, and waits for the next. */
import { instant } from "../../shared/dates.ts";
import { Refusal } from "../../shared/errors.ts";
import { absenceIsCertain } from "../journal/outbox/absence.ts";
import {
  isFrozen,
  itemsInSending,
  lastReadingAt,
  loanIdOf,
  refusedWithCash,
  stoppedProviders,
  unsettledItems,
} from "../journal/outbox/queries.ts";
import type { ItemRecord } from "../journal/outbox/record.ts";
import type { Answer } from "../providers/contract.ts";
import { retryDelayMs } from "./backOff.ts";
import { askBooks, recordReading } from "./books.ts";
import type { BooksAnswer, Connection, Courier } from "./contract.ts";
import { loanKeyOf, type Move, movesDue } from "./due.ts";
import { holdItem, stopProvider } from "./holding.ts";
import { Lines, newsOf } from "./lines.ts";
import { Looks, Regressions, RunReadings, Waits } from "./memory.ts";
import { type CourierOptions, type CourierParts, lenderOf, SYSTEM, writeAbout } from "./parts.ts";
import { readBackItem } from "./readingBack.ts";
import { sendItem } from "./sending.ts";

/** Loans that are dealt with side by side. More would only queue up at the lender. */
const SIDE_BY_SIDE = 4;
/** Locked keys, a full disk, a journal that waits for a decision: whoever ends that wakes the courier; a net below it. */
const LOOK_AGAIN_MS = 60_000;

export function createCourier(options: CourierOptions): Courier {
  return new TillCourier(options);
}

class TillCourier implements Courier {
  readonly #parts: CourierParts;
  readonly #busyLoans = new Set<string>();
  readonly #underWay = new Set<Promise<void>>();
  #stopped = new Set<string>();
  #draining: Promise<void> | null = null;
  #isStale = false;
  /** When the outbox was last looked at, by the clock that never goes back. */
  #lookedAt = 0;
  #lookFailed = false;
  #isClosing = false;
  #callOff: (() => void) | null = null;

  constructor(options: CourierOptions) {
    const { journal, clock, random, limits, emit } = options;
    this.#parts = {
      ...options,
      faults: options.faults ?? {},
      lines: new Lines({
        clock,
        random,
        limits,
        lastAnswerAt: (providerId) => lastReadingAt(journal.sql, providerId),
        isStopped: (providerId) => this.#stopped.has(providerId),
        onChange: (providerId) => emit("connection.changed", { providerId }),
      }),
      waits: new Waits(clock),
      looks: new Looks(),
      runReadings: new RunReadings(clock),
      regressions: new Regressions(clock),
      sending: new Set(),
      isClosing: () => this.#isClosing,
      isStopped: (providerId) => this.#stopped.has(providerId),
    };
    if (this.#mayWork()) this.#safely("look at what a crash has left", () => this.#interruptLeftovers());
    this.wake();
  }

  wake(): void {
    this.#isStale = true;
    if (!this.#isClosing) this.#drainIn(0);
  }

  async sync(): Promise<void> {
    this.#parts.waits.endBackOffs();
    this.#parts.lines.endPauses();
    await this.#drain();
  }

  async readBooks(providerId: string, loanRef: string): Promise<BooksAnswer> {
    const lender = lenderOf(this.#parts, providerId);
    if (lender === null)
      throw new Refusal("unknownProvider", "No lender is set up under this name, or its password is locked.");
    const books = await askBooks(this.#parts, providerId, lender, loanRef);
    if (books.kind === "unavailable") {
      if (books.answer.kind === "credentials") stopProvider(this.#parts, providerId, null);
      return books;
    }
    this.#parts.journal.write((transaction) => recordReading(transaction, providerId, loanRef, books));
    const loanId = loanIdOf(this.#parts.journal.sql, providerId, loanRef);
    if (loanId !== null) this.#parts.emit("loan.changed", { loanId });
    return books;
  }

  heard(providerId: string, answer: Answer<unknown>): void {
    const message = answer.kind === "answer" ? null : answer.message;
    this.#parts.lines.hear(providerId, newsOf(answer), message);
    if (answer.kind === "credentials")
      this.#safely("stop for refused credentials", () => stopProvider(this.#parts, providerId, null));
    if (newsOf(answer) === "valid") this.wake();
  }

  credentialsRenewed(providerId: string): void {
    this.#safely("go on with new credentials", () => {
      if (!stoppedProviders(this.#parts.journal.sql).includes(providerId)) return;
      this.#parts.journal.write(({ append }) =>
        append({ kind: "courier.credentialsRenewed", payload: { providerId }, actor: SYSTEM }),
      );
    });
    this.#parts.waits.endBackOffs();
    this.#parts.emit("connection.changed", { providerId });
    this.wake();
  }

  connections(): Connection[] {
    return this.#parts.lines.connections(this.#parts.providers());
  }

  dueAt(item: Pick<ItemRecord, "itemId" | "state" | "providerId">): string | null {
    const { clock, waits, lines } = this.#parts;
    const leftMs = Math.max(waits.leftMs(item), lines.pauseLeftMs(item.providerId));
    return leftMs > 0 ? instant(clock.now() + leftMs) : null;
  }

  sending(): number {
    return this.#parts.sending.size;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#callOff?.();
    // Readings may still be under way; they conclude nothing any more and need not be waited for.
    while (this.#parts.sending.size > 0) await Promise.race(this.#underWay);
  }

  #drainIn(delayMs: number): void {
    this.#callOff?.();
    this.#callOff = this.#parts.clock.after(delayMs, () => {
      this.#drain().catch((error: unknown) => this.#tell("look after the outbox", error));
    });
  }

  /** One at a time: whoever comes while it runs waits for the same end, after one more look. */
  #drain(): Promise<void> {
    this.#isStale = true;
    this.#draining ??= this.#drainAll();
    return this.#draining;
  }

  async #drainAll(): Promise<void> {
    // Whoever wakes the courier is done first.
    await Promise.resolve();
    try {
      // Whoever wakes the courier at the very end of a round has been promised one more look.
      do await this.#carryAllDue();
      while (this.#isStale && !this.#isClosing);
    } finally {
      this.#draining = null;
      if (!this.#isClosing) this.#scheduleNext();
    }
  }

  async #carryAllDue(): Promise<void> {
    let moves: Move[] = [];
    while (!this.#isClosing) {
      if (this.#isStale || moves.length === 0) {
        this.#isStale = false;
        moves = this.#look();
      }
      while (this.#underWay.size < SIDE_BY_SIDE) {
        const move = moves.shift();
        if (move === undefined) break;
        if (!this.#busyLoans.has(loanKeyOf(move.item))) this.#start(move);
      }
      if (this.#underWay.size === 0) return;
      await Promise.race(this.#underWay);
    }
  }

  /** Everything that is due now. Holds are written down at once, since they may let the next one of the loan go. */
  #look(): Move[] {
    this.#lookFailed = false;
    this.#lookedAt = this.#parts.clock.monotonic();
    for (let round = 0; this.#mayWork(); round += 1) {
      try {
        this.#interruptLeftovers();
        const moves = this.#movesDue();
        const holds = moves.filter((move) => move.do === "hold");
        if (holds.length === 0 || round > 500) return moves.filter((move) => move.do !== "hold");
        for (const { item, reason, detail } of holds) {
          holdItem(this.#parts, item, { reason, detail }, null);
          this.#parts.waits.end(item.itemId);
        }
      } catch (error) {
        this.#lookFailed = true;
        this.#tell("look after the outbox", error);
        return [];
      }
    }
    return [];
  }

  #movesDue(): Move[] {
    const { journal, waits, lines } = this.#parts;
    const { sql } = journal;
    this.#stopped = new Set(stoppedProviders(sql));
    const { absentQuarantineMs } = this.#parts.limits();
    const moves = movesDue([...unsettledItems(sql), ...refusedWithCash(sql)], {
      isBusy: (item) => this.#busyLoans.has(loanKeyOf(item)),
      isDue: (item) => waits.isOver(item),
      isFrozen: (providerId, loanRef) => isFrozen(sql, providerId, loanRef),
      isStopped: (providerId) => this.#stopped.has(providerId),
      wantsSecondAbsence: (item) => !absenceIsCertain(item, absentQuarantineMs),
    });
    return moves.filter(
      ({ do: what, item }) =>
        what === "hold" ||
        (!lines.isPaused(item.providerId) && lenderOf(this.#parts, item.providerId) !== null),
    );
  }

  #start(move: Move): void {
    const { item } = move;
    const key = loanKeyOf(item);
    this.#busyLoans.add(key);
    const work: Promise<void> = (move.do === "readBack" ? readBackItem : sendItem)(this.#parts, item)
      .catch((error: unknown) => {
        // Nothing is lost: what is durable stays as it is, and the item is looked at again later.
        const { random, limits, looks, waits } = this.#parts;
        const delayMs = retryDelayMs(looks.count(item.itemId) + 1, random.fraction(), limits());
        waits.set(item.itemId, item.state, delayMs, true);
        this.#tell("carry an item", error, item.itemId);
      })
      .finally(() => {
        this.#busyLoans.delete(key);
        this.#underWay.delete(work);
      });
    this.#underWay.add(work);
  }

  /** An armed attempt that nobody here is sending was left by a crash, or by an answer that could not be written. */
  #interruptLeftovers(): void {
    for (const { itemId, attempts } of itemsInSending(this.#parts.journal.sql)) {
      const attemptId = attempts.at(-1)?.attemptId;
      if (attemptId === undefined || this.#parts.sending.has(itemId)) continue;
      writeAbout(this.#parts, itemId, ({ append }) =>
        append({ kind: "item.interrupted", payload: { itemId, attemptId }, actor: SYSTEM }),
      );
      this.#parts.waits.set(itemId, "unconfirmed", this.#parts.limits().reconcileGraceMs);
    }
  }

  /** Without keys, or with a journal that waits for a person's decision, nothing is sent. */
  #mayWork(): boolean {
    const { journal } = this.#parts;
    if (journal.problem() !== null) return false;
    try {
      journal.digest("courier", "");
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code === "locked") return false;
      throw error;
    }
  }

  #scheduleNext(): void {
    const { waits, lines } = this.#parts;
    const ahead = [waits.nextInMs(this.#lookedAt), lines.nextPauseEndsInMs(this.#lookedAt)].filter(
      (delayMs) => delayMs !== null,
    );
    if (this.#lookFailed || !this.#mayWork()) ahead.push(LOOK_AGAIN_MS);
    if (ahead.length > 0) this.#drainIn(Math.min(...ahead));
  }

  #safely(what: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#tell(what, error);
    }
  }

  #tell(what: string, error: unknown, itemId: string | null = null): void {
    const isExpected = error instanceof Refusal;
    this.#parts.log(isExpected ? "warning" : "error", `The courier could not ${what}.`, {
      itemId,
      error: isExpected ? error.code : String(error),
    });
  }
}
