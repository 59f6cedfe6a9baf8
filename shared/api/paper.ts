/** Calls of the document store, printers and receipts. */
import { z } from "zod";
import { call } from "./call.ts";
import { id, requiredLine } from "./values.ts";

/** The most that one document may weigh on its way over the bridge. */
export const MAX_DOCUMENT_BYTES = 25 * 1024 * 1024;

/** Why a file could not be read; each has its own sentence in the page (`scanning.files`). */
export const fileReasons = ["isLink", "notPlain", "changed", "noAccess", "damaged"] as const;
export type FileReason = (typeof fileReasons)[number];

/** What was found in a document. The page has a sentence of its own for each code; `message` is the English one. */
export const documentCheck = z.object({
  code: z.string(),
  level: z.enum(["ok", "warning", "error"]),
  message: z.string(),
  /** What the sentence names: pages, a loan's reference, which of a code's cases. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type DocumentCheck = z.infer<typeof documentCheck>;

export const documentView = z.object({
  documentId: id,
  name: z.string(),
  pages: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  mime: z.enum(["application/pdf", "image/jpeg", "image/png", "image/tiff", "text/html"]),
  checks: z.array(documentCheck),
});
export type DocumentView = z.infer<typeof documentView>;

const bytes = z.instanceof(Uint8Array).refine((data) => data.byteLength <= MAX_DOCUMENT_BYTES, "Too large.");

/** `cancelled`: a person closed the system's own dialog without printing. */
export const printResults = ["sent", "saved", "failed", "cancelled"] as const;

/** Why nothing was printed, where a person can do something about it; each has its sentence in the page. */
export const printProblems = ["noPrinter", "printerGone", "cannotPrintFile", "dialogClosed"] as const;
export type PrintProblem = (typeof printProblems)[number];

export const printResult = z.object({
  printId: id,
  printer: z.string(),
  copies: z.number().int(),
  /** True from the second print on: the paper says COPY. */
  copy: z.boolean(),
  result: z.enum(printResults),
  message: z.string().nullable(),
  problem: z.enum(printProblems).optional(),
  path: z.string().nullable(),
  /** How many pages carry our code: those of an agreement whose footer left room. */
  codes: z.number().int().optional(),
});

const printCount = z.object({
  count: z.number().int(),
  state: z.enum(["never", "printed", "unknown", "failed"]),
});

/** How paper is wanted from a printer; what is left out is the printer's or the office's own choice. */
const printWishes = {
  duplex: z.enum(["simplex", "longEdge", "shortEdge"]).optional(),
  sheet: z.enum(["a4", "a5", "letter", "legal"]).optional(),
  /** The system's own dialog asks for everything else. */
  dialog: z.boolean().optional(),
};

export const documentCalls = {
  "documents.import": call(
    "signedIn",
    z.union([
      z.object({ name: requiredLine(200), path: z.string().min(1).max(2000) }).strict(),
      z.object({ name: requiredLine(200), bytes }).strict(),
    ]),
    documentView,
  ),
  "documents.scan": call(
    "signedIn",
    z.object({
      sourceId: id,
      options: z.record(z.string(), z.union([z.string().max(200), z.number(), z.boolean()])),
      documentId: id.optional(),
      /** For copies of cards and passports; an agreement is grey. */
      inColour: z.boolean().optional(),
    }),
    documentView,
  ),
  "documents.read": call(
    "signedIn",
    z.object({ documentId: id }),
    z.object({ name: z.string(), mime: z.string(), bytes }),
  ),
  "documents.print": call(
    "signedIn",
    z.object({
      documentId: id,
      printer: z.string().max(200).optional(),
      copies: z.number().int().min(1).max(20).optional(),
      ...printWishes,
    }),
    printResult,
  ),
  /** How often a document may have been printed; `unknown` where the program ended during the last print. */
  "documents.prints": call("signedIn", z.object({ documentId: id }), printCount),
  "documents.save": call(
    "signedIn",
    z.object({ documentId: id, path: z.string().min(1).max(2000) }),
    z.object({ path: z.string() }),
  ),
};

export const receiptPapers = ["a4", "roll80", "roll58"] as const;
const paper = z.enum(receiptPapers);

/** The receipt or voucher of an item, the slip for cash given back, the slip for a payment withdrawn. */
export const itemPapers = ["receipt", "giveBack", "void"] as const;

const byItem = z.object({ itemId: id, what: z.enum(itemPapers).optional() });
const madePaper = z.object({ documentId: id, html: z.string(), copy: z.boolean() });
const printer = z.string().max(200);

export const receiptCalls = {
  /** The receipt of an item as a document; `copy` once it was printed before. */
  "receipts.make": call("signedIn", byItem.extend({ paper: paper.optional() }), madePaper),
  "receipts.print": call(
    "signedIn",
    byItem.extend({ paper: paper.optional(), printer: printer.optional(), dialog: z.boolean().optional() }),
    printResult,
  ),
  /** How often an item's paper may have been printed; `unknown` where the program ended during the last print. */
  "receipts.prints": call("signedIn", byItem, printCount),
  "receipts.makeReport": call(
    "signedIn",
    z.object({ shiftId: id.optional(), paper: paper.optional() }),
    madePaper,
  ),
  "receipts.printReport": call(
    "signedIn",
    z.object({ shiftId: id.optional(), paper: paper.optional(), printer: printer.optional() }),
    printResult,
  ),
};
