/** Whether a data folder was set up already, and its first entry, which makes it an installation. */
import type { Journal, JournalTransaction } from "../journal/contract.ts";
import type { Keys } from "../journal/keys/keys.ts";
import { readOffice, readProviders, staffExists } from "../journal/office/queries.ts";
import type { Random } from "../ports.ts";

export interface InstallationParts {
  journal: Journal;
  keys: Keys;
  random: Random;
  appVersion: string;
  training: boolean;
}

export interface Installation {
  /** False while the till may only look and count. */
  isWorking(): boolean;
  /** True until an office, a member of staff or a provider is there; false while that cannot be known. */
  isEmpty(): boolean;
  /** One transaction: the first entry where it is missing, and whatever `more` appends. */
  install(more: (append: JournalTransaction["append"]) => void): void;
}

export function createInstallation(parts: InstallationParts): Installation {
  const { journal, keys, random, appVersion, training } = parts;
  const isWorking = () => keys.state === "open" && journal.problem() === null;
  return {
    isWorking,
    isEmpty: () => {
      const { sql } = journal;
      const isSetUp = (readOffice(sql)?.facts ?? null) !== null;
      return isWorking() && !isSetUp && !staffExists(sql) && readProviders(sql).length === 0;
    },
    install: (more) => {
      journal.write(({ append, sql }) => {
        if (readOffice(sql) === null)
          append({
            kind: "setup.installed",
            payload: { installationId: random.bytes(3).toString("hex"), appVersion, training },
            actor: "system",
          });
        more(append);
      });
    },
  };
}
