// Files at the counter, in the real Electron: several at once become one document in the order of their names, one
// that cannot be used is named, and the window goes on.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { photographed, writtenPdf } from "../devices/samples.ts";
import { firstRunAndTill } from "./clerk.ts";
import { launch, type RunningApp } from "./electron.ts";
import { tabTo } from "./keyboard.ts";

let dataDir: string;
let running: RunningApp | null = null;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-files-"));
});
test.afterEach(async () => {
  await running?.app.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("two pictures and a broken file, chosen together", async () => {
  const [picture = Buffer.alloc(0)] = photographed(await writtenPdf(), "png", 100);
  const [turned = Buffer.alloc(0)] = photographed(await writtenPdf({ turn: 180 }), "jpeg", 150);
  const files = [
    ["page 10.jpg", turned],
    ["page 2.png", picture],
    ["page 3.pdf", Buffer.from("%PDF-1.7\nnothing more")],
  ] as const;
  for (const [name, bytes] of files) await writeFile(join(dataDir, name), bytes);
  running = await launch({ dataDir });
  const { app, page } = running;
  await firstRunAndTill({ app, page, dataDir, picture: async () => undefined });
  await page.keyboard.press("F2");
  await expect(page.getByLabel("Loan amount")).toBeFocused();
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
    },
    files.map(([name]) => join(dataDir, name)),
  );
  const copy = page.getByRole("group", { name: "Copy of the identity document" });
  await tabTo(page, copy.getByRole("button", { name: "Choose" }));
  await page.keyboard.press("Enter");
  await expect(copy).toContainText("page 2.pdf · 2 pages", { timeout: 60_000 });
  await expect(copy.getByRole("alert")).toContainText("page 3.pdf: The PDF is damaged.");
  await expect(copy).toContainText("Page 2: the writing seems to stand on its head. Turn the page.");
  await expect(copy).toContainText("Page 1: too coarse to read well.");

  await tabTo(page, copy.getByRole("button", { name: "Scan or order pages" }));
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "Pages of: Copy of the identity document" });
  const pages = panel.getByRole("listbox", { name: "Pages" });
  await expect(pages.getByRole("option")).toHaveCount(2, { timeout: 60_000 });
  await tabTo(page, pages.getByRole("option", { name: /Page 1 of 2/ }));
  await page.keyboard.press("ArrowRight");
  for (const turn of [1, 2]) {
    await page.keyboard.press("r");
    if (turn === 1)
      await expect(pages.getByRole("option", { name: /Page 2 of 2.*on its side/ })).toBeVisible();
  }
  await expect(panel).not.toContainText("stand on its head", { timeout: 60_000 });
});
