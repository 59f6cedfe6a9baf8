/** Keyed digests that find sealed values again: exact values, and names by whole word whatever their case or accents. */
import { createHmac } from "node:crypto";
import { normalisedPin } from "./customerDigest.ts";

const DIGEST_BYTES = 16;

/** Columns whose values are names of people: each whole word finds them. */
const NAME_COLUMN = /(?:name|patronymic)$/i;

/** Columns that hold a person's PIN, compared as everywhere else: spaces and case do not count. */
const PIN_COLUMN = /pin$/i;

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

function exactDigest(key: Uint8Array, table: string, column: string, value: string): Buffer {
  const normalised = PIN_COLUMN.test(column) ? normalisedPin(value) : normaliseValue(value);
  return blindDigest(key, ["exact", table, column, normalised]);
}

/** Every digest under which a value of this cell is to be found. */
export function digestsOf(key: Uint8Array, table: string, column: string, value: string): Buffer[] {
  const exact = exactDigest(key, table, column, value);
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
    exact: exactDigest(key, table, column, value),
    words: isNameColumn(column)
      ? nameWords(value).map((word) => blindDigest(key, ["word", table, column, word]))
      : [],
  };
}
