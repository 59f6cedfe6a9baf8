/** A clock that the test turns: timers fire in their order while it is turned, and never by themselves. */
import type { Clock } from "../../electron/ports.ts";

export interface TurnableClock extends Clock {
  /** Both clocks go on. */
  advance(milliseconds: number): void;
  /** The computer sleeps, or somebody sets the clock: only the wall clock moves. */
  set(at: number): void;
}

export function turnableClock(start: number): TurnableClock {
  let now = start;
  let monotonic = 1_000;
  let timers: { dueAt: number; wake: () => void }[] = [];
  return {
    now: () => now,
    monotonic: () => monotonic,
    after(delayMs, wake) {
      const timer = { dueAt: monotonic + delayMs, wake };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(milliseconds) {
      const until = monotonic + milliseconds;
      for (;;) {
        const next = timers.filter(({ dueAt }) => dueAt <= until).toSorted((a, b) => a.dueAt - b.dueAt)[0];
        const to = next === undefined ? until : Math.max(next.dueAt, monotonic);
        now += to - monotonic;
        monotonic = to;
        if (next === undefined) return;
        timers = timers.filter((other) => other !== next);
        next.wake();
      }
    },
    set(at) {
      now = at;
    },
  };
}
