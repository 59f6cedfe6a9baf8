/** Says what a file is by its content, never by its name, and counts the pictures in it. */
import type { DocumentView } from "../../shared/api/paper.ts";
import { picturesInTiff } from "./tiffDirectories.ts";

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
