/** Dice that fall the same way for the same seed: every choice of a world, and the randomness of its programs. */
import type { Random } from "../../electron/ports.ts";

export interface Dice extends Random {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** Dice of their own for one part, so that a change in one part leaves the others' luck alone. */
  apart(name: string): Dice;
}

/** mulberry32: small, fast and good enough to choose troubles with; it guards no secret. */
export function createDice(seed: number, name = ""): Dice {
  let state = mixed(seed, name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return (word ^ (word >>> 14)) >>> 0;
  };
  const fraction = () => next() / 2 ** 32;
  return {
    fraction,
    bytes(count) {
      const bytes = Buffer.allocUnsafe(count);
      for (let at = 0; at < count; at += 1) bytes[at] = next() & 0xff;
      return bytes;
    },
    between: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    chance: (probability) => fraction() < probability,
    pick(values) {
      const value = values[Math.floor(fraction() * values.length)];
      if (value === undefined) throw new Error("Nothing to pick from.");
      return value;
    },
    apart: (part) => createDice(seed, `${name}/${part}`),
  };
}

function mixed(seed: number, name: string): number {
  let hash = (seed ^ 0x9e3779b9) | 0;
  for (const letter of `${seed}:${name}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash ^ (hash >>> 13);
}
