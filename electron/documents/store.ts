/** The document store: bytes are sealed under their customer's key, the file is on the disk before the journal tells of it. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { type DocumentView, documentView } from "../../shared/api/paper.ts";
import { Refusal } from "../../shared/errors.ts";
import type { Journal } from "../journal/contract.ts";
import { keptDocumentIds, readDocument, type StoredDocument } from "../journal/paper/queries.ts";
import type { Random } from "../ports.ts";
import type { DocumentStore, Looked, NewDocument } from "./contract.ts";
import { type Examined, examineDocument } from "./examination.ts";
import type { Inspector } from "./inspector.ts";
import { type PageFacts, pageFacts } from "./pages/pageMessages.ts";
import { SealedFiles } from "./sealedFiles.ts";

/** Where the personal data of a document lie: its bytes as a file, its name, checks and measures as sealed cells. */
const TABLE = "documents";

export interface DocumentStoreOptions {
  journal: Journal;
  /** `<dataDir>/documents`; made with the first document. */
  folder: string;
  random: Random;
  /** Closed together with the store. */
  inspect: Inspector;
  /** Measures the pages of a file that a person chose, so that it gets the warnings that a scan gets. */
  look?: (bytes: Uint8Array) => Promise<Looked>;
  log(level: "info" | "warning" | "error", message: string, facts?: Record<string, string | number>): void;
}

const cellsSchema = z.object({ name: z.string(), checks: z.string(), pageFacts: z.string().optional() });
const pageFactsSchema = z.array(pageFacts);
const mimeSchema = documentView.shape.mime;
const checksSchema = documentView.shape.checks;

function unknownDocument(): Refusal {
  return new Refusal("unknownDocument", "This document is not here, or its time of keeping is over.", {
    field: "documentId",
  });
}

function damaged(documentId: string): Refusal {
  return new Refusal("journalDamaged", `Document ${documentId} was changed on the disk and is not shown.`);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

class SealedStore implements DocumentStore {
  readonly #options: DocumentStoreOptions;
  readonly #files: SealedFiles;
  #cleared = false;

  constructor(options: DocumentStoreOptions) {
    this.#options = options;
    this.#files = new SealedFiles(options.folder);
    this.#clearOrphans();
  }

  /**
   * Only where the journal can be believed: a damaged or restored one may not know yet of documents that the twin
   * brings back. Until then nothing can be kept either, so that no file of today is taken for an orphan.
   */
  #clearOrphans(): void {
    const { journal, log } = this.#options;
    if (this.#cleared || journal.problem() !== null) return;
    const orphans = this.#files.clear(keptDocumentIds(journal.sql));
    this.#cleared = true;
    if (orphans > 0) log("info", "documents.orphansCleared", { orphans });
  }

  async keep(document: NewDocument): Promise<DocumentView> {
    // The caller's array may be reused or written to while we wait.
    const bytes = Uint8Array.from(document.bytes);
    const found = await examineDocument({ ...document, bytes }, this.#options.inspect);
    const looked = await this.#look(document, bytes);
    const examined = { ...found, checks: [...found.checks, ...looked.checks, ...(document.checks ?? [])] };
    this.#clearOrphans();
    const { journal, random } = this.#options;
    const documentId = `document-${random.bytes(12).toString("hex")}`;
    const customerId = document.customerId ?? journal.write(({ cells }) => cells.anonymousCustomer());
    await this.#files.write(documentId, journal.cells.bytes.seal(customerId, TABLE, documentId, bytes));
    try {
      const facts = document.pageFacts ?? looked.pageFacts;
      const measured = facts === null ? {} : { pageFacts: facts };
      return this.#record({ ...document, ...measured, bytes }, documentId, customerId, examined);
    } catch (error) {
      await this.#files.remove(documentId);
      throw error;
    }
  }

  /** What the office makes itself and what a lender sends needs no look; a scan was measured when it was bound. */
  async #look({ source, pageFacts }: NewDocument, bytes: Uint8Array): Promise<Looked> {
    const { look } = this.#options;
    if (look === undefined || source !== "import" || pageFacts !== undefined)
      return { pageFacts: null, checks: [] };
    return look(bytes);
  }

  #record(
    { name, bytes, source, actor, loanId, pageFacts }: NewDocument,
    documentId: string,
    customerId: string,
    { mime, pages, checks }: Examined,
  ): DocumentView {
    const facts = { documentId, mime, pages, bytes: bytes.byteLength, sha256: sha256Of(bytes) };
    this.#options.journal.write(({ append, cells }) => {
      append({ kind: "document.stored", payload: { ...facts, loanId: loanId ?? null, source }, actor });
      cells.put(customerId, TABLE, documentId, {
        name,
        checks: JSON.stringify(checks),
        ...(pageFacts === undefined ? {} : { pageFacts: JSON.stringify(pageFacts) }),
      });
    });
    return { ...facts, name, mime, checks };
  }

  #find(documentId: string): { stored: StoredDocument; view: DocumentView; facts: string | undefined } {
    const { journal } = this.#options;
    const stored = readDocument(journal.sql, documentId);
    // Without its customer's key nothing of it can be read: the cells are as gone as the bytes.
    const cells = cellsSchema.safeParse(journal.cells.get(TABLE, documentId));
    if (stored === null || !cells.success) throw unknownDocument();
    const { pages, bytes, sha256 } = stored;
    const checks = checksSchema.parse(JSON.parse(cells.data.checks));
    const { name, pageFacts: facts } = cells.data;
    const mime = mimeSchema.parse(stored.mime);
    return {
      stored,
      view: { documentId, name, pages, bytes, sha256, mime, checks },
      facts,
    };
  }

  pageFacts(documentId: string): PageFacts[] | null {
    const { facts } = this.#find(documentId);
    return facts === undefined ? null : pageFactsSchema.parse(JSON.parse(facts));
  }

  async names(documentId: string, loanRef: string): Promise<"found" | "notFound" | "noText"> {
    const { mime, bytes } = await this.read(documentId);
    if (mime !== "application/pdf") return "noText";
    const findings = await this.#options.inspect.pdf(bytes, loanRef);
    return (findings.kind === "pdf" ? findings.found : null) ?? "noText";
  }

  view(documentId: string): DocumentView {
    return this.#find(documentId).view;
  }

  async read(documentId: string): ReturnType<DocumentStore["read"]> {
    const { stored, view } = this.#find(documentId);
    const sealed = await this.#files.read(documentId);
    if (sealed === null)
      throw new Refusal("fileUnreadable", `The file of document ${documentId} is gone from the data folder.`);
    const bytes = this.#options.journal.cells.bytes.open(TABLE, documentId, sealed);
    if (bytes === null) throw unknownDocument();
    // The seal proves that we wrote it; the row proves that it is what the journal tells of.
    if (sha256Of(bytes) !== stored.sha256) throw damaged(documentId);
    return { name: view.name, mime: view.mime, bytes: Uint8Array.from(bytes) };
  }

  async purge(documentId: string, actor: string): Promise<void> {
    if (readDocument(this.#options.journal.sql, documentId) === null) throw unknownDocument();
    // The row first: a file that outlives it is cleared away at the next start.
    this.#options.journal.write(({ append }) => {
      append({ kind: "document.purged", payload: { documentId }, actor });
    });
    await this.#files.remove(documentId);
  }

  async close(): Promise<void> {
    await this.#options.inspect.close();
  }
}

/** Clears away what a crash left behind, as soon as the journal can be believed. */
export function createDocumentStore(options: DocumentStoreOptions): DocumentStore {
  return new SealedStore(options);
}
