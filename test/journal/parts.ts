/** Clocks, dice, settings and a keyring that a test turns. */
import { createHash } from "node:crypto";
import type { Clock, Keyring, Random, SettingsStore } from "../../electron/ports.ts";

/** 21 March 2025, 09:00 UTC. */
export const MORNING = Date.UTC(2025, 2, 21, 9);

export function testClock(
  start = MORNING,
): Clock & { advance(milliseconds: number): void; setTo(at: number): void } {
  let now = start;
  let monotonic = 1_000;
  return {
    now: () => now,
    monotonic: () => monotonic,
    after: () => () => undefined,
    advance: (milliseconds) => {
      now += milliseconds;
      monotonic += milliseconds;
    },
    setTo: (at) => {
      now = at;
    },
  };
}

/** The same dice for the same seed. */
export function testRandom(seed = "dice"): Random {
  let count = 0;
  const block = () => {
    count += 1;
    return createHash("sha512").update(`${seed}/${count}`).digest();
  };
  return {
    bytes: (length) => {
      const blocks = Array.from({ length: Math.ceil(length / 64) }, block);
      return Buffer.concat(blocks).subarray(0, length);
    },
    fraction: () => block().readUInt32BE(0) / 2 ** 32,
  };
}

export function memoryStore(
  values: Map<string, unknown> = new Map(),
): SettingsStore & { values: Map<string, unknown> } {
  return {
    values,
    get: (name) => values.get(name),
    set: (name, value) => {
      values.set(name, structuredClone(value));
    },
    delete: (name) => {
      values.delete(name);
    },
  };
}

/** A keyring that is its owner's: bytes from another one do not open. */
export function testKeyring(owner = "office", available = true): Keyring {
  const mark = `${owner}:`;
  return {
    available,
    encrypt: async (text) => Buffer.from(mark + text, "utf8").reverse(),
    decrypt: async (bytes) => {
      const text = Buffer.from(bytes).reverse().toString("utf8");
      if (!text.startsWith(mark)) throw new Error("The keyring cannot decrypt this.");
      return text.slice(mark.length);
    },
  };
}

/** Cheap, so that a suite of hundreds of installations does not wait for scrypt. */
export const CHEAP = { cost: 16, blockSize: 1, parallelization: 1 };
