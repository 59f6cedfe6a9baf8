/** Reads parameters as strictly as a lender may: query strings, urlencoded bodies and multipart bodies. */

export class UploadedFile {
  readonly fileName: string;
  readonly bytes: Buffer;

  constructor(fileName: string, bytes: Buffer) {
    this.fileName = fileName;
    this.bytes = bytes;
  }
}

export type FormValue = string | UploadedFile;

export type FormReading =
  | { readonly ok: true; readonly form: ReadonlyMap<string, FormValue> }
  | { readonly ok: false; readonly sentence: string };

const MAX_PARTS = 200;
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads a body by its Content-Type; nothing else than the two documented types is taken. */
export function readForm(contentType: string | undefined, body: Buffer): FormReading {
  const [type = "", ...rest] = (contentType ?? "").split(";");
  switch (type.trim().toLowerCase()) {
    case "application/x-www-form-urlencoded":
      return readUrlEncoded(decodeUtf8(body));
    case "multipart/form-data":
      return readMultipart(rest.join(";"), body);
    default:
      return refused("Content-Type must be multipart/form-data or application/x-www-form-urlencoded.");
  }
}

/** Reads "a=1&b=2". A percent sign that encodes nothing, or bytes that are not UTF-8, are refused. */
export function readUrlEncoded(text: string | null): FormReading {
  if (text === null) return refused("The parameters are not UTF-8 text.");
  const pairs = text === "" ? [] : text.split("&").filter((pair) => pair !== "");
  return collect(
    pairs.map((pair) => {
      const equals = pair.indexOf("=");
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [percentDecoded(name), percentDecoded(equals < 0 ? "" : pair.slice(equals + 1))];
    }),
  );
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    // A broken escape is the sender's mistake, told in the refusal of the whole form.
    return null;
  }
}

function readMultipart(parameters: string, body: Buffer): FormReading {
  const match = /(?:^|;)\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(parameters);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) return refused("The multipart boundary is missing.");
  const delimiter = Buffer.from(`\r\n--${boundary}`, "latin1");
  // The first delimiter may stand at the very start, where no line break comes before it.
  const content = Buffer.concat([Buffer.from("\r\n"), body]);
  const pairs: [string | null, FormValue | null][] = [];
  let position = content.indexOf(delimiter);
  if (position < 0) return refused("The multipart body does not contain its boundary.");
  for (;;) {
    const start = position + delimiter.length;
    const lineEnd = content.toString("latin1", start, start + 2);
    if (lineEnd === "--") return collect(pairs);
    position = content.indexOf(delimiter, start);
    if (lineEnd !== "\r\n" || position < 0)
      return refused("The multipart body is not closed by its boundary.");
    const pair = readPart(content.subarray(start + 2, position));
    if (!pair) return refused("A part of the multipart body has no name.");
    pairs.push(pair);
    if (pairs.length > MAX_PARTS) return refused("The multipart body has too many parts.");
  }
}

function readPart(part: Buffer): [string, FormValue | null] | null {
  const headersEnd = part.indexOf("\r\n\r\n");
  if (headersEnd < 0) return null;
  const headers = decodeUtf8(part.subarray(0, headersEnd))?.split("\r\n") ?? [];
  const disposition = headers.find((line) => /^content-disposition:\s*form-data\s*;/i.test(line));
  const name = /;\s*name="([^"]+)"/i.exec(disposition ?? "")?.[1];
  if (disposition === undefined || name === undefined) return null;
  const fileName = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1];
  const bytes = part.subarray(headersEnd + 4);
  return [name, fileName === undefined ? decodeUtf8(bytes) : new UploadedFile(fileName, bytes)];
}

function collect(pairs: (readonly (FormValue | null)[])[]): FormReading {
  const form = new Map<string, FormValue>();
  for (const [name, value] of pairs) {
    if (typeof name !== "string" || value === null || value === undefined) {
      return refused("The parameters are not correctly encoded.");
    }
    if (form.has(name)) return refused(`Parameter ${name} was sent more than once.`);
    form.set(name, value);
  }
  return { ok: true, form };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    // Not UTF-8: the form that holds these bytes is refused as a whole.
    return null;
  }
}

function refused(sentence: string): FormReading {
  return { ok: false, sentence };
}
