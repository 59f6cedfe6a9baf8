/** Amounts in words, as they stand on receipts: one line a case. */
import { describe, expect, test } from "vitest";
import { amountInWords } from "../../shared/amountInWords.ts";
import { languages } from "../../shared/api/values.ts";
import { MAX_AMOUNT_MINOR } from "../../shared/money.ts";

const said = {
  en: [
    [0, "Zero 00/100 MDL"],
    [1, "Zero 01/100 MDL"],
    [109_568, "One thousand and ninety-five 68/100 MDL"],
    [2_100_000, "Twenty-one thousand 00/100 MDL"],
    [123_456_789, "One million two hundred and thirty-four thousand five hundred and sixty-seven 89/100 MDL"],
  ],
  sq: [
    [0, "Zero 00/100 MDL"],
    [1_200, "Dymbëdhjetë 00/100 MDL"],
    [109_568, "Një mijë e nëntëdhjetë e pesë 68/100 MDL"],
    [20_100, "Dyqind e një 00/100 MDL"],
    [2_100_000, "Njëzet e një mijë 00/100 MDL"],
    [200_000_000, "Dy milionë 00/100 MDL"],
    [
      123_456_789,
      "Një milion e dyqind e tridhjetë e katër mijë e pesëqind e gjashtëdhjetë e shtatë 89/100 MDL",
    ],
  ],
  ro: [
    [0, "Zero 00/100 MDL"],
    [100, "Unu 00/100 MDL"],
    [1_200, "Doisprezece 00/100 MDL"],
    [109_568, "O mie nouăzeci și cinci 68/100 MDL"],
    [200_200, "Două mii doi 00/100 MDL"],
    [1_200_000, "Douăsprezece mii 00/100 MDL"],
    [2_000_000, "Douăzeci de mii 00/100 MDL"],
    [11_900_000, "O sută nouăsprezece mii 00/100 MDL"],
    [100_000_000, "Un milion 00/100 MDL"],
    [2_100_000_000, "Douăzeci și unu de milioane 00/100 MDL"],
  ],
  ru: [
    [0, "Ноль 00/100 MDL"],
    [109_568, "Одна тысяча девяносто пять 68/100 MDL"],
    [200_200, "Две тысячи два 00/100 MDL"],
    [2_100_000, "Двадцать одна тысяча 00/100 MDL"],
    [1_100_000, "Одиннадцать тысяч 00/100 MDL"],
    [500_000_000, "Пять миллионов 00/100 MDL"],
  ],
  mk: [
    [0, "Нула 00/100 MDL"],
    [100, "Еден 00/100 MDL"],
    [109_568, "Илјада деведесет и пет 68/100 MDL"],
    [110_000, "Илјада и сто 00/100 MDL"],
    [200_200, "Две илјади и два 00/100 MDL"],
    [2_100_000, "Дваесет и една илјада 00/100 MDL"],
    [1_100_000, "Единаесет илјади 00/100 MDL"],
    [123_456_789, "Еден милион двесте триесет и четири илјади петстотини шеесет и седум 89/100 MDL"],
    [100_100_000_000, "Една милијарда и еден милион 00/100 MDL"],
  ],
} as const;

describe.each(languages)("in %s", (language) => {
  test.each(said[language].map(([amount, words]) => ({ amount, words })))(
    "$amount: $words",
    ({ amount, words }) => {
      expect(amountInWords(amount, "MDL", language)).toBe(words);
    },
  );

  test("no two whole amounts up to ten thousand, nor around the greater steps, are said alike", () => {
    const steps = [1e4, 1e5, 1e6, 1e9].flatMap((step) =>
      [-1, 0, 1, 2, 11, 12, 21, 100].map((more) => step + more),
    );
    const wholes = [...new Set([...Array.from({ length: 10_000 }, (_, whole) => whole), ...steps])];
    const words = new Set(wholes.map((whole) => amountInWords(whole * 100, "MDL", language)));
    expect(words.size).toBe(wholes.length);
  });

  test("the greatest amount of all has words, and what is no amount has none", () => {
    expect(amountInWords(MAX_AMOUNT_MINOR, "MDL", language)).toContain("00/100 MDL");
    for (const wrong of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])
      expect(() => amountInWords(wrong, "MDL", language)).toThrow(RangeError);
  });
});
