/** Opens one PDF with pdf.js, without drawing it: pages, encryption, scripts, and whether its text names a reference. */
import "./pdfGlobals.ts";
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfFindings } from "./inspectionMessages.ts";

/** Of a longer document only so many pages are looked at one by one. */
const MOST_PAGES_LOOKED_AT = 500;

/** pdf.js names its failures; no class of them crosses its own message channel reliably. */
function isPasswordWanted(error: unknown): boolean {
  return error instanceof Error && error.name === "PasswordException";
}

function pageNumbers(document: PDFDocumentProxy): number[] {
  const count = Math.min(document.numPages, MOST_PAGES_LOOKED_AT);
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** A page that cannot be opened makes the document a broken one; its scripts count like the document's own. */
async function pagesAreScripted(document: PDFDocumentProxy): Promise<boolean> {
  let scripted = false;
  for (const number of pageNumbers(document)) {
    const page = await document.getPage(number);
    // Actions that cannot be read cannot be run either: the page itself opened.
    const actions: unknown = await page.getJSActions().catch(() => null);
    if (actions !== null && actions !== undefined) scripted = true;
    page.cleanup();
  }
  return scripted;
}

/** Scripts hide in many places (links, fields, names); the word itself gives away those that lie in the open. */
function namesScript(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("/JavaScript");
}

async function textOf(document: PDFDocumentProxy, number: number): Promise<{ close: string; apart: string }> {
  const page = await document.getPage(number);
  // A page whose text cannot be read still opens and prints: it counts as one without text.
  const { items } = await page.getTextContent().catch(() => ({ items: [] }));
  page.cleanup();
  const pieces = items.flatMap((item) => ("str" in item ? [item.hasEOL ? `${item.str}\n` : item.str] : []));
  // A number may be drawn in pieces, and two numbers side by side without a space between them.
  return { close: pieces.join(""), apart: pieces.join(" ") };
}

async function look(document: PDFDocumentProxy, find: string): Promise<"found" | "notFound" | "noText"> {
  const wanted = new RegExp(`(?<!\\d)${find.replaceAll(/[^\p{L}\p{N}]/gu, "\\$&")}(?!\\d)`, "u");
  let anyText = false;
  for (const number of pageNumbers(document)) {
    const { close, apart } = await textOf(document, number);
    if (wanted.test(close) || wanted.test(apart)) return "found";
    if (close.trim() !== "") anyText = true;
  }
  return anyText ? "notFound" : "noText";
}

async function examine(
  document: PDFDocumentProxy,
  plain: Uint8Array,
  find: string | null,
): Promise<PdfFindings> {
  const { info } = await document.getMetadata();
  // A document that opens without a password may still be encrypted: what it allows is not ours to decide.
  if ("EncryptFilterName" in info && info.EncryptFilterName != null) return { kind: "encrypted" };
  const pages = document.numPages;
  if (pages < 1) return { kind: "broken" };
  const inPages = await pagesAreScripted(document);
  const scripted = inPages || (await document.hasJSActions()) || namesScript(plain);
  return { kind: "pdf", pages, scripted, found: find === null ? null : await look(document, find) };
}

export async function examinePdf(bytes: Uint8Array, find: string | null): Promise<PdfFindings> {
  const loading = getDocument({
    // pdf.js takes the bytes away from whoever gave them.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
  });
  try {
    return await examine(await loading.promise, bytes, find);
  } catch (error) {
    return { kind: isPasswordWanted(error) ? "encrypted" : "broken" };
  } finally {
    await loading.destroy();
  }
}
