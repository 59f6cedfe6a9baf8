/** What a kept document looks like on paper: a sheet of ours, a PDF, a picture, or an agreement with our code on it. */
import type { PrintUse } from "../../shared/api/printing.ts";
import type { CallValue } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { codedAgreement } from "../documents/codes/codedAgreement.ts";
import type { Stamper } from "../documents/codes/stamper.ts";
import type { PageBinder } from "../documents/pages/binder.ts";
import { A4 } from "../documents/receipts/paperSize.ts";
import { pictureSheet } from "../documents/receipts/pictureSheet.ts";
import { asCopy, readSheet } from "../documents/receipts/sheetHtml.ts";
import { readDocument } from "../journal/paper/queries.ts";
import { readLoan } from "../journal/projections/loans.ts";
import type { PrintJob } from "../ports.ts";
import type { DeskContext } from "./context.ts";
import { type PaperContent, type Print, printingOf } from "./printing.ts";

type Content = CallValue<"documents.read">;

/** The processes that look into documents for the printer. */
export interface PaperParts {
  stamper: Stamper;
  binder: PageBinder;
}

/** Our own paper says which size it is and what its prints are counted by. */
export function sheetOf({ mime, bytes }: Content) {
  if (mime !== "text/html") return null;
  const html = Buffer.from(bytes).toString("utf8");
  const sheet = readSheet(html);
  return sheet === null ? null : { ...sheet, html };
}

/** A printer knows no TIFF: its pages become a PDF. Throws what binding throws for a damaged one. */
async function fromTiff(bytes: Uint8Array, binder: PageBinder): Promise<PrintJob["content"]> {
  try {
    const bound = await binder.bind(
      [{ bytes: Uint8Array.from(bytes), dotsPerInch: null, facts: null }],
      null,
    );
    return { kind: "pdf", bytes: bound.bytes };
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.message, { field: "documentId" });
    throw error;
  }
}

async function printable({ mime, bytes }: Content, binder: PageBinder): Promise<PrintJob["content"]> {
  switch (mime) {
    case "application/pdf":
      return { kind: "pdf", bytes };
    case "image/jpeg":
    case "image/png":
      return { kind: "html", html: pictureSheet(mime, bytes) };
    case "image/tiff":
      return fromTiff(bytes, binder);
    default:
      throw new Refusal(
        "unsupportedFile",
        "This kind of file cannot be printed from here. Save it and print it from a viewer.",
        { field: "documentId" },
      );
  }
}

/** The loan that an agreement is of, where the document is one. */
function agreementOf({ journal }: DeskContext, documentId: string) {
  const stored = readDocument(journal.sql, documentId);
  if (stored === null || stored.source !== "agreement" || stored.loanId === null) return null;
  const loanRef = readLoan(journal.sql, stored.loanId)?.loanRef ?? null;
  return loanRef === null ? null : { loanId: stored.loanId, loanRef, pages: stored.pages };
}

type Paper = Omit<Print, "printer" | "copies" | "duplex" | "sheet" | "dialog"> & { use: PrintUse };

/** Throws what cannot be printed, before the journal tells of a print. */
export async function documentPrint(
  context: DeskContext,
  { stamper, binder }: PaperParts,
  documentId: string,
  content: Content,
): Promise<Paper> {
  // The system keeps the titles of its print jobs: a file's name may be a customer's.
  const title = `Counterfoil ${documentId}`;
  const sheet = sheetOf(content);
  if (sheet !== null) {
    const { html, page, subjectId } = sheet;
    return {
      ...{ what: "receipt", use: "receipt", subjectId, title, page },
      content: (isCopy) => ({ kind: "html", html: isCopy ? asCopy(html) : html }),
    };
  }
  const pages = await printable(content, binder);
  const agreement = agreementOf(context, documentId);
  const drawn = printingOf(context).drawn;

  async function onPaper(print: number): Promise<PaperContent> {
    if (agreement === null || pages.kind !== "pdf" || drawn === undefined) return pages;
    try {
      const { bytes, codes } = await codedAgreement(
        pages.bytes,
        { documentId, print, ...agreement },
        { stamper, drawn },
      );
      return { kind: "pdf", bytes, codes };
    } catch (error) {
      // Paper without a code is better than none.
      context.log("warning", "paper.notCoded", { bug: error instanceof Error ? error.name : typeof error });
      return { ...pages, codes: 0 };
    }
  }

  return {
    ...{ what: "document", use: "agreement", subjectId: documentId, title, page: A4 },
    loanId: agreement?.loanId ?? null,
    content: (_isCopy, print) => onPaper(print),
  };
}
