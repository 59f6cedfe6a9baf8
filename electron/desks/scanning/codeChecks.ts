/** Compares the codes that were read off scanned pages with the loan: whose agreement it is, and whether it is whole. */
import { type AgreementCode, agreementMark, readAgreementCode } from "../../../shared/agreementCode.ts";
import type { DocumentCheck } from "../../../shared/api/paper.ts";

/** What the codes are compared with. */
export interface ExpectedAgreement {
  loanRef: string | null;
  agreementDocumentId: string | null;
}

interface ReadPage {
  /** Where it lies among the scanned pages, counted from 1. */
  at: number;
  code: AgreementCode;
}

function warning(code: string, message: string, facts: Record<string, string | number>): DocumentCheck {
  return { code, level: "warning", message, facts };
}

function list(numbers: readonly number[]): string {
  return [...new Set(numbers)].join(", ");
}

function named(numbers: readonly number[]): string {
  return new Set(numbers).size === 1 ? `Page ${list(numbers)}` : `Pages ${list(numbers)}`;
}

function otherLoan(pages: readonly ReadPage[], loanRef: string): DocumentCheck | null {
  const foreign = pages.filter(({ code }) => code.loanRef !== loanRef);
  const [first] = foreign;
  if (first === undefined) return null;
  const places = foreign.map(({ at }) => at);
  const other = first.code.loanRef;
  const message = `${named(places)}: the code says loan ${other}, not ${loanRef}. Scan the agreement of this loan.`;
  return warning("otherLoanCode", message, { pages: list(places), loanRef: other });
}

/** Issued once more, in another language or with other terms, an agreement is another document. */
function earlierAgreement(
  pages: readonly ReadPage[],
  agreementDocumentId: string | null,
): DocumentCheck | null {
  if (agreementDocumentId === null) return null;
  const places = pages
    .filter(({ code }) => code.mark !== agreementMark(agreementDocumentId))
    .map(({ at }) => at);
  if (places.length === 0) return null;
  const message = `${named(places)}: printed from an agreement of this loan that was issued anew since. Let the customer sign the one that holds now.`;
  return warning("earlierAgreement", message, { pages: list(places) });
}

function duplicates(pages: readonly ReadPage[]): DocumentCheck | null {
  const seen = new Set<number>();
  const twice = pages.flatMap(({ code: { page } }) => {
    if (seen.has(page)) return [page];
    seen.add(page);
    return [];
  });
  if (twice.length === 0) return null;
  const message = `${named(twice)} of the agreement is here more than once. Remove what is too much.`;
  return warning("duplicatePages", message, { pages: list(twice) });
}

/** Only where every scanned page told its number: an unread one may be the one that is looked for. */
function missing(pages: readonly ReadPage[], scanned: number): DocumentCheck | null {
  const [first] = pages;
  if (first === undefined || pages.length < scanned) return null;
  const here = new Set(pages.map(({ code }) => code.page));
  const absent = Array.from({ length: first.code.pages }, (_, index) => index + 1).filter(
    (page) => !here.has(page),
  );
  if (absent.length === 0) return null;
  const message = `${named(absent)} of the agreement is missing. Scan what is missing and add it.`;
  return warning("missingPages", message, { pages: list(absent) });
}

function outOfOrder(pages: readonly ReadPage[]): DocumentCheck | null {
  const numbers = pages.map(({ code }) => code.page);
  if (numbers.every((page, index) => index === 0 || page >= (numbers[index - 1] ?? 0))) return null;
  const message = `The pages lie in the order ${numbers.join(", ")}. Put them in order.`;
  return warning("wrongOrder", message, { pages: numbers.join(", ") });
}

/** Nothing where no page carries a code: then the text is all there is to compare. */
export function codeChecks(
  codes: readonly (readonly string[])[],
  { loanRef, agreementDocumentId }: ExpectedAgreement,
): DocumentCheck[] {
  const pages = codes.flatMap((onPage, index): ReadPage[] => {
    const code = onPage.map(readAgreementCode).find((read) => read !== null);
    return code === undefined ? [] : [{ at: index + 1, code }];
  });
  if (pages.length === 0 || loanRef === null) return [];
  const foreign = otherLoan(pages, loanRef);
  if (foreign !== null) return [foreign];
  const earlier = earlierAgreement(pages, agreementDocumentId);
  if (earlier !== null) return [earlier];
  const found = [duplicates(pages), missing(pages, codes.length), outOfOrder(pages)].filter(
    (check) => check !== null,
  );
  if (found.length > 0) return found;
  const message = `The codes on the pages say that this is the agreement of loan ${loanRef}, in order.`;
  return [{ code: "agreementCode", level: "ok", message, facts: { loanRef } }];
}
