/** A document store on a real till, with PDFs opened in a real process of their own. */
import { join } from "node:path";
import { afterAll } from "vitest";
import type { DocumentStore, NewDocument } from "../../electron/documents/contract.ts";
import { createInspector } from "../../electron/documents/inspector.ts";
import { forkNodeProcess } from "../../electron/documents/nodeProcess.ts";
import { createDocumentStore } from "../../electron/documents/store.ts";
import type { Journal } from "../../electron/journal/contract.ts";
import { installed } from "../journal/dayRows.ts";
import { testClock } from "../journal/parts.ts";
import { newTill, type Till } from "../journal/till.ts";

const log = () => undefined;

/** One process for all tests of a file; what one document does to it must not matter to the next. */
const inspect = createInspector({ fork: forkNodeProcess, clock: testClock(), log });
afterAll(() => inspect.close());

export interface Shelf {
  till: Till;
  journal: Journal;
  folder: string;
  documents: DocumentStore;
  /** Opens the store again on the same journal, as a restart does. */
  reopen(): DocumentStore;
}

export async function newShelf(): Promise<Shelf> {
  const till = await newTill({ twin: false });
  const journal = till.open();
  journal.write(({ append }) => append(installed));
  const folder = join(till.folder, "documents");
  const reopen = () => createDocumentStore({ journal, folder, random: till.random, inspect, log });
  return { till, journal, folder, documents: reopen(), reopen };
}

export function imported(bytes: Uint8Array, more: Partial<NewDocument> = {}): NewDocument {
  return { name: "Ion Popescu.pdf", bytes, source: "import", actor: "Ana", ...more };
}
