/**
 * A baseline JPEG of one grey component (ITU T.81). The libraries that run without native code encode three components
 * even for grey, which costs a dense page a fifth more bytes and three times the work.
 */

/** Annex K.1, luminance. */
const baseTable = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22,
  29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103,
  121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];

/** The place in a block, row by row, of each coefficient in the order in which they are written (figure A.6). */
const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];

/** Annex K.3: how many codes of each length there are, and what they stand for. */
const dcLengths = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcValues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const acLengths = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125];
const acValues = [
  ...Buffer.from(
    "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa",
    "hex",
  ),
];

interface Codes {
  code: Uint16Array;
  size: Uint8Array;
}

/** Annex C: codes of one length count up, the next length begins at twice the next number. */
function codesOf(lengths: readonly number[], values: readonly number[]): Codes {
  const codes = { code: new Uint16Array(256), size: new Uint8Array(256) };
  let next = 0;
  let at = 0;
  for (const [index, count] of lengths.entries()) {
    for (let one = 0; one < count; one += 1) {
      const value = values[at] ?? 0;
      codes.code[value] = next;
      codes.size[value] = index + 1;
      next += 1;
      at += 1;
    }
    next *= 2;
  }
  return codes;
}

const dcCodes = codesOf(dcLengths, dcValues);
const acCodes = codesOf(acLengths, acValues);

/** `cos((2x+1)uπ/16)` with its factor, row u, column x (A.3.3). */
const cosines = Float32Array.from({ length: 64 }, (_, at) => {
  const u = at >> 3;
  return (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos((((at & 7) * 2 + 1) * u * Math.PI) / 16);
});

class Bits {
  #bytes: Uint8Array;
  #length = 0;
  #held = 0;
  #count = 0;

  constructor(room: number) {
    this.#bytes = new Uint8Array(Math.max(room, 4096));
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  segment(marker: number, body: readonly number[]): void {
    for (const value of [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body])
      this.byte(value);
  }

  /** At most 16 at a time. In what is written so, an 0xff is followed by a zero (B.1.1.5). */
  put(code: number, size: number): void {
    this.#held = (this.#held << size) | code;
    this.#count += size;
    while (this.#count >= 8) {
      this.#count -= 8;
      const value = (this.#held >> this.#count) & 255;
      this.byte(value);
      if (value === 255) this.byte(0);
    }
    this.#held &= (1 << this.#count) - 1;
  }

  end(): Uint8Array {
    if (this.#count > 0) this.put((1 << (8 - this.#count)) - 1, 8 - this.#count);
    this.byte(0xff);
    this.byte(0xd9);
    return this.#bytes.slice(0, this.#length);
  }
}

/** How many bits a number has without its sign (F.1.2.1). */
function magnitude(value: number): number {
  return 32 - Math.clz32(Math.abs(value));
}

function transform(block: Float32Array, rows: Float32Array): void {
  for (let y = 0; y < 8; y += 1)
    for (let u = 0; u < 8; u += 1) {
      let sum = 0;
      for (let x = 0; x < 8; x += 1) sum += (block[y * 8 + x] ?? 0) * (cosines[u * 8 + x] ?? 0);
      rows[y * 8 + u] = sum;
    }
  for (let u = 0; u < 8; u += 1)
    for (let v = 0; v < 8; v += 1) {
      let sum = 0;
      for (let y = 0; y < 8; y += 1) sum += (rows[y * 8 + u] ?? 0) * (cosines[v * 8 + y] ?? 0);
      block[v * 8 + u] = sum;
    }
}

function signed(bits: Bits, value: number, size: number): void {
  bits.put(value < 0 ? value + (1 << size) - 1 : value, size);
}

function writeBlock(bits: Bits, block: Float32Array, table: readonly number[], dcBefore: number): number {
  const dc = Math.round((block[0] ?? 0) / (table[0] ?? 1));
  const dcSize = magnitude(dc - dcBefore);
  bits.put(dcCodes.code[dcSize] ?? 0, dcCodes.size[dcSize] ?? 0);
  if (dcSize > 0) signed(bits, dc - dcBefore, dcSize);
  let zeros = 0;
  for (let at = 1; at < 64; at += 1) {
    const place = zigzag[at] ?? 0;
    const value = Math.round((block[place] ?? 0) / (table[place] ?? 1));
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) bits.put(acCodes.code[0xf0] ?? 0, acCodes.size[0xf0] ?? 0);
    const size = magnitude(value);
    const symbol = zeros * 16 + size;
    bits.put(acCodes.code[symbol] ?? 0, acCodes.size[symbol] ?? 0);
    signed(bits, value, size);
    zeros = 0;
  }
  if (zeros > 0) bits.put(acCodes.code[0] ?? 0, acCodes.size[0] ?? 0);
  return dc;
}

/** As the Independent JPEG Group counts quality: 50 is the table itself. */
function tableFor(quality: number): number[] {
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
  return baseTable.map((value) => Math.min(Math.max(Math.floor((value * scale + 50) / 100), 1), 255));
}

function writeHeader(
  bits: Bits,
  width: number,
  height: number,
  density: number,
  table: readonly number[],
): void {
  bits.byte(0xff);
  bits.byte(0xd8);
  const dots = Math.round(density);
  bits.segment(0xe0, [
    0x4a,
    0x46,
    0x49,
    0x46,
    0,
    1,
    1,
    1,
    dots >> 8,
    dots & 255,
    dots >> 8,
    dots & 255,
    0,
    0,
  ]);
  bits.segment(0xdb, [0, ...zigzag.map((place) => table[place] ?? 1)]);
  bits.segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  bits.segment(0xc4, [0x00, ...dcLengths, ...dcValues]);
  bits.segment(0xc4, [0x10, ...acLengths, ...acValues]);
  bits.segment(0xda, [1, 1, 0x00, 0, 63, 0]);
}

/** `grey` has one byte a dot; neither side may be longer than 65,535. */
export function greyJpeg(
  { width, height, grey }: { width: number; height: number; grey: Uint8Array },
  quality: number,
  density: number,
): Uint8Array {
  const bits = new Bits((width * height) >> 3);
  const table = tableFor(quality);
  writeHeader(bits, width, height, density, table);
  const block = new Float32Array(64);
  const rows = new Float32Array(64);
  let dc = 0;
  for (let top = 0; top < height; top += 8)
    for (let left = 0; left < width; left += 8) {
      let isEven = true;
      const first = grey[top * width + left] ?? 0;
      for (let at = 0; at < 64; at += 1) {
        // Beyond the edge the last row and column go on.
        const y = Math.min(top + (at >> 3), height - 1);
        const x = Math.min(left + (at & 7), width - 1);
        const value = grey[y * width + x] ?? 0;
        isEven &&= value === first;
        block[at] = value - 128;
      }
      // Most of a page is bare paper.
      if (isEven) {
        block.fill(0);
        block[0] = (first - 128) * 8;
      } else transform(block, rows);
      dc = writeBlock(bits, block, table, dc);
    }
  return bits.end();
}
