/** Opens a PDF with pdf.js for looking at: no scripts of the document, nothing from any network. */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
} from "pdfjs-dist/legacy/build/pdf.mjs";

const beside = (path: string) => new URL(`pdfjs/${path}`, document.baseURI).href;

GlobalWorkerOptions.workerSrc = beside("pdf.worker.mjs");

/** The bytes are copied: pdf.js hands them to its worker and they would be gone here. */
export function openPdf(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
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
}
