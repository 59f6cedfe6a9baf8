// The log: lines of JSON, a bounded number of bounded files, nothing that a person typed.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bugFacts, createLog } from "../../electron/logging/log.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "counterfoil-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = () => Date.UTC(2026, 10, 24, 9, 30);

function linesOf(file: string): unknown[] {
  const text = readFileSync(join(folder, file), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

test("one line an event, with its time and facts", () => {
  const log = createLog({ folder, now });
  log("info", "app.started", { version: "0.1.0" });
  log("error", "page.gone");
  expect(linesOf("counterfoil.log")).toEqual([
    { at: "2026-11-24T09:30:00.000Z", level: "info", event: "app.started", version: "0.1.0" },
    { at: "2026-11-24T09:30:00.000Z", level: "error", event: "page.gone" },
  ]);
});

test("a fact with line breaks stays one line, an endless one is cut", () => {
  const log = createLog({ folder, now });
  log("info", "odd", { text: `a\n{"event":"forged"}`, long: "x".repeat(10_000) });
  expect(linesOf("counterfoil.log")).toHaveLength(1);
  expect(statSync(join(folder, "counterfoil.log")).size).toBeLessThan(3000);
});

test("full files move up and the oldest goes", () => {
  const log = createLog({ folder, now, maxBytes: 300, files: 3 });
  for (let count = 0; count < 30; count += 1) log("info", "counted", { count });
  expect(readdirSync(folder).sort()).toEqual(["counterfoil.1.log", "counterfoil.2.log", "counterfoil.log"]);
  const kept = ["counterfoil.2.log", "counterfoil.1.log", "counterfoil.log"].flatMap(linesOf);
  expect(kept.at(-1)).toMatchObject({ count: 29 });
  expect(kept.length).toBeLessThan(30);
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).size).toBeLessThanOrEqual(300);
});

test("a log that cannot be written is told once and stops nobody", () => {
  const blocked = join(folder, "blocked");
  writeFileSync(blocked, "a file where the folder should be");
  const told: string[] = [];
  const log = createLog({ folder: blocked, now, onFailure: (message) => told.push(message) });
  log("info", "first");
  log("info", "second");
  expect(told).toHaveLength(1);
});

test("a bug is its class, code and place, without its message", () => {
  const facts = bugFacts(
    Object.assign(new RangeError("Ana Popescu, 0723456789\n    said so"), { code: "ERR_X" }),
  );
  expect(facts).toMatchObject({
    bug: "RangeError",
    code: "ERR_X",
    at: expect.stringContaining("log.test.ts"),
  });
  expect(JSON.stringify(facts)).not.toContain("Ana");
  expect(bugFacts("just text")).toEqual({ bug: "string" });
});
