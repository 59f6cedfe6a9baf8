/** Pictures of real pages: writing drawn by poppler from a PDF, whole, turned, dark, blank, or cut off half-way. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { encode as encodePng } from "fast-png";
import jpeg from "jpeg-js";

const SENTENCES = [
  "The borrower has read this agreement and keeps a copy of it, signed by both.",
  "The lender pays out the amount at the counter of the partner named above.",
  "Instalments are due on the tenth of each month, beginning with the first one.",
  "Whoever pays late pays interest for the days of the delay and nothing else.",
  "Both may end this agreement within fourteen days without giving any reason.",
];

/** A4 with so many lines of writing, turned clockwise. */
export async function writtenPdf(options: { turn?: number; pages?: number; reference?: string } = {}) {
  const { turn = 0, pages = 1, reference = "90001" } = options;
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([595, 842]);
    page.drawText(`Agreement ${reference}, page ${number}`, { x: 60, y: 780, size: 14, font });
    for (let line = 0; line < 40; line += 1)
      page.drawText(SENTENCES[line % SENTENCES.length] ?? "", {
        x: 60,
        y: 740 - line * 17,
        size: 11.5,
        font,
      });
    page.setRotation(degrees(turn));
  }
  return document.save();
}

/** The pages of a PDF as a scanner would send them. */
export function photographed(pdf: Uint8Array, kind: "jpeg" | "png" | "tiff", dotsPerInch = 200): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-samples-"));
  try {
    writeFileSync(join(folder, "in.pdf"), pdf);
    execFileSync("pdftoppm", [
      "-q",
      "-r",
      String(dotsPerInch),
      "-gray",
      `-${kind}`,
      join(folder, "in.pdf"),
      join(folder, "p"),
    ]);
    const ending = { jpeg: "jpg", png: "png", tiff: "tif" }[kind];
    const pages = execFileSync("ls", [folder], { encoding: "utf8" }).split("\n");
    return pages.filter((name) => name.endsWith(ending)).map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One even shade, A4 at 100 dots per inch. */
export function evenJpeg(shade: number, dotsPerInch = 100): Buffer {
  const width = Math.round(8.27 * dotsPerInch);
  const height = Math.round(11.69 * dotsPerInch);
  const data = Buffer.alloc(width * height * 4, shade);
  return Buffer.from(jpeg.encode({ width, height, data }, 80).data);
}

/** Black writing of one bit a dot, as a fax or a "lineart" scan has it. */
export function oneBitPng(): Buffer {
  const width = 21;
  const height = 10;
  const rowBytes = Math.ceil(width / 8);
  const data = new Uint8Array(rowBytes * height).fill(0b1010_1010);
  return Buffer.from(encodePng({ width, height, data, depth: 1, channels: 1 }));
}

/** Grey writing of A4 at 100 dots an inch, as some devices write it: the directory first, then the dots. */
export function tiffWithDirectoryFirst(): Buffer {
  const [width, height] = [827, 1169];
  const dots = Buffer.alloc(width * height, 255);
  for (let line = 100; line < 1000; line += 40)
    for (let row = 0; row < 10; row += 1)
      for (let x = 100; x < 700; x += 1) if (x % 16 < 10) dots[(line + row) * width + x] = 0;
  const LONG = 4;
  const entries = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8 + 2 + 9 * 12 + 4],
    [277, 1],
    [278, height],
    [279, width * height],
  ] as const;
  const head = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  head.write("II*\0", 0, "latin1");
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, value]] of entries.entries()) {
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(LONG, at + 2);
    head.writeUInt32LE(1, at + 4);
    head.writeUInt32LE(value, at + 8);
  }
  return Buffer.concat([head, dots]);
}
