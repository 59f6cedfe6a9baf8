/** Compares a signed document with the loan that it is meant for, before it leaves: pages, reference, and other loans. */
import type { DocumentView } from "../../../shared/api/paper.ts";
import { Refusal } from "../../../shared/errors.ts";
import { type ReadLikeness, readLikeness, type Sureness, sureness } from "../../documents/pages/alike.ts";
import type { PageFacts } from "../../documents/pages/pageMessages.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import { documentsLike, documentsOfOtherLoans, loansKeeping } from "../../journal/paper/queries.ts";
import { readLoan } from "../../journal/projections/loans.ts";
import type { DeskContext } from "../context.ts";
import { codeChecks } from "./codeChecks.ts";

type Check = DocumentView["checks"][number];

function pagesCheck({ documents }: DeskContext, document: DocumentView, loan: LoanRecord): Check[] {
  if (loan.agreementDocumentId === null) return [];
  let expected: number;
  try {
    expected = documents.view(loan.agreementDocumentId).pages;
  } catch (error) {
    // The agreement's time of keeping is over: there is nothing to count against.
    if (error instanceof Refusal && error.code === "unknownDocument") return [];
    throw error;
  }
  const { pages } = document;
  if (pages === expected)
    return [{ code: "pageCount", level: "ok", message: `As many pages as the agreement: ${pages}.` }];
  const what =
    pages < expected ? "Scan the missing ones and add them." : "Remove what does not belong to it.";
  const message = `The agreement has ${expected} pages, this has ${pages}. ${what}`;
  const facts = { expected, pages, which: pages < expected ? "missing" : "tooMany" };
  return [{ code: "pageCount", level: "warning", message, facts }];
}

async function referenceCheck(
  context: DeskContext,
  document: DocumentView,
  loan: LoanRecord,
): Promise<Check[]> {
  if (loan.loanRef === null) return [];
  const code = "loanReference";
  switch (await context.documents.names(document.documentId, loan.loanRef)) {
    case "found":
      return [{ code, level: "ok", message: `The text names loan ${loan.loanRef}.` }];
    case "noText":
      return [
        {
          code,
          level: "ok",
          message: `A picture has no text to compare: see that it names loan ${loan.loanRef}.`,
        },
      ];
    case "notFound":
      return [
        {
          code,
          level: "warning",
          message: `The text does not name loan ${loan.loanRef}: this may be the agreement of another loan.`,
          facts: { loanRef: loan.loanRef, found: "notFound" },
        },
      ];
  }
}

function otherLoansCheck({ journal }: DeskContext, document: DocumentView, loan: LoanRecord): Check[] {
  const loans = documentsLike(journal.sql, document.sha256).flatMap(({ documentId, loanId }) => [
    ...(loanId === null ? [] : [loanId]),
    ...loansKeeping(journal.sql, documentId),
  ]);
  const other = loans.find((loanId) => loanId !== loan.loanId);
  if (other === undefined) return [];
  const name = readLoan(journal.sql, other)?.loanRef ?? other;
  const message = `This very file was used for loan ${name} already. Scan the pages of this loan.`;
  return [{ code: "usedForOtherLoan", level: "warning", message, facts: { loanRef: name } }];
}

/** How sure it is that each of these pages is the same paper as one of the others; null where one is not. */
function samePages(ours: ReadLikeness[], theirs: ReadLikeness[]): Sureness | null {
  let sure: Sureness = "certain";
  for (const page of ours) {
    const found = theirs.map((other) => sureness(page, other));
    if (!found.some((one) => one !== null)) return null;
    if (!found.includes("certain")) sure = "likely";
  }
  return sure;
}

/** Nothing for a document whose time of keeping has just ended. */
function measured(documents: DeskContext["documents"], documentId: string): PageFacts[] {
  try {
    return documents.pageFacts(documentId) ?? [];
  } catch (error) {
    if (error instanceof Refusal && error.code === "unknownDocument") return [];
    throw error;
  }
}

function likenessesOf({ documents }: DeskContext, documentId: string): ReadLikeness[] {
  return measured(documents, documentId).flatMap(({ likeness }) => {
    const read = likeness === null ? null : readLikeness(likeness);
    return read === null ? [] : [read];
  });
}

/**
 * The same paper scanned a second time is another file. A page of printed terms looks alike in every agreement: only
 * where each page that can be compared is the same as one of the other loan's is there anything to say.
 */
function samePaperCheck(context: DeskContext, document: DocumentView, loan: LoanRecord): Check[] {
  const ours = likenessesOf(context, document.documentId);
  if (ours.length === 0) return [];
  for (const { documentId, loanId } of documentsOfOtherLoans(context.journal.sql, loan.loanId)) {
    const sure = samePages(ours, likenessesOf(context, documentId));
    if (sure === null) continue;
    const name = readLoan(context.journal.sql, loanId)?.loanRef ?? loanId;
    const how = sure === "certain" ? "almost certainly" : "perhaps";
    const message = `These pages are ${how} the same paper that was scanned for loan ${name}. Compare the names and the signatures.`;
    const facts = { loanRef: name, sure };
    return [{ code: "samePaper", level: "warning", message, facts }];
  }
  return [];
}

/** Throws `unknownDocument` and `unknownLoan`. */
export async function compareWithLoan(
  context: DeskContext,
  documentId: string,
  loanId: string,
): Promise<Check[]> {
  const document = context.documents.view(documentId);
  const loan = readLoan(context.journal.sql, loanId);
  if (loan === null) throw new Refusal("unknownLoan", "This loan is not known here.", { field: "loanId" });
  const usedBefore = otherLoansCheck(context, document, loan);
  return [
    ...pagesCheck(context, document, loan),
    ...(await referenceCheck(context, document, loan)),
    ...codeChecks(
      (context.documents.pageFacts(documentId) ?? []).map(({ codes }) => codes),
      loan,
    ),
    ...(usedBefore.length > 0 ? usedBefore : samePaperCheck(context, document, loan)),
  ];
}
