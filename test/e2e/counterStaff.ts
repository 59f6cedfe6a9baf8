// An office with people of its own before the training lender, rolled out from a file, and how they sit down at the counter.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { launch, type RunningApp } from "./electron.ts";

export interface Colleague {
  name: string;
  role: "cashier" | "supervisor" | "admin";
  pin: string;
}

export interface OfficeOptions {
  /** Below it lie the file of the roll-out and the till's data. */
  folder: string;
  staff: readonly Colleague[];
  limits?: Record<string, number>;
  till?: string;
  /** The zone of the counter's clock: a later start in another zone is another business day. */
  zone?: string;
}

export const tillFolder = (folder: string) => join(folder, "till");

/** The first start sets the office up from its file; later ones find it. */
export async function startOffice(options: OfficeOptions): Promise<RunningApp> {
  const { folder, staff, limits, zone, till = "T3" } = options;
  const file = join(folder, "provision.json");
  const office = { office: "Tirana 12", till, currency: "ALL", language: "en", training: true };
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify({ ...office, staff, providers: [], limits }));
  const running = await launch({
    dataDir: tillFolder(folder),
    args: [`--provision=${file}`],
    ...(zone === undefined ? {} : { env: { TZ: zone } }),
  });
  await expect(running.page.getByRole("heading", { name: "Who is at the counter?" })).toBeVisible();
  return running;
}

/** Chosen by the first letter and signed in with the PIN, as a hand does it. */
export async function sitDown(page: Page, { name, pin }: Colleague): Promise<void> {
  const staff = page.getByRole("list", { name: "Staff" });
  const marked = staff.locator('[aria-pressed="true"]');
  await expect(staff.locator(":focus")).toHaveCount(1);
  for (let step = 0; step < 4 && !(await marked.textContent())?.startsWith(name); step += 1)
    await page.keyboard.type(name.charAt(0));
  await expect(marked).toContainText(name);
  await page.keyboard.press("Enter");
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
  const menu = page.getByRole("banner").getByRole("button", { name: new RegExp(`^${name},`) });
  await expect(menu).toBeVisible();
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
}

/** One key makes room for a colleague. */
export async function changeTo(page: Page, colleague: Colleague): Promise<void> {
  await page.keyboard.press("Control+L");
  await sitDown(page, colleague);
}
