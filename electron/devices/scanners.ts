/** All sources of this counter: those that the office has set up, and those that the computer itself knows. */
import type { Clock } from "../ports.ts";
import { type ScannerSource, scannerFailed } from "./contract.ts";
import { esclSource } from "./escl.ts";
import { findSaneSources } from "./sane.ts";
import { ScanFolders } from "./scanFolder.ts";
import { watchedFolderSource } from "./watchedFolder.ts";
import { findWiaSources } from "./wia.ts";

/** What the office has set up itself, as the journal keeps it. */
export interface ConfiguredScanner {
  id: string;
  kind: "escl" | "folder";
  name: string;
  /** A network scanner's address or a folder's path. */
  place: string;
}

export interface Scanners {
  list(): Promise<ScannerSource[]>;
  /** Throws `scannerFailed` with field `sourceId` for one that is not there. */
  find(sourceId: string): Promise<ScannerSource>;
}

export interface ScannersOptions {
  clock: Clock;
  log(level: "info" | "warning" | "error", message: string, facts?: Record<string, string | number>): void;
  configured(): ConfiguredScanner[];
  /** Where pages lie while they are scanned; nobody else's, and emptied now. */
  folder: string;
}

/** Asking the system for its devices takes seconds; a device that was just plugged in can wait as long. */
const REMEMBERED_MS = 20_000;

function findSystemSources(folders: ScanFolders): Promise<ScannerSource[]> {
  return process.platform === "win32" ? findWiaSources(folders) : findSaneSources(folders);
}

export function createScanners({ clock, log, configured, folder }: ScannersOptions): Scanners {
  const folders = new ScanFolders(folder);
  const kept = folders.clear();
  if (kept !== null) log("warning", "devices.scansNotCleared", { reason: kept });
  let found: { at: number; sources: Promise<ScannerSource[]> } | null = null;
  /** A folder remembers what it has taken: one source for each as long as it stays what it is. */
  const made = new Map<string, ScannerSource>();

  function systemSources(): Promise<ScannerSource[]> {
    const now = clock.monotonic();
    if (found === null || now - found.at > REMEMBERED_MS)
      found = { at: now, sources: findSystemSources(folders) };
    return found.sources;
  }

  function own(scanner: ConfiguredScanner): ScannerSource {
    const key = JSON.stringify(scanner);
    const known = made.get(key);
    if (known !== undefined) return known;
    const { id, name, place } = scanner;
    const source =
      scanner.kind === "escl"
        ? esclSource({ id, name, address: place, clock })
        : watchedFolderSource({ id, name, path: place, clock, log });
    made.set(key, source);
    return source;
  }

  return {
    list: async () => [...configured().map(own), ...(await systemSources())],
    async find(sourceId) {
      const scanner = configured().find(({ id }) => id === sourceId);
      if (scanner !== undefined) return own(scanner);
      const source = (await systemSources()).find(({ id }) => id === sourceId);
      if (source !== undefined) return source;
      throw scannerFailed("unknownScanner");
    },
  };
}
