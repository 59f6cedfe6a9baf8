// A real print queue whose paper comes out as PDF files, and the tools that look at them.
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { findProgram, isRoot } from "../../scripts/project.mjs";

const run = promisify(execFile);

export const QUEUE = "CounterfoilTest";
export const TWO_SIDED_QUEUE = "CounterfoilTwoSided";

const DRIVER = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd";
/** Queues besides the first one. */
const opened: string[] = [];

/** Only root may set up a queue; a machine without CUPS has none. */
export const canPrint = isRoot && findProgram("lpadmin") !== null && findProgram("pdfinfo") !== null;

async function isRunning(): Promise<boolean> {
  const { stdout } = await run("lpstat", ["-r"]).catch(() => ({ stdout: "" }));
  return stdout.includes("is running") && !stdout.includes("not running");
}

export async function openQueue(): Promise<void> {
  if (!(await isRunning())) await run("service", ["cups", "start"]);
  await expect.poll(isRunning).toBe(true);
  await run("lpadmin", ["-p", QUEUE, "-E", "-v", "cups-pdf:/", "-m", DRIVER]);
}

/** What a driver says of a printer that prints on both sides; this one notes in its paper what it was told. */
const BOTH_SIDES = `
*OpenUI *Duplex/2-Sided Printing: PickOne
*OrderDependency: 30 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None/Off: "[ /Keywords (one side) /DOCINFO pdfmark"
*Duplex DuplexNoTumble/Long Edge: "[ /Keywords (long edge) /DOCINFO pdfmark"
*Duplex DuplexTumble/Short Edge: "[ /Keywords (short edge) /DOCINFO pdfmark"
*CloseUI: *Duplex
`;

/** A second queue, of a printer that prints on both sides. */
export async function openTwoSidedQueue(folder: string): Promise<void> {
  const { stdout } = await run("/usr/lib/cups/daemon/cups-driverd", ["cat", DRIVER], {
    maxBuffer: 1024 * 1024,
  });
  const driver = join(folder, "two-sided.ppd");
  await writeFile(driver, stdout + BOTH_SIDES);
  await run("lpadmin", ["-p", TWO_SIDED_QUEUE, "-E", "-v", "cups-pdf:/", "-P", driver]);
  opened.push(TWO_SIDED_QUEUE);
}

/** On which sides the two-sided printer was told to print. */
export async function sidesOf(path: string): Promise<string> {
  const { stdout } = await run("pdfinfo", [path]);
  return /^Keywords:\s+(.+)$/m.exec(stdout)?.[1] ?? "";
}

/** Papers of these tests, and the pictures that were made of them. */
const made: string[] = [];

export async function closeQueue(): Promise<void> {
  const { stdout } = await run("lpstat", ["-e"]);
  const there = stdout.split("\n");
  for (const queue of [QUEUE, ...opened.splice(0)])
    if (there.includes(queue)) await run("lpadmin", ["-x", queue]);
  for (const path of made.splice(0)) await rm(path, { force: true });
}

/** Where the queue puts a root's paper. */
const tray = join(userInfo().homedir, "PDF");

/** The tray is made with the first paper. */
function inTray(): string[] {
  return existsSync(tray) ? readdirSync(tray) : [];
}

/** Does `work`, waits until the queue is idle, and gives the one paper that came out of it. */
export async function paperFrom(work: () => Promise<void>): Promise<string> {
  const before = new Set(inTray());
  await work();
  const fresh = () => inTray().filter((name) => name.endsWith(".pdf") && !before.has(name));
  await expect.poll(() => fresh().length, { timeout: 60_000 }).toBe(1);
  await expect.poll(async () => (await run("lpstat", ["-W", "not-completed", "-o"])).stdout).toBe("");
  const path = join(tray, fresh()[0] ?? "");
  made.push(path);
  return path;
}

export async function paperSize(path: string): Promise<{ pages: number; widthMm: number; heightMm: number }> {
  const { stdout } = await run("pdfinfo", [path]);
  const [, width = "", height = ""] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(stdout) ?? [];
  const toMm = (points: string) => (Number(points) * 25.4) / 72;
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(stdout)?.[1]),
    widthMm: toMm(width),
    heightMm: toMm(height),
  };
}

/** The pictures that the pages are made of. */
export async function picturesIn(path: string): Promise<{ widthDots: number; dotsPerInch: number }[]> {
  const { stdout } = await run("pdfimages", ["-list", path]);
  const [, , ...lines] = stdout.trim().split("\n");
  return lines.map((line) => {
    const columns = line.trim().split(/\s+/);
    return { widthDots: Number(columns[3]), dotsPerInch: Number(columns[12]) };
  });
}

/** The page as a thermal head of 203 dots per inch would draw it. */
async function pictureOf(path: string, page: number, format: "-png" | "-gray"): Promise<string> {
  const stem = `${path}.${page}`;
  const args = ["-r", "203", "-f", String(page), "-l", String(page), "-singlefile", format, path, stem];
  // Type 3 glyphs of the PostScript path make it talk a lot.
  await run("pdftoppm", ["-q", ...args], { maxBuffer: 64 * 1024 * 1024 });
  const picture = `${stem}.${format === "-png" ? "png" : "pgm"}`;
  made.push(picture);
  return picture;
}

/** What a barcode reader finds on the page. */
export async function codesOn(path: string, page = 1): Promise<string[]> {
  const picture = await pictureOf(path, page, "-png");
  const { stdout } = await run("zbarimg", ["-q", "--raw", picture]);
  return [...new Set(stdout.trim().split("\n"))];
}

/** What a person reads on the page, wherever it stands. */
export async function wordsOn(path: string): Promise<string> {
  const picture = await pictureOf(path, 1, "-png");
  const { stdout } = await run("tesseract", [picture, "-", "--psm", "11"]);
  return stdout.replace(/\s+/g, " ");
}

interface Ink {
  share: number;
  widthShare: number;
  /** How much paper is left below the last line, in millimetres. */
  blankBelowMm: number;
}

/** How much of the page is ink, and how far the ink reaches: nothing, a tiny corner, or a page. */
export async function inkOn(path: string, page = 1): Promise<Ink> {
  const bytes = await readFile(await pictureOf(path, page, "-gray"));
  const [header = "", width = "0", height = "0"] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1")) ?? [];
  const pixels = bytes.subarray(header.length);
  const columns = Number(width);
  let dark = 0;
  let [left, right, lowest] = [columns, 0, 0];
  for (let at = 0; at < columns * Number(height); at += 1) {
    if ((pixels[at] ?? 255) >= 128) continue;
    dark += 1;
    left = Math.min(left, at % columns);
    right = Math.max(right, at % columns);
    lowest = Math.floor(at / columns);
  }
  return {
    share: dark / (columns * Number(height)),
    widthShare: Math.max(0, right - left) / columns,
    blankBelowMm: ((Number(height) - 1 - lowest) * 25.4) / 203,
  };
}
