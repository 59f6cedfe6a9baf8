/** The same paper is known again when it is scanned twice, and two agreements of one template are two papers. */
import { degrees, PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "@cantoo/pdf-lib";
import { describe, expect, test, vi } from "vitest";
import { type ReadLikeness, readLikeness, sureness } from "../../electron/documents/pages/alike.ts";
import { reduced } from "../../electron/documents/pages/compressing.ts";
import { likenessOf } from "../../electron/documents/pages/likeness.ts";
import { measured } from "../../electron/documents/pages/measuring.ts";
import { decodePictures } from "../../electron/documents/pages/picture.ts";
import { evenJpeg, photographed } from "./samples.ts";

vi.setConfig({ testTimeout: 120_000 });

interface Signed {
  name: string;
  sum: string;
  /** How the sheet lay on the glass. */
  askew?: number;
  right?: number;
  down?: number;
}

/** One page of a lender's template, filled in and signed. */
function fill(page: PDFPage, font: PDFFont, signed: Signed): void {
  page.drawText("Loan agreement", { x: 60, y: 790, size: 14, font });
  for (let line = 0; line < 36; line += 1) {
    const terms = `${line}. What both sides owe each other, and when it is to be paid back in full.`;
    const filled = `The borrower ${signed.name} takes ${signed.sum} from the lender`;
    page.drawText(line === 3 ? filled : terms.slice(0, 50 + ((line * 13) % 30)), {
      ...{ x: 60, y: 750 - line * 17, size: 11.5, font },
    });
  }
  let last = { x: 80, y: 90 };
  for (const [index, letter] of [...signed.name].entries()) {
    const next = { x: 80 + index * 7, y: 70 + (letter.charCodeAt(0) % 32) };
    page.drawLine({ start: last, end: next, thickness: 1.4 });
    last = next;
  }
}

/** Scanned: the sheet lies askew and shifted on the glass, at so many dots per inch. */
async function scanned(signed: Signed, dotsPerInch = 150): Promise<ReadLikeness> {
  const { askew = 0, right = 0, down = 0 } = signed;
  const sheet = await PDFDocument.create();
  fill(sheet.addPage([595, 842]), await sheet.embedFont(StandardFonts.TimesRoman), signed);
  const glass = await PDFDocument.create();
  const [laid] = await glass.embedPdf(await sheet.save(), [0]);
  if (laid === undefined) throw new Error("The sheet has one page.");
  glass.addPage([595, 842]).drawPage(laid, { x: right, y: -down, rotate: degrees(askew) });
  const [bytes = Buffer.alloc(0)] = photographed(await glass.save(), "jpeg", dotsPerInch);
  const [picture] = decodePictures(bytes);
  if (picture === undefined) throw new Error("The scan is a picture.");
  const small = reduced(picture, dotsPerInch / 100);
  const { paperBrightness } = measured(small);
  const read = readLikeness(likenessOf(small, 100, paperBrightness ?? 255) ?? "");
  if (read === null) throw new Error("The page has writing.");
  return read;
}

const nelea = { name: "Nelea Iacovet", sum: "12 500,00" };

describe("one paper, scanned twice", () => {
  test.each([
    ["as it lay before", {}, 150],
    ["a little askew", { askew: 1 }, 150],
    ["askew the other way and shifted", { askew: -0.8, right: 8, down: 6 }, 150],
    ["with more dots", { right: 4 }, 300],
  ])("%s, is the same", async (_, lay, dots) => {
    const [first, second] = [await scanned(nelea), await scanned({ ...nelea, ...lay }, dots)];
    expect(sureness(first, second)).toBe("certain");
    expect(sureness(second, first)).toBe("certain");
  });

  test.each([
    ["another borrower's", { name: "Petru Munteanu", sum: "41 200,00" }],
    ["one with another sum and signature", { name: "Nelea Iacob", sum: "12 700,00" }],
  ])("%s agreement of the same template is another paper", async (_, other) => {
    expect(sureness(await scanned(nelea), await scanned(other))).toBeNull();
  });

  test("an empty page and a black one are like nothing", () => {
    for (const shade of [250, 10]) {
      const [picture] = decodePictures(evenJpeg(shade));
      expect(picture === undefined ? "" : likenessOf(picture, 100, shade)).toBeNull();
    }
  });
});
