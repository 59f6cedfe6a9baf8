/** Our code on an agreement's footer: where there is room, on turned pages too, read back off a scan, and nothing else changed. */
import { degrees, PDFDocument, rgb, StandardFonts } from "@cantoo/pdf-lib";
import { afterAll, describe, expect, test, vi } from "vitest";
import { codedAgreement } from "../../electron/documents/codes/codedAgreement.ts";
import { DOTS_PER_INCH, freePlace, isSameBeside, PLACE } from "../../electron/documents/codes/freePlace.ts";
import { readAgreementCodes } from "../../electron/documents/codes/reading.ts";
import { createStamper } from "../../electron/documents/codes/stamper.ts";
import { forkNodeProcess } from "../../electron/documents/nodeProcess.ts";
import { createPageBinder } from "../../electron/documents/pages/binder.ts";
import { agreementCodeText, readAgreementCode } from "../../shared/agreementCode.ts";
import { photographed } from "../devices/samples.ts";
import { testClock } from "../journal/parts.ts";
import { drawn } from "./drawn.ts";

// Real pages are drawn, photographed and read, each by a program of its own.
vi.setConfig({ testTimeout: 90_000 });

const log = () => undefined;
const stamper = createStamper({ fork: forkNodeProcess, clock: testClock(), log });
const binder = createPageBinder({ fork: forkNodeProcess, clock: testClock(), log });
afterAll(() => Promise.all([stamper.close(), binder.close()]));

/** A4 with text, each page turned as asked. */
async function agreement(turns: number[], more: (document: PDFDocument) => void = () => undefined) {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const [index, turn] of turns.entries()) {
    const page = document.addPage([595.28, 841.89]);
    page.drawText(`Agreement 90001, page ${index + 1}`, { x: 60, y: 700, size: 14, font });
    page.drawText("Conditions of the loan", { x: 60, y: 400, size: 12, font });
    page.setRotation(degrees(turn));
  }
  more(document);
  return document.save();
}

const facts = (pages: number) => ({ documentId: "document-00ab7f3a", loanRef: "90001", pages, print: 2 });
const codesOf = async (pdf: Uint8Array, dotsPerInch: number) =>
  Promise.all((await drawn(pdf, dotsPerInch)).map(async (page) => (await readAgreementCodes(page)).codes));

describe("the text of a code", () => {
  test("says loan, page, print and document, and is read back", () => {
    const code = { loanRef: "90001", page: 2, pages: 3, print: 1, mark: "7F3A" };
    expect(agreementCodeText(code)).toBe("CFA:90001:2/3:1:7F3A");
    expect(readAgreementCode("CFA:90001:2/3:1:7F3A")).toEqual(code);
    // As a reader types it on an Albanian keyboard.
    expect(readAgreementCode("CFAÇ90001Ç2-3Ç1Ç7f3a")).toEqual(code);
  });
  test.each(["CF:Tirana-1-k7f3-42", "90001", "CFA:90001:2/3:1", "CFA:9 1:2/3:1:7F3A", ""])(
    "%j is none of them",
    (text) => expect(readAgreementCode(text)).toBeNull(),
  );
  test("a reference with strange characters gets none", () => {
    expect(agreementCodeText({ loanRef: "90:01", page: 1, pages: 1, print: 1, mark: "7F3A" })).toBeNull();
  });
});

describe("a coded agreement", () => {
  test("carries its code on every page, however the page is turned, and nothing else is changed", async () => {
    const pdf = await agreement([0, 90, 180, 270]);
    const { bytes, codes } = await codedAgreement(pdf, facts(4), { stamper, drawn });
    expect(codes).toBe(4);
    expect(await codesOf(bytes, 200)).toEqual([1, 2, 3, 4].map((page) => [`CFA:90001:${page}/4:2:7F3A`]));
    const [before, after] = [await drawn(pdf, DOTS_PER_INCH), await drawn(bytes, DOTS_PER_INCH)];
    for (const [index, page] of before.entries()) {
      const other = after[index];
      if (other === undefined) throw new Error("A page is missing.");
      expect(isSameBeside(page, other, freePlace(page))).toBe(true);
      expect(isSameBeside(page, other, null)).toBe(false);
    }
  });

  test("is still read at 120 dots per inch, as a JPEG and a little askew", async () => {
    const pdf = await agreement([0]);
    const { bytes } = await codedAgreement(pdf, facts(1), { stamper, drawn });
    const askew = await PDFDocument.create();
    const [page] = await askew.embedPdf(bytes, [0]);
    if (page === undefined) throw new Error("There is a page.");
    askew.addPage([595.28, 841.89]).drawPage(page, { x: 8, y: 2, rotate: degrees(1.5) });
    const [scan] = photographed(await askew.save(), "jpeg", 120);
    const bound = await binder.bind(
      [{ bytes: Uint8Array.from(scan ?? []), dotsPerInch: 120, facts: null }],
      null,
    );
    expect(bound.pages.map(({ codes }) => codes)).toEqual([["CFA:90001:1/1:2:7F3A"]]);
  });

  test("tells for certain how a scanned page lies, whatever its writing looks like", async () => {
    const { bytes } = await codedAgreement(await agreement([0]), facts(1), { stamper, drawn });
    for (const [turn, lie] of [
      [0, "upright"],
      [90, "sideways"],
      [180, "upsideDown"],
    ] as const) {
      const document = await PDFDocument.load(bytes);
      document.getPages()[0]?.setRotation(degrees(turn));
      const [scan] = photographed(await document.save(), "jpeg", 150);
      const part = { bytes: Uint8Array.from(scan ?? []), dotsPerInch: 150, facts: null };
      const { pages } = await binder.bind([part], null);
      expect([turn, pages[0]?.lie]).toEqual([turn, lie]);
    }
  });

  test("moves aside where the corner is taken, and leaves a page alone whose footer is full", async () => {
    const pdf = await agreement([0, 0], (document) => {
      const [corner, full] = document.getPages();
      corner?.drawRectangle({ x: 520, y: 0, width: 75, height: 90, color: rgb(0.9, 0.9, 0.9) });
      full?.drawRectangle({ x: 0, y: 0, width: 596, height: 95, color: rgb(0.97, 0.97, 0.97) });
    });
    const [corner, full] = (await drawn(pdf, DOTS_PER_INCH)).map(freePlace);
    expect(corner?.x).toBeLessThanOrEqual(520 - PLACE.width);
    expect(full).toBeNull();
    const { bytes, codes } = await codedAgreement(pdf, facts(2), { stamper, drawn });
    expect(codes).toBe(1);
    expect(await codesOf(bytes, 200)).toEqual([["CFA:90001:1/2:2:7F3A"], []]);
  });

  test("is printed as it came where it would look different, cannot be written to, or has no room", async () => {
    const pdf = await agreement([0]);
    // A library that lost something of the page on its way.
    const losing = {
      ...stamper,
      stamp: async () => await agreement([0], (it) => it.getPages()[0]?.drawCircle()),
    };
    expect(await codedAgreement(pdf, facts(1), { stamper: losing, drawn })).toEqual({ bytes: pdf, codes: 0 });
    const failing = { ...stamper, stamp: async () => null };
    expect(await codedAgreement(pdf, facts(1), { stamper: failing, drawn })).toEqual({
      bytes: pdf,
      codes: 0,
    });
    expect(await codedAgreement(pdf, { ...facts(1), loanRef: "90 01" }, { stamper, drawn })).toEqual({
      bytes: pdf,
      codes: 0,
    });
  });

  test("a file that is no PDF brings nobody down", async () => {
    expect(await stamper.stamp(Buffer.from("%PDF-1.7 nonsense"), [])).toBeNull();
  });
});
