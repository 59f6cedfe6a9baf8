/** An agreement as it goes to the printer: the lender's pages with our code on each footer that leaves room for it. */
import { agreementCodeText, agreementMark } from "../../../shared/agreementCode.ts";
import type { DrawnPage } from "../../ports.ts";
import { DOTS_PER_INCH, freePlace, isSameBeside, type Place } from "./freePlace.ts";
import type { Stamper } from "./stamper.ts";
import type { Stamp } from "./stampMessages.ts";

/** A longer document is printed as it is: nobody signs it page by page. */
const MOST_PAGES = 80;

export interface CodingParts {
  stamper: Stamper;
  drawn(pdf: Uint8Array, dotsPerInch: number): Promise<DrawnPage[]>;
}

export interface PrintedAgreement {
  documentId: string;
  loanRef: string;
  pages: number;
  /** Counted from 1. */
  print: number;
}

export interface Coded {
  bytes: Uint8Array;
  /** On how many pages a code stands. */
  codes: number;
}

function stampsFor({ documentId, loanRef, print }: PrintedAgreement, places: (Place | null)[]): Stamp[] {
  const pages = places.length;
  return places.flatMap((place, index): Stamp[] => {
    const page = index + 1;
    const text = agreementCodeText({ loanRef, page, pages, print, mark: agreementMark(documentId) });
    if (place === null || text === null) return [];
    return [{ page, ...place, text, words: `${loanRef} · ${page}/${pages} · #${print}` }];
  });
}

/**
 * The paper is the lender's: where anything but the blank place would look different afterwards, the document is
 * printed as it came.
 */
export async function codedAgreement(
  pdf: Uint8Array,
  agreement: PrintedAgreement,
  { stamper, drawn }: CodingParts,
): Promise<Coded> {
  const asItIs = { bytes: pdf, codes: 0 };
  if (agreement.pages > MOST_PAGES) return asItIs;
  const before = await drawn(pdf, DOTS_PER_INCH);
  const places = before.map(freePlace);
  const stamps = stampsFor(agreement, places);
  if (stamps.length === 0) return asItIs;
  const stamped = await stamper.stamp(pdf, stamps);
  if (stamped === null) return asItIs;
  const after = await drawn(stamped, DOTS_PER_INCH);
  const isSame =
    after.length === before.length &&
    before.every((page, index) => {
      const other = after[index];
      return other !== undefined && isSameBeside(page, other, places[index] ?? null);
    });
  return isSame ? { bytes: stamped, codes: stamps.length } : asItIs;
}
