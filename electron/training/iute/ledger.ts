/** The books while the lender is at work: one current state, changed by pure functions, durable before it is told. */

import { createBookFile, readBooks } from "../bookFile.ts";
import type { ReceivedRequest } from "../contract.ts";
import { type Books, booksSchema, emptyBooks } from "./books.ts";

/** Older requests are forgotten first; their numbers go on. */
const KEPT_REQUESTS = 10_000;

export interface Ledger {
  readonly books: Books;
  readonly setAside: string | null;
  /** Puts other books in place of the present ones; resolves when they are on the disk. */
  replace(books: Books): Promise<void>;
  /** Enters an arrival. It reaches the disk with the next change, or when the ledger closes. */
  note(request: Omit<ReceivedRequest, "number">): void;
  subscribe(listener: () => void): () => void;
  tell(): void;
  close(): Promise<void>;
}

export async function openLedger(
  path: string | undefined,
  prepareNew: (books: Books) => Books,
): Promise<Ledger> {
  const opened = path === undefined ? { books: null, setAside: null } : await readBooks(path, booksSchema);
  const file = createBookFile<Books>(path);
  const listeners = new Set<() => void>();
  let books = opened.books ?? prepareNew(emptyBooks());

  const tell = () => {
    for (const listener of listeners) listener();
  };

  return {
    get books() {
      return books;
    },
    setAside: opened.setAside,
    async replace(next) {
      if (next === books) return;
      books = next;
      await file.save(books);
    },
    note(request) {
      const number = (books.requests.at(-1)?.number ?? 0) + 1;
      books = { ...books, requests: [...books.requests, { number, ...request }].slice(-KEPT_REQUESTS) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell,
    async close() {
      await file.save(books);
      await file.settled();
      listeners.clear();
    },
  };
}
