/** Takes the sentence that a person can read out of whatever page a provider answers a refusal with. */
import { decode } from "html-entities";

const MAX_SENTENCE = 300;
/** Enough for any error page; what follows cannot be its sentence. */
const MAX_READ_BYTES = 64 * 1024;

/** Lengths inside a tag are bounded: a page of nothing but "<script" must not take quadratic time. */
const INVISIBLE_ELEMENTS =
  /<(script|style|head|template|noscript|svg|iframe)\b[^>]{0,2000}>[\s\S]*?(?:<\/\1\s{0,20}>|$)/gi;
const BLOCK_ELEMENTS =
  /<\/?(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|tr|td|th|table|br|hr|section|article|header|footer|pre|body|form)\b[^<>]*>/gi;

/**
 * The page's own words without markup, scripts and hidden characters, at most 300 characters of them; the
 * title where the page says nothing; null where there are no words at all.
 */
export function sentenceOf(body: Uint8Array, contentType: string | null): string | null {
  const text = decoded(body.subarray(0, MAX_READ_BYTES), contentType);
  const looksLikeMarkup = /html|xml/i.test(contentType ?? "html");
  if (!looksLikeMarkup) return bounded(plainLines(text.split(/[\r\n]+/)));
  const source = text.replace(/<!--[\s\S]*?(?:-->|$)/g, " ");
  const title = /<title\b[^>]{0,2000}>([\s\S]*?)(?:<\/title\s{0,20}>|$)/i.exec(source)?.[1] ?? "";
  const lines = source
    .replace(INVISIBLE_ELEMENTS, " ")
    .replace(/[\r\n]+/g, " ")
    .replace(BLOCK_ELEMENTS, "\n")
    .split("\n");
  return bounded(plainLines(lines.map(withoutMarkup))) ?? bounded(plainLines([withoutMarkup(title)]));
}

function withoutMarkup(text: string): string {
  // A "<" that begins no element, as in "amount < 100", is text.
  return decode(text.replace(/<\/?[a-z!?][^>]*(?:>|$)/gi, " "));
}

/** Control, format and other invisible characters go: they could reverse or hide what the clerk reads. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\s]+/gu, " ").trim();
}

function plainLines(lines: readonly string[]): string {
  const shown = lines.map(visible).filter((line) => line !== "");
  return [...new Set(shown)]
    .map((line, index, all) => (index < all.length - 1 ? ended(line) : line))
    .join(" ");
}

function ended(line: string): string {
  return /[.!?:;,]$/.test(line) ? line : `${line}.`;
}

function bounded(text: string): string | null {
  if (text === "") return null;
  const letters = [...text];
  return letters.length <= MAX_SENTENCE
    ? text
    : `${letters
        .slice(0, MAX_SENTENCE - 1)
        .join("")
        .trimEnd()}…`;
}

/** UTF-8 unless the header names another character set; what is not UTF-8 then is read as Western European. */
function decoded(body: Uint8Array, contentType: string | null): string {
  const named = /charset="?([\w.:-]+)"?/i.exec(contentType ?? "")?.[1];
  for (const [label, fatal] of [
    [named ?? "utf-8", named === undefined],
    ["windows-1252", false],
  ] as const) {
    try {
      return new TextDecoder(label, { fatal }).decode(body);
    } catch {
      // An unknown character set, or bytes that are not UTF-8: the next reading takes anything.
    }
  }
  return "";
}
