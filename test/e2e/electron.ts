// Starts the built app in the real Electron for a test, and notes which runtime that was.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { resolveElectron } from "../../scripts/electronRuntime.mjs";
import { isRoot, root } from "../../scripts/project.mjs";

export interface LaunchOptions {
  /** The till's data folder: a fresh one for a first run, the same again for a restart. */
  dataDir: string;
  args?: string[];
  env?: Record<string, string>;
}

export interface RunningApp {
  app: ElectronApplication;
  page: Page;
}

/** This process's environment as Playwright wants it: without the variables that are not set. */
function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The end-to-end gate believes a run only when the app itself has said what it runs on. */
async function noteRuntime(app: ElectronApplication): Promise<void> {
  const version = await app.evaluate(() => process.versions.electron ?? "");
  const folder = join(root, "test-results");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "electron-version.txt"), `${version}\n`);
}

/** The app with its first window loaded. The caller closes it: `await app.close()`. */
export async function launch(options: LaunchOptions): Promise<RunningApp> {
  const keyring = process.env.COUNTERFOIL_KEYRING;
  const app = await _electron.launch({
    executablePath: resolveElectron().executablePath,
    args: [
      root,
      // Root cannot have Chromium's sandbox; everybody else must, though Playwright would switch it off.
      ...(isRoot ? ["--no-sandbox"] : []),
      ...(keyring === undefined ? [] : [`--password-store=${keyring}`]),
      ...(options.args ?? []),
    ],
    chromiumSandbox: !isRoot,
    env: { ...environment(), COUNTERFOIL_DATA_DIR: options.dataDir, ...options.env },
    cwd: root,
  });
  const page = await app.firstWindow();
  await page.waitForLoadState("domcontentloaded");
  // Asked once the window stands: while the app still starts, Node may collect the promise that it answers with.
  await noteRuntime(app);
  return { app, page };
}
