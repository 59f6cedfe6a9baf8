/** Money as integer minor units, read from and written to text exactly: no float ever holds an amount. */
import { groupedDigits } from "./numbers.ts";

/** The largest amount one entry may hold: 10^13 minor units, far inside the exact integers of a double. */
export const MAX_AMOUNT_MINOR = 10_000_000_000_000;

export type AmountProblem = "empty" | "notANumber" | "negative" | "zero" | "tooManyDecimals" | "tooLarge";

export type AmountReading = { ok: true; amountMinor: number } | { ok: false; problem: AmountProblem };

const PROVIDER_DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/;

/**
 * Reads a provider's decimal text such as "5478.4", "0.0" or "-12" into minor units (two decimals where the currency
 * has no other number of them). Exponents, commas, spaces, signs other than one leading minus and a decimal too many
 * that is not zero give null.
 */
export function minorFromDecimalText(text: string, decimals = 2): number | null {
  const match = PROVIDER_DECIMAL.exec(text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""));
  if (!match) return null;
  const [, sign = "", whole = "0", fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(decimals))) return null;
  const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  if (!Number.isSafeInteger(minor) || minor > MAX_AMOUNT_MINOR) return null;
  return sign === "-" && minor !== 0 ? -minor : minor;
}

/** Writes minor units as the shortest plain decimal with two places, or the currency's own: 109568 gives "1095.68". */
export function decimalTextFromMinor(amountMinor: number, decimals = 2): string {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError("An amount is a whole number of minor units.");
  const sign = amountMinor < 0 ? "-" : "";
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, "0");
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * Reads what a clerk typed: digits with at most one "," or "." before at most two decimals (or the currency's own
 * number of them), and spaces between groups of three. Anything else (signs, exponents, "1.050,00", a decimal too many,
 * hidden characters) is refused, never rounded.
 */
export function readTypedAmount(typed: string, decimals = 2): AmountReading {
  const text = typed.trim();
  if (text === "") return { ok: false, problem: "empty" };
  // `trim` takes a byte order mark for a space; what cannot be seen is never part of an amount.
  if (/\p{Cf}/u.test(typed)) return { ok: false, problem: "notANumber" };
  if (/^-[\d\s.,]+$/.test(text)) return { ok: false, problem: "negative" };
  const grouped = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d*)?$/.test(text);
  const plain = grouped ? text.replace(/[ \u00a0\u202f]/g, "") : text;
  const match = /^(\d+)(?:[.,](\d*))?$/.exec(plain);
  if (!match) return { ok: false, problem: "notANumber" };
  const [, whole = "0", fraction = ""] = match;
  if (fraction.length > decimals) return { ok: false, problem: "tooManyDecimals" };
  if (whole.replace(/^0+/, "").length > 11) return { ok: false, problem: "tooLarge" };
  const amountMinor = Number(whole + fraction.padEnd(decimals, "0"));
  if (amountMinor > MAX_AMOUNT_MINOR) return { ok: false, problem: "tooLarge" };
  return amountMinor === 0 ? { ok: false, problem: "zero" } : { ok: true, amountMinor };
}

/** Formats for reading on screen and paper in the clerk's language, without a currency: "1,095.68", "1.095,68". */
export function formatMinor(amountMinor: number, language: string, decimals = 2): string {
  const sign = amountMinor < 0 ? "\u2212" : "";
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return `${sign}${groupedDigits(whole, digits.slice(whole.length), language)}`;
}

/** Adds amounts and stops the program where the sum would leave the exact integers. */
export function sumMinor(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) {
    total += amount;
    if (!Number.isSafeInteger(total)) throw new RangeError("A sum of amounts left the exact integers.");
  }
  return total;
}
