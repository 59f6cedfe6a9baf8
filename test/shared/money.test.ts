/** Amounts from text and back: exact, or refused with a reason; never rounded, never a float. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf } from "../../shared/currencies.ts";
import {
  type AmountProblem,
  decimalTextFromMinor,
  formatMinor,
  MAX_AMOUNT_MINOR,
  minorFromDecimalText,
  readTypedAmount,
  sumMinor,
} from "../../shared/money.ts";

/** Any code units, lone surrogates among them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(...[..."0123456789.,- ab%&"].map((letter) => letter.charCodeAt(0))),
    ),
    { maxLength: 12 },
  )
  .map((units) => String.fromCharCode(...units));

describe("what a clerk types", () => {
  it.each<[typed: string, amountMinor: number]>([
    ["1095,68", 109_568],
    ["1095.68", 109_568],
    ["1095", 109_500],
    ["1095,6", 109_560],
    ["1095.", 109_500],
    ["0,01", 1],
    ["007", 700],
    ["  12,50\t", 1_250],
    ["1 095,68", 109_568],
    ["1 234 567.89", 123_456_789],
    ["1\u00a0095,68", 109_568],
    ["1\u202f095,68", 109_568],
    ["99999999999,99", 9_999_999_999_999],
  ])("%j is %i", (typed, amountMinor) => {
    expect(readTypedAmount(typed)).toEqual({ ok: true, amountMinor });
  });

  it.each<[typed: string, problem: AmountProblem]>([
    ["", "empty"],
    ["   ", "empty"],
    ["0", "zero"],
    ["0,00", "zero"],
    ["-5", "negative"],
    ["-5,00", "negative"],
    ["- 5", "negative"],
    ["+5", "notANumber"],
    ["\u22125", "notANumber"],
    ["1e3", "notANumber"],
    ["1E3", "notANumber"],
    ["0x10", "notANumber"],
    ["NaN", "notANumber"],
    ["Infinity", "notANumber"],
    ["1.050,00", "notANumber"],
    ["1,050.00", "notANumber"],
    ["1.050", "tooManyDecimals"],
    ["1095,685", "tooManyDecimals"],
    ["1095,680", "tooManyDecimals"],
    ["12345678901234567890123456789", "tooLarge"],
    ["123456789012345678901234567890", "tooLarge"],
    ["100000000000", "tooLarge"],
    ["1 09", "notANumber"],
    ["10 95,68", "notANumber"],
    ["1  095", "notANumber"],
    ["12,,5", "notANumber"],
    [".5", "notANumber"],
    ["12.5.0", "notANumber"],
    ["12\u200b50", "notANumber"],
    ["\ufeff12", "notANumber"],
    ["12\ufeff", "notANumber"],
    ["\u202e12", "notANumber"],
    ["12\u0000", "notANumber"],
    ["12\n50", "notANumber"],
    ["١٢", "notANumber"],
    ["１２", "notANumber"],
    ["12 lei", "notANumber"],
    ["=1+1", "notANumber"],
  ])("%j is refused: %s", (typed, problem) => {
    expect(readTypedAmount(typed)).toEqual({ ok: false, problem });
  });

  it("any amount, written with a comma or a point, comes back to the minor unit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999_999 }), fc.boolean(), (amountMinor, comma) => {
        const text = decimalTextFromMinor(amountMinor);
        expect(readTypedAmount(comma ? text.replace(".", ",") : text)).toEqual({ ok: true, amountMinor });
      }),
    );
  });

  it("any text at all is an amount above zero within the limit, or refused", () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const reading = readTypedAmount(typed);
        if (!reading.ok) return;
        expect(Number.isSafeInteger(reading.amountMinor)).toBe(true);
        expect(reading.amountMinor).toBeGreaterThan(0);
        expect(reading.amountMinor).toBeLessThanOrEqual(MAX_AMOUNT_MINOR);
      }),
    );
  });
});

describe("a provider's decimals", () => {
  it.each<[text: string, minor: number | null]>([
    ["5478.4", 547_840],
    ["5478.40", 547_840],
    ["0.0", 0],
    ["-0.0", 0],
    ["5000.0", 500_000],
    ["4000", 400_000],
    ["865.24", 86_524],
    ["-12", -1_200],
    ["1095.680000", 109_568],
    [" 12.5\n", 1_250],
    ["100000000000.00", MAX_AMOUNT_MINOR],
    ["100000000000.01", null],
    ["1095.685", null],
    ["0.001", null],
    ["5.4784E3", null],
    ["1.0E7", null],
    ["5478,4", null],
    ["1 000", null],
    ["1,000.00", null],
    ["+5", null],
    ["--5", null],
    ["0x10", null],
    ["NaN", null],
    ["Infinity", null],
    [".5", null],
    ["5.", null],
    ["", null],
    ["five thousand", null],
    ["123456789012345678901234567890", null],
    ["12\u200b.5", null],
    ["\ufeff12.5", null],
    ["١٢", null],
  ])("%j is %s", (text, minor) => {
    expect(minorFromDecimalText(text)).toBe(minor);
  });

  it("come back from what we write, to the minor unit and with their sign", () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_AMOUNT_MINOR, max: MAX_AMOUNT_MINOR }), (minor) => {
        expect(minorFromDecimalText(decimalTextFromMinor(minor))).toBe(minor);
      }),
    );
  });

  it.each<[minor: number, text: string]>([
    [0, "0.00"],
    [1, "0.01"],
    [10, "0.10"],
    [109_568, "1095.68"],
    [-5, "-0.05"],
    [MAX_AMOUNT_MINOR, "100000000000.00"],
  ])("%i is written %s", (minor, text) => {
    expect(decimalTextFromMinor(minor)).toBe(text);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "%d is no amount and stops the program",
    (minor) => {
      expect(() => decimalTextFromMinor(minor)).toThrow(RangeError);
    },
  );
});

describe("for reading", () => {
  it.each<[language: string, text: string]>([
    ["en", "1,234,567.89"],
    ["ro", "1.234.567,89"],
    ["mk", "1.234.567,89"],
    ["sq", "1\u00a0234\u00a0567,89"],
    ["ru", "1\u00a0234\u00a0567,89"],
  ])("in %s: %s", (language, text) => {
    expect(formatMinor(123_456_789, language)).toBe(text);
  });

  it.each<[minor: number, text: string]>([
    [0, "0.00"],
    [5, "0.05"],
    [-109_568, "\u22121,095.68"],
    [100_000, "1,000.00"],
    [MAX_AMOUNT_MINOR, "100,000,000,000.00"],
  ])("%i is shown %s", (minor, text) => {
    expect(formatMinor(minor, "en")).toBe(text);
  });
});

describe("a currency that has not two decimals", () => {
  it.each<[decimals: number, text: string, minor: number, shown: string]>([
    [0, "1500", 1_500, "1,500"],
    [0, "0", 0, "0"],
    [3, "1095.685", 1_095_685, "1,095.685"],
    [3, "0.005", 5, "0.005"],
    [4, "1.2345", 12_345, "1.2345"],
  ])("with %i decimals, %s is %i minor units and is shown %s", (decimals, text, minor, shown) => {
    expect(minorFromDecimalText(text, decimals)).toBe(minor);
    expect(decimalTextFromMinor(minor, decimals)).toBe(text);
    expect(formatMinor(minor, "en", decimals)).toBe(shown);
    if (minor !== 0) expect(readTypedAmount(text, decimals)).toEqual({ ok: true, amountMinor: minor });
  });

  it.each<[decimals: number, text: string]>([
    [0, "1500.5"],
    [3, "1.2345"],
  ])("with %i decimals, %s is refused and never rounded", (decimals, text) => {
    expect(minorFromDecimalText(text, decimals)).toBeNull();
    expect(readTypedAmount(text, decimals)).toEqual({ ok: false, problem: "tooManyDecimals" });
  });

  it.each<[currency: string | null, decimals: number]>([
    ["ALL", 2],
    ["NGN", 2],
    ["JPY", 0],
    ["XOF", 0],
    ["KWD", 3],
    ["999", 2],
    [null, 2],
  ])("%s has %i", (currency, decimals) => {
    expect(decimalsOf(currency)).toBe(decimals);
  });
});

describe("sums", () => {
  it("are exact, and stop where exactness ends", () => {
    expect(sumMinor([])).toBe(0);
    expect(sumMinor([109_568, -100_000, 1])).toBe(9_569);
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => sumMinor([0.1])).toThrow(RangeError);
  });
});
