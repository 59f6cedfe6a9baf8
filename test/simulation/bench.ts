/** Where worlds are lived through: a folder in memory, keys, and the files of a till that has only opened its shift. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openKeys } from "../../electron/journal/keys/keys.ts";
import type { Keyring, SettingsStore } from "../../electron/ports.ts";
import { createDice } from "./dice.ts";
import { SHIFT } from "./people.ts";
import { openTill } from "./program.ts";
import { FLOAT, liveThrough, type WorldReport } from "./world.ts";

/** In memory where the system has such a place: a real file and a real journal, without waiting for a disk. */
const MEMORY = "/dev/shm";

export interface Bench {
  live(seed: number, tell?: (line: string) => void): Promise<WorldReport>;
  close(): void;
}

export async function openBench(): Promise<Bench> {
  const root = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "counterfoil-simulation-"));
  const template = join(root, "template");
  mkdirSync(template);
  const dice = createDice(0, "template");
  const kept = new Map<string, unknown>();
  const store: SettingsStore = {
    get: (name) => kept.get(name),
    set: (name, value) => void kept.set(name, value),
    delete: (name) => void kept.delete(name),
  };
  const keyring: Keyring = {
    available: true,
    encrypt: (text) => Buffer.from(text, "utf8"),
    decrypt: (bytes) => Buffer.from(bytes).toString("utf8"),
  };
  const recoveryCost = { cost: 16, blockSize: 1, parallelization: 1 };
  const keys = await openKeys({ folder: template, store, keyring, random: dice, recoveryCost });
  const clock = { now: () => Date.UTC(2025, 2, 21, 7), monotonic: () => 0, after: () => () => undefined };
  const till = { folder: template, twinPath: null, keys, deep: false };
  const journal = openTill(till, clock, dice, () => undefined);
  journal.write(({ append }) => {
    append({
      kind: "setup.installed",
      payload: { installationId: "i-1", appVersion: "1.0.0", training: false },
      actor: "system",
    });
    append({
      kind: "till.opened",
      payload: { shiftId: SHIFT, floatMinor: FLOAT, headCheck: null },
      actor: "Ana",
      shiftId: SHIFT,
    });
  });
  journal.close();
  return {
    async live(seed, tell) {
      const folder = join(root, String(seed));
      mkdirSync(folder);
      try {
        return await liveThrough({ seed, folder, template, keys, ...(tell ? { tell } : {}) });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
