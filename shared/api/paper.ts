/** Calls of the document store, printers and receipts. */
import { z } from "zod";
import { call } from "./call.ts";
import { empty, id, requiredLine } from "./values.ts";

/** The most that one document may weigh on its way over the bridge. */
export const MAX_DOCUMENT_BYTES = 25 * 1024 * 1024;

export const documentView = z.object({
  documentId: id,
  name: z.string(),
  pages: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  mime: z.enum(["application/pdf", "image/jpeg", "image/png", "image/tiff", "text/html"]),
  checks: z.array(
    z.object({ code: z.string(), level: z.enum(["ok", "warning", "error"]), message: z.string() }),
  ),
});
export type DocumentView = z.infer<typeof documentView>;

const bytes = z.instanceof(Uint8Array).refine((data) => data.byteLength <= MAX_DOCUMENT_BYTES, "Too large.");

export const printResult = z.object({
  printId: id,
  printer: z.string(),
  copies: z.number().int(),
  /** True from the second print on: the paper says COPY. */
  copy: z.boolean(),
  result: z.enum(["sent", "saved", "failed"]),
  message: z.string().nullable(),
  path: z.string().nullable(),
});

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
    }),
    printResult,
  ),
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
    byItem.extend({ paper: paper.optional(), printer: printer.optional() }),
    printResult,
  ),
  /** How often an item's paper may have been printed; `unknown` where the program ended during the last print. */
  "receipts.prints": call(
    "signedIn",
    byItem,
    z.object({ count: z.number().int(), state: z.enum(["never", "printed", "unknown", "failed"]) }),
  ),
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
  "printers.list": call(
    "signedIn",
    empty,
    z.object({
      printers: z.array(z.object({ name: z.string(), label: z.string(), isDefault: z.boolean() })),
    }),
  ),
  /** A test page on one printer. */
  "printers.test": call(
    "signedIn",
    z.object({ paper: paper.optional(), printer: printer.optional() }),
    printResult,
  ),
};
