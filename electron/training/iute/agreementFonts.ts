/** The typeface of the agreements: DejaVu Sans, which has every letter of the five languages, embedded as a subset. */
import { readFile } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import type { PDFDocument, PDFFont } from "@cantoo/pdf-lib";
import fontkit from "@pdf-lib/fontkit";
import regularPath from "dejavu-fonts-ttf/ttf/DejaVuSans.ttf";
import boldPath from "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf";

export interface AgreementFonts {
  readonly regular: PDFFont;
  readonly bold: PDFFont;
}

export async function embedAgreementFonts(document: PDFDocument): Promise<AgreementFonts> {
  document.registerFontkit({ create: createFont });
  const embed = async (path: string) => document.embedFont(await fontBytes(path), { subset: true });
  return { regular: await embed(regularPath), bold: await embed(boldPath) };
}

/** Shows of a subset only its public part: pdf-lib would take fontkit's inner `encode` for a newer one's outer. */
function createFont(bytes: Uint8Array) {
  const font = fontkit.create(bytes);
  const createSubset = font.createSubset.bind(font);
  font.createSubset = () => {
    const subset = createSubset();
    return {
      includeGlyph: (glyph) => subset.includeGlyph(glyph),
      encodeStream: () => subset.encodeStream(),
    };
  };
  return font;
}

/** The build names a font's file relative to the bundle, a test run absolutely. */
function fontBytes(path: string): Promise<Buffer> {
  return readFile(isAbsolute(path) ? path : fileURLToPath(new URL(path, import.meta.url)));
}
