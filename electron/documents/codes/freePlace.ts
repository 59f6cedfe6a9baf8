/** Finds where a page's footer leaves room for our code: a blank piece of paper near its lower edge. */
import type { DrawnPage } from "../../ports.ts";

/** Pages are looked at with one dot a point, so that a dot's place is a point's place. */
export const DOTS_PER_INCH = 72;

const POINTS_PER_MM = 72 / 25.4;
const mm = (millimetres: number) => Math.round(millimetres * POINTS_PER_MM);

/** The code with the white border that a reader needs, and a line of small print below it. */
export const PLACE = { width: mm(15), height: mm(17.5) } as const;
/** Nearer to the edge than this, office printers leave the paper white. */
const EDGE = mm(4.6);
/** Higher up it would no longer be the footer, but perhaps the room for a signature. */
const FOOTER = mm(32);
const STEP = mm(1);

/** Antialiasing leaves almost white dots beside writing: they belong to it. */
const WHITE = 250;

/** Points from the left and from the lower edge of the page as it is shown. */
export interface Place {
  x: number;
  y: number;
}

/** How many dots that are not white stand above and left of each dot of the footer, itself included. */
function inkTable({ width, grey }: DrawnPage, top: number, rows: number): Uint32Array {
  const table = new Uint32Array((width + 1) * (rows + 1));
  for (let row = 0; row < rows; row += 1) {
    let inRow = 0;
    for (let x = 0; x < width; x += 1) {
      if ((grey[(top + row) * width + x] ?? 0) < WHITE) inRow += 1;
      table[(row + 1) * (width + 1) + x + 1] = (table[row * (width + 1) + x + 1] ?? 0) + inRow;
    }
  }
  return table;
}

/** The lowest free place, of those the one farthest to the right; null where the footer has none. */
export function freePlace(page: DrawnPage): Place | null {
  const { width, height } = page;
  if (width < PLACE.width + 2 * EDGE || height < 2 * FOOTER) return null;
  const top = height - FOOTER;
  const table = inkTable(page, top, FOOTER);
  const inkUntil = (x: number, row: number) => table[row * (width + 1) + x] ?? 0;
  for (let y = EDGE; y + PLACE.height <= FOOTER; y += STEP) {
    const lower = FOOTER - y;
    const upper = lower - PLACE.height;
    for (let x = width - EDGE - PLACE.width; x >= EDGE; x -= STEP) {
      const right = x + PLACE.width;
      const ink = inkUntil(right, lower) - inkUntil(x, lower) - inkUntil(right, upper) + inkUntil(x, upper);
      if (ink === 0) return { x, y };
    }
  }
  return null;
}

/** True where nothing but the place itself has changed between the two drawings. */
export function isSameBeside(before: DrawnPage, after: DrawnPage, place: Place | null): boolean {
  const { width, height } = before;
  if (after.width !== width || after.height !== height) return false;
  for (let row = 0; row < height; row += 1) {
    const y = height - row;
    const inRows = place !== null && y >= place.y && y <= place.y + PLACE.height + 1;
    for (let x = 0; x < width; x += 1) {
      if (inRows && x >= place.x - 1 && x <= place.x + PLACE.width + 1) continue;
      const at = row * width + x;
      if (Math.abs((before.grey[at] ?? 0) - (after.grey[at] ?? 0)) > 2) return false;
    }
  }
  return true;
}
