/** The documents desk: files are chosen, read, printed and saved; what lies on the disk stays sealed. */
import { rename, rm, writeFile } from "node:fs/promises";
import type { CallValue } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { readChosenFile } from "../documents/chosenFile.ts";
import { A4 } from "../documents/receipts/paperSize.ts";
import { pictureSheet } from "../documents/receipts/pictureSheet.ts";
import { asCopy, readSheet } from "../documents/receipts/sheetHtml.ts";
import { errnoOf, storageCodeOf } from "../journal/storageFailure.ts";
import type { PrintJob } from "../ports.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { createReadingNotes } from "./customerReading.ts";
import { noteSaved, type Print, print, printingOf } from "./printing.ts";

type DocumentCalls = DeskCalls<"documents.import" | "documents.read" | "documents.print" | "documents.save">;

type Content = CallValue<"documents.read">;

/** Our own paper says which size it is and what its prints are counted by. */
function sheetOf({ mime, bytes }: Content) {
  if (mime !== "text/html") return null;
  const html = Buffer.from(bytes).toString("utf8");
  const sheet = readSheet(html);
  return sheet === null ? null : { ...sheet, html };
}

function printable(content: Content): PrintJob["content"] {
  switch (content.mime) {
    case "application/pdf":
      return { kind: "pdf", bytes: content.bytes };
    case "image/jpeg":
    case "image/png":
      return { kind: "html", html: pictureSheet(content.mime, content.bytes) };
    default:
      throw new Refusal(
        "unsupportedFile",
        "This kind of file cannot be printed from here. Save it and print it from a viewer.",
        { field: "documentId" },
      );
  }
}

/** What is printed, and what its prints are counted by. */
function wantedPrint(documentId: string, content: Content): Omit<Print, "printer" | "copies"> {
  // The system keeps the titles of its print jobs: a file's name may be a customer's.
  const title = `Counterfoil ${documentId}`;
  const sheet = sheetOf(content);
  if (sheet === null) {
    const pages = printable(content);
    return { what: "document", subjectId: documentId, title, page: A4, content: () => pages };
  }
  const { html, page, subjectId } = sheet;
  return {
    ...{ what: "receipt", subjectId, title, page },
    content: (isCopy) => ({ kind: "html", html: isCopy ? asCopy(html) : html }),
  };
}

/** Beside and renamed: a disk that fills up leaves no half file under the name that the person chose. */
async function writeAside(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.part`;
  try {
    await writeFile(beside, bytes, { mode: 0o600 });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    if (errnoOf(error) === null) throw error;
    throw new Refusal(
      storageCodeOf(error) ?? "storageFailed",
      "The file could not be written there. Choose another place.",
      { field: "path" },
    );
  }
}

export function createDocumentsDesk(context: DeskContext): DocumentCalls {
  const { documents } = context;
  const noteReading = createReadingNotes(context);

  async function read(documentId: string, by: SignedIn): Promise<Content> {
    const content = await documents.read(documentId);
    noteReading(by, "document", documentId);
    return content;
  }

  /** A receipt becomes a PDF where this program can make one; without that it stays HTML and its name must say so. */
  async function fileOf(content: Content, path: string): Promise<Uint8Array> {
    const sheet = sheetOf(content);
    if (sheet === null || /\.html?$/i.test(path)) return content.bytes;
    return printingOf(context).pdf(sheet.html, sheet.page);
  }

  return {
    "documents.import": async (input, by) => {
      if ("bytes" in input) return documents.keep({ ...input, source: "import" as const, actor: by.name });
      const { name, path } = input;
      const bytes = await readChosenFile(path);
      try {
        return await documents.keep({ name, bytes, source: "import", actor: by.name });
      } catch (error) {
        if (error instanceof Refusal && error.field === "bytes")
          throw new Refusal(error.code, error.message, { field: "path" });
        throw error;
      }
    },
    "documents.read": ({ documentId }, by) => read(documentId, by),
    "documents.print": async ({ documentId, printer, copies = 1 }, by) => {
      printingOf(context);
      const content = await read(documentId, by);
      return print(context, { ...wantedPrint(documentId, content), printer, copies }, by);
    },
    "documents.save": async ({ documentId, path }, by) => {
      const content = await read(documentId, by);
      await writeAside(path, await fileOf(content, path));
      const sheet = sheetOf(content);
      if (sheet !== null) noteSaved(context, "receipt", sheet.subjectId, by);
      return { path };
    },
  };
}
