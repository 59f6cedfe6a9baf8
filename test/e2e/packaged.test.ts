// The packed app: made by the project's own script, started as users start it, and closed to whoever would look inside.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { expect, test } from "@playwright/test";
import { isRoot, root } from "../../scripts/project.mjs";

const run = promisify(execFile);
const places = ["release/check-only/linux-unpacked", "release/linux-unpacked"];

test.describe.configure({ mode: "serial" });

let executable: string;
let folder: string;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await rm(join(root, "release"), { recursive: true, force: true });
  await run(process.execPath, [join(root, "scripts", "package.mjs")], { cwd: root, maxBuffer: 2 ** 24 });
  const packed = places.map((place) => join(root, place, "counterfoil")).find(existsSync);
  if (packed === undefined) throw new Error("The packaging script left no executable.");
  executable = packed;
});

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "counterfoil-packed-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

/** A packed till lies in its login's own folder here; no variable of ours moves it. */
function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, XDG_CONFIG_HOME: folder, ...more };
}

const ownArguments = isRoot ? ["--no-sandbox"] : [];
const logFile = () => join(folder, "Counterfoil", "till", "logs", "counterfoil.log");

async function eventsOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const lines = (await readFile(path, "utf8")).trimEnd().split("\n");
  return lines.map((line) => String(JSON.parse(line).event));
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", resolve));
}

test("it starts in training with nothing set up, shows its page, and closes in order", async () => {
  const child = spawn(executable, [...ownArguments, "--training"], { env: environment(), stdio: "ignore" });
  await expect.poll(() => eventsOf(logFile()), { timeout: 60_000 }).toContain("page.loaded");
  const end = ended(child);
  child.kill("SIGTERM");
  await end;
  expect(await eventsOf(logFile())).toEqual(["app.started", "page.loaded", "app.closed"]);
});

const refused: [what: string, args: string[], env: Record<string, string>, named: string][] = [
  ["an inspector", ["--inspect"], {}, "--inspect"],
  ["a debugging port", ["--remote-debugging-port=9222"], {}, "--remote-debugging-port"],
  ["another data folder", [], { COUNTERFOIL_DATA_DIR: "/tmp/elsewhere" }, "COUNTERFOIL_DATA_DIR"],
  ["being used as Node", [], { ELECTRON_RUN_AS_NODE: "1" }, "ELECTRON_RUN_AS_NODE"],
];
for (const [what, args, env, named] of refused) {
  test(`it refuses ${what} in a plain sentence and opens nothing`, async () => {
    const failure = await run(executable, [...ownArguments, ...args], {
      env: environment(env),
      timeout: 60_000,
    }).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`Counterfoil does not take ${named}.`),
    });
    expect(existsSync(logFile())).toBe(false);
  });
}

test("its fuses are set: no Node mode, no inspector, only its own sealed code", async () => {
  const wire = await getCurrentFuseWire(executable);
  const [off, on] = ["0".charCodeAt(0), "1".charCodeAt(0)];
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.EnableCookieEncryption]: on,
  });
});
