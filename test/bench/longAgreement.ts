/** An agreement of thirty pages as lenders write them: embedded fonts, clauses, tables, a picture, footers. */
import { createHash } from "node:crypto";
import { PDFDocument, type PDFFont, type PDFPage, rgb } from "@cantoo/pdf-lib";
import { encode as encodePng } from "fast-png";
import { embedAgreementFonts } from "../../electron/training/iute/agreementFonts.ts";

const PAGES = 30;
const CLAUSES = [
  "Părțile au convenit asupra sumei creditului, a termenului și a ratelor, așa cum sunt înscrise în graficul de rambursare.",
  "Кредитор выдаёт сумму наличными в отделении партнёра; клиент возвращает её в сроки, указанные в графике.",
  "Kredidhënësi jep shumën në sportelin e partnerit; klienti e kthen sipas planit të kësteve më poshtë.",
  "The borrower has read this agreement, keeps a signed copy of it, and may withdraw within fourteen days.",
];

/** A stamp with noise in it, as scanned seals have: always the same. */
function seal(): Uint8Array {
  const side = 160;
  const data = new Uint8Array(side * side * 3);
  let state = createHash("sha256").update("seal").digest();
  for (let at = 0; at < data.length; at += 1) {
    if (at % 32 === 0) state = createHash("sha256").update(state).digest();
    const [x, y] = [Math.floor(at / 3) % side, Math.floor(at / 3 / side)];
    const ring = Math.abs(Math.hypot(x - 80, y - 80) - 70) < 6;
    data[at] = ring ? 60 + ((state[at % 32] ?? 0) % 60) : 235 + ((state[at % 32] ?? 0) % 20);
  }
  return encodePng({ width: side, height: side, data, channels: 3, depth: 8 });
}

function table(page: PDFPage, font: PDFFont, top: number): void {
  for (let row = 0; row < 14; row += 1) {
    const y = top - row * 16;
    page.drawLine({
      start: { x: 56, y: y - 4 },
      end: { x: 540, y: y - 4 },
      thickness: 0.5,
      color: rgb(0.6, 0.6, 0.6),
    });
    for (let column = 0; column < 6; column += 1)
      page.drawText(
        `${row + 1}.${column} ${(row * 817 + column * 53) % 9973},${String(row * 7).padStart(2, "0")}`,
        {
          ...{ x: 60 + column * 80, y, size: 8, font },
        },
      );
  }
}

export async function longAgreement(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { regular, bold } = await embedAgreementFonts(document);
  const picture = await document.embedPng(seal());
  for (let number = 1; number <= PAGES; number += 1) {
    const page = document.addPage([595.28, 841.89]);
    page.drawText(`${number}. Contract de credit · Кредитный договор · Kontratë kredie`, {
      x: 56,
      y: 780,
      size: 13,
      font: bold,
    });
    for (let line = 0; line < 24; line += 1)
      page.drawText(CLAUSES[(line + number) % CLAUSES.length] ?? "", {
        x: 56,
        y: 755 - line * 15,
        size: 8.2,
        font: regular,
      });
    table(page, regular, 360);
    page.drawImage(picture, { x: 440, y: 60, width: 70, height: 70 });
    page.drawText(`90001 · ${number} / ${PAGES}`, { x: 56, y: 40, size: 8, font: regular });
  }
  return document.save();
}
