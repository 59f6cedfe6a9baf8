/** Makes any text safe for paper: no control bytes for a printer, no turned directions, no markup. */

/** Newlines and tabs part words; every other control, format, surrogate or private character goes. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
/** Marks may pile up over the lines above; no language at these counters needs a third on one letter. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;
/** More than any sentence of a lender that belongs on a receipt. */
const MOST_LETTERS = 400;

/** One line of plain text, cut where it is longer than `most` letters. */
export function printableText(text: string, most = MOST_LETTERS): string {
  const clean = text
    .normalize("NFC")
    .replace(BREAKS, " ")
    .replace(HIDDEN, "")
    .replace(PILED_MARKS, "$1")
    .replace(/\s+/gu, " ")
    .trim();
  const letters = Array.from(clean);
  return letters.length <= most ? clean : `${letters.slice(0, most - 1).join("")}…`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Plain text as HTML content or as the value of a quoted attribute. */
export function escapedText(text: string): string {
  return printableText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
