// Two tills before one lender, on folders of one test: opened from a file, with people who sign in by keyboard.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ElectronApplication, expect, type Page } from "@playwright/test";
import { root } from "../../scripts/project.mjs";
import { heading } from "./clerk.ts";
import { launch, type RunningApp } from "./electron.ts";
import { LENDER_CREDENTIALS, type OwnLender, startOwnLender } from "./ownLender.ts";

export const LOAN = "80001";
/** The customer of that loan in the lender's examples. */
const LOAN_PIN = "I45612378K";
export const ANA = { name: "Ana Hoxha", role: "admin", pin: "274913" } as const;
export const BESA = { name: "Besa Leka", role: "supervisor", pin: "630284" } as const;

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, "test-results", `continuity-${name}.png`) });
}

export async function openTill(page: Page): Promise<void> {
  const opened = await page.evaluate(() => window.counterfoil.till.open({ floatMinor: 3_000_000 }));
  expect(opened.ok).toBe(true);
  await expect(page.getByRole("contentinfo")).toContainText("30,000.00");
}

/** The system's own dialogs cannot be driven: they answer with this path. */
export async function dialogsAnswer(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

export async function openSettings(page: Page, section: string): Promise<void> {
  await page.keyboard.press("Control+K");
  await page.keyboard.type("Settings");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Settings")).toBeVisible();
  await page.getByRole("tab", { name: section }).focus();
  await page.keyboard.press("Enter");
}

export interface Tills {
  lender: OwnLender;
  open(name: string): Promise<RunningApp>;
}

export async function tillsBeforeLender(folder: string): Promise<Tills> {
  const lender = await startOwnLender(folder);
  return {
    lender,
    open: async (name) => {
      const file = join(folder, `${name}.json`);
      const office = { office: "Tirana 12", till: name, currency: "ALL", language: "en" };
      const { username, password } = LENDER_CREDENTIALS;
      await writeFile(
        file,
        JSON.stringify({
          ...office,
          staff: [ANA, BESA],
          limits: { reconcileGraceMs: 200, retryBaseMs: 500, idleLockSeconds: 3_600 },
          providers: [
            {
              ...{ id: "iute", kind: "iute", name: "Lender", baseUrl: lender.baseUrl, environment: "test" },
              settings: { partnerType: "post", languages: ["sqi"] },
              secrets: { username, password },
            },
          ],
        }),
      );
      return launch({ dataDir: join(folder, name), args: [`--provision=${file}`] });
    },
  };
}

export async function signInAs(page: Page, person: { name: string; pin: string }): Promise<void> {
  await expect(heading(page, "Who is at the counter?")).toBeVisible();
  await expect(page.getByRole("list", { name: "Staff" }).locator(":focus")).toHaveCount(1);
  await page.keyboard.type(person.name.slice(0, 1));
  await page.keyboard.press("Enter");
  await page.keyboard.type(person.pin);
  await page.keyboard.press("Enter");
  await expect(heading(page, "Today")).toBeVisible();
}

/** A repayment whose customer this till has never read, taken without a line. */
export async function takeOffline(page: Page, amountMinor: number, form: string): Promise<string> {
  const taken = await page.evaluate(
    ([amount, captureId, clientPin]) =>
      window.counterfoil.repayments.capture({
        ...{
          providerId: "iute",
          loanRef: "80001",
          amountMinor: Number(amount),
          captureId: String(captureId),
        },
        ...{ clientPin: String(clientPin), payerName: "Mira Dushaj", payerPhone: "0691112223" },
      }),
    [amountMinor, form, LOAN_PIN] as const,
  );
  if (!taken.ok) throw new Error(taken.error.message);
  return taken.value.receiptNo;
}
