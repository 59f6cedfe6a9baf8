// Paper comes back in the real Electron: what SANE's test device scans gets its warnings, the pages of a network
// scanner are put in order by keyboard and sent, and the lender has exactly what was scanned.
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type EsclScanner, startEsclScanner } from "../devices/esclScanner.ts";
import { photographed } from "../devices/samples.ts";
import { apply, button, firstRunAndTill } from "./clerk.ts";
import { launch, type RunningApp } from "./electron.ts";
import { tabTo } from "./keyboard.ts";
import { lenderLoan } from "./lenderBooks.ts";

let dataDir: string;
let running: RunningApp | null = null;
let scanner: EsclScanner | null = null;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-scanning-"));
});
test.afterEach(async () => {
  await running?.app.close();
  await scanner?.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** SANE with its test device and no other. */
async function saneConfiguration(): Promise<string> {
  await writeFile(join(dataDir, "dll.conf"), "test\n");
  await writeFile(join(dataDir, "test.conf"), "number_of_devices 1\n");
  return dataDir;
}

/** The trainee administers this counter, too. */
async function setUpScanner(page: Page, address: string): Promise<void> {
  const saved = await page.evaluate(
    (place) => window.counterfoil.scanners.save({ name: "Corridor", address: place }),
    address,
  );
  expect(saved).toMatchObject({ ok: true, value: { kind: "escl", name: "Corridor" } });
}

/** The agreement of the newest loan, printed, signed and laid on a scanner's glass. */
async function agreementPages(page: Page): Promise<Buffer[]> {
  const bytes = await page.evaluate(async () => {
    const found = await window.counterfoil.loans.list({});
    const documentId = found.ok ? found.value.loans[0]?.agreementDocumentId : null;
    const read = await window.counterfoil.documents.read({ documentId: documentId ?? "none" });
    return read.ok ? Array.from(read.value.bytes) : [];
  });
  return photographed(Uint8Array.from(bytes), "jpeg", 200);
}

test("a signed agreement from the scanner to the lender, with the warnings that bad pages deserve", async () => {
  test.setTimeout(300_000);
  running = await launch({ dataDir, env: { SANE_CONFIG_DIR: await saneConfiguration() } });
  const { app, page } = running;
  await firstRunAndTill({ app, page, dataDir, picture: async () => undefined });
  const loanRef = await apply({ app, page, dataDir, picture: async () => undefined });
  await page.evaluate(
    (ref) => window.counterfoil.training.decide({ loanRef: ref, decision: "approve" }),
    loanRef,
  );
  await page.keyboard.press("Control+R");
  await tabTo(page, button(page, "Issue the agreement"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "The customer signs" })).toBeVisible();

  const signed = page.getByRole("group", { name: "Signed agreement" });
  const panel = page.getByRole("region", { name: "Pages of: Signed agreement" });
  const pages = panel.getByRole("listbox", { name: "Pages" });

  await test.step("the test device's black picture is too dark, and one page is not three", async () => {
    await tabTo(page, signed.getByRole("button", { name: "Scan" }));
    await page.keyboard.press("Enter");
    await expect(panel.getByLabel("Scanner")).toHaveValue("sane:test:0");
    await tabTo(page, panel.getByRole("button", { name: "Scan", exact: true }));
    await page.keyboard.press("Enter");
    await expect(pages.getByRole("option")).toHaveCount(1, { timeout: 60_000 });
    await expect(pages.getByRole("option", { name: /Page 1 of 1\. too dark/ })).toBeVisible();
    await expect(panel).toContainText("too dark to read. Close the lid");
    await tabTo(page, panel.getByRole("button", { name: "Use these pages" }));
    await page.keyboard.press("Enter");
    await expect(signed).toContainText("The agreement has 3 pages, this has 1.");
    await tabTo(page, signed.getByRole("button", { name: "Remove" }));
    await page.keyboard.press("Enter");
  });

  const [first, second, third] = await agreementPages(page);
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("The agreement has three pages.");
  // The clerk has laid the last two in the wrong order.
  scanner = await startEsclScanner([first, third, second]);
  await setUpScanner(page, scanner.address);

  await test.step("three pages from the network scanner are put in order by keyboard", async () => {
    await tabTo(page, signed.getByRole("button", { name: "Scan" }));
    await page.keyboard.press("Enter");
    await panel.getByLabel("Scanner").selectOption({ label: "Corridor" });
    await panel.getByLabel("Paper").selectOption({ label: "In the feeder" });
    await tabTo(page, panel.getByRole("button", { name: "Scan", exact: true }));
    await page.keyboard.press("Enter");
    await expect(pages.getByRole("option")).toHaveCount(3, { timeout: 60_000 });
    await tabTo(page, pages.getByRole("option", { name: "Page 3 of 3" }));
    await page.keyboard.press("Control+ArrowLeft");
    await expect(pages.getByRole("option", { name: "Page 2 of 3" })).toBeFocused({ timeout: 60_000 });
    await tabTo(page, panel.getByRole("button", { name: "Use these pages" }));
    await page.keyboard.press("Enter");
    await expect(signed).toContainText("3 pages");
    await expect(signed).not.toContainText("The agreement has 3 pages, this has");
  });

  await test.step("the lender has exactly what was scanned", async () => {
    await tabTo(page, button(page, "Send to the lender"));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "The lender releases the cash" })).toBeVisible();
    const kept = await page.evaluate(async () => {
      const found = await window.counterfoil.loans.list({});
      const documentId = found.ok ? found.value.loans[0]?.signedDocumentId : null;
      const read = await window.counterfoil.documents.read({ documentId: documentId ?? "none" });
      return read.ok ? Array.from(read.value.bytes) : [];
    });
    const sha256 = createHash("sha256").update(Uint8Array.from(kept)).digest("hex");
    const { files } = await lenderLoan(dataDir, loanRef);
    expect(files).toContainEqual(expect.objectContaining({ sha256 }));
  });
});
