// Every slip on every paper, drawn by the real Chromium: one page, of its width, whole, with a code that scans.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import type { Counter } from "../../electron/documents/receipts/counter.ts";
import { type ItemFacts, receiptSheet, slipSheet } from "../../electron/documents/receipts/itemSheet.ts";
import { reportSheet } from "../../electron/documents/receipts/reportSheet.ts";
import type { Paper, Sheet } from "../../electron/documents/receipts/sheet.ts";
import { drawSheet } from "../../electron/documents/receipts/sheetHtml.ts";
import { testSheet } from "../../electron/documents/receipts/testSheet.ts";
import { transferSheet } from "../../electron/documents/receipts/transferSheet.ts";
import { findProgram } from "../../scripts/project.mjs";
import { receiptPapers } from "../../shared/api/paper.ts";
import { type Language, languages } from "../../shared/api/values.ts";
import { report, transfer } from "../documents/tillSamples.ts";
import { launch, type RunningApp } from "./electron.ts";
import { codesOn, inkOn, paperSize } from "./printQueue.ts";

const run = promisify(execFile);

const WIDTHS: Record<Paper, number> = { a4: 210, roll80: 80, roll58: 58 };
const AT = "2026-11-26T10:42:00.000Z";

/** Names and sentences as long as they get. */
function item(more: Partial<ItemFacts>): ItemFacts {
  return {
    ...{ itemId: "item-1", kind: "repayment", receiptNo: "PostOfficeChisinau6514-T12-k7f3a2-104217" },
    ...{
      amountMinor: 123_456_789,
      currency: "MDL",
      capturedAt: AT,
      cashier: "Maria-Magdalena Constantinescu",
    },
    customer: "Александра-Виктория Константиновна Преображенская-Воскресенская de la Fuente y Colmenares",
    payer: "Ion Popescu-Tăriceanu, nepotul clientei, de la Comrat",
    ...{ lender: "Iute Credit Moldova", loanRef: "90001234567" },
    ...{ state: "posted", certainty: "confirmed", givenBack: false, lenderSaid: null },
    ...more,
  };
}

const SLIP = {
  number: "PostOfficeChisinau6514-T12-k7f3a2-104218",
  at: AT,
  cashier: "Besa",
  reason: "Another loan was meant: the customer had read the number of her sister's paper.",
};

const kinds: Record<string, (counter: Counter, paper: Paper) => Sheet> = {
  repayment: (counter) => receiptSheet(item({}), counter),
  "offline repayment": (counter) => receiptSheet(item({ state: "queued", certainty: null }), counter),
  "refused repayment": (counter) =>
    receiptSheet(
      item({
        state: "refused",
        certainty: null,
        lenderSaid: "The loan is blocked by the lender's legal department. ".repeat(3),
      }),
      counter,
    ),
  "payout voucher": (counter) => receiptSheet(item({ kind: "payout", certainty: "confirmed" }), counter),
  withdrawal: (counter) => slipSheet("void", item({ state: "voided" }), SLIP, counter),
  "cash given back": (counter) =>
    slipSheet("giveBack", item({ state: "refused", givenBack: true }), SLIP, counter),
  "shift report": (counter) => reportSheet(report, counter),
  "transfer slip": (counter) => transferSheet(transfer, counter),
  "test page": (counter, paper) =>
    testSheet({ printer: "Kyocera ECOSYS P2040dn (office 12)", paper, at: Date.parse(AT) }, counter),
};

let folder: string;
let running: RunningApp | null = null;

test.beforeAll(async () => {
  test
    .info()
    .skip(findProgram("pdfinfo") === null || findProgram("zbarimg") === null, "No tools look at PDFs here.");
  folder = await mkdtemp(join(tmpdir(), "counterfoil-slips-"));
  running = await launch({ dataDir: join(folder, "till") });
});
test.afterAll(async () => {
  await running?.app.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** As the program's own paper window does it. */
async function drawn(sheet: Sheet, paper: Paper, name: string): Promise<string> {
  const { html, page } = drawSheet({ ...sheet, isCopy: true }, paper);
  const made = await running?.app.evaluate(
    async ({ BrowserWindow }, { address, widthUm, heightUm }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { javascript: false, sandbox: true } });
      try {
        await window.loadURL(address);
        const bytes = await window.webContents.printToPDF({
          printBackground: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          pageSize: { width: widthUm / 25_400, height: heightUm / 25_400 },
        });
        return bytes.toString("base64");
      } finally {
        window.destroy();
      }
    },
    { address: `data:text/html;base64,${Buffer.from(html).toString("base64")}`, ...page },
  );
  const path = join(folder, `${name}.pdf`);
  await writeFile(path, Buffer.from(made ?? "", "base64"));
  return path;
}

/** Spaced letters come out of a PDF as single ones. */
function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

/** The longest words, and another language each time, so that all have their turn. */
function languagesFor(turn: number): Language[] {
  const others = languages.filter((language) => language !== "ru");
  return ["ru", others[turn % others.length] ?? "en"];
}

for (const [row, paper] of receiptPapers.entries())
  for (const [column, [kind, sheetOf]] of Object.entries(kinds).entries())
    test(`${kind} on ${paper}`, async () => {
      test.setTimeout(120_000);
      for (const language of languagesFor(row + column)) {
        const counter: Counter = {
          office: "Post office Chișinău 6514, Ștefan cel Mare",
          till: "T-12",
          language,
          training: true,
        };
        const sheet = sheetOf(counter, paper);
        const path = await drawn(sheet, paper, `${kind}-${paper}-${language}`.replaceAll(" ", "-"));
        const { pages, widthMm } = await paperSize(path);
        // A report takes as many sheets as it needs; everything else is one.
        const most = kind === "shift report" && paper === "a4" ? pages : 1;
        expect([language, pages, Math.round(widthMm)]).toEqual([language, most, WIDTHS[paper]]);
        // A transfer's stub has the slip's own number in bars besides.
        if (sheet.code !== null) expect([language, ...(await codesOn(path))]).toContain(sheet.code);
        const { share, widthShare } = await inkOn(path);
        expect(share).toBeGreaterThan(0.01);
        expect(widthShare).toBeGreaterThan(0.6);
        const { stdout } = await run("pdftotext", ["-raw", path, "-"]);
        const words = withoutSpaces(stdout);
        // The last line of all: nothing is cut off at the paper's end.
        for (const last of [sheet.copyMark, sheet.training?.word ?? "", ...(sheet.stub?.signatures ?? [])])
          expect([language, words]).toEqual([language, expect.stringContaining(withoutSpaces(last))]);
      }
    });

test("a report longer than a sheet keeps its margins on every sheet", async () => {
  const counter: Counter = { office: "Post office 6514", till: "T-12", language: "en", training: false };
  const [open] = report.openItems;
  if (open === undefined) throw new Error("The sample has an open payment.");
  const openItems = Array.from({ length: 120 }, (_, at) => ({ ...open, receiptNo: `6514-T12-k7f3a2-${at}` }));
  const path = await drawn(reportSheet({ ...report, openItems }, counter), "a4", "long-report");
  const { stdout } = await run("pdftotext", ["-bbox", path, "-"], { maxBuffer: 16 * 1024 * 1024 });
  const sheets = stdout.split("<page ").slice(1);
  expect(sheets.length).toBeGreaterThan(1);
  const mmFrom = (points: string | undefined) => (Number(points) * 25.4) / 72;
  for (const sheet of sheets) {
    const words = [...sheet.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/g)];
    expect(words.length).toBeGreaterThan(0);
    expect(Math.min(...words.map(([, top]) => mmFrom(top)))).toBeGreaterThan(8);
    expect(Math.max(...words.map(([, , bottom]) => mmFrom(bottom)))).toBeLessThan(297 - 8);
  }
  const words = withoutSpaces((await run("pdftotext", ["-raw", path, "-"])).stdout);
  for (const { receiptNo } of openItems) expect(words).toContain(receiptNo);
});
