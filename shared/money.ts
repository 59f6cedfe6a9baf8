/** Money as integer minor units, read from and written to text exactly: no float ever holds an amount. */

/** The largest amount one entry may hold: 10^13 minor units, far inside the exact integers of a double. */
export const MAX_AMOUNT_MINOR = 10_000_000_000_000;

export type AmountProblem = "empty" | "notANumber" | "negative" | "zero" | "tooManyDecimals" | "tooLarge";

export type AmountReading = { ok: true; amountMinor: number } | { ok: false; problem: AmountProblem };

const PROVIDER_DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/;

/**
 * Reads a provider's decimal text such as "5478.4", "0.0" or "-12" into minor units (two decimals).
 * Exponents, commas, spaces, signs other than one leading minus and a non-zero third decimal give null.
 */
export function minorFromDecimalText(text: string): number | null {
  const match = PROVIDER_DECIMAL.exec(text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ""));
  if (!match) return null;
  const [, sign = "", whole = "0", fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(2))) return null;
  const minor = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, "0"));
  if (!Number.isSafeInteger(minor) || minor > MAX_AMOUNT_MINOR) return null;
  return sign === "-" && minor !== 0 ? -minor : minor;
}

/** Writes minor units as the shortest plain decimal with two places: 109568 gives "1095.68". */
export function decimalTextFromMinor(amountMinor: number): string {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError("An amount is a whole number of minor units.");
  const sign = amountMinor < 0 ? "-" : "";
  const digits = String(Math.abs(amountMinor)).padStart(3, "0");
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads what a clerk typed: digits with at most one "," or "." before at most two decimals, and spaces
 * between groups of three. Anything else (signs, exponents, "1.050,00", three decimals, hidden characters) is refused,
 * never rounded.
 */
export function readTypedAmount(typed: string): AmountReading {
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
  if (fraction.length > 2) return { ok: false, problem: "tooManyDecimals" };
  if (whole.replace(/^0+/, "").length > 11) return { ok: false, problem: "tooLarge" };
  const amountMinor = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  if (amountMinor > MAX_AMOUNT_MINOR) return { ok: false, problem: "tooLarge" };
  return amountMinor === 0 ? { ok: false, problem: "zero" } : { ok: true, amountMinor };
}

/** Formats for reading on screen and paper in the clerk's language, without a currency: "1,095.68", "1.095,68". */
export function formatMinor(amountMinor: number, language: string): string {
  const sign = amountMinor < 0 ? "\u2212" : "";
  const digits = String(Math.abs(amountMinor)).padStart(3, "0");
  const parts = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).formatToParts(10000.5);
  const group = parts.find((part) => part.type === "group")?.value ?? "\u00a0";
  const decimal = parts.find((part) => part.type === "decimal")?.value ?? ".";
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${sign}${whole}${decimal}${digits.slice(-2)}`;
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
