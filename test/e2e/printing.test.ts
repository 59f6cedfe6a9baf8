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
  openTwoSidedQueue,
  paperFrom,
  paperSize,
  picturesIn,
  QUEUE,
  sidesOf,
  TWO_SIDED_QUEUE,
  wordsOn,
} from "./printQueue.ts";

let dataDir: string;
let running: RunningApp | null = null;
let page: Page;
let taken: { itemId: string; receiptNo: string };

test.beforeAll(async () => {
  test.info().skip(!canPrint, "Only root can set up a print queue, on a machine with CUPS.");
  await openQueue();
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-printing-"));
  running = await launch({ dataDir });
  page = running.page;
  await page.evaluate(() => window.counterfoil.setup.startTraining());
  // The page learns of it as of any other start.
  await page.reload();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  taken = await takeRepayment();
});
test.afterAll(async () => {
  if (running === null) return;
  await running.app.close();
  await closeQueue();
  await rm(dataDir, { recursive: true, force: true });
});

/** With the till open, one repayment of a loan that the training lender knows. */
async function takeRepayment(): Promise<{ itemId: string; receiptNo: string }> {
  return page.evaluate(async () => {
    const { till, training, repayments } = window.counterfoil;
    const must = <Value>(reply: { ok: true; value: Value } | { ok: false; error: { message: string } }) => {
      if (!reply.ok) throw new Error(reply.error.message);
      return reply.value;
    };
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
  const { itemId, receiptNo } = taken;

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
      const { share, widthShare, blankBelowMm } = await inkOn(path);
      // A roll is cut after the last line.
      if (paper !== "a4") expect(blankBelowMm).toBeLessThan(15);
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

test("what the office has chosen holds: a roll for receipts, tried from the settings", async () => {
  test.setTimeout(200_000);
  await page.keyboard.press("Control+K");
  await page.keyboard.type("Settings");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "Printers" }).click();
  const receipts = page.getByRole("region", { name: "Receipts and slips" });
  await receipts.getByLabel("Printer").selectOption(QUEUE);
  await expect(receipts.getByLabel("Printer")).toHaveValue(QUEUE);
  await receipts.getByLabel("Paper").selectOption("Roll, 58 mm");
  await expect(receipts.getByLabel("Paper")).toHaveValue("roll58");
  const tried = await paperFrom(async () => {
    await receipts.getByRole("button", { name: "Test page" }).click();
    await expect(receipts).toContainText("All four edges of the frame must be on the paper.");
  });
  expect(Math.abs((await paperSize(tried)).widthMm - 58)).toBeLessThan(1);
  expect(await codesOn(tried)).toEqual(["CF:test"]);

  const receipt = await paperFrom(async () => {
    const printed = await page.evaluate(
      (id) => window.counterfoil.receipts.print({ itemId: id }),
      taken.itemId,
    );
    expect(printed).toMatchObject({ ok: true, value: { result: "sent", printer: QUEUE } });
  });
  expect(Math.abs((await paperSize(receipt)).widthMm - 58)).toBeLessThan(1);

  await test.step("its code, typed as a reader types it, opens the entry", async () => {
    const [code = ""] = await codesOn(receipt);
    await page.getByRole("main").focus();
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Scanned: receipt ${code.slice("CF:".length)}`)).toBeVisible();
    await expect(
      page.getByRole("heading", { name: `Repayment ${code.slice("CF:".length)}`, level: 1 }),
    ).toBeVisible();
  });

  await test.step("and with no printer at all it is saved as a PDF of that width", async () => {
    const path = join(dataDir, "receipt.pdf");
    await running?.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    await page.getByRole("button", { name: "Save as PDF" }).click();
    await expect(page.getByText(`Saved as a file: ${path}`)).toBeVisible();
    const size = await paperSize(path);
    expect(size.pages).toBe(1);
    expect(Math.abs(size.widthMm - 58)).toBeLessThan(1);
    expect(await codesOn(path)).toEqual(await codesOn(receipt));
  });
});

/** Keeps a PDF of three pages and prints it as asked. */
async function printThreePages(
  from: Page,
  wishes: { printer: string; copies?: number; duplex?: "longEdge" },
) {
  const content = Array.from(await plainPdf("1234567", 3));
  const printed = await from.evaluate(
    async (asked) => {
      const { documents } = window.counterfoil;
      const kept = await documents.import({ name: "agreement.pdf", bytes: new Uint8Array(asked.content) });
      return kept.ok ? documents.print({ documentId: kept.value.documentId, ...asked.wishes }) : kept;
    },
    { content, wishes },
  );
  expect(printed).toMatchObject({ ok: true, value: { result: "sent", printer: wishes.printer } });
}

test("two copies on both sides: offered where the driver has it, told to the spooler, every page twice", async () => {
  test.setTimeout(200_000);
  await openTwoSidedQueue(dataDir);
  const listed = await page.evaluate(() => window.counterfoil.printers.list());
  const offers = listed.ok
    ? listed.value.printers.map(({ name, offers: its }) => [name, its?.duplex, its?.sheets.includes("a4")])
    : [];
  expect(offers).toContainEqual([QUEUE, false, true]);
  expect(offers).toContainEqual([TWO_SIDED_QUEUE, true, true]);
  const path = await paperFrom(() =>
    printThreePages(page, { printer: TWO_SIDED_QUEUE, copies: 2, duplex: "longEdge" }),
  );
  expect(await sidesOf(path)).toBe("long edge");
  // Each copy begins on a sheet of its own: three pages on two sheets have an empty back.
  const inked: boolean[] = [];
  for (let number = 1; number <= (await paperSize(path)).pages; number += 1)
    inked.push((await inkOn(path, number)).share > 0.0005);
  expect(inked.filter((is) => is)).toHaveLength(6);
});

test("where no CUPS takes the PDF, its pages are printed as pictures of 300 dots per inch, none blank or tiny", async () => {
  test.setTimeout(200_000);
  const folder = await mkdtemp(join(tmpdir(), "counterfoil-no-cups-"));
  // No program is found on an empty path: lp neither.
  const other = await launch({ dataDir: folder, env: { PATH: folder } });
  try {
    await other.page.evaluate(() => window.counterfoil.setup.startTraining());
    const path = await paperFrom(() => printThreePages(other.page, { printer: QUEUE }));
    const { pages, widthMm, heightMm } = await paperSize(path);
    expect([pages, Math.round(widthMm), Math.round(heightMm)]).toEqual([3, 210, 297]);
    for (const { dotsPerInch, widthDots } of await picturesIn(path)) {
      expect(dotsPerInch).toBeGreaterThanOrEqual(295);
      expect(widthDots).toBeGreaterThan(2400);
    }
    for (const number of [1, 2, 3]) expect((await inkOn(path, number)).share).toBeGreaterThan(0.0005);
    expect(await wordsOn(path)).toContain("Agreement 1234567");
  } finally {
    await other.app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
