/** Compares a signed document with the loan that it is meant for, before it leaves: pages, reference, and other loans. */
import type { DocumentView } from "../../../shared/api/paper.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import { documentsLike, loansKeeping } from "../../journal/paper/queries.ts";
import { readLoan } from "../../journal/projections/loans.ts";
import type { DeskContext } from "../context.ts";

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
  return [{ code: "pageCount", level: "warning", message }];
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
  return [{ code: "usedForOtherLoan", level: "warning", message }];
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
  return [
    ...pagesCheck(context, document, loan),
    ...(await referenceCheck(context, document, loan)),
    ...otherLoansCheck(context, document, loan),
  ];
}
