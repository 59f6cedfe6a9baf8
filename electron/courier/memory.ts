/** What the courier remembers of this run only: waiting times and readings, measured by the monotonic clock. */
import type { ItemState, Reading } from "../../shared/outbox.ts";
import type { ItemRecord } from "../journal/outbox/record.ts";
import type { Clock } from "../ports.ts";
import type { EarlierReading } from "./reconcile/contract.ts";

interface Wait {
  dueAt: number;
  /** The state that is waited in: once a person has moved the item elsewhere, nothing is left to wait for. */
  state: ItemState;
  /** A person who asks for sending now ends a back-off, but neither a grace nor a quarantine. */
  isBackOff: boolean;
}

/** When each item may move again. Whatever is not here may move at once. */
export class Waits {
  readonly #clock: Clock;
  readonly #waits = new Map<string, Wait>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  set(itemId: string, state: ItemState, delayMs: number, isBackOff = false): void {
    this.#waits.set(itemId, { dueAt: this.#clock.monotonic() + delayMs, state, isBackOff });
  }

  end(itemId: string): void {
    this.#waits.delete(itemId);
  }

  endBackOffs(): void {
    for (const [itemId, wait] of this.#waits) if (wait.isBackOff) this.#waits.delete(itemId);
  }

  isOver(item: Pick<ItemRecord, "itemId" | "state">): boolean {
    return this.leftMs(item) <= 0;
  }

  /** Zero or less where it may move at once. */
  leftMs({ itemId, state }: Pick<ItemRecord, "itemId" | "state">): number {
    const wait = this.#waits.get(itemId);
    return wait === undefined || wait.state !== state ? 0 : wait.dueAt - this.#clock.monotonic();
  }

  /**
   * Until the next one is over that was not over yet at `lookedAt`; null where nothing waits. One that has come due
   * since that look counts as due now: nobody has seen it yet.
   */
  nextInMs(lookedAt: number): number | null {
    const unseen = [...this.#waits.values()].map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > lookedAt);
    return unseen.length === 0 ? null : Math.max(0, Math.min(...unseen) - this.#clock.monotonic());
  }
}

interface SeenReading {
  reading: Reading;
  second: Reading | null;
  seenAt: number;
}

/** The read-backs of each attempt since this program started: a restart starts every quarantine again. */
export class RunReadings {
  readonly #clock: Clock;
  readonly #seen = new Map<string, SeenReading[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(attemptId: string, reading: Reading, second: Reading | null): void {
    const seen = { reading, second, seenAt: this.#clock.monotonic() };
    this.#seen.set(attemptId, [...(this.#seen.get(attemptId) ?? []), seen]);
  }

  of(attemptId: string): EarlierReading[] {
    const now = this.#clock.monotonic();
    return (this.#seen.get(attemptId) ?? []).map(({ reading, second, seenAt }) => ({
      reading,
      second,
      agoMs: now - seenAt,
    }));
  }

  forget(attemptId: string): void {
    this.#seen.delete(attemptId);
  }
}

/** Counts looks that found nothing new, so that the next one comes later. */
export class Looks {
  readonly #looks = new Map<string, number>();

  /** How many there were before this one. */
  count(itemId: string): number {
    const before = this.#looks.get(itemId) ?? 0;
    this.#looks.set(itemId, before + 1);
    return before;
  }

  forget(itemId: string): void {
    this.#looks.delete(itemId);
  }
}

/** Books that showed less repaid than before: a copy that lags behind, or a payment that was taken back. */
export class Regressions {
  readonly #clock: Clock;
  readonly #seen = new Map<string, { repaidMinor: number; seenAt: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** True once books that show no more than this have been seen for a whole quarantine. */
  isBelieved(loanKey: string, repaidMinor: number, quarantineMs: number): boolean {
    const before = this.#seen.get(loanKey);
    if (before && before.repaidMinor === repaidMinor)
      return this.#clock.monotonic() - before.seenAt >= quarantineMs;
    this.#seen.set(loanKey, { repaidMinor, seenAt: this.#clock.monotonic() });
    return false;
  }

  forget(loanKey: string): void {
    this.#seen.delete(loanKey);
  }
}
