/** Puts a lighter picture in the place of a scanned page's own; whatever else is on the page stays as it was. */
import { PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";

/** What makes of a picture something else than the dots that it holds (ISO 32000-1, 8.9.5). */
const notPlain = ["SMask", "Mask", "ImageMask", "Decode"];

/** The one picture that a page has, by its name there; null where there are several things, or it is no plain picture. */
function onlyPicture(page: PDFPage): { objects: PDFDict; name: PDFName } | null {
  const objects = page.node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const [name, ...others] = objects?.keys() ?? [];
  if (objects === undefined || name === undefined || others.length > 0) return null;
  const picture = objects.lookup(name);
  if (!(picture instanceof PDFRawStream)) return null;
  const isPicture = picture.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Image");
  const isPlain = notPlain.every((key) => !picture.dict.has(PDFName.of(key)));
  return isPicture && isPlain ? { objects, name } : null;
}

export function canBeLighter(page: PDFPage): boolean {
  return onlyPicture(page) !== null;
}

/** `copy` is a page that was copied into `target`; its picture's other uses keep the one they have. */
export async function makeLighter(copy: PDFPage, target: PDFDocument, jpeg: Uint8Array): Promise<void> {
  const found = onlyPicture(copy);
  if (found === null) return;
  found.objects.set(found.name, (await target.embedJpg(jpeg)).ref);
}
