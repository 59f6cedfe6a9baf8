/**
 * Finds a sheet of paper in a camera's picture and lays it flat. Only where the sheet is brighter than what it lies on
 * and its four corners can be seen: everything else stays as the camera saw it, for a person to turn or take again.
 */
import { reduced } from "./compressing.ts";
import type { Picture } from "./picture.ts";

interface Corner {
  x: number;
  y: number;
}
/** Clockwise from the top left. */
type Corners = [Corner, Corner, Corner, Corner];

/** Edges are found in a picture of this width. */
const LOOKED_AT_WIDTH = 320;
/** A smaller sheet than this was not meant, or its letters are too small. */
const SMALLEST_SHARE = 0.2;
/** So much of the four-cornered figure has to be paper, and so little paper may lie outside it. */
const LEAST_FILLED = 0.9;
/** Paper and table differ by at least so much. */
const LEAST_CONTRAST = 40;

/** Otsu's threshold: the brightness that parts the picture best in two. */
function threshold(grey: Uint8Array): { at: number; contrast: number } {
  const counts = new Float64Array(256);
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1;
  const sum = counts.reduce((total, count, value) => total + count * value, 0);
  let [below, sumBelow] = [0, 0];
  let best = { at: 128, between: -1, contrast: 0 };
  for (let value = 0; value < 255; value += 1) {
    below += counts[value] ?? 0;
    sumBelow += (counts[value] ?? 0) * value;
    const above = grey.length - below;
    if (below === 0 || above === 0) continue;
    const contrast = (sum - sumBelow) / above - sumBelow / below;
    const between = below * above * contrast * contrast;
    if (between > best.between) best = { at: value, between, contrast };
  }
  return best;
}

/** The dots of the largest bright region. */
function largestRegion({ width, height, grey }: Picture, above: number): number[] {
  const seen = new Uint8Array(grey.length);
  let largest: number[] = [];
  for (let start = 0; start < grey.length; start += 1) {
    if (seen[start] === 1 || (grey[start] ?? 0) <= above) continue;
    seen[start] = 1;
    const region = [start];
    for (let next = 0; next < region.length; next += 1) {
      const at = region[next] ?? 0;
      const x = at % width;
      const beside = [
        x > 0 ? at - 1 : -1,
        x < width - 1 ? at + 1 : -1,
        at - width,
        at + width < width * height ? at + width : -1,
      ];
      for (const one of beside)
        if (one >= 0 && seen[one] === 0 && (grey[one] ?? 0) > above) {
          seen[one] = 1;
          region.push(one);
        }
    }
    if (region.length > largest.length) largest = region;
  }
  return largest;
}

/** A sheet that is not turned by much has its corners where x+y and x−y are least and greatest. */
function cornersOf(region: readonly number[], width: number): Corners {
  const none = { x: 0, y: 0 };
  const found: Corners = [none, none, none, none];
  const best = [Infinity, -Infinity, -Infinity, Infinity];
  for (const at of region) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const [sum, difference] = [x + y, x - y];
    if (sum < (best[0] ?? 0)) [best[0], found[0]] = [sum, { x, y }];
    if (difference > (best[1] ?? 0)) [best[1], found[1]] = [difference, { x: x + 1, y }];
    if (sum > (best[2] ?? 0)) [best[2], found[2]] = [sum, { x: x + 1, y: y + 1 }];
    if (difference < (best[3] ?? 0)) [best[3], found[3]] = [difference, { x, y: y + 1 }];
  }
  return found;
}

function areaOf(corners: Corners): number {
  let twice = 0;
  for (const [at, { x, y }] of corners.entries()) {
    const next = corners[(at + 1) % 4] ?? { x, y };
    twice += x * next.y - next.x * y;
  }
  return Math.abs(twice) / 2;
}

function distance(one: Corner, other: Corner): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Null where no sheet can be told from what it lies on. */
export function findPaper(picture: Picture): Corners | null {
  const factor = Math.max(picture.width / LOOKED_AT_WIDTH, 1);
  const small = reduced({ ...picture, rgb: null }, factor);
  const { at, contrast } = threshold(small.grey);
  if (contrast < LEAST_CONTRAST) return null;
  const region = largestRegion(small, at);
  const dots = small.width * small.height;
  if (region.length < dots * SMALLEST_SHARE) return null;
  const corners = cornersOf(region, small.width);
  const area = areaOf(corners);
  // Ink leaves holes in the region: paper may miss a little inside, and have nothing outside.
  if (region.length < area * (LEAST_FILLED - 0.1) || region.length > area / LEAST_FILLED) return null;
  const touchesAll = corners.every(
    ({ x, y }) => (x <= 1 || x >= small.width - 1) && (y <= 1 || y >= small.height - 1),
  );
  // A sheet that fills the picture has nothing to be cut off.
  if (touchesAll) return null;
  const [a, b, c, d] = corners;
  const shortest = Math.min(distance(a, b), distance(b, c), distance(c, d), distance(d, a));
  if (shortest < small.width * 0.2) return null;
  return [scaled(a, factor), scaled(b, factor), scaled(c, factor), scaled(d, factor)];
}

function scaled({ x, y }: Corner, factor: number): Corner {
  return { x: x * factor, y: y * factor };
}

/** The eight numbers that take the unit square to the four corners (Heckbert 1989, "square to quadrilateral"). */
function projection([a, b, c, d]: Corners): (u: number, v: number) => Corner {
  const [dx1, dx2, dx3] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [dy1, dy2, dy3] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  const whole = dx1 * dy2 - dx2 * dy1;
  const g = whole === 0 ? 0 : (dx3 * dy2 - dx2 * dy3) / whole;
  const h = whole === 0 ? 0 : (dx1 * dy3 - dx3 * dy1) / whole;
  return (u, v) => {
    const w = g * u + h * v + 1;
    return {
      x: ((b.x - a.x + g * b.x) * u + (d.x - a.x + h * d.x) * v + a.x) / w,
      y: ((b.y - a.y + g * b.y) * u + (d.y - a.y + h * d.y) * v + a.y) / w,
    };
  };
}

/** The sheet alone, as if it had been looked at from straight above. */
export function laidFlat(picture: Picture, corners: Corners): Picture {
  const [a, b, c, d] = corners;
  const width = Math.max(Math.round((distance(a, b) + distance(d, c)) / 2), 1);
  const height = Math.max(Math.round((distance(a, d) + distance(b, c)) / 2), 1);
  const from = projection(corners);
  const grey = new Uint8Array(width * height);
  const rgb = picture.rgb === null ? null : new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const place = from((x + 0.5) / width, (y + 0.5) / height);
      const to = y * width + x;
      grey[to] = between(picture.grey, 1, 0, picture, place);
      if (rgb === null || picture.rgb === null) continue;
      for (let channel = 0; channel < 3; channel += 1)
        rgb[to * 3 + channel] = between(picture.rgb, 3, channel, picture, place);
    }
  return { width, height, grey, rgb, dotsPerInch: null };
}

/** The four dots around a place, each as much as it is near. */
function between(
  data: Uint8Array,
  channels: number,
  channel: number,
  { width, height }: { width: number; height: number },
  { x, y }: Corner,
): number {
  const left = Math.min(Math.max(Math.floor(x - 0.5), 0), width - 1);
  const top = Math.min(Math.max(Math.floor(y - 0.5), 0), height - 1);
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  const across = Math.min(Math.max(x - 0.5 - left, 0), 1);
  const down = Math.min(Math.max(y - 0.5 - top, 0), 1);
  const value = (column: number, row: number) => data[(row * width + column) * channels + channel] ?? 0;
  const upper = value(left, top) * (1 - across) + value(right, top) * across;
  const lower = value(left, bottom) * (1 - across) + value(right, bottom) * across;
  return Math.round(upper * (1 - down) + lower * down);
}
