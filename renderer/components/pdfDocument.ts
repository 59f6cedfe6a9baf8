/** Opens a PDF with pdf.js for looking at: no scripts of the document, nothing from any network. */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
} from "pdfjs-dist/legacy/build/pdf.mjs";

const beside = (path: string) => new URL(`pdfjs/${path}`, document.baseURI).href;

GlobalWorkerOptions.workerSrc = beside("pdf.worker.mjs");

export interface OpenedPdf {
  promise: Promise<PDFDocumentProxy>;
  /** Ends the document and its worker. */
  destroy(): Promise<void>;
}

/** A worker takes longer to start than a page to draw: one is kept ready, and each document has one of its own. */
let spare: PDFWorker | null = null;

/** For an idle moment, before the first document is opened. */
export function keepWorkerReady(): void {
  spare ??= PDFWorker.create({});
}

function takeWorker(): PDFWorker {
  const worker = spare ?? PDFWorker.create({});
  spare = null;
  return worker;
}

/** The bytes are copied: pdf.js hands them to its worker and they would be gone here. */
export function openPdf(bytes: Uint8Array): OpenedPdf {
  const worker = takeWorker();
  const task = getDocument({
    worker,
    data: bytes.slice(),
    // Without these, JPEG 2000 pictures and unembedded fonts vanish with only a warning in the console.
    wasmUrl: beside("wasm/"),
    standardFontDataUrl: beside("standard_fonts/"),
    cMapUrl: beside("cmaps/"),
    cMapPacked: true,
    iccUrl: beside("iccs/"),
    enableXfa: false,
    useSystemFonts: false,
    stopAtErrors: false,
  });
  return {
    promise: task.promise,
    async destroy() {
      await task.destroy();
      worker.destroy();
    },
  };
}
