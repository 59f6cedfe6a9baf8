/** Tells a barcode reader's burst of keys from a person's typing, and what was read. */

import { readAgreementCode } from "../../shared/agreementCode.ts";

/** Slower than any reader and faster than any person between two keys. */
const BURST_MS = 50;
const SHORTEST = 3;
const LONGEST = 120;

export type Scanned =
  | { what: "receipt"; receiptNo: string }
  /** A page of an agreement that was printed here. */
  | { what: "agreement"; loanRef: string }
  | { what: "testPage" }
  | { what: "loan"; loanRef: string }
  | { what: "unknown"; text: string };

export type Burst = { text: string; lastAt: number };

export const noBurst: Burst = { text: "", lastAt: 0 };

/** A next key of one letter; one that comes too late begins anew. */
export function withKey(burst: Burst, key: string, at: number): Burst {
  const text = at - burst.lastAt <= BURST_MS ? burst.text + key : key;
  return { text: text.slice(-LONGEST), lastAt: at };
}

/** What Enter ends: null where it was a person's. */
export function endOfBurst(burst: Burst, at: number): string | null {
  return at - burst.lastAt <= BURST_MS && burst.text.length >= SHORTEST ? burst.text : null;
}

/** Receipts say "CF:" and their number; readers with another keyboard layout turn the colon into something else. */
export function readScan(text: string): Scanned {
  const agreement = readAgreementCode(text);
  if (agreement !== null) return { what: "agreement", loanRef: agreement.loanRef };
  if (/^CF[^A-Za-z0-9]test$/i.test(text.trim())) return { what: "testPage" };
  const receipt = /^CF[^A-Za-z0-9](.{1,80})$/i.exec(text.trim());
  if (receipt?.[1] !== undefined) return { what: "receipt", receiptNo: receipt[1] };
  if (/^[1-9]\d{0,17}$/.test(text.trim())) return { what: "loan", loanRef: text.trim() };
  return { what: "unknown", text: text.trim() };
}
