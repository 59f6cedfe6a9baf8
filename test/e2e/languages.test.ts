// The five languages in the real Electron, whose Chromium knows fewer of them than Node does: amounts and instants as a
// clerk reads them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { launch } from "./electron.ts";

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-languages-"));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

const languages = [
  { language: "en", name: "English", till: "Till", sum: "1,230,000.50", entry: /^Entry \d/ },
  { language: "sq", name: "Shqip", till: "Arka", sum: "1\u00a0230\u00a0000,50", entry: /^Shënimi \d/ },
  { language: "ro", name: "Română", till: "Casa", sum: "1.230.000,50", entry: /^Înregistrarea \d/ },
  { language: "ru", name: "Русский", till: "Касса", sum: "1\u00a0230\u00a0000,50", entry: /^Запись \d/ },
  { language: "mk", name: "Македонски", till: "Каса", sum: "1.230.000,50", entry: /^Запис \d/ },
] as const;

test("sums and instants are written in the language of the clerk", async () => {
  const { app, page } = await launch({ dataDir, args: ["--training"] });
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await page.evaluate(() => window.counterfoil.till.open({ floatMinor: 123_000_050 }));
  for (const { language, name, till, sum, entry } of languages) {
    await page.getByRole("banner").getByRole("button").last().click();
    await page.getByRole("menuitemradio", { name }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await page.keyboard.press("F8");
    await expect(page.getByRole("heading", { name: till, exact: true })).toBeVisible();
    await expect(page.getByRole("contentinfo")).toContainText(`${sum} ALL`);
    await expect(page.getByRole("main")).toContainText(`${sum} ALL`);

    await page.keyboard.press("F9");
    await page.getByRole("row").nth(1).click();
    // The day, the month and the year in the one order that all of them use.
    await expect(page.getByRole("region", { name: entry })).toContainText(/\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d/);
  }
  await app.close();
});
