// The share of `npm run papers` that the real window shows: each paper is chosen in a form, its pages are drawn, and the
// window goes on. What was seen is written beside the results.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ElectronApplication, expect, type Page, test } from "@playwright/test";
import { firstRunAndTill } from "./clerk.ts";
import { launch } from "./electron.ts";

const folder = join(process.cwd(), "test-results", "papers");
const results = join(folder, "results.json");

type Outcome = { name: string; producer: string; pages: number | null; shown: string | null };

/** The first paper of each producer, and every one that was refused. */
function share(outcomes: Outcome[]): Outcome[] {
  const seen = new Set<string>();
  return outcomes.filter(({ producer, pages }) => {
    if (pages === null) return true;
    const isFirst = !seen.has(producer);
    seen.add(producer);
    return isFirst;
  });
}

async function chooseFromDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** True where something stands on the first page's small picture: it is not one even shade. */
async function isDrawn(page: Page): Promise<boolean> {
  return page
    .getByRole("listbox", { name: "Pages" })
    .locator("canvas, img")
    .first()
    .evaluate((element) => {
      const copy = document.createElement("canvas");
      copy.width = 60;
      copy.height = 80;
      const surface = copy.getContext("2d");
      if (surface === null) return false;
      if (!(element instanceof HTMLCanvasElement || element instanceof HTMLImageElement)) return false;
      if (element instanceof HTMLImageElement && !element.complete) return false;
      if (element.width === 0) return false;
      surface.drawImage(element, 0, 0, 60, 80);
      const dots = surface.getImageData(0, 0, 60, 80).data;
      return new Set(dots.filter((_, at) => at % 4 !== 3)).size > 1;
    });
}

async function show(app: ElectronApplication, page: Page, path: string): Promise<string> {
  const drop = page.getByRole("group", { name: "Data verification" });
  await chooseFromDialog(app, path);
  await drop.getByRole("button", { name: /^Choose/ }).click();
  const refused = drop.getByRole("alert");
  const remove = drop.getByRole("button", { name: "Remove" });
  await expect(refused.or(remove)).toBeVisible({ timeout: 120_000 });
  if (await refused.isVisible()) return `refused: ${((await refused.textContent()) ?? "").slice(0, 80)}`;
  await drop.getByRole("button", { name: "Scan or order pages" }).click();
  const panel = page.getByRole("region", { name: "Pages of: Data verification" });
  await expect(panel.getByRole("option").first()).toBeVisible({ timeout: 120_000 });
  // A page with nothing on it stays even: it is drawn when pdf.js has given it its size.
  const drawn = await expect
    .poll(() => isDrawn(page), { timeout: 20_000 })
    .toBe(true)
    .then(
      () => "drawn",
      () => "nothing on its first page",
    );
  await panel.getByRole("button", { name: "Close without using them" }).click();
  await remove.click();
  return drawn;
}

test("papers of every producer in the real window", async () => {
  test.setTimeout(1_800_000);
  const dataDir = await mkdtemp(join(tmpdir(), "counterfoil-papers-"));
  const { outcomes, paths }: { outcomes: Outcome[]; paths: [string, string][] } = JSON.parse(
    await readFile(results, "utf8"),
  );
  const pathOf = new Map(paths);
  const { app, page } = await launch({ dataDir });
  try {
    await firstRunAndTill({ app, page, dataDir, picture: async () => undefined });
    await page.keyboard.press("F2");
    await expect(page.getByLabel("Loan amount")).toBeFocused();
    for (const outcome of share(outcomes)) {
      const path = pathOf.get(outcome.name);
      if (path === undefined) continue;
      outcome.shown = await show(app, page, path);
      process.stdout.write(`   ${outcome.name}: ${outcome.shown}\n`);
      await writeFile(results, JSON.stringify({ outcomes, paths }));
    }
    await expect(page.getByLabel("Loan amount")).toBeVisible();
  } finally {
    await app.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
