/** Where one counter's second copy lies, as its settings remember it, and whom the program's lines trust besides. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { SafetyParts } from "../desks/safety.ts";
import { onDisk } from "../journal/storageFailure.ts";
import type { Clock, SettingsStore } from "../ports.ts";
import { readAuthorities } from "../providers/http/certificates.ts";

const TWIN_SETTING = "twinPath";

function chosenPath(settings: SettingsStore): string | null {
  const chosen = settings.get(TWIN_SETTING);
  return typeof chosen === "string" && chosen !== "" ? chosen : null;
}

function ownTwinPath(dataDir: string): string {
  const folder = join(dataDir, "twin");
  onDisk(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  return join(folder, "journal.jsonl");
}

/** The path that the office has chosen, else a folder of its own beside the journal. */
export function twinPathOf(dataDir: string, settings: SettingsStore): string {
  return chosenPath(settings) ?? ownTwinPath(dataDir);
}

/** The certificates that every line of the program trusts beside the well-known ones, until others are given. */
export interface Trust {
  pems(): readonly string[];
  use(pems: readonly string[]): void;
}

/** `always`: named on the command line of `createAgent`; they stay whatever the office decides. */
export function createTrust(always: readonly string[]): Trust {
  let chosen: readonly string[] = [];
  return {
    pems: () => [...always, ...chosen],
    use: (pems) => {
      chosen = pems;
    },
  };
}

export interface SafetyPlace {
  dataDir: string;
  settings: SettingsStore;
  clock: Clock;
  /** Null at a training counter: people who train change nothing about the office's own lines. */
  trust: Trust | null;
}

export function createSafetyParts({ dataDir, settings, clock, trust }: SafetyPlace): SafetyParts {
  return {
    twin: {
      isChosen: () => chosenPath(settings) !== null,
      ownPath: () => ownTwinPath(dataDir),
      remember: (path) => {
        if (path === null) settings.delete(TWIN_SETTING);
        else settings.set(TWIN_SETTING, path);
      },
    },
    readCertificates: (file) => readAuthorities(file, clock.now()),
    trust: (pems) => trust?.use(pems),
  };
}
