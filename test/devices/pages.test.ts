/** Pages from pictures and PDFs become one PDF of sensible size, in any order; what is wrong with them is said. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDocument, type PDFPage, rgb } from "@cantoo/pdf-lib";
import jpeg from "jpeg-js";
import { afterAll, describe, expect, test, vi } from "vitest";
import { forkNodeProcess } from "../../electron/documents/nodeProcess.ts";
import { createPageBinder } from "../../electron/documents/pages/binder.ts";
import { problemsOf } from "../../electron/documents/pages/pageChecks.ts";
import { decodePictures } from "../../electron/documents/pages/picture.ts";
import { cutPdf, encryptedPdf } from "../documents/files.ts";
import { testClock } from "../journal/parts.ts";
import { evenJpeg, oneBitPng, photographed, writtenPdf } from "./samples.ts";
import { onTable } from "./tablePicture.ts";

/** Pages are decoded in a process of its own, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 240_000 });

const binder = createPageBinder({ fork: forkNodeProcess, clock: testClock(), log: () => undefined });
afterAll(() => binder.close());

function part(bytes: Uint8Array) {
  return { bytes: Uint8Array.from(bytes), dotsPerInch: null, facts: null };
}

/** What a reader sees on the pages, by poppler and tesseract: neither is a part of ours. */
function readBack(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-readback-"));
  try {
    writeFileSync(join(folder, "in.pdf"), pdf);
    execFileSync("pdftoppm", ["-r", "150", "-png", join(folder, "in.pdf"), join(folder, "p")]);
    return execFileSync("ls", [folder], { encoding: "utf8" })
      .split("\n")
      .filter((name) => name.endsWith(".png"))
      .map((name) =>
        execFileSync("tesseract", [join(folder, name), "-", "--psm", "6"], {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
          // Its threads would only wait for one another on a busy machine.
          env: { ...process.env, OMP_THREAD_LIMIT: "1" },
        }),
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("putting pages together", () => {
  test("JPEG, PNG, TIFF and PDF become one document of A4 pages below 300 kB each, and stay legible", {
    timeout: 240_000,
  }, async () => {
    const [written] = [await writtenPdf()];
    const parts = [
      ...photographed(written, "jpeg"),
      ...photographed(written, "png"),
      ...photographed(written, "tiff"),
      Buffer.from(await writtenPdf({ reference: "90002" })),
    ].map(part);
    const bound = await binder.bind(parts, null);
    const document = await PDFDocument.load(bound.bytes);
    expect(document.getPageCount()).toBe(4);
    for (const page of document.getPages()) {
      expect(Math.round(page.getWidth())).toBeGreaterThanOrEqual(594);
      expect(Math.round(page.getWidth())).toBeLessThanOrEqual(597);
    }
    expect(bound.bytes.byteLength / 4).toBeLessThan(300 * 1024);
    const read = readBack(bound.bytes);
    expect(read[0]).toContain("Agreement 90001, page 1");
    expect(read[2]).toContain("keeps a copy of it, signed by both");
    expect(read[3]).toContain("Agreement 90002");
  });

  test("reorders, turns, removes and replaces without touching what is on a page", async () => {
    const three = part(await writtenPdf({ pages: 3 }));
    const other = part(await writtenPdf({ reference: "777" }));
    const bound = await binder.bind(
      [three, other],
      [
        { part: 0, page: 3, turn: 90 },
        { part: 1, page: 1, turn: 0 },
        { part: 0, page: 1, turn: 180 },
      ],
    );
    const document = await PDFDocument.load(bound.bytes);
    expect(document.getPages().map((page) => page.getRotation().angle)).toEqual([90, 0, 180]);
    const folder = mkdtempSync(join(tmpdir(), "counterfoil-text-"));
    writeFileSync(join(folder, "in.pdf"), bound.bytes);
    const text = execFileSync("pdftotext", [join(folder, "in.pdf"), "-"], { encoding: "utf8" });
    rmSync(folder, { recursive: true, force: true });
    expect(
      [...text.matchAll(/Agreement (\d+), page (\d)/g)].map(([, loan, page]) => `${loan}/${page}`),
    ).toEqual(expect.arrayContaining(["90001/3", "777/1", "90001/1"]));
    expect(text).not.toContain("page 2");
    await expect(binder.bind([three], [{ part: 0, page: 4, turn: 0 }])).rejects.toMatchObject({
      code: "invalidInput",
    });
  });

  test.each([
    ["a broken PDF", async () => part(await cutPdf()), "pdfBroken"],
    ["an encrypted PDF", async () => part(await encryptedPdf("")), "pdfEncrypted"],
    ["a text file", async () => part(Buffer.from("Hello")), "unsupportedFile"],
    [
      "half a PNG",
      async () => {
        const [whole = Buffer.alloc(0)] = photographed(await writtenPdf(), "png", 50);
        return part(whole.subarray(0, whole.length / 2));
      },
      "fileUnreadable",
    ],
    [
      "half a JPEG",
      async () => {
        const whole = evenJpeg(200);
        return part(whole.subarray(0, whole.length / 2));
      },
      "fileUnreadable",
    ],
  ])("%s is refused as the part that it is, and the next one is taken", async (_, make, code) => {
    const bad = await make();
    await expect(binder.bind([part(evenJpeg(255)), bad], null)).rejects.toMatchObject({
      code,
      part: 1,
      field: "bytes",
    });
    expect((await binder.bind([part(evenJpeg(255))], null)).pages).toHaveLength(1);
  });

  test("a scan of one bit a dot is read row by row", () => {
    const [picture] = decodePictures(oneBitPng());
    expect(picture).toMatchObject({ width: 21, height: 10 });
    expect([...(picture?.grey.subarray(0, 4) ?? [])]).toEqual([255, 0, 255, 0]);
    expect([...(picture?.grey.subarray(21, 25) ?? [])]).toEqual([255, 0, 255, 0]);
  });
});

const DRAWN_DOTS_PER_INCH = 20;

/** Red, green and blue of a place on the first page, as poppler draws it (Netpbm, P6). */
function dotAt(
  pdf: Uint8Array,
  { inchesRight, inchesUp }: { inchesRight: number; inchesUp: number },
): number[] {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-drawn-"));
  try {
    writeFileSync(join(folder, "in.pdf"), pdf);
    const args = ["-r", String(DRAWN_DOTS_PER_INCH), join(folder, "in.pdf")];
    const drawn = execFileSync("pdftoppm", args, { maxBuffer: 20_000_000 });
    const [, columns, rows] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(drawn.toString("latin1", 0, 40)) ?? [];
    const [width, height] = [Number(columns), Number(rows)];
    const x = Math.floor(inchesRight * DRAWN_DOTS_PER_INCH);
    const y = height - 1 - Math.floor(inchesUp * DRAWN_DOTS_PER_INCH);
    const at = drawn.length - width * height * 3 + (y * width + x) * 3;
    return [...drawn.subarray(at, at + 3)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A page that is one picture, as scanners make their PDFs; `over` draws on it what a person adds. */
async function pictureInPdf(picture: Uint8Array, over: (page: PDFPage) => void = () => undefined) {
  const document = await PDFDocument.create();
  const page = document.addPage([595.28, 841.89]);
  page.drawImage(await document.embedJpg(picture), { x: 0, y: 0, width: 595.28, height: 841.89 });
  over(page);
  return document.save();
}

describe("a scanner's PDF that weighs too much", () => {
  test("is made small, stays legible, and lies as it lay", async () => {
    const [heavy = Buffer.alloc(0)] = photographed(await writtenPdf(), "jpeg", 400);
    const bytes = await pictureInPdf(heavy, (page) => page.setRotation(degrees(90)));
    const bound = await binder.bind([part(bytes)], null);
    expect(bytes.byteLength).toBeGreaterThan(600 * 1024);
    expect(bound.bytes.byteLength).toBeLessThan(300 * 1024);
    const [page] = (await PDFDocument.load(bound.bytes)).getPages();
    expect(page?.getRotation().angle).toBe(90);
    expect(Math.round(page?.getWidth() ?? 0)).toBe(595);
    const turnedBack = await binder.bind(
      [{ ...part(bound.bytes), facts: bound.pages }],
      [{ part: 0, page: 1, turn: 270 }],
    );
    expect(readBack(turnedBack.bytes)[0]).toContain("keeps a copy of it, signed by both");
  });

  test("keeps what was drawn over its picture", async () => {
    const [heavy = Buffer.alloc(0)] = photographed(await writtenPdf(), "jpeg", 400);
    const bytes = await pictureInPdf(heavy, (page) =>
      page.drawRectangle({ x: 60, y: 20, width: 300, height: 30, color: rgb(0.9, 0, 0) }),
    );
    const bound = await binder.bind([part(bytes)], null);
    expect(bound.bytes.byteLength).toBeLessThan(300 * 1024);
    // Half an inch above the lower edge, an inch and a half from the left one.
    expect(dotAt(bound.bytes, { inchesRight: 1.5, inchesUp: 0.5 })).toEqual([229, 0, 0]);
    expect(bound.pages[0]).toMatchObject({ dotsPerInch: 400, lie: "upright" });
  });
});

describe("a picture's colours", () => {
  const red = Buffer.from(
    jpeg.encode(
      { width: 400, height: 300, data: Buffer.alloc(400 * 300 * 4, Buffer.from([200, 30, 40, 255])) },
      90,
    ).data,
  );
  const shades = async (inColour: boolean) => {
    const bound = await binder.bind([part(red)], null, { inColour });
    return dotAt(bound.bytes, { inchesRight: 1, inchesUp: 1 });
  };

  test("are kept where a card is copied, and left out of an agreement", async () => {
    const [r = 0, g = 0, b = 0] = await shades(true);
    expect([r > 180, g < 60, b < 70]).toEqual([true, true, true]);
    expect(new Set(await shades(false)).size).toBe(1);
  });
});

describe("a camera's picture", () => {
  test("is cut out along the edges of its paper and straightened, where they can be seen", async () => {
    const [written = Buffer.alloc(0)] = photographed(await writtenPdf(), "jpeg", 150);
    const table = onTable(written, {
      ...{ width: 1600, height: 1300, shade: 50 },
      page: { x: 780, y: 640, height: 1150, turn: -0.06 },
    });
    const [page] = (await binder.bind([part(table)], null, { straighten: true })).pages;
    expect((page?.widthMm ?? 0) / (page?.heightMm ?? 1)).toBeCloseTo(210 / 297, 1);
    expect(page).toMatchObject({ lie: "upright" });
    expect(page?.paperBrightness).toBeGreaterThan(240);
    const [whole] = (await binder.bind([part(table)], null)).pages;
    expect((whole?.widthMm ?? 0) / (whole?.heightMm ?? 1)).toBeCloseTo(1600 / 1300, 1);
  });

  test("stays as it is where paper and table cannot be told apart", async () => {
    const [written = Buffer.alloc(0)] = photographed(await writtenPdf(), "jpeg", 100);
    const table = onTable(written, {
      ...{ width: 900, height: 800, shade: 245 },
      page: { x: 450, y: 400, height: 700, turn: 0 },
    });
    const [page] = (await binder.bind([part(table)], null, { straighten: true })).pages;
    expect((page?.widthMm ?? 0) / (page?.heightMm ?? 1)).toBeCloseTo(900 / 800, 1);
  });
});

test("each picture of a page has a small one, which is turned with it", async () => {
  const bound = await binder.bind([part(evenJpeg(250))], null);
  const small = (pages: { thumbnail: string | null }[]) => {
    const bytes = Buffer.from(pages[0]?.thumbnail ?? "", "base64");
    const { width, height } = jpeg.decode(bytes);
    return { bytes: bytes.byteLength, isHigh: height > width, longest: Math.max(width, height) };
  };
  expect(small(bound.pages)).toMatchObject({ isHigh: true, longest: 320 });
  expect(small(bound.pages).bytes).toBeLessThan(20 * 1024);
  const turned = await binder.bind(
    [{ ...part(bound.bytes), facts: bound.pages }],
    [{ part: 0, page: 1, turn: 90 }],
  );
  expect(small(turned.pages)).toMatchObject({ isHigh: false, longest: 320 });
});

describe("what is wrong with a page", () => {
  test.each([
    ["an upright one", 0, []],
    ["one on its side", 90, ["sideways"]],
    ["one on its head", 180, ["upsideDown"]],
    ["one on its other side", 270, ["sideways"]],
  ])("%s", async (_, turn, problems) => {
    const [picture = Buffer.alloc(0)] = photographed(await writtenPdf({ turn }), "jpeg", 150);
    const { pages } = await binder.bind([part(picture)], null);
    expect(pages.map(problemsOf)).toEqual([problems]);
  });

  test("blank, dark and coarse", async () => {
    const [coarse = Buffer.alloc(0)] = photographed(await writtenPdf(), "png", 72);
    const { pages } = await binder.bind(
      [part(evenJpeg(250, 150)), part(evenJpeg(30, 150)), part(coarse)],
      null,
    );
    expect(pages.map(problemsOf)).toEqual([["blankPage"], ["tooDark"], ["tooCoarse"]]);
  });

  test("a scanner's PDF is looked at like its picture, and turning a page settles it", async () => {
    const [picture = Buffer.alloc(0)] = photographed(await writtenPdf({ turn: 90 }), "jpeg", 150);
    const scanned = await binder.bind([part(picture)], null);
    const again = await binder.bind([part(scanned.bytes)], null);
    expect(again.pages.map(problemsOf)).toEqual([["sideways"]]);
    const turned = await binder.bind(
      [{ ...part(scanned.bytes), facts: scanned.pages }],
      [{ part: 0, page: 1, turn: 270 }],
    );
    expect(turned.pages.map(problemsOf)).toEqual([[]]);
    expect(turned.pages[0]?.widthMm).toBeCloseTo(210, 0);
  });
});
