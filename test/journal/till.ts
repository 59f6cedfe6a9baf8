/** A till on real files in a temporary folder, with clocks, dice and a keyring that the test turns. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Journal, Projection } from "../../electron/journal/contract.ts";
import { type JournalOptions, openJournal } from "../../electron/journal/journal.ts";
import { type Keys, openKeys } from "../../electron/journal/keys/keys.ts";
import { projections as allProjections } from "../../electron/journal/projections/index.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
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

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface Till {
  folder: string;
  twinPath: string | null;
  clock: ReturnType<typeof testClock>;
  store: ReturnType<typeof memoryStore>;
  keyring: Keyring;
  random: Random;
  keys: Keys;
  open(more?: Partial<JournalOptions>): Journal;
}

export interface TillOptions {
  folder?: string;
  twin?: boolean;
  projections?: readonly Projection[];
  seed?: string;
}

/** A folder with keys in it; `open` opens its journal, which is closed when the test ends. */
export async function newTill(options: TillOptions = {}): Promise<Till> {
  const folder = options.folder ?? temporaryFolder();
  const twinPath = options.twin === false ? null : join(temporaryFolder(), "twin.jsonl");
  const clock = testClock();
  const store = memoryStore();
  const keyring = testKeyring();
  const random = testRandom(options.seed);
  const keys = await openKeys({ folder, store, keyring, random, recoveryCost: CHEAP });
  const projections = options.projections ?? allProjections;
  return {
    folder,
    twinPath,
    clock,
    store,
    keyring,
    random,
    keys,
    open: (more) => {
      const journal = openJournal({
        folder,
        twinPath,
        clock,
        random,
        keys,
        projections,
        appVersion: "1.0.0",
        settings: store,
        ...more,
      });
      onTestFinished(() => journal.close());
      return journal;
    },
  };
}

export const installed: RowDraft = {
  kind: "setup.installed",
  payload: { installationId: "i-1", appVersion: "1.0.0", training: false },
  actor: "system",
};

export function opened(shiftId: string, floatMinor: number): RowDraft {
  return {
    kind: "till.opened",
    payload: { shiftId, floatMinor, headCheck: null },
    actor: "Ana",
    shiftId,
  };
}

/** A repayment taken over the counter; receipts are numbered from 1. */
export function captured(number: number, amountMinor: number, shiftId = "s-1"): RowDraft {
  return {
    kind: "repayment.captured",
    payload: {
      itemId: `item-${number}`,
      captureId: `capture-${number}`,
      receiptNo: `kishinev-1-i1-${number}`,
      providerId: "iute",
      loanRef: String(1000 + number),
      loanId: null,
      amountMinor,
      currency: "MDL",
      customerDigest: null,
      fieldsDigest: "f".repeat(64),
      offline: false,
    },
    actor: "Ana",
    shiftId,
  };
}

/** Installed, a shift open, and so many repayments of 100.00, 200.00, … */
export function workDay(journal: Journal, repayments: number): void {
  journal.write(({ append }) => {
    append(installed);
    append(opened("s-1", 50_000));
  });
  for (let number = 1; number <= repayments; number += 1)
    journal.write(({ append }) => append(captured(number, number * 10_000)));
}
