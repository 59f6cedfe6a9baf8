/** Looks at the bytes of a new document: what it is, how many pages, and what a clerk should know about it. */
import { type DocumentView, MAX_DOCUMENT_BYTES } from "../../shared/api/paper.ts";
import type { NewDocument } from "./contract.ts";
import { fileKindOf, nameMisleads } from "./fileKind.ts";
import { fileEmpty, fileTooLarge, pdfBroken, pdfEncrypted, unsupportedFile } from "./fileRefusals.ts";
import type { PdfFindings } from "./inspectionMessages.ts";
import type { Inspector } from "./inspector.ts";

export type Check = DocumentView["checks"][number];

export interface Examined {
  mime: DocumentView["mime"];
  pages: number;
  checks: Check[];
}

const words: Readonly<Record<DocumentView["mime"], string>> = {
  "application/pdf": "PDF document",
  "image/jpeg": "JPEG picture",
  "image/png": "PNG picture",
  "image/tiff": "TIFF picture",
  "text/html": "receipt",
};

function kindChecks(name: string, mime: DocumentView["mime"], pages: number): Check[] {
  const kind = words[mime];
  return [
    { code: "kind", level: "ok", message: `This is a ${kind}.` },
    { code: "pages", level: "ok", message: pages === 1 ? "One page." : `${pages} pages.` },
    ...(nameMisleads(name, mime)
      ? [
          {
            code: "nameMisleads",
            level: "warning" as const,
            message: `The file's name promises something else: it is a ${kind} and is kept as one.`,
            facts: { kind: mime },
          },
        ]
      : []),
  ];
}

function referenceCheck(found: "found" | "notFound" | "noText" | null, loanRef: string | undefined): Check[] {
  if (loanRef === undefined || found === null) return [];
  const code = "loanReference";
  if (found === "found") return [{ code, level: "ok", message: `The text names loan ${loanRef}.` }];
  const message =
    found === "noText"
      ? `The document has no text that could be compared: check by eye that it belongs to loan ${loanRef}.`
      : `The text does not name loan ${loanRef}: check that this is not the document of another loan.`;
  return [{ code, level: "warning", message, facts: { loanRef, found } }];
}

function pdfChecks(document: NewDocument, findings: Extract<PdfFindings, { kind: "pdf" }>): Check[] {
  return [
    ...kindChecks(document.name, "application/pdf", findings.pages),
    ...(findings.scripted
      ? [
          {
            code: "hasScript",
            level: "warning" as const,
            message: "The PDF carries a script. It is not run here, but other programs may run it.",
          },
        ]
      : []),
    ...referenceCheck(findings.found, document.expectedLoanRef),
  ];
}

async function examinePdf(document: NewDocument, inspector: Inspector): Promise<Examined> {
  const findings = await inspector.pdf(document.bytes, document.expectedLoanRef ?? null);
  switch (findings.kind) {
    case "encrypted":
      throw pdfEncrypted("bytes");
    case "broken":
      throw pdfBroken("bytes");
    case "pdf":
      return {
        mime: "application/pdf",
        pages: findings.pages,
        checks: pdfChecks(document, findings),
      };
  }
}

/** Throws what `DocumentStore.keep` throws. */
export async function examineDocument(document: NewDocument, inspector: Inspector): Promise<Examined> {
  const { bytes, name, source } = document;
  if (bytes.byteLength === 0) throw fileEmpty("bytes");
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) throw fileTooLarge("bytes");
  // Receipts are our own HTML; from outside no HTML comes in.
  if (source === "receipt") return { mime: "text/html", pages: 1, checks: [] };
  const kind = fileKindOf(bytes);
  if (kind === null) throw unsupportedFile("bytes");
  if (kind.mime === "application/pdf") return examinePdf(document, inspector);
  const { mime, pages } = kind;
  return {
    mime,
    pages,
    checks: [...kindChecks(name, mime, pages), ...referenceCheck("noText", document.expectedLoanRef)],
  };
}
