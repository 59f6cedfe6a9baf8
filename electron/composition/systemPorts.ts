/** The computer's own clock and dice, for everybody who brings none. */
import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import type { Clock, Random } from "../ports.ts";

/** The longest that Node can wait at once; a longer delay would wake at once. */
const LONGEST_MS = 2 ** 31 - 1;

function after(delayMs: number, wake: () => void): () => void {
  let left = Math.max(0, delayMs);
  const wait = (): NodeJS.Timeout => {
    const step = Math.min(left, LONGEST_MS);
    left -= step;
    return setTimeout(() => {
      if (left > 0) timer = wait();
      else wake();
    }, step);
  };
  let timer = wait();
  return () => clearTimeout(timer);
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after,
};

export const systemRandom: Random = {
  bytes: (count) => randomBytes(count),
  // 48 bits are exact in a double.
  fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
};
