/** The twin on a second disk: it follows, it never blocks, and it tells a restored backup from the journal. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Journal } from "../../electron/journal/contract.ts";
import type { CrashPoint } from "../../electron/journal/faults.ts";
import { checkPlainChain } from "../../electron/journal/plainCheck.ts";
import { captured, workDay } from "./dayRows.ts";
import { newTill, type Till } from "./till.ts";

function twinOf(till: Till): string {
  if (till.twinPath === null) throw new Error("This till has a twin.");
  return till.twinPath;
}

const lines = (path: string) => readFileSync(path, "utf8").split("\n").slice(0, -1);
const capture = (journal: Journal, number: number) =>
  journal.write(({ append }) => append(captured(number, 1_000 * number)));
/** Linux tells there which files this process has open. */
const OPEN_FILES = "/proc/self/fd";

function openFilesIn(folder: string): string[] {
  const links = readdirSync(OPEN_FILES).map((name) => join(OPEN_FILES, name));
  return links.filter((link) => existsSync(link) && readlinkSync(link).startsWith(folder));
}

const beside = (path: string) => readdirSync(dirname(path)).sort();

/** A closed till of one installation, a shift and so many repayments: entries = repayments + 2. */
async function closedTill(repayments = 3): Promise<Till> {
  const till = await newTill();
  const journal = till.open();
  workDay(journal, repayments);
  journal.close();
  return till;
}

describe("follows", () => {
  it("one line a row, each with the hash before it, checkable by anyone", async () => {
    const till = await newTill();
    const journal = till.open();
    workDay(journal, 3);
    expect(journal.twin()).toBe("inStep");
    const rows = lines(twinOf(till)).map((line) => JSON.parse(line));
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    let previous = "0".repeat(64);
    for (const [at, line] of lines(twinOf(till)).entries()) {
      const hashed = line.replace(/,"hash":"[0-9a-f]{64}"/, "").replace(/,"tag":"[0-9a-f]{64}"\}$/, "}");
      expect(createHash("sha256").update(hashed).digest("hex")).toBe(rows[at].hash);
      expect(rows[at].previous).toBe(previous);
      previous = rows[at].hash;
    }
    expect(previous).toBe(journal.head().head);
  });

  it.each<[what: string, spoil: (path: string) => void]>([
    ["was never there", (path) => rmSync(path)],
    ["is empty", (path) => writeFileSync(path, "")],
    ["lags by two lines", (path) => writeFileSync(path, `${lines(path).slice(0, -2).join("\n")}\n`)],
    ["was torn by a power cut", (path) => truncateSync(path, readFileSync(path).length - 40)],
  ])("is caught up when it %s", async (_what, spoil) => {
    const till = await closedTill();
    const whole = readFileSync(twinOf(till), "utf8");
    spoil(twinOf(till));
    const journal = till.open();
    expect([journal.problem(), journal.twin()]).toEqual([null, "inStep"]);
    expect(readFileSync(twinOf(till), "utf8")).toBe(whole);
    capture(journal, 4);
    expect(lines(twinOf(till))).toHaveLength(6);
  });

  it("commit first, twin after: a crash in between is caught up at the next start", async () => {
    const till = await newTill();
    const crash = new Error("The process ends here.");
    let at: CrashPoint | null = null;
    const journal = till.open({
      faults: {
        reach: (point) => {
          if (point === at) throw crash;
        },
      },
    });
    workDay(journal, 1);
    at = "beforeTwin";
    expect(() => capture(journal, 2)).toThrow(crash);
    expect([journal.head().entries, lines(twinOf(till)).length]).toEqual([4, 3]);
    at = null;
    journal.close();
    till.open();
    expect(lines(twinOf(till))).toHaveLength(4);
  });

  // A file that is held on to mixes its pages with those of a copy that is put in its place.
  it.runIf(existsSync(OPEN_FILES))("a start that fails lets go of the file", async () => {
    const till = await closedTill();
    truncateSync(twinOf(till), 0);
    const crash = new Error("The start ends here.");
    const faults = {
      reach: (point: CrashPoint) => {
        if (point === "beforeTwin") throw crash;
      },
    };
    expect(() => till.open({ faults })).toThrow(crash);
    expect(openFilesIn(till.folder)).toEqual([]);
    expect(till.open().head().entries).toBe(5);
  });
});

describe("never blocks taking money", () => {
  it("while its stick is out, and catches up when it is back", async () => {
    const till = await newTill();
    const journal = till.open();
    workDay(journal, 1);
    const stick = dirname(twinOf(till));
    renameSync(stick, `${stick}-out`);
    capture(journal, 2);
    expect([journal.twin(), journal.head().entries]).toEqual(["missing", 4]);
    capture(journal, 3);
    renameSync(`${stick}-out`, stick);
    till.clock.advance(2_000);
    capture(journal, 4);
    expect([journal.twin(), lines(twinOf(till)).length]).toEqual(["inStep", 6]);
    expect(checkPlainChain(twinOf(till))).toMatchObject({ ok: true, entries: 6 });
  });

  it("when it was never reachable", async () => {
    const till = await newTill();
    rmSync(dirname(twinOf(till)), { recursive: true });
    const journal = till.open();
    workDay(journal, 2);
    expect([journal.problem(), journal.twin(), journal.verify().ok]).toEqual([null, "missing", true]);
  });

  it("where a folder stands in its place", async () => {
    const till = await newTill();
    mkdirSync(twinOf(till));
    const journal = till.open();
    workDay(journal, 2);
    expect([journal.twin(), journal.head().entries]).toEqual(["missing", 4]);
  });

  it.each([
    "ENOSPC",
    "EIO",
    "EROFS",
    "EBUSY",
    "EINVAL",
    "ETIMEDOUT",
    "ESTALE",
    "UNKNOWN",
    "ENOTCONN",
    "EBADF",
  ])("whatever its disk answers: %s", async (code) => {
    const till = await newTill();
    let broken = false;
    const journal = till.open({
      faults: {
        reach: (point) => {
          if (broken && point === "beforeTwin")
            throw Object.assign(new Error(code), { code, errno: -1, syscall: "fdatasync" });
        },
      },
    });
    workDay(journal, 1);
    broken = true;
    capture(journal, 2);
    capture(journal, 3);
    expect([journal.twin(), journal.head().entries]).toEqual(["missing", 5]);
    broken = false;
    till.clock.advance(2_000);
    capture(journal, 4);
    expect([journal.twin(), lines(twinOf(till)).length]).toEqual(["inStep", 6]);
  });
});

describe("is not written over", () => {
  it.each<[what: string, content: string]>([
    ["lines of something else", "first line\nsecond line\n"],
    ["one long line of something else", "somebody's list of songs without a line break"],
    ["a damaged first line", '{"sequence":1}\n'],
  ])("%s is set aside and named", async (_what, content) => {
    const till = await newTill();
    writeFileSync(twinOf(till), content);
    const journal = till.open();
    workDay(journal, 2);
    expect(journal.twin()).toBe("inStep");
    const [aside = "", ...others] = beside(twinOf(till)).filter((name) => name !== "twin.jsonl");
    expect([aside, others]).toEqual(["twin.damaged-2025-03-21T09-00-00.jsonl", []]);
    expect(readFileSync(join(dirname(twinOf(till)), aside), "utf8")).toBe(content);
  });

  it("the twin of another till is left alone", async () => {
    const other = await closedTill();
    const till = await newTill({ seed: "another" });
    copyFileSync(twinOf(other), twinOf(till));
    const before = readFileSync(twinOf(till), "utf8");
    const journal = till.open();
    workDay(journal, 2);
    expect([journal.problem(), journal.twin()]).toEqual([null, "missing"]);
    expect(readFileSync(twinOf(till), "utf8")).toBe(before);
  });

  it("a changed line in the middle is found by the full check; the twin is set aside and written anew", async () => {
    const till = await closedTill();
    const whole = readFileSync(twinOf(till), "utf8");
    writeFileSync(twinOf(till), whole.replace('"amountMinor":10000', '"amountMinor":90000'));
    const journal = till.open();
    expect(journal.verify()).toMatchObject({
      ok: true,
      detail: expect.stringContaining("The twin was damaged"),
    });
    expect(readFileSync(twinOf(till), "utf8")).toBe(whole);
    expect(beside(twinOf(till))).toHaveLength(2);
  });
});
