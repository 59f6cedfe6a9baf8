/** What the derived tables say about documents and about the paper that was printed. */
import { z } from "zod";
import type { Sql } from "../contract.ts";

const storedDocument = z.object({
  documentId: z.string(),
  loanId: z.string().nullable(),
  mime: z.string(),
  pages: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  source: z.string(),
});
export type StoredDocument = z.infer<typeof storedDocument>;

const columns = "document_id AS documentId, loan_id AS loanId, mime, pages, bytes, sha256, source";

/** Null for a document that never was or was purged. */
export function readDocument(sql: Sql, documentId: string): StoredDocument | null {
  const found: unknown = sql
    .prepare(`SELECT ${columns} FROM documents WHERE document_id = ? AND purged = 0`)
    .get(documentId);
  return found === undefined ? null : storedDocument.parse(found);
}

/** A receipt of exactly this content that is kept already. */
export function documentWithContent(sql: Sql, sha256: string, source: string): string | null {
  const found: unknown = sql
    .prepare("SELECT document_id FROM documents WHERE sha256 = ? AND source = ? AND purged = 0 LIMIT 1")
    .pluck()
    .get(sha256, source);
  return typeof found === "string" ? found : null;
}

/** Every document whose file must lie in the folder. */
export function keptDocumentIds(sql: Sql): Set<string> {
  const found: unknown[] = sql.prepare("SELECT document_id FROM documents WHERE purged = 0").pluck().all();
  return new Set(z.array(z.string()).parse(found));
}

/** `unknown`: the program ended between sending a print and hearing of it. */
export type PrintState = "never" | "printed" | "unknown" | "failed";

const storedPrint = z.object({ result: z.string().nullable() });

/** The printer did not take it, or a person closed the system's dialog. */
function isWithoutPaper({ result }: z.infer<typeof storedPrint>): boolean {
  return result === "failed" || result === "cancelled";
}

/**
 * How often paper about `subjectId` may have left a printer, and what became of the last try. A print of unknown
 * result counts: the paper may lie in the tray.
 */
export function printsOf(sql: Sql, subjectId: string): { count: number; state: PrintState } {
  const found: unknown[] = sql
    .prepare("SELECT result FROM prints WHERE subject_id = ? ORDER BY sequence")
    .all(subjectId);
  const prints = z.array(storedPrint).parse(found);
  const last = prints.at(-1);
  return {
    count: prints.filter((print) => !isWithoutPaper(print)).length,
    state:
      last === undefined
        ? "never"
        : last.result === null
          ? "unknown"
          : isWithoutPaper(last)
            ? "failed"
            : "printed",
  };
}

/** The numbers that were given out about an item, in order: its receipt, then a slip for cash given back. */
export function paperNumbersOf(sql: Sql, itemId: string): string[] {
  const found: unknown[] = sql
    .prepare("SELECT receipt_no FROM receipt_numbers WHERE item_id = ? ORDER BY number")
    .pluck()
    .all(itemId);
  return z.array(z.string()).parse(found);
}

const happening = z.object({ at: z.string(), actor: z.string() });

/** When and by whom a kind of row about an item was last written. */
export function lastHappening(
  sql: Sql,
  itemId: string,
  kind: "item.givenBack" | "item.voided",
): { at: string; actor: string } | null {
  const found: unknown = sql
    .prepare("SELECT at, actor FROM search WHERE item_id = ? AND kind = ? ORDER BY sequence DESC LIMIT 1")
    .get(itemId, kind);
  return found === undefined ? null : happening.parse(found);
}

/** The loans that keep this document: as their agreement, as the signed one, as a bank statement. */
export function loansKeeping(sql: Sql, documentId: string): string[] {
  const found: unknown[] = sql
    .prepare(
      `SELECT loan_id FROM loans WHERE ? IN (json_extract(record, '$.agreementDocumentId'),
         json_extract(record, '$.signedDocumentId'), json_extract(record, '$.bankStatementDocumentId'))`,
    )
    .pluck()
    .all(documentId);
  return z.array(z.string()).parse(found);
}

/** Documents of exactly this content that came in from outside, purged ones too. */
export function documentsLike(sql: Sql, sha256: string): { documentId: string; loanId: string | null }[] {
  const found: unknown[] = sql
    .prepare(
      `SELECT document_id AS documentId, loan_id AS loanId FROM documents
       WHERE sha256 = ? AND source IN ('import', 'scan')`,
    )
    .all(sha256);
  return z.array(z.object({ documentId: z.string(), loanId: z.string().nullable() })).parse(found);
}

/** As many as can be compared while a clerk waits. */
const MOST_COMPARED = 1000;

/** The signed papers that other loans keep and that are still here, the newest first. */
export function documentsOfOtherLoans(sql: Sql, loanId: string): { documentId: string; loanId: string }[] {
  const found: unknown[] = sql
    .prepare(
      `SELECT documents.document_id AS documentId, loans.loan_id AS loanId FROM loans
         JOIN documents ON documents.document_id = json_extract(loans.record, '$.signedDocumentId')
        WHERE loans.loan_id <> ? AND documents.purged = 0 ORDER BY documents.sequence DESC LIMIT ${MOST_COMPARED}`,
    )
    .all(loanId);
  return z.array(z.object({ documentId: z.string(), loanId: z.string() })).parse(found);
}
