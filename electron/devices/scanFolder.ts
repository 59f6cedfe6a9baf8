/**
 * Where pages lie, unsealed, between a scanner's program and us: in the till's own data folder, one folder a scan, gone
 * when the scan has ended. What a crash leaves there is cleared away at the next start.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { asRefusal, errnoOf } from "../journal/storageFailure.ts";

export class ScanFolders {
  readonly #within: string;

  /** `within` belongs to this program alone. */
  constructor(within: string) {
    this.#within = within;
  }

  /** Only before the first scan: what lies there is of a run that has ended. Gives the reason where it has to stay. */
  clear(): string | null {
    try {
      rmSync(this.#within, { recursive: true, force: true });
      return null;
    } catch (error) {
      const reason = errnoOf(error);
      if (reason === null) throw error;
      return reason;
    }
  }

  async use<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    const folder = this.#open();
    try {
      return await work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Only this account may look into it. */
  #open(): string {
    try {
      mkdirSync(this.#within, { recursive: true, mode: 0o700 });
      return mkdtempSync(join(this.#within, "scan-"));
    } catch (error) {
      throw asRefusal(error);
    }
  }
}
