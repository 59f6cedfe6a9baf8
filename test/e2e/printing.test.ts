// Paper from the real app on a real print queue: what comes out has the right size, is not blank, and scans back.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { plainPdf } from "../documents/files.ts";
import { launch, type RunningApp } from "./electron.ts";
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

let dataDir: string;
let running: RunningApp | null = null;
let page: Page;

test.beforeAll(async () => {
  test.info().skip(!canPrint, "Only root can set up a print queue, on a machine with CUPS.");
  await openQueue();
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-printing-"));
  running = await launch({ dataDir });
  page = running.page;
});
test.afterAll(async () => {
  if (running === null) return;
  await running.app.close();
  await closeQueue();
  await rm(dataDir, { recursive: true, force: true });
});

/** In training, with a trainee at the counter, the till open, and one repayment taken of a loan that the training lender knows. */
async function takeRepayment(): Promise<{ itemId: string; receiptNo: string }> {
  return page.evaluate(async () => {
    const { setup, till, training, repayments } = window.counterfoil;
    const must = <Value>(reply: { ok: true; value: Value } | { ok: false; error: { message: string } }) => {
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value;
    };
    must(await setup.startTraining());
    const { loans, examples } = must(await training.status());
    const loan = loans.find(({ step }) => step === "active");
    const providerId = examples.find(({ loanRef }) => loanRef === loan?.loanRef)?.providerId;
    if (loan === undefined || providerId === undefined) throw new Error("Training has no active loan.");
    must(await till.open({ floatMinor: 100_000 }));
    const { loanRef } = loan;
    const taken = must(
      await repayments.capture({ providerId, loanRef, amountMinor: 12_345, captureId: "form-printing-1" }),
    );
    return { itemId: taken.itemId, receiptNo: taken.receiptNo };
  });
}

test("receipts on rolls and A4, an agreement, and what comes out of the printer", async () => {
  // Seven papers go through a real spooler, and three of them are read letter by letter.
  test.setTimeout(400_000);
  const { itemId, receiptNo } = await takeRepayment();

  await test.step("the queue is on the list", async () => {
    const listed = await page.evaluate(() => window.counterfoil.printers.list());
    expect(listed.ok && listed.value.printers.map(({ name }) => name)).toContain(QUEUE);
  });

  const print = (paper: "a4" | "roll80" | "roll58") =>
    paperFrom(async () => {
      const printed = await page.evaluate((input) => window.counterfoil.receipts.print(input), {
        ...{ itemId, paper, printer: QUEUE },
      });
      expect(printed).toMatchObject({ ok: true, value: { result: "sent", printer: QUEUE } });
    });

  for (const [paper, widthMm] of [
    ["roll80", 80],
    ["roll58", 58],
    ["a4", 210],
  ] as const) {
    await test.step(`a receipt on ${paper}`, async () => {
      const path = await print(paper);
      const size = await paperSize(path);
      expect(size.pages).toBe(1);
      expect(Math.abs(size.widthMm - widthMm)).toBeLessThan(1);
      if (paper === "a4") expect(Math.abs(size.heightMm - 297)).toBeLessThan(1);
      const { share, widthShare } = await inkOn(path);
      expect(share).toBeGreaterThan(0.02);
      expect(share).toBeLessThan(0.4);
      expect(widthShare).toBeGreaterThan(0.8);
      expect(await codesOn(path)).toEqual([`CF:${receiptNo}`]);
      // The first one is the receipt, whatever follows is a copy of it.
      expect(/\bCOPY\b/.test(await wordsOn(path))).toBe(paper !== "roll80");
    });
  }

  await test.step("the reprint on A4 says what it is", async () => {
    const words = await wordsOn(await print("a4"));
    for (const word of ["123.45", "COPY", "TRAINING"]) expect(words).toContain(word);
    const prints = await page.evaluate((id) => window.counterfoil.receipts.prints({ itemId: id }), itemId);
    expect(prints).toEqual({ ok: true, value: { count: 4, state: "printed" } });
  });

  await test.step("a PDF of three pages comes out as three pages", async () => {
    const bytes = Array.from(await plainPdf("1234567", 3));
    const path = await paperFrom(async () => {
      const printed = await page.evaluate(
        async ({ content, printer }) => {
          const { documents } = window.counterfoil;
          const kept = await documents.import({ name: "agreement.pdf", bytes: new Uint8Array(content) });
          return kept.ok ? documents.print({ documentId: kept.value.documentId, printer }) : kept;
        },
        { content: bytes, printer: QUEUE },
      );
      expect(printed).toMatchObject({ ok: true, value: { result: "sent", copy: false } });
    });
    expect((await paperSize(path)).pages).toBe(3);
    for (const number of [1, 2, 3]) expect((await inkOn(path, number)).share).toBeGreaterThan(0.0005);
    expect(await wordsOn(path)).toContain("Agreement 1234567");
  });

  await test.step("a printer that is not there is a result with words, and the money stays", async () => {
    const printed = await page.evaluate(
      (id) => window.counterfoil.receipts.print({ itemId: id, printer: "Nowhere" }),
      itemId,
    );
    expect(printed).toMatchObject({
      ok: true,
      value: { result: "failed", message: "The printer Nowhere is not there." },
    });
  });
});
