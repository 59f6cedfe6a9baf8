// The demo on a machine without a display: walks the main job by keyboard and leaves pictures and papers in a folder.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ElectronApplication, expect, type Page, test } from "@playwright/test";
import {
  apply,
  type Counter,
  fillRepayment,
  firstRunAndTill,
  payOut,
  repayOffline,
  setLine,
  signAgreement,
} from "./clerk.ts";
import { launch } from "./electron.ts";
import { bookedHere, lenderLoan } from "./lenderBooks.ts";

const output = process.env.COUNTERFOIL_DEMO_OUTPUT ?? join(process.cwd(), "demo-output");

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-demo-"));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** The screen for which the app is drawn: a counter's small monitor. */
async function counterScreen(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.unmaximize();
    window?.setContentSize(1366, 768);
  });
}

function camera(page: Page): (name: string) => Promise<void> {
  let number = 0;
  return async (name) => {
    number += 1;
    const path = join(output, `${String(number).padStart(2, "0")}-${name}.png`);
    await page.screenshot({ path, animations: "disabled" });
  };
}

/** Saves through the app's own call; the system's dialog answers with the path. */
async function save({ app, page }: Counter, documentId: string, name: string): Promise<void> {
  const path = join(output, name);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  const saved = await page.evaluate(
    async ({ id, suggestedName }) => {
      const chosen = await window.counterfoil.files.saveAs({ purpose: "documents.save", suggestedName });
      if (!chosen.ok || chosen.value === null) return "not chosen";
      const reply = await window.counterfoil.documents.save({ documentId: id, path: chosen.value.token });
      return reply.ok ? "saved" : reply.error.message;
    },
    { id: documentId, suggestedName: name },
  );
  expect(saved).toBe("saved");
}

async function saveAgreement(counter: Counter, loanRef: string): Promise<void> {
  const documentId = await counter.page.evaluate(async () => {
    const found = await window.counterfoil.loans.list({});
    return found.ok ? (found.value.loans[0]?.agreementDocumentId ?? null) : null;
  });
  await save(counter, documentId ?? "none", `agreement-${loanRef}.pdf`);
}

async function saveNewestReceipt(counter: Counter): Promise<void> {
  const documentId = await counter.page.evaluate(async () => {
    const found = await window.counterfoil.outbox.list({ state: "posted" });
    const item = found.ok ? found.value.items.find(({ kind }) => kind === "repayment") : undefined;
    const made = await window.counterfoil.receipts.make({ itemId: item?.itemId ?? "none", paper: "roll80" });
    return made.ok ? made.value.documentId : null;
  });
  await save(counter, documentId ?? "none", "receipt-80mm.pdf");
}

test("the main job, walked by itself", async () => {
  const { app, page } = await launch({ dataDir });
  await counterScreen(app);
  const counter: Counter = { app, page, dataDir, picture: camera(page) };
  await firstRunAndTill(counter);
  const loanRef = await apply(counter);
  await signAgreement(counter, loanRef);
  await saveAgreement(counter, loanRef);
  await payOut(counter, loanRef);
  await fillRepayment(counter, loanRef, "1905,88");
  await expect(page.getByText(/Booked by the lender at \d\d:\d\d/)).toBeVisible();
  await counter.picture("repayment-posted");
  await saveNewestReceipt(counter);

  await setLine(page, false);
  await repayOffline(counter, loanRef, "100");
  await counter.picture("repayment-offline");
  await page.keyboard.press("F7");
  await expect(page.getByRole("radio", { name: "Not sent yet" })).toContainText("1");
  await counter.picture("outbox-waiting");
  await setLine(page, true);
  await expect(page.getByRole("radio", { name: "Booked" })).toContainText("3", { timeout: 60_000 });
  await counter.picture("outbox-booked");
  expect(bookedHere(await lenderLoan(dataDir, loanRef))).toEqual([1_905_88, 100_00]);
  await page.keyboard.press("F8");
  await expect(page.getByRole("heading", { name: "Till", exact: true })).toBeVisible();
  await counter.picture("till");
  await page.keyboard.press("F9");
  await expect(page.getByRole("heading", { name: "Journal" })).toBeVisible();
  await expect(page.getByRole("table")).toBeVisible();
  await counter.picture("journal");
  await app.close();
});
