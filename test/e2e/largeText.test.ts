// Twice the size (WCAG 1.4.4) on a counter's small monitor: no money line, no name and no verb leaves the window.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { launch } from "./electron.ts";

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-large-"));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** How far something reaches over the window's edge or over the edge of what cuts it off, in pixels. */
const beyondEdge = (all: Locator) =>
  all.evaluateAll((elements) =>
    elements
      .map((element) => {
        const { right, bottom } = element.getBoundingClientRect();
        const words = element.querySelector("[class*=Button-label]") ?? element;
        const cut = words.scrollWidth - words.clientWidth;
        return { text: element.textContent, over: Math.max(right - innerWidth, bottom - innerHeight, cut) };
      })
      .filter(({ over }) => over > 1),
  );

async function nothingIsCut(page: Page): Promise<void> {
  expect(await beyondEdge(page.getByRole("contentinfo").locator("dt, dd"))).toEqual([]);
  expect(await beyondEdge(page.getByRole("banner").getByRole("button"))).toEqual([]);
  const main = page.getByRole("main");
  expect(await main.evaluate((page) => page.scrollWidth - page.clientWidth)).toBeLessThanOrEqual(1);
}

test("at 200 % every line of the till stays in sight, and the money screens need no scrolling sideways", async () => {
  const { app, page } = await launch({ dataDir, args: ["--training"] });
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await page.evaluate(() => window.counterfoil.till.open({ floatMinor: 123_456_789 }));
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.unmaximize();
    window?.setContentSize(1366, 768);
    window?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(700);
  await expect(page.getByRole("contentinfo").getByText("To return")).toBeVisible();
  await nothingIsCut(page);

  await page.keyboard.press("F8");
  await expect(page.getByRole("button", { name: "Count and close" })).toBeVisible();
  await nothingIsCut(page);

  await page.keyboard.press("F3");
  await page.getByLabel("Loan reference").fill("80001");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Amount", { exact: true })).toBeFocused();
  await nothingIsCut(page);

  // The tasks are reached by name all the same.
  await page.getByRole("navigation").getByRole("button", { name: "Outbox" }).click();
  await expect(page.getByRole("heading", { name: "Outbox" })).toBeVisible();
  await app.close();
});
