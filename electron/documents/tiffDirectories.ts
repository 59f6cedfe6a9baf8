/** Follows the directories of a TIFF (TIFF 6.0, section 2): how many pictures there are, and whether their dots are all there. */

const MOST_PICTURES = 1000;
const ENTRY_BYTES = 12;

/** Where the dots of a picture begin, and how many bytes they are: strips, tiles, or a JPEG as older programs put it in. */
const dataTags = [
  { offsets: 273, counts: 279 },
  { offsets: 324, counts: 325 },
  { offsets: 513, counts: 514 },
] as const;

interface Reader {
  bytes: Buffer;
  short(at: number): number;
  long(at: number): number;
}

function readerOf(bytes: Buffer): Reader | null {
  const order = bytes.subarray(0, 4).toString("latin1");
  if (bytes.length < 8 || (order !== "II*\0" && order !== "MM\0*")) return null;
  const little = order === "II*\0";
  return {
    bytes,
    short: (at) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    long: (at) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  };
}

/** Where each directory's entries begin and end; null where the chain leads nowhere. */
function directoriesOf({ bytes, short, long }: Reader): { from: number; to: number }[] | null {
  const directories: { from: number; to: number }[] = [];
  let at = long(4);
  while (at !== 0) {
    if (at + 2 > bytes.length || directories.length >= MOST_PICTURES) return null;
    const [from, to] = [at + 2, at + 2 + short(at) * ENTRY_BYTES];
    if (to + 4 > bytes.length) return null;
    directories.push({ from, to });
    at = long(to);
  }
  return directories;
}

/** Null where this is no TIFF, or one without a picture. */
export function picturesInTiff(bytes: Buffer): number | null {
  const reader = readerOf(bytes);
  const directories = reader === null ? null : directoriesOf(reader);
  return directories === null || directories.length === 0 ? null : directories.length;
}

/** The numbers of an entry of SHORT or LONG; none where it has others, null where they lie behind the end. */
function numbersAt({ bytes, short, long }: Reader, entry: number): number[] | null {
  const size = { 3: 2, 4: 4 }[short(entry + 2)];
  const count = long(entry + 4);
  if (size === undefined) return [];
  const from = count * size <= 4 ? entry + 8 : long(entry + 8);
  if (from + count * size > bytes.length) return null;
  return Array.from({ length: count }, (_, index) =>
    size === 2 ? short(from + index * 2) : long(from + index * 4),
  );
}

function hasAllDots(reader: Reader, { from, to }: { from: number; to: number }): boolean {
  const found = new Map<number, number[] | null>();
  for (let entry = from; entry < to; entry += ENTRY_BYTES) {
    const tag = reader.short(entry);
    if (dataTags.some(({ offsets, counts }) => tag === offsets || tag === counts))
      found.set(tag, numbersAt(reader, entry));
  }
  return dataTags.every(({ offsets: offsetsTag, counts: countsTag }) => {
    const [offsets, counts] = [found.get(offsetsTag) ?? [], found.get(countsTag) ?? []];
    if (found.get(offsetsTag) === null || found.get(countsTag) === null) return false;
    return offsets.every((offset, index) => offset + (counts[index] ?? 0) <= reader.bytes.length);
  });
}

/** False where a picture's dots end behind the file's end: it was cut off, or is still being written. */
export function isWholeTiff(bytes: Buffer): boolean {
  const reader = readerOf(bytes);
  const directories = reader === null ? null : directoriesOf(reader);
  if (reader === null || directories === null) return false;
  return directories.every((directory) => hasAllDots(reader, directory));
}
