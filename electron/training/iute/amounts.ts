/**
 * The lender's own reading and writing of amounts. It shares nothing with the app's money code on purpose:
 * a mistake made there must meet somebody who does not make the same one.
 */

const PLAIN_DECIMAL = /^(0|[1-9]\d{0,8})(?:\.(\d{1,2}))?$/;

/** Reads "1095.68", "2000" or "0.5" into minor units; signs, exponents, commas and third decimals give null. */
export function readAmount(text: string): number | null {
  const match = PLAIN_DECIMAL.exec(text);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
}

/** Prints as Java prints a double, the way the document's samples do: "5478.4", "0.0", "5000.0". */
export function javaDouble(amountMinor: number): string {
  const sign = amountMinor < 0 ? "-" : "";
  const digits = String(Math.abs(amountMinor)).padStart(3, "0");
  const fraction = digits.slice(-2).replace(/0$/, "");
  return `${sign}${digits.slice(0, -2)}.${fraction}`;
}

/** Prints for paper: "5 478.40". */
export function amountOnPaper(amountMinor: number): string {
  const digits = String(amountMinor).padStart(3, "0");
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, " ")}.${digits.slice(-2)}`;
}
