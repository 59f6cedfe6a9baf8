/** Reads a provider's JSON: numbers kept as their text, a key that stands twice refused, nothing cast. */
import { isLosslessNumber, LosslessNumber, parse, stringify } from "lossless-json";
import { z } from "zod";
import type { Exchange } from "../ports.ts";
import type { Body } from "./form.ts";
import { mediaTypeOf } from "./wire.ts";

export type Reading<Value> =
  | { ok: true; value: Value }
  | { ok: false; message: string; reason: "webPage" | "emptyAnswer" | "unreadableAnswer" };

/** Nothing that these providers document is nested nearly as deep; more could exhaust the stack of whoever walks it. */
const MAX_DEPTH = 40;

/** The body of a whole answer as JSON, or a sentence about what came instead. */
export function readJson(exchange: Exchange): Reading<unknown> {
  const text = utf8Text(exchange.response?.body ?? Buffer.alloc(0));
  if (text === null) return problem("The provider's answer is not UTF-8 text.");
  if (text.trim() === "") return problem("The provider's answer is empty.", "emptyAnswer");
  if (mediaTypeOf(exchange)?.includes("html") || /^\s*</.test(text)) {
    return problem(
      "A web page came back where the provider's data belongs. Perhaps a sign-in page of the network stands in between.",
      "webPage",
    );
  }
  if (tooDeep(text)) return problem("The provider's answer is nested too deeply.");
  try {
    return { ok: true, value: parse(text.replace(/^\ufeff/, "")) };
  } catch {
    // Not JSON, or a key twice with two values: which of the two is meant nobody can know.
    return problem("The provider's answer is not well-formed JSON.");
  }
}

function tooDeep(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === "\\") at += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && (letter === "{" || letter === "[")) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (letter === "}" || letter === "]")) depth -= 1;
  }
  return deepest > MAX_DEPTH;
}

function utf8Text(body: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    // Bytes that are not UTF-8: told to the caller as null.
    return null;
  }
}

type Problem = Exclude<Reading<never>, { ok: true }>;

function problem(message: string, reason: Problem["reason"] = "unreadableAnswer"): Problem {
  return { ok: false, message, reason };
}

/** JSON with exact decimals: wrap an amount's text in `decimal`. */
export function jsonBody(value: unknown): Body {
  return { contentType: "application/json", bytes: Buffer.from(stringify(value) ?? "null", "utf8") };
}

/** A JSON number written from decimal text: "10000.00" goes as 10000, "0.50" as 0.5. */
export function decimal(text: string): LosslessNumber {
  return new LosslessNumber(/\./.test(text) ? text.replace(/\.?0+$/, "") : text);
}

const losslessNumber = z.custom<LosslessNumber>(isLosslessNumber, "not a number").transform(String);

/** A JSON number as its text, exactly as it was sent. */
export const numberText = losslessNumber;
/** Text that some answers write as a number: ids and codes. */
export const textOrNumber = z.union([z.string(), losslessNumber]);
/** A decimal, as a number or quoted. */
export const decimalText = textOrNumber.pipe(
  z.string().regex(/^-?\d{1,15}(?:\.\d{1,12})?$/, "not a decimal"),
);
export const wholeNumber = textOrNumber
  .pipe(z.string().regex(/^-?\d{1,9}$/, "not a whole number"))
  .transform(Number);

/** For reading only, so it may be odd; what cannot be seen is taken out of it. */
export const shownText = z
  .string()
  .max(20_000)
  .transform((text) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, " ").trim());

/** Names the first element at fault, and never its content, which may be personal. */
export function parsed<Fields>(schema: z.ZodType<Fields>, document: unknown): Reading<Fields> {
  const result = schema.safeParse(document);
  if (result.success) return { ok: true, value: result.data };
  const element = result.error.issues[0]?.path.filter((part) => typeof part === "string").at(-1);
  const what = element === undefined ? "is not the one that is documented" : `has no proper "${element}"`;
  return problem(`The provider's answer ${what}.`);
}
