/** Whether a file's last bytes are those of its kind: a device that is still writing has not come to them. */
import { fileKindOf } from "../documents/fileKind.ts";
import { isWholeTiff } from "../documents/tiffDirectories.ts";

const JPEG_END = Buffer.from([0xff, 0xd9]);
const PNG_END = Buffer.from("IEND", "latin1");
/** Some devices add a few bytes after the end; a PDF's end stands in its last kilobyte (ISO 32000-1, 7.5.5). */
const TAIL = 1024;

/** A TIFF may begin with its directory and end with its dots. False for what no counter needs. */
export function isComplete(bytes: Buffer): boolean {
  const tail = bytes.subarray(Math.max(bytes.length - TAIL, 0));
  switch (fileKindOf(bytes)?.mime) {
    case "application/pdf":
      return tail.includes("%%EOF");
    case "image/jpeg":
      return tail.includes(JPEG_END);
    case "image/png":
      return tail.includes(PNG_END);
    case "image/tiff":
      return isWholeTiff(bytes);
    default:
      return false;
  }
}
