/** The one picture that fills a page of a PDF, as scanners make theirs, decoded by pdf.js whatever filter it had. */
import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { z } from "zod";
import { type Picture, pictureOf } from "./picture.ts";

export interface PagePicture {
  picture: Picture;
  dotsPerInch: number;
  /** One bit a dot: as small as it gets. */
  isBlackAndWhite: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
const matrix = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);

/** A3 at 600 dots per inch. */
export const MOST_DOTS = 70_000_000;
/** Of the page's area. */
const LEAST_COVERED = 0.85;

/** pdf.js's kinds: one bit grey, 24 bits, 32 bits. */
const image = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  kind: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  data: z.union([z.instanceof(Uint8Array), z.instanceof(Uint8ClampedArray)]),
});
type PdfImage = z.infer<typeof image>;

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

interface Placed {
  id: string;
  at: Matrix;
}

/** The page's pictures where they stand. */
async function picturesOn(page: PDFPageProxy): Promise<Placed[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures: Placed[] = [];
  const saved: Matrix[] = [];
  let now: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.save) saved.push(now);
    else if (operator === OPS.restore) now = saved.pop() ?? now;
    else if (operator === OPS.transform) now = times(now, matrix.parse(args));
    else if (operator === OPS.paintImageXObject)
      pictures.push({
        id: z
          .array(z.unknown())
          .pipe(z.tuple([z.string()], z.unknown()))
          .parse(args)[0],
        at: now,
      });
  }
  return pictures;
}

/** Resolves once pdf.js has decoded it; null for what it could not. */
function decodedBy(page: PDFPageProxy, id: string): Promise<PdfImage | null> {
  const objects = id.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(id, (found: unknown) => resolve(image.safeParse(found).data ?? null));
  });
}

/** Rows of bits begin at a byte; 1 is white. */
function fromBits({ width, height, data }: PdfImage): Uint8Array {
  const rowBytes = Math.ceil(width / 8);
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      grey[y * width + x] = ((data[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  return grey;
}

function decoded(found: PdfImage, inColour: boolean): Picture {
  const size = { width: found.width, height: found.height, dotsPerInch: null };
  if (found.kind === 1) return pictureOf({ data: fromBits(found), channels: 1 }, size, inColour);
  return pictureOf({ data: found.data, channels: found.kind === 2 ? 3 : 4 }, size, inColour);
}

/** The dots of one of the page's pictures, in grey; null for what cannot be decoded. */
export async function imageOf(page: PDFPageProxy, id: string): Promise<Picture | null> {
  const found = await decodedBy(page, id);
  return found === null ? null : decoded(found, false);
}

/** Null for a page that is written or drawn, or whose picture lies askew or mirrored on it. */
export async function pictureOn(page: PDFPageProxy, inColour: boolean): Promise<PagePicture | null> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const area = (right - left) * (top - bottom);
  const covering = (await picturesOn(page)).filter(({ at: [a, b, c, d] }) => {
    const isStraight = Math.abs(b) + Math.abs(c) < 1 && a > 0 && d > 0;
    return isStraight && a * d > area * LEAST_COVERED;
  });
  const [one] = covering;
  if (one === undefined || covering.length > 1) return null;
  const found = await decodedBy(page, one.id);
  if (found === null || found.width * found.height > MOST_DOTS) return null;
  return {
    picture: decoded(found, inColour),
    dotsPerInch: Math.max(Math.round(found.width / (one.at[0] / 72)), 1),
    isBlackAndWhite: found.kind === 1,
  };
}
