/** Reads the lender's XML: proven well-formed first, without document types or entities, every value kept as text. */
import { XMLParser, XMLValidator } from "fast-xml-parser";

export type XmlReading = { ok: true; document: unknown } | { ok: false; problem: string };

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // "5478.40" must not become a float, nor "0602160911" a number.
  parseTagValue: false,
  trimValues: true,
  htmlEntities: true,
  // An element that stands twice becomes an array and then fails its schema; only this one may repeat.
  isArray: (name) => name === "installment",
});

/** The body as an object from the root's name to its content. Problems are parts of a sentence, for the clerk. */
export function readXml(body: Uint8Array): XmlReading {
  const text = utf8Text(body);
  if (text === null) return problem("is not UTF-8 text");
  // Not merely left unexpanded: an answer that brings its own definitions is not the lender's.
  if (/<!(?:doctype|entity)/i.test(text)) return problem("is not plain XML");
  const encoding = /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1] ?? "utf-8";
  if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) return problem("is not UTF-8 text");
  if (XMLValidator.validate(text) !== true) return problem("is not well-formed XML");
  try {
    const document: unknown = parser.parse(text);
    return endsWithRoot(text, document) ? { ok: true, document } : problem("is not well-formed XML");
  } catch {
    // The parser refuses by throwing, for instance what is nested too deeply.
    return problem("is not plain XML");
  }
}

/** The validator overlooks text that follows the root element. */
function endsWithRoot(text: string, document: unknown): boolean {
  const [root, ...others] = typeof document === "object" && document !== null ? Object.keys(document) : [];
  return root !== undefined && others.length === 0 && withoutLastComments(text).endsWith(`</${root}>`);
}

/** Comments may follow the root (XML 1.0, 2.8). */
function withoutLastComments(text: string): string {
  let rest = text.trimEnd();
  while (rest.endsWith("-->")) rest = rest.slice(0, Math.max(rest.lastIndexOf("<!--"), 0)).trimEnd();
  return rest;
}

function utf8Text(body: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    // Bytes that are not UTF-8: told to the caller as null.
    return null;
  }
}

function problem(text: string): XmlReading {
  return { ok: false, problem: text };
}
