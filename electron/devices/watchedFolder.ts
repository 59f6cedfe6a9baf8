/** A folder that the office's multifunction device writes to: whole files are taken once and set aside in a folder of their own. */
import { lstat, mkdir, readdir, rename, stat } from "node:fs/promises";
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
  /** A share in the network that does not answer for so long is gone. */
  answerMs?: number;
}

const ENDINGS = /\.(pdf|jpe?g|png|tiff?)$/i;
/** Where files go that are safe with us. */
export const TAKEN_FOLDER = "taken";

const ANSWER_MS = 20_000;

/** What changes while a file is written. */
type Look = ReadonlyMap<string, string>;

class Folder {
  readonly #folder: WatchedFolder;
  /** Files that could not be set aside or used, by what they were: never taken twice while the program runs. */
  readonly #stuck = new Set<string>();
  /** What a share has been asked and has not answered: each such question holds a thread until it does. */
  #unanswered: Promise<unknown> | null = null;

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

  /** Everything that is asked of the folder goes through here: one question at a time, and nobody waits for ever. */
  async #asked<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    const { clock, answerMs = ANSWER_MS } = this.#folder;
    if (this.#unanswered !== null) throw this.#gone();
    const answer = question().finally(() => {
      this.#unanswered = null;
    });
    this.#unanswered = answer.catch(() => undefined);
    let callOff: () => void = () => undefined;
    const silence = new Promise<never>((_, reject) => {
      callOff = clock.after(answerMs, () => reject(this.#gone()));
    });
    try {
      return await Promise.race([answer, silence]);
    } finally {
      callOff();
    }
  }

  /** Plain files with an ending that paper has; links are left alone. */
  look(): Promise<Look> {
    return this.#asked(async () => {
      const { path } = this.#folder;
      try {
        if (!(await stat(path)).isDirectory()) throw this.#gone();
        const names = (await readdir(path)).filter((name) => ENDINGS.test(name) && !name.startsWith("."));
        const seen: [string, string][] = [];
        for (const name of names) seen.push(...(await this.#seen(name)));
        return new Map(seen);
      } catch (error) {
        if (error instanceof Refusal || errnoOf(error) === null) throw error;
        throw this.#gone();
      }
    });
  }

  async #seen(name: string): Promise<[string, string][]> {
    try {
      const found = await lstat(join(this.#folder.path, name), { bigint: true });
      if (!found.isFile() || found.size === 0n) return [];
      const mark = `${name}/${found.size}/${found.mtimeNs}/${found.ino}`;
      return this.#stuck.has(mark) ? [] : [[name, mark]];
    } catch (error) {
      // Its device renamed or removed it between listing and looking.
      if (errnoOf(error) === "ENOENT") return [];
      throw error;
    }
  }

  /** Null for a file that is not whole yet, or changes while it is read. Throws `fileTooLarge`. */
  async read(name: string): Promise<Buffer | null> {
    try {
      const bytes = await this.#asked(() => readChosenFile(join(this.#folder.path, name)));
      return isComplete(bytes) ? bytes : null;
    } catch (error) {
      if (error instanceof Refusal && error.code === "fileUnreadable") return null;
      throw error;
    }
  }

  /** What cannot be used stays where it is, and is told of once. */
  leave(mark: string): void {
    this.#stuck.add(mark);
  }

  /** A name that was there before is not overwritten. */
  async setAside(name: string, mark: string): Promise<void> {
    const { path, clock, log } = this.#folder;
    this.#stuck.add(mark);
    try {
      await this.#asked(async () => {
        const aside = join(path, TAKEN_FOLDER);
        await mkdir(aside, { recursive: true });
        await rename(join(path, name), join(aside, `${clock.now()}-${name}`));
      });
    } catch (error) {
      // The page is safe with us, whatever becomes of its file.
      const reason = error instanceof Refusal ? "noAnswer" : errnoOf(error);
      if (reason === null) throw error;
      log("warning", "devices.fileNotSetAside", { reason });
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

interface Taken {
  pages: number;
  /** True where a file was left because no document may weigh as much. */
  isTooLarge: boolean;
}
const NOTHING_TAKEN: Taken = { pages: 0, isTooLarge: false };

export function watchedFolderSource(options: WatchedFolder): ScannerSource {
  const { id, name, clock, lookEveryMs = 700, patienceMs = 90_000 } = options;
  const folder = new Folder(options);

  /** What is too large for a page does not hold up the others beside it. */
  async function readOrLeave(file: string, mark: string): Promise<Buffer | "tooLarge" | null> {
    try {
      return await folder.read(file);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "fileTooLarge") throw error;
      folder.leave(mark);
      return "tooLarge";
    }
  }

  async function takeWhole(before: Look, now: Look, onPage: (page: ScannedPage) => void): Promise<Taken> {
    const taken: Taken = { pages: 0, isTooLarge: false };
    // Devices number their files: 2 comes before 10.
    const names = [...now.keys()].toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
    for (const file of names) {
      const mark = now.get(file) ?? "";
      if (before.get(file) !== mark || taken.pages >= MOST_PAGES) continue;
      const bytes = await readOrLeave(file, mark);
      if (bytes === null) continue;
      if (bytes === "tooLarge") taken.isTooLarge = true;
      else {
        taken.pages += 1;
        onPage({ bytes, dotsPerInch: null, taken: () => folder.setAside(file, mark) });
      }
    }
    return taken;
  }

  return {
    id,
    kind: "folder",
    name,
    async scan(_options, onPage, signal) {
      const until = clock.monotonic() + patienceMs;
      let before = await folder.look();
      while (!signal.aborted) {
        await pause(clock, lookEveryMs, signal);
        if (signal.aborted) break;
        const now = await folder.look();
        const isQuiet = [...now].every(([file, mark]) => before.get(file) === mark);
        // While one page is still being written, more of its pages are on their way.
        const { pages, isTooLarge } = isQuiet ? await takeWhole(before, now, onPage) : NOTHING_TAKEN;
        if (isTooLarge) throw scannerFailed("tooLarge");
        if (pages > 0) return;
        if (clock.monotonic() > until) throw scannerFailed(now.size > 0 ? "fileIncomplete" : "noFile");
        before = now;
      }
      throw scannerFailed("stopped");
    },
  };
}
