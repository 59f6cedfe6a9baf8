/** Calls for scanners and for the pages of a scanned document. */
import { z } from "zod";
import { call } from "./call.ts";
import { documentView, MAX_DOCUMENT_BYTES } from "./paper.ts";
import { empty, id, nothing, requiredLine } from "./values.ts";

/** `sane` and `wia` are found by themselves; `escl` and `folder` are set up by the office. */
export const scannerKinds = ["sane", "wia", "escl", "folder"] as const;
export const scannerKind = z.enum(scannerKinds);
export type ScannerKind = z.infer<typeof scannerKind>;

/** Why a scan ended early or never began; each has its own sentence in the page (`scanning.failures`). */
export const scannerFailures = [
  "jammed",
  "empty",
  "coverOpen",
  "busy",
  "gone",
  "broke",
  "denied",
  "noMemory",
  "stopped",
  "tooLarge",
  "noSoftware",
  "notAScanner",
  "settingsRefused",
  "folderGone",
  "fileIncomplete",
  "noFile",
  "noPage",
  "unknownScanner",
] as const;
export type ScannerFailure = (typeof scannerFailures)[number];

/** Of a network scanner or a folder: where it is. Null for what the computer found itself. */
export const scannerView = z.object({
  id,
  kind: scannerKind,
  name: z.string(),
  place: z.string().nullable(),
});
export type ScannerView = z.infer<typeof scannerView>;

export const pageProblems = ["blankPage", "sideways", "upsideDown", "tooDark", "tooCoarse"] as const;
export type PageProblem = (typeof pageProblems)[number];

export const scannedPage = z.object({
  /** Counted from 1. */
  number: z.number().int(),
  widthMm: z.number(),
  heightMm: z.number(),
  /** Null for a page that is drawn and no picture. */
  dotsPerInch: z.number().nullable(),
  problems: z.array(z.enum(pageProblems)),
  /** A small JPEG of the page as it lies; null for a page that is drawn and no picture: it is drawn from the document. */
  thumbnail: z.instanceof(Uint8Array).nullable(),
});
export type ScannedPageView = z.infer<typeof scannedPage>;

/** How far a page is turned clockwise from how it lies now. */
export const pageTurns = [0, 90, 180, 270] as const;
export const pageTurn = z.literal([...pageTurns]);
export type PageTurn = z.infer<typeof pageTurn>;

const arrangedPage = z.object({
  number: z.number().int().min(1).max(2000),
  turn: pageTurn.optional(),
  /** Another document that the page is taken from. */
  documentId: id.optional(),
});

export const scanningCalls = {
  "scanners.list": call("signedIn", empty, z.object({ scanners: z.array(scannerView) })),
  /** A network scanner that speaks eSCL: `http://192.168.1.20`. With an id: that one is changed. */
  "scanners.save": call(
    "admin",
    z.object({ id: id.optional(), name: requiredLine(80), address: requiredLine(300) }),
    scannerView,
  ),
  /** A folder that a multifunction device writes to. */
  "scanners.addFolder": call(
    "admin",
    z.object({ name: requiredLine(80), path: z.string().min(1).max(2000) }),
    scannerView,
  ),
  "scanners.remove": call("admin", z.object({ sourceId: id }), nothing),
  /** Ends the scan that is under way there; nothing where there is none. */
  "scanners.stop": call("signedIn", z.object({ sourceId: id }), nothing),
  /**
   * A picture that a document stand's camera has taken, as a page: alone or added to a document. `straighten` cuts it
   * out along the edges of its paper where they can be seen.
   */
  "documents.addPicture": call(
    "signedIn",
    z.object({
      bytes: z.instanceof(Uint8Array).refine((data) => data.byteLength <= MAX_DOCUMENT_BYTES, "Too large."),
      straighten: z.boolean(),
      inColour: z.boolean().optional(),
      documentId: id.optional(),
    }),
    documentView,
  ),
  "documents.pages": call(
    "signedIn",
    z.object({ documentId: id }),
    z.object({ documentId: id, pages: z.array(scannedPage) }),
  ),
  /**
   * The document anew with exactly these pages, in this order: what is left out is removed, what comes from another
   * document is added or put in a page's place. The answer is a new document; the old one is let go.
   */
  "documents.arrange": call(
    "signedIn",
    z.object({
      documentId: id,
      pages: z.array(arrangedPage).min(1).max(2000),
      /** Only pages that are made anew ask for it: those of a file that was not bound here yet. */
      inColour: z.boolean().optional(),
    }),
    documentView,
  ),
  /** What a clerk should know before this document goes to the lender for this loan. */
  "documents.compare": call(
    "signedIn",
    z.object({ documentId: id, loanId: id }),
    documentView.pick({ checks: true }),
  ),
};
