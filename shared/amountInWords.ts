/** An amount in words, as it stands on receipts and under the amount field: "One thousand and ninety-five 68/100 MDL". */
import { toCardinal as inEnglish } from "n2words/en-GB";
import { toCardinal as inRussian } from "n2words/ru-RU";
import type { Language } from "./api/values.ts";
import { inAlbanian } from "./words/albanian.ts";
import { inMacedonian } from "./words/macedonian.ts";
import { inRomanian } from "./words/romanian.ts";

/** The library has no Albanian and no Macedonian, and its Romanian says "douăsprezece lei". */
const wholeInWords: Record<Language, (whole: number) => string> = {
  en: (whole) => inEnglish(whole),
  sq: inAlbanian,
  ro: inRomanian,
  ru: (whole) => inRussian(whole),
  mk: inMacedonian,
};

/**
 * The whole units in words (masculine, as lei, leks, denars and euros are counted), the minor ones as a fraction, and
 * the currency's code. Throws a `RangeError` for what is no amount.
 */
export function amountInWords(amountMinor: number, currency: string, language: Language): string {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 0)
    throw new RangeError("Words are there for whole, positive numbers of minor units.");
  const words = wholeInWords[language](Math.floor(amountMinor / 100));
  const fraction = String(amountMinor % 100).padStart(2, "0");
  const sentence = words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
  return `${sentence} ${fraction}/100 ${currency}`;
}
