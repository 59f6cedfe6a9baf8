/** Keeps a training provider's books in one JSON file: written aside, synced, renamed; never half a file. */
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { z } from "zod";

export interface BookFile<Books> {
  /** Resolves once these books, or newer ones, are on the disk. Saves that meet share one write. */
  save(books: Books): Promise<void>;
  /** Resolves when no write is under way any more. */
  settled(): Promise<void>;
}

export interface OpenedBooks<Books> {
  /** What the file held, or null where there was none (or none that could be read). */
  readonly books: Books | null;
  /** Where a file that could not be read was set aside, or null. */
  readonly setAside: string | null;
}

/** Reads the books. A damaged file is renamed, never overwritten, so that it can still be looked at. */
export async function readBooks<Books>(path: string, schema: z.ZodType<Books>): Promise<OpenedBooks<Books>> {
  const text = await readIfThere(path);
  if (text === null) return { books: null, setAside: null };
  const books = schema.safeParse(jsonOrNull(text));
  if (books.success) return { books: books.data, setAside: null };
  const setAside = `${path}.damaged-${Date.now()}`;
  await rename(path, setAside);
  return { books: null, setAside };
}

/** Opens the file for writing; without a path the books live in memory only. */
export function createBookFile<Books>(path: string | undefined): BookFile<Books> {
  let underWay: Promise<void> = Promise.resolve();
  let next: { books: Books; written: Promise<void> } | null = null;

  function save(books: Books): Promise<void> {
    if (path === undefined) return Promise.resolve();
    if (next) {
      next.books = books;
      return next.written;
    }
    const writeNext = () => {
      const latest = next?.books ?? books;
      next = null;
      return writeDurably(path, JSON.stringify(latest));
    };
    // A write that failed has told its own callers; the next one starts afresh.
    const written = underWay.then(writeNext, writeNext);
    next = { books, written };
    underWay = written;
    return written;
  }

  return { save, settled: () => underWay };
}

async function writeDurably(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}.new`;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(aside, "w", 0o600);
  try {
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
  // Windows cannot open a folder to sync it, and does not need to.
  if (process.platform === "win32") return;
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON at all: the schema refuses null as it refuses any other wrong content.
    return null;
  }
}
