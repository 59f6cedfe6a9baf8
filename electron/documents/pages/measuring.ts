/** Measures one page's picture: how bright its paper is, how much ink it has, and how its writing seems to lie. */
import type { PageFacts } from "./pageMessages.ts";
import type { Picture } from "./picture.ts";

/** Lines of writing are still apart at this density, and specks of dust are gone. */
export const LOOKED_AT_DOTS_PER_INCH = 100;

/** A scanner's edge shows its lid and the table. */
const EDGE_SHARE = 0.03;

/** Darker than the paper by this much is ink. */
const INK_STEP = 56;

type Measured = Pick<PageFacts, "inkShare" | "paperBrightness" | "lie">;

/** The brightness that `share` of all dots do not reach. */
function percentile(grey: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1;
  let left = grey.length * share;
  for (let value = 0; value < 256; value += 1) {
    left -= counts[value] ?? 0;
    if (left <= 0) return value;
  }
  return 255;
}

interface Profiles {
  rows: Float64Array;
  columns: Float64Array;
  ink: number;
  dots: number;
}

/** The ink of each row and column inside the edges. */
function profilesOf({ width, height, grey }: Picture, threshold: number): Profiles {
  const marginX = Math.round(width * EDGE_SHARE);
  const marginY = Math.round(height * EDGE_SHARE);
  const rows = new Float64Array(height - 2 * marginY);
  const columns = new Float64Array(width - 2 * marginX);
  let ink = 0;
  for (let y = 0; y < rows.length; y += 1)
    for (let x = 0; x < columns.length; x += 1) {
      if ((grey[(y + marginY) * width + x + marginX] ?? 255) >= threshold) continue;
      rows[y] = (rows[y] ?? 0) + 1;
      columns[x] = (columns[x] ?? 0) + 1;
      ink += 1;
    }
  return { rows, columns, ink, dots: rows.length * columns.length };
}

/** How hard a profile goes up and down, against the ink it has: rows of writing alternate, its columns do not. */
function restlessness(profile: Float64Array, across: number): number {
  let sum = 0;
  for (let at = 1; at < profile.length; at += 1) {
    const step = ((profile[at] ?? 0) - (profile[at - 1] ?? 0)) / across;
    sum += step * step;
  }
  return sum / profile.length;
}

/** The lines of writing in a profile: where ink begins and ends, of a height that writing has. */
function linesIn(rows: Float64Array, least: number): [number, number][] {
  const lines: [number, number][] = [];
  let start = -1;
  for (let y = 0; y <= rows.length; y += 1) {
    const hasInk = y < rows.length && (rows[y] ?? 0) > least;
    if (hasInk && start < 0) start = y;
    if (hasInk || start < 0) continue;
    const height = y - start;
    if (height >= 6 && height <= 40) lines.push([start, y]);
    start = -1;
  }
  return lines;
}

/**
 * In a line of Latin or Cyrillic writing more ink stands above its small letters than hangs below them (capitals,
 * b, d, f, h, k, l, t and accents against g, j, p, q, y). Above 1: upright; below: upside down.
 */
function ascent(rows: Float64Array): { ratio: number; lines: number } {
  let above = 0;
  let below = 0;
  let counted = 0;
  for (const [top, bottom] of linesIn(rows, 2)) {
    const most = Math.max(...rows.subarray(top, bottom));
    let bodyTop = top;
    let bodyBottom = bottom - 1;
    while (bodyTop < bottom && (rows[bodyTop] ?? 0) < most * 0.5) bodyTop += 1;
    while (bodyBottom > top && (rows[bodyBottom] ?? 0) < most * 0.5) bodyBottom -= 1;
    if (bodyBottom - bodyTop < 3) continue;
    counted += 1;
    for (let y = top; y < bodyTop; y += 1) above += (rows[y] ?? 0) / most;
    for (let y = bodyBottom + 1; y < bottom; y += 1) below += (rows[y] ?? 0) / most;
  }
  return { ratio: (above + 1) / (below + 1), lines: counted };
}

const FEWEST_LINES = 6;

/** A guess, and only where it is a clear one: forms, tables and pictures give none. */
function lieOf({ rows, columns, ink, dots }: Profiles): PageFacts["lie"] {
  const share = ink / dots;
  if (share < 0.004 || share > 0.4) return "unknown";
  const along = restlessness(rows, columns.length);
  const across = restlessness(columns, rows.length);
  if (across > along * 2.5 && linesIn(columns, 2).length >= FEWEST_LINES) return "sideways";
  if (along < across * 2.5) return "unknown";
  const { ratio, lines } = ascent(rows);
  if (lines < FEWEST_LINES) return "unknown";
  if (ratio > 1.25) return "upright";
  return ratio < 0.8 ? "upsideDown" : "unknown";
}

/** `small` has no more dots than it is looked at with. */
export function measured(small: Picture): Measured {
  const paperBrightness = percentile(small.grey, 0.8);
  const profiles = profilesOf(small, Math.max(paperBrightness - INK_STEP, 1));
  return {
    paperBrightness,
    inkShare: profiles.dots === 0 ? 0 : profiles.ink / profiles.dots,
    lie: lieOf(profiles),
  };
}
