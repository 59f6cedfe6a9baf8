/** Measures by both clocks, so that a computer that slept or whose clock was set while something was awaited is noticed. */
import type { Clock } from "../ports.ts";

/** Clocks drift apart by less than this while one answer is awaited. */
const TOLERANCE_MS = 30_000;

export interface Stopwatch {
  /** The longer of both clocks' opinions. */
  elapsedMs(): number;
  /** The clocks disagree about how long it took, or it took longer than `limitMs` by either of them. */
  wasInterrupted(limitMs: number): boolean;
}

export function startStopwatch(clock: Clock): Stopwatch {
  const startedAt = clock.now();
  const startedMonotonic = clock.monotonic();
  const wall = () => clock.now() - startedAt;
  const steady = () => clock.monotonic() - startedMonotonic;
  return {
    elapsedMs: () => Math.max(wall(), steady()),
    wasInterrupted: (limitMs) =>
      Math.abs(wall() - steady()) > TOLERANCE_MS || Math.max(wall(), steady()) > limitMs + TOLERANCE_MS,
  };
}
