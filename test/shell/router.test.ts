// What happens to a call between the page and the core.
import { beforeEach, expect, test } from "vitest";
import type { LogFacts } from "../../electron/logging/log.ts";
import { createCallRate, MOST_CALLS_PER_SECOND } from "../../electron/shell/callRate.ts";
import { createFileTokens } from "../../electron/shell/fileTokens.ts";
import { createRouter } from "../../electron/shell/router.ts";
import type { Envelope } from "../../shared/errors.ts";

const tokens = createFileTokens();
let reached: [name: string, input: unknown][] = [];
let logged: [event: string, facts: LogFacts | undefined][] = [];
let now = 0;

function routerOver(call: (name: string, input: unknown) => Promise<Envelope<unknown>>) {
  return createRouter({
    core: {
      call: (name, input) => {
        reached.push([name, input]);
        return call(name, input);
      },
    },
    tokens,
    files: async (verb) => ({ ok: true, value: verb }),
    camera: (verb) => ({ ok: true, value: verb }),
    mayPass: createCallRate(() => now),
    log: (_level, event, facts) => logged.push([event, facts]),
  });
}

const answer = (name: unknown, input: unknown) =>
  routerOver(async () => ({ ok: true, value: "core" }))(name, input);

beforeEach(() => {
  reached = [];
  logged = [];
  now = 0;
});

test("a call reaches the core as it is", async () => {
  expect(await answer("till.status", {})).toEqual({ ok: true, value: "core" });
  expect(reached).toEqual([["till.status", {}]]);
});

const names: unknown[] = [undefined, null, 7, {}, ["till.status"], Symbol("till.status")];
test.each(names)("a name that is no text is no call: %s", async (name) => {
  expect(await answer(name, {})).toMatchObject({ ok: false, error: { code: "unknownCall" } });
  expect(reached).toEqual([]);
});

test("more than a call may carry stops before the core", async () => {
  expect(await answer("drafts.save", "x".repeat(2_000_000))).toMatchObject({ error: { code: "tooLarge" } });
  expect(reached).toEqual([]);
});

const withPath: [call: string, input: Record<string, unknown>][] = [
  ["documents.import", { name: "a.pdf", path: "/etc/passwd" }],
  ["documents.import", { name: "a.pdf", path: "" }],
  ["documents.import", { name: "a.pdf", path: null }],
  ["documents.import", { name: "a.pdf", path: ["/etc/passwd"] }],
  ["documents.import", { name: "a.pdf", path: "chosen:00000000-0000-4000-8000-000000000000" }],
  ["documents.save", { documentId: "d", path: "/root/.bashrc" }],
  ["journal.export", { format: "csv", path: "C:\\Windows\\win.ini" }],
  ["setup.carryOut", { path: "/tmp/x", passphrase: "correct horse" }],
  ["setup.carryIn", { path: "file:///tmp/x", passphrase: "correct horse" }],
];
test.each(withPath)("%s with a path of the page's own is forbidden: %j", async (name, input) => {
  expect(await answer(name, input)).toMatchObject({ ok: false, error: { code: "forbidden", field: "path" } });
  expect(reached).toEqual([]);
});

test("a token becomes the path that the person chose, once", async () => {
  const { token, name } = tokens.issue("/scans/agreement.pdf", "documents.import");
  expect(name).toBe("agreement.pdf");
  expect(await answer("documents.import", { name, path: token })).toMatchObject({ ok: true });
  expect(reached).toEqual([["documents.import", { name, path: "/scans/agreement.pdf" }]]);
  expect(await answer("documents.import", { name, path: token })).toMatchObject({
    error: { code: "forbidden" },
  });
});

test("a token is good for its own purpose only, and a wrong try does not spend it", async () => {
  const { token } = tokens.issue("/exports/day.csv", "journal.export");
  expect(await answer("documents.import", { name: "a", path: token })).toMatchObject({ ok: false });
  expect(await answer("documents.save", { documentId: "d", path: token })).toMatchObject({ ok: false });
  expect(await answer("journal.export", { format: "csv", path: token })).toMatchObject({ ok: true });
});

test("bytes need no token", async () => {
  const input = { name: "a.pdf", bytes: new Uint8Array(3) };
  expect(await answer("documents.import", input)).toMatchObject({ ok: true });
  expect(reached).toEqual([["documents.import", input]]);
});

test("tokens are forgotten, oldest first, long before they fill the memory", () => {
  const many = createFileTokens();
  const first = many.issue("/0", "documents.import").token;
  const later = Array.from({ length: 600 }, (_, at) => many.issue(`/${at + 1}`, "documents.import").token);
  expect(many.redeem(first, "documents.import")).toBeNull();
  expect(many.redeem(later.at(-1), "documents.import")).toBe("/600");
});

test("calls beyond a second's share are refused until the next second", async () => {
  const ask = routerOver(async () => ({ ok: true, value: 1 }));
  const answers = await Promise.all(
    Array.from({ length: MOST_CALLS_PER_SECOND + 50 }, () => ask("till.status", {})),
  );
  expect(answers.filter((one) => one.ok)).toHaveLength(MOST_CALLS_PER_SECOND);
  expect(answers.at(-1)).toMatchObject({ ok: false, error: { code: "tooManyCalls", retry: true } });
  now = 1000;
  expect(await ask("till.status", {})).toMatchObject({ ok: true });
});

test("a bug in the core is answered with a reference that the log knows, without its words", async () => {
  const ask = routerOver(async () => {
    throw new Error("payer Arben Hoxha");
  });
  const reply = await ask("till.status", {});
  expect(reply).toMatchObject({ ok: false, error: { code: "unexpected" } });
  const reference = reply.ok ? "" : reply.error.reference;
  expect(logged).toEqual([["bridge.bug", expect.objectContaining({ reference, bug: "Error" })]]);
  expect(JSON.stringify([reply, logged])).not.toContain("Hoxha");
});

test("the page's questions about files go to the shell", async () => {
  expect(await answer("files.pick", { purpose: "documents.import" })).toEqual({
    ok: true,
    value: "files.pick",
  });
  expect(reached).toEqual([]);
});
