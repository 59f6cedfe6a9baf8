/** Draws codes as vectors into a copy of a PDF, each upright on its page however the page itself is turned. */
import {
  concatTransformationMatrix,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  StandardFonts,
} from "@cantoo/pdf-lib";
import { drawingSVG, qrcode } from "bwip-js/generic";
import { PLACE } from "./freePlace.ts";
import type { Stamp } from "./stampMessages.ts";

const BLACK = rgb(0, 0, 0);
/** The white border that a reader needs, and the small print below, in points. */
const BORDER = 4;
const WORDS_SIZE = 4.6;
const SIDE = PLACE.width - 2 * BORDER;

interface Square {
  path: string;
  /** How many of the path's units are one side. */
  units: number;
}

function squareOf(text: string): Square {
  const svg = qrcode({ bcid: "qrcode", text, scale: 1, paddingwidth: 0, paddingheight: 0 }, drawingSVG());
  const units = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]);
  const path = [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, d = ""]) => d).join("");
  if (!(units > 0) || path === "") throw new Error("The code has no square.");
  return { path, units };
}

type Matrix = Parameters<typeof concatTransformationMatrix>;

/** From the page as it is shown (points from its lower left) to the page as it was written (PDF 1.7, 7.7.3.3). */
function shownToWritten(page: PDFPage): Matrix {
  const { x, y, width, height } = page.getCropBox();
  switch (((page.getRotation().angle % 360) + 360) % 360) {
    case 90:
      return [0, 1, -1, 0, x + width, y];
    case 180:
      return [-1, 0, 0, -1, x + width, y + height];
    case 270:
      return [0, -1, 1, 0, x, y + height];
    default:
      return [1, 0, 0, 1, x, y];
  }
}

function draw(page: PDFPage, font: PDFFont, { x, y, text, words }: Stamp): void {
  const { path, units } = squareOf(text);
  page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...shownToWritten(page)));
  // A path is drawn downwards from where it is put.
  page.drawSvgPath(path, {
    x: x + BORDER,
    y: y + PLACE.height - BORDER,
    scale: SIDE / units,
    color: BLACK,
    borderWidth: 0,
  });
  const size = Math.min(
    WORDS_SIZE,
    (WORDS_SIZE * (PLACE.width - 2)) / font.widthOfTextAtSize(words, WORDS_SIZE),
  );
  const left = (PLACE.width - font.widthOfTextAtSize(words, size)) / 2;
  page.drawText(words, { x: x + left, y: y + 2.5, size, font, color: BLACK });
  page.pushOperators(popGraphicsState());
}

/** Null where this document cannot be written to: it is printed as it is. */
export async function stampedPdf(bytes: Uint8Array, stamps: Stamp[]): Promise<Uint8Array | null> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const font = await document.embedFont(StandardFonts.Helvetica);
    const pages = document.getPages();
    for (const stamp of stamps) {
      const page = pages[stamp.page - 1];
      if (page === undefined) return null;
      draw(page, font, stamp);
    }
    return await document.save({ addDefaultPage: false, updateFieldAppearances: false });
  } catch {
    // What another program made may be readable and still not be what this library understands.
    return null;
  }
}
