/** The code of ours on a printed agreement's footer: which loan, which page of how many, which print, which document. */

export interface AgreementCode {
  loanRef: string;
  /** Counted from 1. */
  page: number;
  pages: number;
  /** How often this document had been printed when this sheet was. */
  print: number;
  /** Tells the document from another one of the same loan: an agreement that was issued again. */
  mark: string;
}

/** A reference that cannot be told from its neighbours in the code is printed without one. */
const REFERENCE = /^[A-Za-z0-9-]{1,40}$/;

/** Readers with another keyboard layout turn colons and strokes into something else. */
const CODE =
  /^CFA([^A-Za-z0-9])([A-Za-z0-9-]{1,40})\1(\d{1,4})[^A-Za-z0-9](\d{1,4})\1(\d{1,5})\1([0-9A-F]{4})$/i;

/** Four characters of the document's id. */
export function agreementMark(documentId: string): string {
  return documentId.slice(-4).toUpperCase();
}

/** Capitals and digits only, which makes the smallest square; null where the loan's reference does not allow it. */
export function agreementCodeText({ loanRef, page, pages, print, mark }: AgreementCode): string | null {
  return REFERENCE.test(loanRef) ? `CFA:${loanRef}:${page}/${pages}:${print}:${mark}` : null;
}

/** Null for any other code that may stand on a page. */
export function readAgreementCode(text: string): AgreementCode | null {
  const [, , loanRef, page, pages, print, mark] = CODE.exec(text.trim()) ?? [];
  if (loanRef === undefined || mark === undefined) return null;
  return {
    ...{ loanRef, mark: mark.toUpperCase() },
    ...{ page: Number(page), pages: Number(pages), print: Number(print) },
  };
}
