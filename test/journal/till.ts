/** A till on real files in a temporary folder; its clock, dice and keyring are those of `parts.ts`. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Journal, Projection } from "../../electron/journal/contract.ts";
import { type JournalOptions, openJournal } from "../../electron/journal/journal.ts";
import { type Keys, openKeys } from "../../electron/journal/keys/keys.ts";
import { projections as allProjections } from "../../electron/journal/projections/index.ts";
import type { Keyring, Random } from "../../electron/ports.ts";
import { CHEAP, memoryStore, testClock, testKeyring, testRandom } from "./parts.ts";

/** In memory where the system has such a place: hundreds of tills, each of whose writes waits for its disk. */
const MEMORY = "/dev/shm";

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), "counterfoil-"));
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
