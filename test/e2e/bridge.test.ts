// Who may speak over the bridge, and what becomes of calls that nobody should make; in the real window.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { root } from "../../scripts/project.mjs";
import { launch, type RunningApp } from "./electron.ts";

test.describe.configure({ mode: "serial" });

let dataDir: string;
let running: RunningApp;

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-bridge-"));
  running = await launch({ dataDir });
});

test.afterAll(async () => {
  await running.app.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Makes a call that the types would not let through. */
function callRaw(desk: string, verb: string, ...input: unknown[]): Promise<unknown> {
  return running.page.evaluate(
    ({ desk, verb, input }) => {
      const door: unknown = Reflect.get(Object(Reflect.get(window.counterfoil, desk)), verb);
      return typeof door === "function" ? door(...input) : "no such verb";
    },
    { desk, verb, input },
  );
}

test("a stranger's frame is rejected, whatever it shows", async () => {
  const preload = join(root, "out", "preload.cjs");
  const said = await running.app.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
    await stranger.loadURL("data:text/html,<h1>Counterfoil</h1>");
    const answer: unknown = await stranger.webContents.executeJavaScript(
      "window.counterfoil.setup.get({}).then(() => 'answered', (error) => error.message)",
    );
    stranger.destroy();
    return answer;
  }, preload);
  expect(said).toBe("The program does not answer this page.");
});

test("a frame inside our own page is rejected too", async () => {
  const preload = join(root, "out", "preload.cjs");
  const said = await running.app.evaluate(async ({ BrowserWindow }, path) => {
    const own = BrowserWindow.getAllWindows()[0];
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload: path, sandbox: true, ...(own ? { session: own.webContents.session } : {}) },
    });
    // Our own address, but in a window that is not ours.
    await stranger.loadURL("counterfoil://app/index.html");
    const answer: unknown = await stranger.webContents.executeJavaScript(
      "window.counterfoil.setup.get({}).then(() => 'answered', (error) => error.message)",
    );
    stranger.destroy();
    return answer;
  }, preload);
  expect(said).toBe("The program does not answer this page.");
});

const notThere: [desk: string, verb: string][] = [
  ["till", "empty"],
  ["__proto__", "polluted"],
  ["constructor", "prototype"],
  ["till", "__proto__"],
];
for (const [desk, verb] of notThere) {
  test(`the page has no ${desk}.${verb}`, async () => {
    expect(await callRaw(desk, verb, {})).toBe("no such verb");
  });
}

const malformed: [what: string, input: unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", 7],
  ["text", "x"],
  ["a list", []],
  ["missing fields", {}],
  ["wrong types", { direction: 1, amountMinor: "100", reason: {} }],
  ["an unknown direction", { direction: "sideways", amountMinor: 100, reason: "x" }],
  ["a float", { direction: "in", amountMinor: 10.5, reason: "x" }],
  ["a negative amount", { direction: "in", amountMinor: -1, reason: "x" }],
  ["an amount beyond exactness", { direction: "in", amountMinor: 1e300, reason: "x" }],
  ["no number", { direction: "in", amountMinor: Number.NaN, reason: "x" }],
];
for (const [what, input] of malformed) {
  test(`malformed input is refused in the envelope: ${what}`, async () => {
    const reply = await callRaw("till", "move", input);
    // `notSignedIn` where the core asks who it is first; never a bug.
    expect(reply).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^(invalidInput|notSignedIn)$/) },
    });
  });
}

test("a name that only looks like a field pollutes nothing", async () => {
  const polluted = JSON.parse(
    '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
  );
  await callRaw("till", "move", polluted);
  await callRaw("documents", "import", { name: "a.pdf", path: "x", ...polluted });
  expect(await running.app.evaluate(() => "polluted" in {})).toBe(false);
  expect(await running.page.evaluate(() => "polluted" in {})).toBe(false);
});

test("functions and circles are refused before they are sent", async () => {
  const replies = await running.page.evaluate(async () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const move: unknown = window.counterfoil.till.move;
    if (typeof move !== "function") return [];
    return Promise.all([move({ direction: () => "in" }), move(circle), move(Symbol("x"))]);
  });
  expect(replies).toMatchObject([
    { ok: false, error: { code: "invalidInput" } },
    { ok: false, error: { code: "tooLarge" } },
    { ok: false, error: { code: "invalidInput" } },
  ]);
});

test("a hundred megabytes are refused and the program lives", async () => {
  const replies = await running.page.evaluate(() =>
    Promise.all([
      window.counterfoil.documents.import({ name: "big.pdf", bytes: new Uint8Array(100 * 1024 * 1024) }),
      window.counterfoil.documents.import({ name: "x".repeat(100 * 1024 * 1024), bytes: new Uint8Array(1) }),
    ]),
  );
  expect(replies).toMatchObject([{ error: { code: "tooLarge" } }, { error: { code: "tooLarge" } }]);
  expect(await callRaw("setup", "get", {})).toMatchObject({ ok: true });
});

const rawPaths = [
  "/etc/passwd",
  "../../etc/passwd",
  "C:\\Windows\\win.ini",
  "file:///etc/passwd",
  "chosen:1",
];
for (const path of rawPaths) {
  test(`a path of the page's own opens nothing: ${path}`, async () => {
    expect(await callRaw("documents", "import", { name: "a.pdf", path })).toMatchObject({
      ok: false,
      error: { code: "forbidden", field: "path" },
    });
    expect(await callRaw("journal", "export", { format: "csv", path })).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
  });
}

test("a file that a script made is no dropped file; one from the disk becomes a token, good once", async () => {
  const made = await running.page.evaluate(() =>
    window.counterfoil.files.fromDrop(new File(["%PDF-1.7"], "made.pdf"), { purpose: "documents.import" }),
  );
  expect(made).toMatchObject({ ok: false, error: { code: "invalidInput" } });
  await running.page.evaluate(() => {
    const field = document.createElement("input");
    field.type = "file";
    field.id = "probe-file";
    document.body.append(field);
  });
  await running.page.setInputFiles("#probe-file", join(root, "package.json"));
  const codes = await running.page.evaluate(async () => {
    const field = document.querySelector("#probe-file");
    const file = field instanceof HTMLInputElement ? field.files?.[0] : undefined;
    field?.remove();
    if (file === undefined) return ["no file"];
    const dropped = await window.counterfoil.files.fromDrop(file, { purpose: "documents.import" });
    if (!dropped.ok) return [dropped.error.code];
    const path = dropped.value.token;
    const elsewhere = await window.counterfoil.journal.export({ format: "csv", path });
    const first = await window.counterfoil.documents.import({ name: "a", path });
    const second = await window.counterfoil.documents.import({ name: "a", path });
    return [
      path.includes("package"),
      ...[elsewhere, first, second].map((reply) => !reply.ok && reply.error.code),
    ];
  });
  expect(codes[0]).toBe(false);
  expect(codes[1]).toBe("forbidden");
  // Past the shell: what the core says (nobody is signed in) is its own affair.
  expect(codes[2]).not.toBe("forbidden");
  expect(codes[3]).toBe("forbidden");
});

test("ten thousand calls at once are answered, most of them with `tooManyCalls`", async () => {
  const counts = await running.page.evaluate(async () => {
    const replies = await Promise.all(Array.from({ length: 10_000 }, () => window.counterfoil.till.status()));
    const refused = replies.filter((reply) => !reply.ok && reply.error.code === "tooManyCalls");
    return { answered: replies.length, refused: refused.length };
  });
  expect(counts.answered).toBe(10_000);
  expect(counts.refused).toBeGreaterThan(5000);
});
