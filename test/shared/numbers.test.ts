// Numbers for reading carry the marks of the clerk's language wherever the program runs: Electron's Chromium knows no
// Albanian and no Macedonian number, so nothing here may ask the runtime.
import { afterEach, describe, expect, it, vi } from "vitest";
import { faceOf } from "../../renderer/till/faces.ts";
import { formatMinor } from "../../shared/money.ts";
import { formatNumber, groupedDigits } from "../../shared/numbers.ts";

const { NumberFormat } = Intl;
const onlyEnglish = { NumberFormat: () => new NumberFormat("en") };
afterEach(() => vi.unstubAllGlobals());

describe("where the runtime knows English only", () => {
  it.each([
    ["en", "1,234,567.89", "10,000", "1.3"],
    ["sq", "1\u00a0234\u00a0567,89", "10\u00a0000", "1,3"],
    ["ro", "1.234.567,89", "10.000", "1,3"],
    ["ru", "1\u00a0234\u00a0567,89", "10\u00a0000", "1,3"],
    ["mk", "1.234.567,89", "10.000", "1,3"],
  ])("in %s: %s", (language, sum, note, size) => {
    vi.stubGlobal("Intl", onlyEnglish);
    expect(formatMinor(123_456_789, language)).toBe(sum);
    expect(faceOf(1_000_000, language)).toBe(note);
    expect(formatNumber(1.26, 1, language)).toBe(size);
  });
});

describe("measured numbers", () => {
  it.each([
    [0, 1, "0.0"],
    [12_345.678, 2, "12,345.68"],
    [-0.5, 1, "\u22120.5"],
    [999.96, 1, "1,000.0"],
    [1000, 0, "1,000"],
  ])("%d with %i decimals: %s", (value, decimals, text) => {
    expect(formatNumber(value, decimals, "en")).toBe(text);
  });

  it("a language that the program does not speak is written as in English", () => {
    expect(groupedDigits("1234", "50", "xx")).toBe("1,234.50");
  });
});
