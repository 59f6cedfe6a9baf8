/** Draws the no-dues letter: one page on A4 that names the loan. */
import { PDFDocument, rgb } from "@cantoo/pdf-lib";
import { embedAgreementFonts } from "../iute/agreementFonts.ts";
import type { Letter } from "./books.ts";

const A4 = { width: 595.28, height: 841.89 };
const INK = rgb(0.1, 0.12, 0.15);

const TYPES = { PL: "personal loan", ML: "micro loan", CL: "consumer loan" } as const;

export async function letterPdf(letter: Letter, partnerTag: string, at: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const fonts = await embedAgreementFonts(document);
  const created = new Date(at);
  document.setTitle(`No dues letter ${letter.partnerLoanId}`);
  document.setAuthor("Apollo Finvest (training)");
  document.setCreationDate(created);
  document.setModificationDate(created);
  const page = document.addPage([A4.width, A4.height]);
  const write = (text: string, y: number, size: number, font = fonts.regular) =>
    page.drawText(text, { x: 56, y, size, font, color: INK });
  write("No Dues Certificate", 740, 20, fonts.bold);
  write(`Date: ${at.slice(0, 10)}`, 700, 11);
  write(`Loan: ${letter.partnerLoanId} (${TYPES[letter.loanType]})`, 680, 11);
  write(`Borrower: ${letter.borrower}`, 660, 11);
  write(`Partner: ${partnerTag}`, 640, 11);
  write("This is to certify that the above loan has been repaid in full,", 600, 11);
  write("and that there are no dues outstanding against it as of this date.", 584, 11);
  write("Training paper: not a document of any lender.", 540, 9);
  return document.save();
}
