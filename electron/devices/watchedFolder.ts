/** A folder that the office's multifunction device writes to: whole files are taken once and set aside in a folder of their own. */
import { lstatSync, mkdirSync, readdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../shared/errors.ts";
import { readChosenFile } from "../documents/chosenFile.ts";
import { errnoOf } from "../journal/storageFailure.ts";
import type { Clock } from "../ports.ts";
import { isComplete } from "./completeFile.ts";
import { MOST_PAGES, type ScannedPage, type ScannerSource, scannerFailed } from "./contract.ts";

export interface WatchedFolder {
  id: string;
  name: string;
  path: string;
  clock: Clock;
  log(level: "info" | "warning" | "error", message: string, facts?: Record<string, string | number>): void;
  /** Between two looks: a file that grew in between is still being written. */
  lookEveryMs?: number;
  /** How long a scan waits for the device's first file. */
  patienceMs?: number;
}

const ENDINGS = /\.(pdf|jpe?g|png|tiff?)$/i;
/** Where files go that are safe with us. */
export const TAKEN_FOLDER = "taken";

/** What changes while a file is written. */
type Look = ReadonlyMap<string, string>;

class Folder {
  readonly #folder: WatchedFolder;
  /** Files that could not be set aside, by what they were: never taken twice while the program runs. */
  readonly #stuck = new Set<string>();

  constructor(folder: WatchedFolder) {
    this.#folder = folder;
  }

  #gone(): Refusal {
    const { path } = this.#folder;
    return scannerFailed(
      "folderGone",
      `The folder ${path} is gone or cannot be opened. Check the network drive, then scan again.`,
    );
  }

  /** Plain files with an ending that paper has; links are left alone. */
  look(): Look {
    const { path } = this.#folder;
    try {
      if (!statSync(path).isDirectory()) throw this.#gone();
      const names = readdirSync(path).filter((name) => ENDINGS.test(name) && !name.startsWith("."));
      return new Map(names.flatMap((name) => this.#seen(name)));
    } catch (error) {
      if (error instanceof Refusal || errnoOf(error) === null) throw error;
      throw this.#gone();
    }
  }

  #seen(name: string): [string, string][] {
    try {
      const found = lstatSync(join(this.#folder.path, name), { bigint: true });
      if (!found.isFile() || found.size === 0n) return [];
      const mark = `${name}/${found.size}/${found.mtimeNs}/${found.ino}`;
      return this.#stuck.has(mark) ? [] : [[name, mark]];
    } catch (error) {
      // Its device renamed or removed it between listing and looking.
      if (errnoOf(error) === "ENOENT") return [];
      throw error;
    }
  }

  /** Null for a file that is not whole yet, or changes while it is read. */
  async read(name: string): Promise<Buffer | null> {
    try {
      const bytes = await readChosenFile(join(this.#folder.path, name));
      return isComplete(bytes) ? bytes : null;
    } catch (error) {
      if (error instanceof Refusal && error.code === "fileUnreadable") return null;
      throw error;
    }
  }

  /** A name that was there before is not overwritten. */
  setAside(name: string, mark: string): void {
    const { path, clock, log } = this.#folder;
    this.#stuck.add(mark);
    try {
      const aside = join(path, TAKEN_FOLDER);
      mkdirSync(aside, { recursive: true });
      renameSync(join(path, name), join(aside, `${clock.now()}-${name}`));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      log("warning", "devices.fileNotSetAside", { reason: errnoOf(error) ?? "unknown" });
    }
  }
}

function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const callOff = clock.after(delayMs, resolve);
    const stop = () => {
      callOff();
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
  });
}

export function watchedFolderSource(options: WatchedFolder): ScannerSource {
  const { id, name, clock, lookEveryMs = 700, patienceMs = 90_000 } = options;
  const folder = new Folder(options);

  async function takeWhole(before: Look, now: Look, onPage: (page: ScannedPage) => void): Promise<number> {
    let taken = 0;
    // Devices number their files: 2 comes before 10.
    const names = [...now.keys()].toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
    for (const file of names) {
      const mark = now.get(file) ?? "";
      if (before.get(file) !== mark || taken >= MOST_PAGES) continue;
      const bytes = await folder.read(file);
      if (bytes === null) continue;
      taken += 1;
      onPage({ bytes, dotsPerInch: null, taken: async () => folder.setAside(file, mark) });
    }
    return taken;
  }

  return {
    id,
    kind: "folder",
    name,
    async scan(_options, onPage, signal) {
      const until = clock.monotonic() + patienceMs;
      let before = folder.look();
      while (!signal.aborted) {
        await pause(clock, lookEveryMs, signal);
        if (signal.aborted) break;
        const now = folder.look();
        const isQuiet = [...now].every(([file, mark]) => before.get(file) === mark);
        // While one page is still being written, more of its pages are on their way.
        if (isQuiet && (await takeWhole(before, now, onPage)) > 0) return;
        if (clock.monotonic() > until) throw scannerFailed(now.size > 0 ? "fileIncomplete" : "noFile");
        before = now;
      }
      throw scannerFailed("stopped");
    },
  };
}
