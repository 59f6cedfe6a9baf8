/** The documents desk: files are chosen, read, printed and saved; what lies on the disk stays sealed. */
import { rename, rm, writeFile } from "node:fs/promises";
import type { CallValue, ParsedInput } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { readChosenFile } from "../documents/chosenFile.ts";
import { printerChoice } from "../journal/paper/printers.ts";
import { printsOf } from "../journal/paper/queries.ts";
import { errnoOf, storageCodeOf } from "../journal/storageFailure.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { createReadingNotes } from "./customerReading.ts";
import { documentPrint, type PaperParts, sheetOf } from "./documentPaper.ts";
import { noteSaved, print, printingOf } from "./printing.ts";

type DocumentCalls = DeskCalls<
  "documents.import" | "documents.read" | "documents.print" | "documents.prints" | "documents.save"
>;

type Content = CallValue<"documents.read">;

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

export function createDocumentsDesk(context: DeskContext, parts: PaperParts): DocumentCalls {
  const { documents, journal } = context;
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

  async function printDocument(input: ParsedInput<"documents.print">, by: SignedIn) {
    const { documentId, copies = 1, sheet, dialog = false } = input;
    printingOf(context);
    const content = await read(documentId, by);
    const { use, ...paper } = await documentPrint(context, parts, documentId, content);
    const choice = printerChoice(journal.sql, use);
    const { printer = choice.printer } = input;
    const duplex = input.duplex ?? (use === "agreement" ? choice.duplex : null);
    return print(context, { ...paper, printer, copies, duplex, sheet, dialog }, by);
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
    "documents.print": printDocument,
    "documents.prints": ({ documentId }) => {
      documents.view(documentId);
      return printsOf(journal.sql, documentId);
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
