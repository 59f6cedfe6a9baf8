/** Keyed digests that find sealed values again: exact values, and names by whole word whatever their case or accents. */
import { createHmac } from "node:crypto";

const DIGEST_BYTES = 16;

/** Columns whose values are names of people: each whole word finds them. */
const NAME_COLUMN = /(?:name|patronymic)$/i;

/** Letters that Unicode does not decompose into a plain one and a mark. */
const plainLetters: Record<string, string> = { Đ: "D", Ø: "O", Ł: "L", Ħ: "H", Æ: "AE", Œ: "OE" };

/** The same value typed twice: NFKC, upper case, one space between words. */
export function normaliseValue(value: string): string {
  return value.normalize("NFKC").toUpperCase().replaceAll(/\s+/gu, " ").trim();
}

/** The words of a name without their diacritics: "Élise  d'Arc-Ionescu" gives ELISE, D, ARC, IONESCU. */
export function nameWords(name: string): string[] {
  const folded = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toUpperCase()
    .replaceAll(/[ĐØŁĦÆŒ]/g, (letter) => plainLetters[letter] ?? letter);
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

export function isNameColumn(column: string): boolean {
  return NAME_COLUMN.test(column);
}

export function blindDigest(key: Uint8Array, facts: readonly string[]): Buffer {
  return createHmac("sha256", key).update(JSON.stringify(facts)).digest().subarray(0, DIGEST_BYTES);
}

/** Every digest under which a value of this cell is to be found. */
export function digestsOf(key: Uint8Array, table: string, column: string, value: string): Buffer[] {
  const exact = blindDigest(key, ["exact", table, column, normaliseValue(value)]);
  if (!isNameColumn(column)) return [exact];
  return [exact, ...nameWords(value).map((word) => blindDigest(key, ["word", table, column, word]))];
}

/** What to look for: the exact value, and for a name all of its words in any order. */
export function digestsToFind(
  key: Uint8Array,
  table: string,
  column: string,
  value: string,
): { exact: Buffer; words: Buffer[] } {
  return {
    exact: blindDigest(key, ["exact", table, column, normaliseValue(value)]),
    words: isNameColumn(column)
      ? nameWords(value).map((word) => blindDigest(key, ["word", table, column, word]))
      : [],
  };
}
