// How the app starts, fails to start in plain words, comes back after a crash, and closes; the real executable.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { resolveElectron } from "../../scripts/electronRuntime.mjs";
import { isRoot, root } from "../../scripts/project.mjs";
import { launch } from "./electron.ts";

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-start-"));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** Starts the app without a test driver and waits for its end. */
function startAndEnd(folder: string, args: string[] = []): Promise<{ code: unknown; said: string }> {
  const env = { ...process.env, COUNTERFOIL_DATA_DIR: folder };
  const all = [root, ...(isRoot ? ["--no-sandbox"] : []), ...args];
  return new Promise((resolve) => {
    execFile(resolveElectron().executablePath, all, { env, timeout: 60_000 }, (error, _stdout, said) => {
      resolve({ code: error === null ? 0 : error.code, said });
    });
  });
}

test("a second start on the same data says so, ends, and brings the first window to the front", async () => {
  const { app } = await launch({ dataDir });
  const focused = app.evaluate(
    ({ app }) => new Promise((resolve) => app.once("second-instance", () => resolve("told"))),
  );
  const second = await startAndEnd(dataDir);
  expect(second.code).toBe(1);
  expect(second.said).toContain("Counterfoil is open on this till already");
  expect(await focused).toBe("told");
  await app.close();
});

test("a set-up file that cannot be read is named, and nothing starts", async () => {
  const missing = join(dataDir, "nowhere.json");
  const first = await startAndEnd(dataDir, ["--provision", missing]);
  expect(first).toMatchObject({ code: 1, said: expect.stringContaining(`cannot be read: ${missing}`) });
  const broken = join(dataDir, "broken.json");
  await writeFile(broken, "{");
  const second = await startAndEnd(dataDir, [`--provision=${broken}`]);
  expect(second).toMatchObject({ code: 1, said: expect.stringContaining(`cannot be read: ${broken}`) });
});

test("a data folder that is a file ends the start in plain words", async () => {
  const file = join(dataDir, "till");
  await writeFile(file, "not a folder");
  const { code, said } = await startAndEnd(file);
  expect(code).toBe(1);
  expect(said).toContain("The till's data could not be read or written.");
  expect(await readFile(file, "utf8")).toBe("not a folder");
});

for (const content of ["{", "[]", "null", ""]) {
  test(`a damaged settings file is kept aside and named: ${JSON.stringify(content)}`, async () => {
    await writeFile(join(dataDir, "settings.json"), content);
    const { app, page } = await launch({ dataDir });
    expect(await page.evaluate(() => window.counterfoil.setup.get())).toMatchObject({ ok: true });
    await app.close();
    const kept = (await readdir(dataDir)).filter((name) => name.startsWith("settings.damaged-"));
    expect(kept).toHaveLength(1);
    expect(await readFile(join(dataDir, kept[0] ?? ""), "utf8")).toBe(content);
    const log = await readFile(join(dataDir, "logs", "counterfoil.log"), "utf8");
    expect(log).toContain(kept[0]);
  });
}

test("the page comes back after a crash, with its bridge, while the program goes on", async () => {
  const { app } = await launch({ dataDir });
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return new Promise<void>((resolve) => {
      contents?.once("did-finish-load", () => resolve());
      contents?.forcefullyCrashRenderer();
    });
  });
  const back = await app.evaluate(({ BrowserWindow }): Promise<unknown> | undefined =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("window.counterfoil.setup.get()"),
  );
  expect(back).toMatchObject({ ok: true });
  await app.close();
});

test("the log tells the start and the end, and nothing else lies open in the folder", async () => {
  await mkdir(join(dataDir, "logs"));
  const { app } = await launch({ dataDir });
  await app.close();
  const lines = (await readFile(join(dataDir, "logs", "counterfoil.log"), "utf8")).trimEnd().split("\n");
  const events = lines.map((line): unknown => JSON.parse(line));
  expect(events[0]).toMatchObject({ level: "info", event: "app.started", version: expect.any(String) });
  expect(events.at(-1)).toMatchObject({ event: "app.closed" });
});
