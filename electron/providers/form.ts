/** Writes the two kinds of request body that the providers' documents name, byte for byte and with a known length. */
import { createHash } from "node:crypto";
import { encodedParameters } from "./addresses.ts";
import type { ProviderFile } from "./contract.ts";

export interface Body {
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A field's text, a file, or `null` for a file that is documented as required and yet sent without content. */
export type Field = readonly [name: string, value: string | ProviderFile | null];

const LINE_BREAK = "\r\n";

export function urlEncoded(fields: Readonly<Record<string, string>>): Body {
  return { contentType: "application/x-www-form-urlencoded", bytes: Buffer.from(encodedParameters(fields)) };
}

/** RFC 7578. The boundary is the digest of the parts: no dice, and the same form always gives the same bytes. */
export function multipart(fields: readonly Field[]): Body {
  const parts = fields.map(partOf);
  const boundary = boundaryFor(parts);
  const delimiter = Buffer.from(`--${boundary}${LINE_BREAK}`);
  const lineBreak = Buffer.from(LINE_BREAK);
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([
      ...parts.flatMap((part) => [delimiter, part, lineBreak]),
      Buffer.from(`--${boundary}--${LINE_BREAK}`),
    ]),
  };
}

function partOf([name, value]: Field): Buffer {
  const disposition = `Content-Disposition: form-data; name="${name}"`;
  if (typeof value === "string") return Buffer.from([disposition, "", value].join(LINE_BREAK));
  const fileName = value === null ? "" : plainFileName(value.name, value.mime);
  const mime = value === null ? "application/octet-stream" : value.mime;
  const head = [`${disposition}; filename="${fileName}"`, `Content-Type: ${mime}`, "", ""].join(LINE_BREAK);
  return Buffer.concat([Buffer.from(head), value?.bytes ?? Buffer.alloc(0)]);
}

function boundaryFor(parts: readonly Buffer[]): string {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash("sha256").update(String(attempt));
    for (const part of parts) digest.update(part);
    const boundary = `----CounterfoilForm${digest.digest("hex").slice(0, 32)}`;
    if (!parts.some((part) => part.includes(boundary))) return boundary;
  }
}

const ENDINGS: Readonly<Record<string, string>> = { "application/pdf": ".pdf", "image/jpeg": ".jpg" };

/**
 * A name that survives any server: ASCII letters, digits, "-" and "_", and the ending of what the file really is.
 * "Договор №5.PDF" gives "5.pdf", a name with nothing left gives "document.pdf".
 */
export function plainFileName(name: string, mime: string): string {
  const ending = ENDINGS[mime] ?? "";
  const stem = name
    .normalize("NFKD")
    .replace(/\.[^.]{0,8}$/, "")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9_-]+/g, "_")
    .replace(/^[_-]+|[_-]+$/g, "")
    .slice(0, 80);
  return (stem === "" ? "document" : stem) + ending;
}
