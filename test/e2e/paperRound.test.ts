// The whole round of the paper in the real Electron: an agreement goes to a real print queue, wrong pages come back from
// scanners and get their warnings, the printed pages come back and go to the lender, byte for byte.
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { stampedPdf } from "../../electron/documents/codes/stamping.ts";
import { type EsclScanner, startEsclScanner } from "../devices/esclScanner.ts";
import { photographed } from "../devices/samples.ts";
import { plainPdf } from "../documents/files.ts";
import { apply, button, firstRunAndTill } from "./clerk.ts";
import { launch, type RunningApp } from "./electron.ts";
import { tabTo } from "./keyboard.ts";
import { lenderLoan } from "./lenderBooks.ts";
import {
  canPrint,
  closeQueue,
  codesOn,
  inkOn,
  openQueue,
  paperFrom,
  paperSize,
  QUEUE,
} from "./printQueue.ts";

let dataDir: string;
let running: RunningApp | null = null;
let scanner: EsclScanner | null = null;

test.beforeAll(async () => {
  test.info().skip(!canPrint, "Only root can set up a print queue, on a machine with CUPS.");
  await openQueue();
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-round-"));
});
test.afterAll(async () => {
  if (!canPrint) return;
  await running?.app.close();
  await scanner?.close();
  await closeQueue();
  await rm(dataDir, { recursive: true, force: true });
});

/** SANE with its test device and no other. */
async function saneConfiguration(): Promise<string> {
  await writeFile(join(dataDir, "dll.conf"), "test\n");
  await writeFile(join(dataDir, "test.conf"), "number_of_devices 1\n");
  return dataDir;
}

async function kept(page: Page, which: "agreementDocumentId" | "signedDocumentId") {
  const found = await page.evaluate(async (name) => {
    const list = await window.counterfoil.loans.list({});
    const documentId = (list.ok ? list.value.loans[0]?.[name] : null) ?? "none";
    const read = await window.counterfoil.documents.read({ documentId });
    return { documentId, bytes: read.ok ? Array.from(read.value.bytes) : [] };
  }, which);
  return { documentId: found.documentId, bytes: Buffer.from(found.bytes) };
}

/** Lays these pages into the network scanner and has them scanned into what is open. */
async function scanFromFeeder(page: Page, signed: Locator, panel: Locator, sheets: Buffer[]): Promise<void> {
  await scanner?.close();
  scanner = await startEsclScanner(sheets);
  const { address } = scanner;
  const scanners = await page.evaluate(() => window.counterfoil.scanners.list());
  const known = scanners.ok ? scanners.value.scanners.find(({ name }) => name === "Corridor")?.id : undefined;
  await page.evaluate(
    ({ id, place }) =>
      window.counterfoil.scanners.save({
        name: "Corridor",
        address: place,
        ...(id === undefined ? {} : { id }),
      }),
    { id: known, place: address },
  );
  await tabTo(page, signed.getByRole("button", { name: "Scan" }));
  await page.keyboard.press("Enter");
  await panel.getByLabel("Scanner").selectOption({ label: "Corridor" });
  await panel.getByLabel("Paper").selectOption({ label: "In the feeder" });
  await tabTo(page, panel.getByRole("button", { name: "Scan", exact: true }));
  await page.keyboard.press("Enter");
  const pages = panel.getByRole("listbox", { name: "Pages" });
  await expect(pages.getByRole("option")).toHaveCount(sheets.length, { timeout: 60_000 });
  await tabTo(page, panel.getByRole("button", { name: "Use these pages" }));
  await page.keyboard.press("Enter");
}

async function remove(page: Page, signed: Locator): Promise<void> {
  await tabTo(page, signed.getByRole("button", { name: "Remove" }));
  await page.keyboard.press("Enter");
}

test("an agreement is printed, wrong pages are warned of, the right ones reach the lender as they were scanned", async () => {
  test.setTimeout(400_000);
  running = await launch({ dataDir, env: { SANE_CONFIG_DIR: await saneConfiguration() } });
  const { app, page } = running;
  const counter = { app, page, dataDir, picture: async () => undefined };
  await firstRunAndTill(counter);
  const loanRef = await apply(counter);
  await page.evaluate(
    (ref) => window.counterfoil.training.decide({ loanRef: ref, decision: "approve" }),
    loanRef,
  );
  await page.keyboard.press("Control+R");
  await tabTo(page, button(page, "Issue the agreement"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "The customer signs" })).toBeVisible();
  const agreement = await kept(page, "agreementDocumentId");
  const mark = agreement.documentId.slice(-4).toUpperCase();

  let printed = "";
  await test.step("printed by keyboard: three pages, each with its code, and the kept document unchanged", async () => {
    printed = await paperFrom(async () => {
      await tabTo(page, page.getByRole("button", { name: "Print", exact: true }));
      await page.keyboard.press("Enter");
      await expect(page.getByText(`Sent to ${QUEUE}.`)).toBeVisible({ timeout: 60_000 });
    });
    const { pages, widthMm, heightMm } = await paperSize(printed);
    expect([pages, Math.round(widthMm), Math.round(heightMm)]).toEqual([3, 210, 297]);
    for (const number of [1, 2, 3]) {
      expect(await codesOn(printed, number)).toEqual([`CFA:${loanRef}:${number}/3:1:${mark}`]);
      const { share, widthShare } = await inkOn(printed, number);
      expect(share).toBeGreaterThan(0.003);
      expect(widthShare).toBeGreaterThan(0.7);
    }
    expect((await kept(page, "agreementDocumentId")).bytes.equals(agreement.bytes)).toBe(true);
    await expect(button(page, "Print again (no. 2)")).toBeVisible();
    const entries = await page.evaluate(() =>
      window.counterfoil.journal.search({ kinds: ["paper.printing", "paper.printed"] }),
    );
    expect(entries.ok && entries.value.entries.map(({ summary }) => summary)).toEqual([
      `The paper was sent by ${QUEUE}. Pages with our code: 3.`,
      expect.stringContaining(`A document went to ${QUEUE}`),
    ]);
  });

  const signed = page.getByRole("group", { name: "Signed agreement" });
  const panel = page.getByRole("region", { name: "Pages of: Signed agreement" });

  await test.step("SANE's test device scans black: too dark, and one page is not three", async () => {
    await tabTo(page, signed.getByRole("button", { name: "Scan" }));
    await page.keyboard.press("Enter");
    await expect(panel.getByLabel("Scanner")).toHaveValue("sane:test:0");
    await tabTo(page, panel.getByRole("button", { name: "Scan", exact: true }));
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("option", { name: /Page 1 of 1\. too dark/ })).toBeVisible({
      timeout: 60_000,
    });
    await expect(panel).toContainText("too dark to read. Close the lid");
    await tabTo(page, panel.getByRole("button", { name: "Use these pages" }));
    await page.keyboard.press("Enter");
    await expect(signed).toContainText("The agreement has 3 pages, this has 1.");
    await remove(page, signed);
  });

  const sheets = photographed(await readFile(printed), "jpeg", 200);
  const [first, second, third] = sheets;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("Three pages were printed.");

  await test.step("a page of another loan among them", async () => {
    const other = await stampedPdf(await plainPdf("90999", 1), [
      { page: 1, x: 540, y: 13, text: "CFA:90999:2/3:1:0000", words: "90999" },
    ]);
    const [foreign = first] = photographed(other ?? agreement.bytes, "jpeg", 200);
    await scanFromFeeder(page, signed, panel, [first, foreign, third]);
    await expect(signed).toContainText(
      "The code on page 2 says loan 90999: this is another loan’s agreement.",
    );
    await remove(page, signed);
  });

  await test.step("a page twice, and so one missing", async () => {
    await scanFromFeeder(page, signed, panel, [first, third, third]);
    await expect(signed).toContainText("Page 3 of the agreement is here more than once.");
    await expect(signed).toContainText("Page 2 of the agreement is missing.");
    await remove(page, signed);
  });

  await test.step("out of order", async () => {
    await scanFromFeeder(page, signed, panel, [first, third, second]);
    await expect(signed).toContainText("1, 3, 2");
    await remove(page, signed);
  });

  await test.step("as they were printed: no warning, and the lender has exactly what was scanned", async () => {
    await scanFromFeeder(page, signed, panel, [first, second, third]);
    await expect(signed).toContainText("3 pages");
    await expect(signed.locator("[data-level]")).toHaveCount(0);
    await tabTo(page, button(page, "Send to the lender"));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "The lender releases the cash" })).toBeVisible();
    const { bytes } = await kept(page, "signedDocumentId");
    expect(bytes.length).toBeGreaterThan(10_000);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const { files } = await lenderLoan(dataDir, loanRef);
    expect(files).toContainEqual(expect.objectContaining({ sha256 }));
  });
});
