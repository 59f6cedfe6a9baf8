/**
 * Runs in the hidden drawing window: opens one PDF and draws its pages, as grey dots to be looked at or as pictures to
 * be printed. The shell calls it by name; nothing else of the program is here.
 */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { openPdf } from "../components/pdfDocument.ts";

const POINTS_PER_INCH = 72;
const MM_PER_INCH = 25.4;

/** A page of A3 at 300 dots per inch; a drawing beyond it is drawn coarser. */
const MOST_DOTS = 20_000_000;

interface Grey {
  width: number;
  height: number;
  grey: Uint8Array;
}

async function opened<Value>(name: string, work: (pdf: PDFDocumentProxy) => Promise<Value>): Promise<Value> {
  // biome-ignore lint/style/noRestrictedGlobals: no provider and no network: the shell answers for this one address.
  const answer = await fetch(`drawn/${name}`);
  const task = openPdf(new Uint8Array(await answer.arrayBuffer()));
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** As for the printer: annotations as they print, and no waiting for a screen that a hidden window has not. */
async function draw(page: PDFPageProxy, scale: number, turn: number): Promise<HTMLCanvasElement> {
  const rotation = (page.rotate + turn) % 360;
  const natural = page.getViewport({ scale: 1, rotation });
  const most = Math.sqrt(MOST_DOTS / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(scale, most), rotation });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  await page.render({ canvas, viewport, intent: "print", background: "#ffffff" }).promise;
  page.cleanup();
  return canvas;
}

function greyOf(canvas: HTMLCanvasElement): Grey {
  const { width, height } = canvas;
  const dots = canvas.getContext("2d")?.getImageData(0, 0, width, height).data;
  if (dots === undefined) throw new Error("This window cannot draw.");
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 255, green = 255, blue = 255] = [dots[at * 4], dots[at * 4 + 1], dots[at * 4 + 2]];
    grey[at] = (red * 77 + green * 150 + blue * 29) >> 8;
  }
  return { width, height, grey };
}

async function eachPage(pdf: PDFDocumentProxy, work: (page: PDFPageProxy) => Promise<void>): Promise<void> {
  for (let number = 1; number <= pdf.numPages; number += 1) await work(await pdf.getPage(number));
}

function drawn(name: string, dotsPerInch: number): Promise<Grey[]> {
  return opened(name, async (pdf) => {
    const pages: Grey[] = [];
    await eachPage(pdf, async (page) => {
      const canvas = await draw(page, dotsPerInch / POINTS_PER_INCH, 0);
      pages.push(greyOf(canvas));
      canvas.width = 0;
    });
    return pages;
  });
}

async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  canvas.width = 0;
  if (blob === null) throw new Error("The page is too large to be drawn.");
  const picture = new Image();
  picture.src = URL.createObjectURL(blob);
  await picture.decode();
  return picture;
}

/** A page that lies across is turned upright, and one of another size is fitted: as a person would lay it. */
async function sheetOf(
  page: PDFPageProxy,
  dotsPerInch: number,
  sheet: { widthMm: number; heightMm: number },
): Promise<HTMLElement> {
  const natural = page.getViewport({ scale: 1 });
  const isAcross = natural.width > natural.height !== sheet.widthMm > sheet.heightMm;
  const [width, height] = isAcross ? [natural.height, natural.width] : [natural.width, natural.height];
  const toMm = MM_PER_INCH / POINTS_PER_INCH;
  const fit = Math.min(1, sheet.widthMm / (width * toMm), sheet.heightMm / (height * toMm));
  const picture = await pictureOf(await draw(page, (dotsPerInch / POINTS_PER_INCH) * fit, isAcross ? 90 : 0));
  picture.style.width = `${width * toMm * fit}mm`;
  picture.style.height = `${height * toMm * fit}mm`;
  const element = document.createElement("div");
  element.className = "sheet";
  element.style.width = `${sheet.widthMm}mm`;
  // A hair less than the sheet: rounding must not push an empty page out.
  element.style.height = `${sheet.heightMm - 0.2}mm`;
  element.append(picture);
  return element;
}

function lay(name: string, dotsPerInch: number, widthMm: number, heightMm: number): Promise<number> {
  return opened(name, async (pdf) => {
    await eachPage(pdf, async (page) => {
      document.body.append(await sheetOf(page, dotsPerInch, { widthMm, heightMm }));
    });
    return pdf.numPages;
  });
}

Reflect.set(globalThis, "drawing", { drawn, lay });
