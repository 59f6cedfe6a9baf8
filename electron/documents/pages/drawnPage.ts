/**
 * Looks at a page of a PDF without drawing it: whether anything on it can be seen, and how its writing lies. Where that is
 * not sure, the page counts as one with something on it, and nothing is said about how it lies.
 */
import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { z } from "zod";
import { reduced } from "./compressing.ts";
import { LOOKED_AT_DOTS_PER_INCH, measured } from "./measuring.ts";
import { isBlank } from "./pageChecks.ts";
import type { PageFacts } from "./pageMessages.ts";
import { imageOf } from "./pdfPictures.ts";

/** More pictures than these are an illustration. */
const MOST_PICTURES = 60;
/** A picture as wide as A4 is looked at with so many dots. */
const LOOKED_AT_WIDTH = 8.27 * LOOKED_AT_DOTS_PER_INCH;

/** What decides whether a mark can be seen. */
interface Pen {
  fill: string;
  fillOpacity: number;
  stroke: string;
  strokeOpacity: number;
  /** PDF 1.7, table 106: 3 leaves nothing, 7 only cuts out what follows. */
  text: number;
}

const FIRST_PEN: Pen = { fill: "#000000", fillOpacity: 1, stroke: "#000000", strokeOpacity: 1, text: 0 };
/** A pattern or anything else that is no plain colour. */
const SOME_COLOUR = "#000000";

/** `#fefefe` is as white as paper. */
function isSeen(colour: string, opacity: number): boolean {
  return opacity > 0 && !/^#(f[b-f]){3}$/i.test(colour);
}

const colour = z.tuple([z.string()]).transform(([hex]) => hex);
const stateChanges = z.tuple([z.array(z.tuple([z.string(), z.unknown()]))]);
const mode = z.tuple([z.number()]).transform(([number]) => number);
const pathArguments = z.array(z.unknown()).transform(([how]) => how);
const pictureArguments = z.array(z.unknown()).pipe(z.tuple([z.string()], z.unknown()));
const glyphs = z.tuple([z.array(z.unknown())]).transform(([shown]) => shown);
const spaceOrGap = z.union([z.number(), z.null(), z.object({ unicode: z.string().regex(/^\s*$/) })]);

function withState(pen: Pen, args: unknown): Pen {
  const changed = { ...pen };
  for (const [name, value] of stateChanges.safeParse(args).data?.[0] ?? []) {
    if (name === "ca") changed.fillOpacity = value === 0 ? 0 : 1;
    if (name === "CA") changed.strokeOpacity = value === 0 ? 0 : 1;
  }
  return changed;
}

/** The pen after an operator that only changes it; null for every other one. */
function penAfter(pen: Pen, operator: number, args: unknown): Pen | null {
  switch (operator) {
    case OPS.setFillRGBColor:
      return { ...pen, fill: colour.safeParse(args).data ?? SOME_COLOUR };
    case OPS.setStrokeRGBColor:
      return { ...pen, stroke: colour.safeParse(args).data ?? SOME_COLOUR };
    case OPS.setFillColorN:
      return { ...pen, fill: SOME_COLOUR };
    case OPS.setStrokeColorN:
      return { ...pen, stroke: SOME_COLOUR };
    case OPS.setTextRenderingMode:
      return { ...pen, text: mode.safeParse(args).data ?? 0 };
    case OPS.setGState:
      return withState(pen, args);
    default:
      return null;
  }
}

function leavesPath(pen: Pen, args: unknown): boolean {
  const how = pathArguments.safeParse(args).data;
  if (how === OPS.endPath) return false;
  const [fills, strokes] = [isSeen(pen.fill, pen.fillOpacity), isSeen(pen.stroke, pen.strokeOpacity)];
  if (how === OPS.fill || how === OPS.eoFill) return fills;
  if (how === OPS.stroke || how === OPS.closeStroke) return strokes;
  return fills || strokes;
}

function leavesText(pen: Pen, args: unknown): boolean {
  if (pen.text === 3 || pen.text === 7) return false;
  const isFilled = pen.text !== 1 && pen.text !== 5 && isSeen(pen.fill, pen.fillOpacity);
  const isDrawn = pen.text !== 0 && pen.text !== 4 && isSeen(pen.stroke, pen.strokeOpacity);
  if (!isFilled && !isDrawn) return false;
  const shown = glyphs.safeParse(args).data;
  return shown === undefined || shown.some((glyph) => !spaceOrGap.safeParse(glyph).success);
}

/** Everything that puts something on the page and is not looked at more closely. */
const marks = new Set<number>([
  OPS.shadingFill,
  OPS.rawFillPath,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
]);

interface Marks {
  /** True for a letter, a line or a shade. */
  any: boolean;
  /** True where there is writing, seen or not. */
  words: boolean;
  /** The names of the pictures: each may be an empty piece of a scan. */
  pictures: Set<string>;
}

async function marksOn(page: PDFPageProxy): Promise<Marks> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const found: Marks = { any: false, words: false, pictures: new Set() };
  const saved: Pen[] = [];
  let pen = FIRST_PEN;
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(pen);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) pen = saved.pop() ?? pen;
    else if (operator === OPS.paintImageXObject || operator === OPS.paintImageXObjectRepeat) {
      const named = pictureArguments.safeParse(args).data;
      if (named === undefined) found.any = true;
      else found.pictures.add(named[0]);
    } else if (operator === OPS.constructPath) found.any ||= leavesPath(pen, args);
    else if (operator === OPS.showText) {
      found.words = true;
      found.any ||= leavesText(pen, args);
    } else if (marks.has(operator)) found.any = true;
    else pen = penAfter(pen, operator, args) ?? pen;
    if (found.any) return found;
  }
  return found;
}

async function isEmptyPicture(page: PDFPageProxy, id: string): Promise<boolean> {
  const picture = await imageOf(page, id);
  return picture !== null && isBlank(measured(reduced(picture, picture.width / LOOKED_AT_WIDTH)));
}

/** Where pdf.js stumbles over a font, its list ends there without a word: what it reads as text gives that away. */
async function endsEarly(page: PDFPageProxy, { words }: Marks): Promise<boolean> {
  if (words) return false;
  const { items } = await page.getTextContent();
  return items.some((item) => "str" in item && item.str.trim() !== "");
}

/** Nothing on the page leaves a trace on white paper. */
export async function nothingOn(page: PDFPageProxy): Promise<boolean> {
  const marked = await marksOn(page);
  if (marked.any || marked.pictures.size > MOST_PICTURES || (await endsEarly(page, marked))) return false;
  for (const id of marked.pictures) if (!(await isEmptyPicture(page, id))) return false;
  return true;
}

/** With fewer letters than a few lines have, a stamp or a table's heading would decide. */
const FEWEST_LETTERS = 120;
/** So much of the writing has to run the same way. */
const CLEAR_SHARE = 0.9;
const MOST_ASKEW_DEGREES = 10;

const writing = z.object({ str: z.string(), transform: z.array(z.number()).min(2), fontName: z.string() });

/** Which way the letters of a page run, as the page is shown; only where nearly all of them run the same way. */
export async function lieOfWriting(page: PDFPageProxy): Promise<PageFacts["lie"]> {
  const { items, styles } = await page.getTextContent();
  const quarters = [0, 0, 0, 0];
  let letters = 0;
  for (const item of items) {
    const read = writing.safeParse(item).data;
    if (read === undefined) continue;
    const count = read.str.replaceAll(/[^\p{L}\p{N}]/gu, "").length;
    letters += count;
    if (styles[read.fontName]?.vertical === true) continue;
    const [across = 1, up = 0] = read.transform;
    const degrees = (Math.atan2(up, across) * 180) / Math.PI - page.rotate;
    const quarter = Math.round(degrees / 90);
    if (Math.abs(degrees - quarter * 90) > MOST_ASKEW_DEGREES) continue;
    const at = ((quarter % 4) + 4) % 4;
    quarters[at] = (quarters[at] ?? 0) + count;
  }
  if (letters < FEWEST_LETTERS) return "unknown";
  const clear = quarters.findIndex((count) => count >= letters * CLEAR_SHARE);
  const lies = ["upright", "sideways", "upsideDown", "sideways"] as const;
  return lies[clear] ?? "unknown";
}
