/** Says what a file is by its content, never by its name, and counts the pictures in it. */
import type { DocumentView } from "../../shared/api/paper.ts";

export type FileKind =
  | { mime: "application/pdf" }
  | { mime: "image/jpeg" | "image/png" | "image/tiff"; pages: number };

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** A PDF may begin with a few bytes of a mail or a scanner before its header (ISO 32000-1, annex H, note 13). */
function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes("%PDF-");
}

/** The markers of a frame: C0 to CF without the tables and the arithmetic extension (ITU T.81, table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Walks the segments to the frame, where width and height stand: a file that is cut before has neither. */
function isJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return false;
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) return bytes.readUInt16BE(at + 5) > 0 && bytes.readUInt16BE(at + 7) > 0;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(PNG) && bytes.subarray(12, 16).toString("latin1") === "IHDR";
}

const MOST_PICTURES = 1000;

/** Follows the chain of directories (TIFF 6.0, section 2); null where this is no TIFF or the chain leads nowhere. */
function picturesInTiff(bytes: Buffer): number | null {
  const order = bytes.subarray(0, 4).toString("latin1");
  if (order !== "II*\0" && order !== "MM\0*") return null;
  const little = order === "II*\0";
  const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  let pictures = 0;
  let directory = bytes.length >= 8 ? long(4) : 0;
  while (directory !== 0) {
    if (directory + 2 > bytes.length || pictures >= MOST_PICTURES) return null;
    const next = directory + 2 + short(directory) * 12;
    if (next + 4 > bytes.length) return null;
    pictures += 1;
    directory = long(next);
  }
  return pictures === 0 ? null : pictures;
}

/** Null for everything that no counter needs. */
export function fileKindOf(content: Uint8Array): FileKind | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (isJpeg(bytes)) return { mime: "image/jpeg", pages: 1 };
  if (isPng(bytes)) return { mime: "image/png", pages: 1 };
  const pictures = picturesInTiff(bytes);
  if (pictures !== null) return { mime: "image/tiff", pages: pictures };
  return isPdf(bytes) ? { mime: "application/pdf" } : null;
}

const endings: Readonly<Record<DocumentView["mime"], readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg", "jpe"],
  "image/png": ["png"],
  "image/tiff": ["tif", "tiff"],
  "text/html": ["html", "htm"],
};

/** True where the name's ending promises another kind; a name without an ending promises nothing. */
export function nameMisleads(name: string, mime: DocumentView["mime"]): boolean {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && !endings[mime].includes(ending);
}
