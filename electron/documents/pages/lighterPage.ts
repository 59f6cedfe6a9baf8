/** Puts a lighter picture in the place of a scanned page's own; whatever else is on the page stays as it was. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";

/** What makes of a picture something else than the dots that it holds (ISO 32000-1, 8.9.5). */
const notPlain = ["SMask", "Mask", "ImageMask", "Decode"];

/** Coarser than this nobody scans. */
const COARSEST_DOTS_PER_INCH = 40;

/** False where no picture on the page can fill it: then nobody has to decode what is drawn there. */
export function mayBeScanned(page: PDFPage): boolean {
  const objects = page.node.Resources()?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const { width, height } = page.getSize();
  return (objects?.keys() ?? []).some((name) => {
    const object = objects?.lookup(name);
    if (!(object instanceof PDFRawStream)) return false;
    // A drawing may hold a picture of its own.
    if (object.dict.lookup(PDFName.of("Subtype")) !== PDFName.of("Image")) return true;
    const dots = (key: string) => object.dict.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber() ?? 0;
    const least = (points: number) => (points / 72) * COARSEST_DOTS_PER_INCH;
    return dots("Width") >= least(width) && dots("Height") >= least(height);
  });
}

/** A blank page needs no more than a few words to say so, a written one of A4 some ten thousand. */
const FULL_PAGE_BYTES = 256 * 1024;

/** True for a map or a plan: nobody needs to read all of it to know that there is something on it. */
export function isFullyDrawn(page: PDFPage): boolean {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  const sizes = streams.map((stream) => {
    const found = stream instanceof PDFRef ? page.doc.context.lookup(stream) : stream;
    return found instanceof PDFStream ? found.getContentsSize() : 0;
  });
  return sizes.reduce((total, size) => total + size, 0) > FULL_PAGE_BYTES;
}

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

/** `copy` is a page that was copied into `target` alone. */
export async function makeLighter(copy: PDFPage, target: PDFDocument, jpeg: Uint8Array): Promise<void> {
  const found = onlyPicture(copy);
  if (found === null) return;
  const before = found.objects.get(found.name);
  found.objects.set(found.name, (await target.embedJpg(jpeg)).ref);
  // Each page is copied by itself, with a picture of its own: nobody else needs the heavy one.
  if (before instanceof PDFRef) target.context.delete(before);
}
