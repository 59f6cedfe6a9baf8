/** The folder of sealed files: each is written whole or not at all, and what belongs to no document is cleared away. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../journal/durableFiles.ts";
import { asRefusal, errnoOf } from "../journal/storageFailure.ts";

/** The end of a file's name while it is being written. */
const UNFINISHED = ".writing";

const DOCUMENT_NAME = /^document-[0-9a-f]{24}$/;

export class SealedFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(documentId: string): string {
    if (!DOCUMENT_NAME.test(documentId)) throw new Error("A document's id is not a path.");
    return join(this.#folder, documentId);
  }

  /** Beside, synced, renamed, and the folder synced: after a power cut the file is whole or not there. */
  async write(documentId: string, sealed: Uint8Array): Promise<void> {
    const path = this.#path(documentId);
    const beside = `${path}${UNFINISHED}`;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const file = await open(beside, "wx", 0o600);
      try {
        await file.writeFile(sealed);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(beside, path);
      syncFolder(this.#folder);
    } catch (error) {
      await rm(beside, { force: true });
      throw asRefusal(error);
    }
  }

  /** Null where the file is gone. */
  async read(documentId: string): Promise<Buffer | null> {
    try {
      return await readFile(this.#path(documentId));
    } catch (error) {
      if (errnoOf(error) === "ENOENT") return null;
      throw asRefusal(error);
    }
  }

  async remove(documentId: string): Promise<void> {
    await rm(this.#path(documentId), { force: true });
  }

  /** Removes what a crash left behind: half-written files, and whole ones that no row tells of. Returns how many. */
  clear(kept: ReadonlySet<string>): number {
    const orphans = this.#names().filter(
      (name) => name.endsWith(UNFINISHED) || (DOCUMENT_NAME.test(name) && !kept.has(name)),
    );
    for (const name of orphans) rmSync(join(this.#folder, name), { force: true });
    return orphans.length;
  }

  #names(): string[] {
    try {
      return readdirSync(this.#folder);
    } catch (error) {
      if (errnoOf(error) === "ENOENT") return [];
      throw asRefusal(error);
    }
  }
}
