/** The sealed document store as the desks see it. */

import type { DocumentView } from "../../shared/api/paper.ts";
import type { CallValue } from "../../shared/api.ts";
import type { PageFacts } from "./pages/pageMessages.ts";

export type DocumentSource = "import" | "scan" | "agreement" | "receipt" | "letter";

export interface NewDocument {
  name: string;
  bytes: Uint8Array;
  source: DocumentSource;
  /** Who brought it: a named person, or `system`. */
  actor: string;
  /** The loan it belongs to, where that is known. */
  loanId?: string;
  /** Whose key seals it; a key of its own where it is not known. */
  customerId?: string;
  /** The reference that the text of the document should name; a warning where it does not. */
  expectedLoanRef?: string;
  /** What was measured of its pages, kept with it. */
  pageFacts?: PageFacts[];
  /** What is to be said about it besides what its bytes tell. */
  checks?: DocumentView["checks"];
}

/** What was found on the pages of a file that a person chose; nothing measured where it is none that can be. */
export interface Looked {
  pageFacts: PageFacts[] | null;
  checks: DocumentView["checks"];
}

export interface DocumentStore {
  /**
   * Looks at the bytes, seals them at rest and journals `document.stored`. Throws `fileEmpty`, `fileTooLarge`,
   * `unsupportedFile`, `pdfEncrypted` or `pdfBroken`, each with field `bytes`; what is only odd becomes a check.
   */
  keep(document: NewDocument): Promise<DocumentView>;
  /** Throws `unknownDocument`, also for one that was purged. */
  view(documentId: string): DocumentView;
  /** Throws `unknownDocument`, also for one that was purged. */
  read(documentId: string): Promise<CallValue<"documents.read">>;
  /** What was measured of its pages; null where nobody has looked. Throws `unknownDocument`. */
  pageFacts(documentId: string): PageFacts[] | null;
  /** Whether its text names the reference; `noText` for pictures. Throws what `read` throws. */
  names(documentId: string, loanRef: string): Promise<"found" | "notFound" | "noText">;
  /** Ends a document's time of keeping: its file goes, the journal keeps that it was. Throws `unknownDocument`. */
  purge(documentId: string, actor: string): Promise<void>;
  close(): Promise<void>;
}
