// What cashiers and supervisors do at the till with both hands on the keyboard.
import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { button, heading } from "./clerk.ts";
import type { Colleague } from "./counterStaff.ts";
import type { RunningApp } from "./electron.ts";
import { tabTo } from "./keyboard.ts";

/** For the documents, where somebody asked for pictures. */
export async function picture(page: Page, name: string): Promise<void> {
  const wanted = process.env.COUNTERFOIL_PICTURES;
  if (wanted === undefined) return;
  await mkdir(wanted, { recursive: true });
  await page.screenshot({ path: join(wanted, `till-${name}.png`) });
}

export async function pressButton(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, button(page, name));
  await page.keyboard.press("Enter");
}

/** Types pieces beside their notes, from the first field on. */
export async function count(page: Page, pieces: Record<string, string>): Promise<void> {
  await expect(page.getByLabel("Pieces of 10,000 ALL")).toBeFocused();
  for (const [face, number] of Object.entries(pieces)) {
    await tabTo(page, page.getByLabel(`Pieces of ${face} ALL`, { exact: true }));
    await page.keyboard.press("Control+A");
    await page.keyboard.type(number);
  }
}

export async function takeRepayment(page: Page, loanRef: string, amount: string): Promise<void> {
  await page.keyboard.press("F3");
  await expect(page.getByLabel("Loan reference")).toBeFocused();
  await page.keyboard.type(loanRef);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Amount", { exact: true })).toBeFocused();
  await page.keyboard.type(amount, { delay: 80 });
  await page.keyboard.press("Enter");
  await expect(heading(page, "Payment taken")).toBeVisible();
}

export async function secondPerson(page: Page, { name, pin }: Colleague): Promise<void> {
  const second = page.getByRole("group", { name: "Second person" });
  await tabTo(page, second.getByLabel("Name"));
  await page.keyboard.type(name);
  await tabTo(page, second.getByLabel("PIN", { exact: true }));
  await page.keyboard.type(pin);
}

/** The file that leaves is the one whose fingerprint stands on the screen and in the journal. */
export async function saveEvidence({ app, page }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  const frozen = page.getByRole("dialog");
  await tabTo(page, frozen.getByRole("button", { name: "Save the evidence as a file" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(frozen).toContainText(`Saved: ${path}`);
  const fingerprint = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  await expect(frozen).toContainText(fingerprint);
}
