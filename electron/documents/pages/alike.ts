/** Compares what `likeness.ts` wrote down: whether two pages are the same paper, and how sure that is. */

/** A likeness is a grid of the page's ink, row by row, four bits a cell; a cell is so many millimetres of paper. */
export const CELL_MM = 2;
export const COLUMNS = 104;
export const ROWS = 148;

/** How full a cell can be. */
export const FULL = 15;

/** A piece of paper as large as two words of one line: it is the same on both or it is not. */
const BLOCK_ROWS = 3;
const BLOCK_COLUMNS = 10;
/** A block with less ink says nothing. */
const LEAST_INK = 0.12 * BLOCK_ROWS * BLOCK_COLUMNS * FULL;
/** How far a page may lie from the other, in cells, and how far a block from its page. */
const MOST_SHIFT = 3;
const BLOCK_SHIFT = 1;
/** Fewer blocks than these make no page. */
const FEWEST_BLOCKS = 8;

/**
 * One name or one signature makes two papers of one template, and it may fill a single block: so the least alike block
 * decides. Rescans of one sheet were measured above 0.9, sheets that differ in a name below 0.4. Above the first: the same sheet, scanned twice. Between: so too, or two prints that hardly differ.
 */
const CERTAIN = 0.85;
const LIKELY = 0.68;

export type Sureness = "certain" | "likely";

interface Block {
  row: number;
  column: number;
  ink: number;
}

/** A likeness made ready to be compared many times. */
export interface ReadLikeness {
  cells: Uint8Array;
  /** The inked ones, the fullest first. */
  blocks: Block[];
}

/** Null for what is none. */
export function readLikeness(likeness: string): ReadLikeness | null {
  const packed = Buffer.from(likeness, "base64");
  if (packed.length * 2 !== COLUMNS * ROWS) return null;
  const cells = new Uint8Array(COLUMNS * ROWS);
  for (let at = 0; at < cells.length; at += 1) cells[at] = ((packed[at >> 1] ?? 0) >> ((at & 1) * 4)) & FULL;
  const blocks: Block[] = [];
  for (let row = 0; row + BLOCK_ROWS <= ROWS; row += BLOCK_ROWS)
    for (let column = 0; column + BLOCK_COLUMNS <= COLUMNS; column += BLOCK_COLUMNS) {
      let ink = 0;
      for (let y = row; y < row + BLOCK_ROWS; y += 1)
        for (let x = column; x < column + BLOCK_COLUMNS; x += 1) ink += cells[y * COLUMNS + x] ?? 0;
      if (ink >= LEAST_INK) blocks.push({ row, column, ink });
    }
  return { cells, blocks: blocks.toSorted((a, b) => b.ink - a.ink) };
}

/** How alike a block is to the other page's, so many cells further: 1 is the same. */
function correlation(
  one: Uint8Array,
  other: Uint8Array,
  { row, column }: Block,
  down: number,
  across: number,
) {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let y = row; y < row + BLOCK_ROWS; y += 1)
    for (let x = column; x < column + BLOCK_COLUMNS; x += 1) {
      const a = one[y * COLUMNS + x] ?? 0;
      const [otherY, otherX] = [y + down, x + across];
      const isInside = otherY >= 0 && otherY < ROWS && otherX >= 0 && otherX < COLUMNS;
      const b = isInside ? (other[otherY * COLUMNS + otherX] ?? 0) : 0;
      sumA += a;
      sumB += b;
      squareA += a * a;
      squareB += b * b;
      product += a * b;
    }
  const dots = BLOCK_ROWS * BLOCK_COLUMNS;
  const varianceA = squareA - (sumA * sumA) / dots;
  const varianceB = squareB - (sumB * sumB) / dots;
  // An even shade on both is the same; on one only it is not.
  if (varianceA < 1 || varianceB < 1) return varianceA < 1 && varianceB < 1 ? 1 : 0;
  return (product - (sumA * sumB) / dots) / Math.sqrt(varianceA * varianceB);
}

/** Where the fullest blocks fit best. */
function shiftBetween(one: ReadLikeness, other: ReadLikeness): { down: number; across: number } {
  const fullest = one.blocks.slice(0, 16);
  let best = { down: 0, across: 0, fit: -1 };
  for (let down = -MOST_SHIFT; down <= MOST_SHIFT; down += 1)
    for (let across = -MOST_SHIFT; across <= MOST_SHIFT; across += 1) {
      let fit = 0;
      for (const block of fullest) fit += correlation(one.cells, other.cells, block, down, across);
      if (fit > best.fit) best = { down, across, fit };
    }
  return best;
}

function bestFit(one: ReadLikeness, other: ReadLikeness, block: Block, down: number, across: number): number {
  let best = -1;
  for (let y = down - BLOCK_SHIFT; y <= down + BLOCK_SHIFT; y += 1)
    for (let x = across - BLOCK_SHIFT; x <= across + BLOCK_SHIFT; x += 1)
      best = Math.max(best, correlation(one.cells, other.cells, block, y, x));
  return best;
}

/** How alike the least alike inked block is; no further than to the first that is not. */
function leastFit(one: ReadLikeness, other: ReadLikeness): number {
  const { blocks } = one;
  if (blocks.length < FEWEST_BLOCKS) return 0;
  const { down, across } = shiftBetween(one, other);
  let least = 1;
  for (const block of blocks) {
    least = Math.min(least, bestFit(one, other, block, down, across));
    if (least < LIKELY) break;
  }
  return least;
}

/** From 0 to 1, the same: ink that only one of them has counts against them, whichever it is. */
export function alike(one: ReadLikeness, other: ReadLikeness): number {
  const there = leastFit(one, other);
  return there < LIKELY ? there : Math.min(there, leastFit(other, one));
}

/** Null where they are two papers, as far as anybody can tell from here. */
export function sureness(one: ReadLikeness, other: ReadLikeness): Sureness | null {
  const similarity = alike(one, other);
  if (similarity >= CERTAIN) return "certain";
  return similarity >= LIKELY ? "likely" : null;
}
