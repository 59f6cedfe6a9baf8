/** Draws the agreement that the client signs: conditions, repayment schedule, terms and signature lines, on A4. */
import { PDFDocument, type PDFFont, type PDFPage, rgb } from "@cantoo/pdf-lib";
import { type AgreementFonts, embedAgreementFonts } from "./agreementFonts.ts";
import { type AgreementTexts, agreementTexts } from "./agreementTexts.ts";
import { amountOnPaper } from "./amounts.ts";
import type { AgreementLanguage, LenderLoan } from "./books.ts";
import { figuresOf } from "./books.ts";
import { dottedDate } from "./calendar.ts";
import { clientName } from "./xml.ts";

const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 56;
const BOTTOM = 84;
const LEADING = 1.45;
const INK = rgb(0.1, 0.12, 0.15);
const RULE = rgb(0.62, 0.65, 0.7);

/** The finished PDF; `at` (ISO instant) is its date, so that the same request gives the same bytes. */
export async function agreementPdf(
  loan: LenderLoan,
  language: AgreementLanguage,
  at: string,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const fonts = await embedAgreementFonts(document);
  const texts = agreementTexts[language];
  const created = new Date(at);
  document.setTitle(`${texts.title} ${loan.loanRef}`);
  document.setAuthor("Iute Credit (training)");
  document.setCreationDate(created);
  document.setModificationDate(created);

  const sheet = new Sheet(document, fonts);
  drawConditions(sheet, loan, texts, at);
  sheet.newPage();
  drawSchedule(sheet, loan, texts);
  sheet.newPage();
  drawTerms(sheet, texts);
  drawFooters(document, fonts, loan, texts);
  return document.save();
}

function drawConditions(sheet: Sheet, loan: LenderLoan, texts: AgreementTexts, at: string): void {
  const { application } = loan;
  const { totalMinor } = figuresOf(loan);
  sheet.heading(texts.title, 17);
  sheet.row(texts.reference, loan.loanRef);
  sheet.row(texts.date, dottedDate(at.slice(0, 10)));
  sheet.row(texts.office, application.submitPostOffice);
  sheet.row(texts.lender, "Iute Credit");
  sheet.gap(14);
  sheet.heading(texts.client, 12);
  sheet.row(texts.client, clientName(loan));
  sheet.row(texts.fatherName, application.patronymic);
  sheet.row(texts.pin, application.pin);
  sheet.row(texts.birthDate, dottedDate(application.birthDate));
  sheet.row(texts.document, application.documentSerial);
  const house = [application.houseNr, application.apartmentNr].filter((part) => part !== "").join(" / ");
  sheet.row(texts.address, `${application.street} ${house}, ${application.town}`);
  sheet.row(texts.phone, application.gsm);
  sheet.gap(14);
  sheet.heading(texts.conditions, 12);
  sheet.row(texts.principal, amountOnPaper(application.amountMinor));
  sheet.row(texts.months, String(application.months));
  sheet.row(texts.monthlyPayment, amountOnPaper(loan.monthlyPaymentMinor));
  sheet.row(texts.total, amountOnPaper(totalMinor));
  sheet.row(texts.firstRepayment, dottedDate(loan.firstRepaymentDate));
}

function drawSchedule(sheet: Sheet, loan: LenderLoan, texts: AgreementTexts): void {
  const { totalMinor, instalments } = figuresOf(loan);
  sheet.heading(`${texts.schedule} · ${loan.loanRef}`, 12);
  sheet.columns([texts.number, texts.dueDate, texts.amount, texts.balance], "bold");
  let remainingMinor = totalMinor;
  for (const { number, dueDate, totalMinor: instalmentMinor } of instalments) {
    remainingMinor -= instalmentMinor;
    const figures = [amountOnPaper(instalmentMinor), amountOnPaper(remainingMinor)];
    sheet.columns([String(number), dottedDate(dueDate), ...figures], "regular");
  }
}

function drawTerms(sheet: Sheet, texts: AgreementTexts): void {
  sheet.heading(texts.terms, 12);
  for (const [index, clause] of texts.clauses.entries()) {
    sheet.paragraph(`${index + 1}. ${clause}`);
    sheet.gap(6);
  }
  sheet.gap(24);
  sheet.heading(texts.signatures, 12);
  sheet.signatureLine(texts.signatureClient);
  sheet.signatureLine(texts.signatureLender);
}

function drawFooters(
  document: PDFDocument,
  { regular }: AgreementFonts,
  loan: LenderLoan,
  texts: AgreementTexts,
): void {
  const pages = document.getPages();
  for (const [index, page] of pages.entries()) {
    const counted = texts.page.replace("{page}", String(index + 1)).replace("{pages}", String(pages.length));
    page.drawText(`${loan.loanRef} · ${clientName(loan)}`, {
      x: MARGIN,
      y: 52,
      size: 8,
      font: regular,
      color: INK,
    });
    page.drawText(texts.training, { x: MARGIN, y: 40, size: 8, font: regular, color: INK });
    const x = A4.width - MARGIN - regular.widthOfTextAtSize(counted, 8);
    page.drawText(counted, { x, y: 52, size: 8, font: regular, color: INK });
  }
}

/** A pen that walks down the page and takes a new one at the bottom. */
class Sheet {
  readonly #document: PDFDocument;
  readonly #fonts: AgreementFonts;
  #page: PDFPage;
  #y = A4.height - MARGIN;

  constructor(document: PDFDocument, fonts: AgreementFonts) {
    this.#document = document;
    this.#fonts = fonts;
    this.#page = document.addPage([A4.width, A4.height]);
  }

  newPage(): void {
    this.#page = this.#document.addPage([A4.width, A4.height]);
    this.#y = A4.height - MARGIN;
  }

  gap(points: number): void {
    this.#y -= points;
  }

  heading(text: string, size: number): void {
    this.#write(text, MARGIN, this.#fonts.bold, size, A4.width - 2 * MARGIN);
    this.gap(size * 0.5);
  }

  paragraph(text: string): void {
    this.#write(text, MARGIN, this.#fonts.regular, 10, A4.width - 2 * MARGIN);
  }

  row(label: string, value: string): void {
    const valueX = MARGIN + 200;
    const top = this.#y;
    this.#write(label, MARGIN, this.#fonts.regular, 10, 190);
    const afterLabel = this.#y;
    this.#y = top;
    this.#write(value, valueX, this.#fonts.bold, 10, A4.width - MARGIN - valueX);
    this.#y = Math.min(this.#y, afterLabel) - 3;
  }

  columns(cells: readonly string[], weight: keyof AgreementFonts): void {
    const font = this.#fonts[weight];
    const rightEdges = [MARGIN + 36, MARGIN + 170, MARGIN + 310, A4.width - MARGIN];
    this.#needs(15);
    for (const [index, cell] of cells.entries()) {
      const x = (rightEdges[index] ?? A4.width - MARGIN) - font.widthOfTextAtSize(cell, 9);
      this.#page.drawText(cell, { x, y: this.#y - 9, size: 9, font, color: INK });
    }
    this.#line(MARGIN, A4.width - MARGIN, this.#y - 13);
    this.gap(15);
  }

  signatureLine(label: string): void {
    this.#needs(64);
    this.gap(44);
    this.#line(MARGIN, MARGIN + 300, this.#y);
    this.paragraph(label);
  }

  #line(fromX: number, toX: number, y: number): void {
    this.#page.drawLine({ start: { x: fromX, y }, end: { x: toX, y }, thickness: 0.6, color: RULE });
  }

  #write(text: string, x: number, font: PDFFont, size: number, width: number): void {
    for (const line of wrapped(text, font, size, width)) {
      this.#needs(size * LEADING);
      this.#page.drawText(line, { x, y: this.#y - size, size, font, color: INK });
      this.gap(size * LEADING);
    }
  }

  #needs(points: number): void {
    if (this.#y - points < BOTTOM) this.newPage();
  }
}

/** Breaks at spaces, and inside a word only where the word alone is wider than the line. */
function wrapped(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const fits = (candidate: string) => font.widthOfTextAtSize(candidate, size) <= width;
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of word) {
      if (line !== "" && !fits(line + character)) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return [...lines, line];
}
