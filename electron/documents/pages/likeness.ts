/**
 * How the ink of a page lies, written down so that the same paper is known again when it was scanned a second time: a
 * little askew, shifted, brighter or with other dots. Two prints of one template differ in names, sums and signatures.
 */
import { CELL_MM, COLUMNS, FULL, ROWS } from "./alike.ts";
import type { Picture } from "./picture.ts";

/** Darker than the paper by this much is ink. */
const INK_STEP = 56;
/** A scanner's edge shows its lid and the table. */
const EDGE_SHARE = 0.02;
/** Paper in a feeder goes askew by less than this. */
const MOST_ASKEW = 0.05;
const ASKEW_STEP = 0.001;
/** With less ink than this nothing can be recognised. */
const FEWEST_INK_DOTS = 400;

interface Ink {
  x: Float32Array;
  y: Float32Array;
}

function inkOf({ width, height, grey }: Picture, paperBrightness: number): Ink {
  const threshold = Math.max(paperBrightness - INK_STEP, 1);
  const [marginX, marginY] = [Math.round(width * EDGE_SHARE), Math.round(height * EDGE_SHARE)];
  const x: number[] = [];
  const y: number[] = [];
  for (let row = marginY; row < height - marginY; row += 1)
    for (let column = marginX; column < width - marginX; column += 1)
      if ((grey[row * width + column] ?? 255) < threshold) {
        x.push(column);
        y.push(row);
      }
  return { x: Float32Array.from(x), y: Float32Array.from(y) };
}

/** The slope at which the lines of writing are sharpest. */
function askewOf({ x, y }: Ink, height: number): number {
  let best = { slope: 0, sharpness: -1 };
  for (let step = -Math.round(MOST_ASKEW / ASKEW_STEP); step <= MOST_ASKEW / ASKEW_STEP; step += 1) {
    const slope = step * ASKEW_STEP;
    const rows = new Float64Array(height * 2);
    for (let at = 0; at < x.length; at += 1) {
      const row = Math.round((y[at] ?? 0) - slope * (x[at] ?? 0) + height / 2);
      if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
    }
    let sharpness = 0;
    for (const count of rows) sharpness += count * count;
    if (sharpness > best.sharpness) best = { slope, sharpness };
  }
  return best.slope;
}

function straightened({ x, y }: Ink, slope: number): Ink {
  return {
    x: x.map((value, at) => value + slope * (y[at] ?? 0)),
    y: y.map((value, at) => value - slope * (x[at] ?? 0)),
  };
}

/** Where the ink begins; a speck of dust before it does not count. */
function beginningOf(values: Float32Array): number {
  const sorted = values.toSorted();
  return sorted[Math.floor(sorted.length * 0.003)] ?? 0;
}

/** A dot between cells counts for each as much as it is near: half a cell further it looks much the same. */
function spread(counts: Float64Array, across: number, down: number): void {
  const [column, row] = [Math.floor(across), Math.floor(down)];
  const [right, below] = [across - column, down - row];
  for (const [x, y, share] of [
    [column, row, (1 - right) * (1 - below)],
    [column + 1, row, right * (1 - below)],
    [column, row + 1, (1 - right) * below],
    [column + 1, row + 1, right * below],
  ] as const) {
    if (x < 0 || x >= COLUMNS || y < 0 || y >= ROWS) continue;
    counts[y * COLUMNS + x] = (counts[y * COLUMNS + x] ?? 0) + share;
  }
}

/** Four bits a cell: how full it is, against what a cell of writing has. */
function packed(counts: Float64Array): string {
  const inked = counts.filter((count) => count > 0.5).toSorted();
  const full = Math.max(inked[Math.floor(inked.length * 0.9)] ?? 1, 1);
  const bytes = Buffer.alloc(counts.length / 2);
  for (const [at, count] of counts.entries()) {
    const level = Math.min(Math.round((count / full) * FULL), FULL);
    bytes[at >> 1] = (bytes[at >> 1] ?? 0) | (level << ((at & 1) * 4));
  }
  return bytes.toString("base64");
}

/** Null where there is too little on the page. `small` has about a hundred dots an inch, and so many exactly. */
export function likenessOf(small: Picture, density: number, paperBrightness: number): string | null {
  const ink = inkOf(small, paperBrightness);
  if (ink.x.length < FEWEST_INK_DOTS || ink.x.length > small.grey.length / 2) return null;
  const { x, y } = straightened(ink, askewOf(ink, small.height));
  const cell = (CELL_MM / 25.4) * density;
  // Two cells of room before the first ink, so that a page may lie a little further up or left than the other.
  const [left, top] = [beginningOf(x) - 2 * cell, beginningOf(y) - 2 * cell];
  const counts = new Float64Array(COLUMNS * ROWS);
  for (let at = 0; at < x.length; at += 1)
    spread(counts, ((x[at] ?? 0) - left) / cell - 0.5, ((y[at] ?? 0) - top) / cell - 0.5);
  return packed(counts);
}
