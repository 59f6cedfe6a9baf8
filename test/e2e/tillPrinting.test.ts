// The till's own paper from the real app on a real print queue: a transfer slip, the report in between, and the closing's.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Colleague, sitDown, startOffice } from "./counterStaff.ts";
import type { RunningApp } from "./electron.ts";
import {
  canPrint,
  closeQueue,
  codesOn,
  inkOn,
  openQueue,
  paperFrom,
  paperSize,
  QUEUE,
  wordsOn,
} from "./printQueue.ts";

const BESA: Colleague = { name: "Besa", role: "supervisor", pin: "630284" };

let folder: string;
let running: RunningApp | null = null;
let page: Page;

test.beforeAll(async () => {
  test.info().skip(!canPrint, "Only root can set up a print queue, on a machine with CUPS.");
  await openQueue();
  folder = await mkdtemp(join(tmpdir(), "counterfoil-till-printing-"));
  running = await startOffice({ folder, staff: [BESA] });
  page = running.page;
  await sitDown(page, BESA);
});
test.afterAll(async () => {
  if (running === null) return;
  await running.app.close();
  await closeQueue();
  await rm(folder, { recursive: true, force: true });
});

type Paper = "a4" | "roll80" | "roll58";
const WIDTHS_MM: Record<Paper, number> = { a4: 210, roll80: 80, roll58: 58 };

/** One sheet of the paper's width, printed over nearly all of it, and neither empty nor black. */
async function expectSheet(path: string, paper: Paper): Promise<void> {
  const { pages, widthMm } = await paperSize(path);
  expect([pages, Math.round(widthMm)]).toEqual([1, WIDTHS_MM[paper]]);
  const { share, widthShare, blankBelowMm } = await inkOn(path);
  if (paper !== "a4") expect(blankBelowMm).toBeLessThan(15);
  expect(share).toBeGreaterThan(0.01);
  expect(share).toBeLessThan(0.4);
  expect(widthShare).toBeGreaterThan(0.75);
}

/** Prints the report of the shift, of the open one or of the last. */
function reportOn(paper: Paper, copy: boolean): Promise<string> {
  return paperFrom(async () => {
    const printed = await page.evaluate((input) => window.counterfoil.receipts.printReport(input), {
      ...{ paper, printer: QUEUE },
    });
    expect(printed).toMatchObject({ ok: true, value: { result: "sent", printer: QUEUE, copy } });
  });
}

async function journalHead(): Promise<string> {
  const report = await page.evaluate(() => window.counterfoil.till.report({}));
  if (!report.ok) throw new Error(report.error.message);
  return report.value.journalHead.slice(0, 16);
}

/** How many of the characters stand somewhere in the text, each at its place: who reads by machine mistakes a few. */
function readOf(characters: string, words: string): number {
  const alike = (text: string) =>
    text.toLowerCase().replaceAll(/\s/g, "").replaceAll("o", "0").replaceAll(/[il|]/g, "1");
  const [wanted, text] = [alike(characters), alike(words)];
  let most = 0;
  for (let start = 0; start + wanted.length <= text.length; start += 1) {
    const found = [...wanted].filter((letter, at) => letter === text[start + at]);
    most = Math.max(most, found.length);
  }
  return most;
}

test("a transfer slip, a report in between and the closing's come out whole, on their paper, and say the sums", async () => {
  // Six papers go through a real spooler and are read letter by letter.
  test.setTimeout(400_000);
  const transfer = await page.evaluate(async () => {
    await window.counterfoil.till.open({ floatMinor: 30_000_00 });
    return window.counterfoil.till.transfer({
      to: { kind: "till", name: "Tirana 12 T4" },
      amountMinor: 7_000_00,
    });
  });
  if (!transfer.ok) throw new Error(transfer.error.message);
  const { transferId, slipNo, code } = transfer.value;

  for (const paper of ["roll80", "roll58"] as const)
    await test.step(`the transfer's slip on ${paper}`, async () => {
      const path = await paperFrom(async () => {
        const printed = await page.evaluate((input) => window.counterfoil.till.printSlip(input), {
          ...{ transferId, paper, printer: QUEUE },
        });
        expect(printed).toMatchObject({ ok: true, value: { result: "sent", copy: paper === "roll58" } });
      });
      await expectSheet(path, paper);
      // What the receiving till scans.
      expect(await codesOn(path)).toContain(code);
      const words = await wordsOn(path);
      for (const word of ["Transfer slip", "7,000.00", "TRAINING"]) expect(words).toContain(word);
      expect(/\bCOPY\b/.test(words)).toBe(paper === "roll58");
      expect(readOf(slipNo.slice(-12), words)).toBeGreaterThanOrEqual(9);
    });

  await test.step("the report in between", async () => {
    const path = await reportOn("roll80", false);
    await expectSheet(path, "roll80");
    // The word that runs across training paper takes some figures from who reads by machine, not these.
    const words = await wordsOn(path);
    for (const word of ["Report in between", "23,000.00", "7,000.00", "still open"])
      expect(words).toContain(word);
    expect(words).toMatch(/training/i);
  });

  await test.step("the closing's report, which the next opening is compared with", async () => {
    const closed = await page.evaluate(() =>
      window.counterfoil.till.close({ counts: [{ denominationMinor: 1_000_00, pieces: 23 }] }),
    );
    expect(closed).toMatchObject({ ok: true });
    const head = await journalHead();
    for (const [paper, copy] of [
      ["a4", false],
      ["roll58", true],
    ] as const) {
      const path = await reportOn(paper, copy);
      await expectSheet(path, paper);
      const words = await wordsOn(path);
      for (const word of ["Shift report", "23,000.00", "Tirana 12", "Besa"]) expect(words).toContain(word);
      expect(words).not.toContain("still open");
      expect(/\bCOPY\b/.test(words)).toBe(copy);
      // The next opening compares these with the journal.
      if (paper === "a4") expect(readOf(head, words)).toBeGreaterThanOrEqual(12);
    }
  });
});
