/**
 * Numbers for reading, with the marks of each of the clerks' languages. The marks are ours: Electron's Chromium holds no
 * number data for Albanian and Macedonian and would write them as in English, whose group comma is their decimal one.
 */

type Marks = { group: string; decimal: string };

const SPACE = "\u00a0";
const english: Marks = { group: ",", decimal: "." };
/** As the Unicode CLDR has them. */
const marksOf: ReadonlyMap<string, Marks> = new Map([
  ["en", english],
  ["sq", { group: SPACE, decimal: "," }],
  ["ro", { group: ".", decimal: "," }],
  ["ru", { group: SPACE, decimal: "," }],
  ["mk", { group: ".", decimal: "," }],
]);

/** Digits before and after the decimal mark, grouped by three: ("1095", "68") gives "1,095.68" or "1.095,68". */
export function groupedDigits(whole: string, fraction: string, language: string): string {
  const { group, decimal } = marksOf.get(language) ?? english;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === "" ? grouped : `${grouped}${decimal}${fraction}`;
}

/** A measured number, never money, rounded to so many decimals: 1.26 gives "1.3" or "1,3". */
export function formatNumber(value: number, decimals: number, language: string): string {
  const [whole = "0", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
  return `${value < 0 ? "\u2212" : ""}${groupedDigits(whole, fraction, language)}`;
}
