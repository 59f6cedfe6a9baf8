// The focus is always somewhere: where a page opens on something that only paper shows, and where a mouse and the keys
// take turns.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { button, heading } from "./clerk.ts";
import { launch } from "./electron.ts";

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-focus-"));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

test("the set-up’s last step opens with its heading, not with the one that only the printer sees", async () => {
  const { app, page } = await launch({ dataDir });
  await button(page, "Set up the office").click();
  await page.getByLabel("Office", { exact: true }).fill("Post Office 12");
  await page.getByLabel("Till", { exact: true }).fill("3");
  await page.getByLabel("Currency").fill("MDL");
  await page.keyboard.press("Enter");
  await page.getByLabel("First and last name").fill("Ana Hoxha");
  for (const name of ["PIN", "PIN once more"]) await page.getByLabel(name, { exact: true }).fill("274913");
  await page.keyboard.press("Enter");
  await button(page, "Continue without a lender").click();
  await expect(heading(page, "Recovery code")).toBeFocused();
  await app.close();
});

test("a button that is pressed twice with the mouse keeps the focus while it is busy", async () => {
  const { app, page } = await launch({ dataDir, args: ["--training"] });
  await expect(heading(page, "Today")).toBeVisible();
  await page.keyboard.press("F7");
  const sync = button(page, "Send and check now");
  for (let press = 1; press <= 2; press += 1) {
    await sync.click();
    await expect(page.getByText("Done. Every payment is certain.")).toBeVisible();
    await expect(sync).toBeEnabled();
    await expect(sync).toBeFocused();
  }
  await app.close();
});
