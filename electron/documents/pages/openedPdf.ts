/** One PDF, opened with pdf.js to be looked at page by page. */
import "../pdfGlobals.ts";
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { lieOfWriting, nothingOn } from "./drawnPage.ts";
import type { PageFacts } from "./pageMessages.ts";
import { MOST_DOTS, type PagePicture, pictureOn } from "./pdfPictures.ts";

/** Pages are counted from 1. One that pdf.js cannot read may still be shown and printed by others. */
export interface OpenedPdf {
  /** Null as `pictureOn` says, and for a page that cannot be read. */
  picture(number: number, inColour: boolean): Promise<PagePicture | null>;
  /** False for a page that cannot be read. */
  isEmpty(number: number): Promise<boolean>;
  /** `unknown` for a page that cannot be read. */
  lie(number: number): Promise<PageFacts["lie"]>;
  close(): Promise<void>;
}

export async function openPdfPages(bytes: Uint8Array): Promise<OpenedPdf> {
  const loading = getDocument({
    // pdf.js takes the bytes away from whoever gave them.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MOST_DOTS,
  });
  const document: PDFDocumentProxy = await loading.promise;

  async function look<Found>(
    number: number,
    work: (page: PDFPageProxy) => Promise<Found>,
    otherwise: Found,
  ): Promise<Found> {
    try {
      const page = await document.getPage(number);
      const found = await work(page);
      page.cleanup();
      return found;
    } catch {
      return otherwise;
    }
  }

  return {
    picture: (number, inColour) => look(number, (page) => pictureOn(page, inColour), null),
    isEmpty: (number) => look(number, nothingOn, false),
    lie: (number) => look<PageFacts["lie"]>(number, lieOfWriting, "unknown"),
    close: () => loading.destroy(),
  };
}
