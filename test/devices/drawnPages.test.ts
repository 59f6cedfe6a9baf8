/** Pages of other programs that are written or drawn, and no pictures: one with nothing on it, or lying, is told of. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDocument, type PDFPage, rgb, TextRenderingMode } from "@cantoo/pdf-lib";
import { afterAll, describe, expect, test, vi } from "vitest";
import { forkNodeProcess } from "../../electron/documents/nodeProcess.ts";
import { createPageBinder } from "../../electron/documents/pages/binder.ts";
import { problemsOf } from "../../electron/documents/pages/pageChecks.ts";
import { testClock } from "../journal/parts.ts";
import { evenJpeg, photographed, writtenPdf } from "./samples.ts";

/** Pages are looked at in a process of its own, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const binder = createPageBinder({ fork: forkNodeProcess, clock: testClock(), log: () => undefined });
afterAll(() => binder.close());

const WHITE = rgb(1, 1, 1);

type Drawing = (page: PDFPage, document: PDFDocument) => Promise<void> | void;

async function drawn(...drawings: Drawing[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const drawing of drawings) await drawing(document.addPage([595, 842]), document);
  return document.save();
}

async function problemsIn(pdf: Uint8Array) {
  const pages = await binder.look({ bytes: Uint8Array.from(pdf), dotsPerInch: null, facts: null });
  return pages.map(problemsOf);
}

/** The page's picture in pieces from top to bottom, as some devices send a scan. */
function inStrips(jpeg: Uint8Array): Drawing {
  return async (page, document) => {
    const picture = await document.embedJpg(jpeg);
    for (let strip = 0; strip < 4; strip += 1)
      page.drawImage(picture, { x: 0, y: strip * 210.5, width: 595, height: 210.5 });
  };
}

describe("a page with nothing on it", () => {
  const empty: [string, Drawing][] = [
    ["without a word", () => undefined],
    [
      "painted white, as browsers make it",
      (page) => page.drawRectangle({ width: 595, height: 842, color: WHITE }),
    ],
    ["of white letters", (page) => page.drawText("Nobody reads this", { x: 50, y: 700, color: WHITE })],
    ["of spaces", (page) => page.drawText("     ", { x: 50, y: 700 })],
    [
      "with what text recognition thought it saw",
      (page) => page.drawText("l i", { x: 50, y: 700, renderMode: TextRenderingMode.Invisible }),
    ],
    [
      "of ink that lets everything through",
      (page) => page.drawSquare({ size: 90, color: rgb(0, 0, 0), opacity: 0 }),
    ],
    ["scanned in strips", inStrips(evenJpeg(250))],
  ];
  test.each(empty)("%s is blank", async (_what, drawing) => {
    expect(await problemsIn(await drawn(drawing))).toEqual([["blankPage"]]);
  });

  test("is named among the others, and stays named when the pages are put together anew", async () => {
    const written: Drawing = (page) => page.drawText("Signed", { x: 50, y: 700 });
    const bytes = Uint8Array.from(await drawn(written, () => undefined, written));
    const bound = await binder.bind([{ bytes, dotsPerInch: null, facts: null }], null);
    expect(bound.pages.map(problemsOf)).toEqual([[], ["blankPage"], []]);
  });
});

describe("a page with a little on it", () => {
  const full: [string, Drawing][] = [
    ["a letter", (page) => page.drawText("x", { x: 50, y: 700, size: 6 })],
    ["a stroke of a pen", (page) => page.drawLine({ start: { x: 50, y: 50 }, end: { x: 90, y: 60 } })],
    [
      "a frame without a filling",
      (page) => page.drawSquare({ size: 90, borderWidth: 1, borderColor: rgb(0, 0, 1) }),
    ],
    ["a pale shade", (page) => page.drawSquare({ size: 90, color: rgb(0.8, 0.9, 1) })],
    [
      "letters that are only drawn around",
      (page) => page.drawText("x", { x: 50, y: 50, renderMode: TextRenderingMode.Outline }),
    ],
    [
      "words over an empty picture of the whole page",
      async (page, document) => {
        page.drawImage(await document.embedJpg(evenJpeg(250)), { width: 595, height: 842 });
        page.drawText("Signed by Ana", { x: 50, y: 700 });
      },
    ],
    [
      "a field that was filled in",
      (page, document) => {
        const field = document.getForm().createTextField("name");
        field.setText("Ana");
        field.addToPage(page, { x: 50, y: 700 });
      },
    ],
  ];
  test.each(full)("%s is not blank", async (_what, drawing) => {
    expect((await problemsIn(await drawn(drawing))).flat()).not.toContain("blankPage");
  });

  test("writing in strips of a scan is not blank", async () => {
    const [scan = Buffer.alloc(0)] = photographed(await writtenPdf(), "jpeg", 100);
    expect((await problemsIn(await drawn(inStrips(scan)))).flat()).not.toContain("blankPage");
  });

  test("fonts of another program, which are part of its file, are read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "counterfoil-drawn-"));
    try {
      writeFileSync(join(folder, "in.pdf"), await writtenPdf());
      execFileSync("pdftocairo", ["-pdf", join(folder, "in.pdf"), join(folder, "out.pdf")]);
      expect(await problemsIn(readFileSync(join(folder, "out.pdf")))).toEqual([[]]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("how a written page lies", () => {
  test.each([
    [0, []],
    [90, ["sideways"]],
    [180, ["upsideDown"]],
    [270, ["sideways"]],
  ])("turned by %i degrees", async (turn, problems) => {
    expect(await problemsIn(await writtenPdf({ turn }))).toEqual([problems]);
  });

  test("a table across the page that its program turned upright lies as it should", async () => {
    const across = await drawn((page) => {
      for (let line = 0; line < 12; line += 1)
        page.drawText("Instalment, due on the tenth of the month", {
          x: 100 + line * 20,
          y: 50,
          rotate: degrees(90),
        });
      page.setRotation(degrees(90));
    });
    expect(await problemsIn(across)).toEqual([[]]);
  });

  test("with writing both ways nothing is said", async () => {
    const both = await drawn((page) => {
      for (let line = 0; line < 12; line += 1) {
        page.drawText("Instalment, due on the tenth", { x: 300 + line * 20, y: 50, rotate: degrees(90) });
        page.drawText("Instalment, due on the tenth", { x: 50, y: 700 - line * 20 });
      }
    });
    expect(await problemsIn(both)).toEqual([[]]);
  });

  test("a few words along the edge of a drawing say nothing", async () => {
    const plan = await drawn((page) => page.drawText("Scale 1:100", { x: 30, y: 50, rotate: degrees(90) }));
    expect(await problemsIn(plan)).toEqual([[]]);
  });

  test("turned by the clerk it lies as it should", async () => {
    const bytes = Uint8Array.from(await writtenPdf({ turn: 180 }));
    const bound = await binder.bind(
      [{ bytes, dotsPerInch: null, facts: null }],
      [{ part: 0, page: 1, turn: 180 }],
    );
    expect(bound.pages.map(problemsOf)).toEqual([[]]);
  });
});
