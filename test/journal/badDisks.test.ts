/** Full, read-only and failing disks: the capture is refused before cash is taken, and what exists stays intact. */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Journal } from "../../electron/journal/contract.ts";
import { type CrashPoint, crashPoints, type Faults } from "../../electron/journal/faults.ts";
import { checkPlainChain } from "../../electron/journal/plainCheck.ts";
import { captured, workDay } from "./dayRows.ts";
import { startOther } from "./processes.ts";
import { newTill, type Till, temporaryFolder } from "./till.ts";

const capture = (journal: Journal, number: number) =>
  journal.write(({ append }) => append(captured(number, 1_000)));
const refusedWith = (code: string) => expect.objectContaining({ name: "Refusal", code });

/** A disk that fails at a point of the write, for as long as it is told to. */
function failing(): Faults & { at: CrashPoint | null; with: Error; passed: CrashPoint[] } {
  const faults = {
    at: null as CrashPoint | null,
    with: new Error("nothing"),
    passed: [] as CrashPoint[],
    reach(point: CrashPoint) {
      faults.passed.push(point);
      if (point === faults.at) throw faults.with;
    },
  };
  return faults;
}

const sqlite = (code: string) => new Database.SqliteError("the disk", code);
const system = (code: string) => Object.assign(new Error("the disk"), { code, errno: -1, syscall: "write" });

describe("a write that fails", () => {
  const disks: [error: Error, code: string][] = [
    [sqlite("SQLITE_FULL"), "diskFull"],
    [system("ENOSPC"), "diskFull"],
    [system("EDQUOT"), "diskFull"],
    [sqlite("SQLITE_READONLY"), "readOnlyData"],
    [sqlite("SQLITE_READONLY_DBMOVED"), "readOnlyData"],
    [system("EROFS"), "readOnlyData"],
    [system("EACCES"), "readOnlyData"],
    [sqlite("SQLITE_IOERR"), "storageFailed"],
    [sqlite("SQLITE_IOERR_FSYNC"), "storageFailed"],
    [sqlite("SQLITE_IOERR_WRITE"), "storageFailed"],
    [sqlite("SQLITE_IOERR_SHMSIZE"), "diskFull"],
    [sqlite("SQLITE_BUSY"), "storageFailed"],
    [system("EIO"), "storageFailed"],
    [sqlite("SQLITE_IOERR_SHORT_READ"), "journalDamaged"],
    [sqlite("SQLITE_CORRUPT"), "journalDamaged"],
  ];
  const before = crashPoints.filter((point) => point.startsWith("before") && point !== "beforeTwin");

  const everywhere = before.flatMap((point) =>
    disks.filter((_, at) => point === "beforeCommit" || at < 2).map((disk) => [point, ...disk] as const),
  );

  it.each(everywhere)("at %s: %o is refused as %s", async (point, error, code) => {
    const till = await newTill();
    const faults = failing();
    const journal = till.open({ faults });
    workDay(journal, 1);
    const head = journal.head();
    Object.assign(faults, { at: point, with: error });
    expect(() => capture(journal, 2)).toThrow(refusedWith(code));
    expect(journal.head()).toEqual(head);
    faults.at = null;
    capture(journal, 2);
    expect(journal.verify()).toMatchObject({ ok: true, entries: head.entries + 1 });
  });

  it("the Nth: whichever it is, all of its transaction is there or none, and a restart agrees", async () => {
    const till = await newTill();
    let left = 0;
    const faults: Faults = {
      reach: (point) => {
        if (point === "beforeAppend" || point === "beforeCommit") left -= 1;
        if (left === 0) throw sqlite("SQLITE_FULL");
      },
    };
    left = -1;
    let journal = till.open({ faults });
    workDay(journal, 0);
    let taken = 0;
    for (let failAt = 1; failAt <= 7; failAt += 1) {
      left = failAt;
      for (let round = 0; round < 3; round += 1) {
        const pair = [captured(taken + 1, 100), captured(taken + 2, 100)];
        try {
          journal.write(({ append }) => pair.map((draft) => append(draft)));
          taken += 2;
        } catch (error) {
          expect(error).toMatchObject({ code: "diskFull" });
        }
      }
      journal.close();
      left = -1;
      journal = till.open({ faults });
      expect(journal.sql.prepare("SELECT COUNT(*) FROM outbox").pluck().get()).toBe(taken);
      expect(journal.verify()).toMatchObject({ ok: true, entries: taken + 2 });
    }
    expect(taken).toBeGreaterThan(6);
  });

  it("passes the points in their order, and a crash after the commit loses nothing", async () => {
    const till = await newTill();
    const faults = failing();
    const journal = till.open({ faults });
    workDay(journal, 0);
    faults.passed.length = 0;
    capture(journal, 1);
    expect(faults.passed).toEqual(crashPoints);
    for (const [number, point] of (["afterCommit", "beforeTwin", "afterTwin"] as const).entries()) {
      Object.assign(faults, { at: point, with: new Error("The process ends here.") });
      expect(() => capture(journal, number + 2)).toThrow("ends here");
      faults.at = null;
      expect(journal.head().entries).toBe(number + 4);
    }
    journal.close();
    expect(till.open().verify()).toMatchObject({ ok: true, entries: 6 });
  });
});

const isRoot = process.getuid?.() === 0;
const hasStrace = spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;

/** A real small disk; only root can have one. */
function smallDisk(bytes: number): string {
  const folder = temporaryFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder]);
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder]);
  });
  return folder;
}

function fillUp(folder: string, leaveBytes: number): string {
  const { bavail, bsize } = statfsSync(folder);
  const ballast = join(folder, "ballast");
  const descriptor = openSync(ballast, "w");
  for (let left = bavail * bsize - leaveBytes; left > 0; left -= bsize)
    writeSync(descriptor, Buffer.alloc(Math.min(bsize, left)));
  closeSync(descriptor);
  return ballast;
}

describe.runIf(isRoot)("a real disk", () => {
  it("that is full refuses the capture, keeps what it has, and takes money again when there is room", async () => {
    const disk = smallDisk(4 << 20);
    const till = await newTill({ folder: disk });
    let journal = till.open();
    workDay(journal, 2);
    const ballast = fillUp(disk, 24 << 10);
    let taken = 2;
    let refusal: unknown = null;
    while (refusal === null && taken < 200) {
      try {
        capture(journal, taken + 1);
        taken += 1;
      } catch (error) {
        refusal = error;
      }
    }
    expect(refusal).toMatchObject({ name: "Refusal", code: "diskFull" });
    expect(() => capture(journal, taken + 1)).toThrow(refusedWith("diskFull"));
    expect(journal.head().entries).toBe(taken + 2);
    expect(readFileSync(String(till.twinPath), "utf8").trimEnd().split("\n")).toHaveLength(taken + 2);
    rmSync(ballast);
    capture(journal, taken + 1);
    journal.close();
    journal = till.open();
    expect(journal.verify()).toMatchObject({ ok: true, entries: taken + 3 });
  });

  it("of the twin that is full warns and blocks nobody", async () => {
    const disk = smallDisk(64 << 10);
    const till = await newTill();
    const twinPath = join(disk, "twin.jsonl");
    const journal = till.open({ twinPath });
    workDay(journal, 0);
    for (let number = 1; number <= 150; number += 1) capture(journal, number);
    expect([journal.twin(), journal.head().entries]).toEqual(["missing", 152]);
    journal.close();
    expect(checkPlainChain(till.folder)).toMatchObject({ ok: true, entries: 152 });
  });

  it("that can only be read says so in plain words, and its journal can be checked", async () => {
    const disk = smallDisk(4 << 20);
    const till = await newTill({ folder: disk });
    const journal = till.open();
    workDay(journal, 2);
    journal.close();
    execFileSync("mount", ["-o", "remount,ro", disk]);
    expect(() => till.open()).toThrow(refusedWith("readOnlyData"));
    expect(checkPlainChain(disk)).toMatchObject({ ok: true, entries: 4 });
    execFileSync("mount", ["-o", "remount,rw", disk]);
    expect(till.open().verify()).toMatchObject({ ok: true, entries: 4 });
  });

  it("whose folder is mounted for reading only is refused, and can be checked all the same", async () => {
    const till = await newTill({ twin: false });
    const journal = till.open();
    workDay(journal, 1);
    const head = journal.head();
    journal.close();
    const mounted = join(temporaryFolder(), "mounted");
    mkdirSync(mounted);
    execFileSync("mount", ["--bind", till.folder, mounted]);
    onTestFinished(() => {
      execFileSync("umount", ["-l", mounted]);
    });
    execFileSync("mount", ["-o", "remount,ro,bind", mounted]);
    expect(() => till.open({ folder: mounted })).toThrow(refusedWith("readOnlyData"));
    expect(checkPlainChain(mounted)).toMatchObject({ ok: true, ...head });
  });
});

describe.runIf(hasStrace)("a sync that fails", () => {
  async function onBadDisk(till: Till, which: string): Promise<string> {
    const first = till.open();
    workDay(first, 0);
    first.close();
    const calls = ["-e", "trace=fsync,fdatasync", "-e", `inject=fsync,fdatasync:error=EIO:when=${which}`];
    const wal = join(till.folder, "journal.sqlite-wal");
    const strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-P", wal, ...calls];
    const other = startOther(till.folder, "captureOnBadDisk", strace);
    const said = await other.says();
    expect(await other.says()).toBe("(it has ended)");
    return said;
  }

  it.each(["1", "2", "3"])(
    "(the %s.) is refused, and the refused capture never comes back to life",
    async (which) => {
      const till = await newTill({ twin: false });
      const said = await onBadDisk(till, which);
      expect(["captured", "storageFailed"]).toContain(said);
      const journal = till.open();
      expect(journal.sql.prepare("SELECT COUNT(*) FROM outbox").pluck().get()).toBe(
        said === "captured" ? 1 : 0,
      );
      expect(journal.verify()).toMatchObject({ ok: true, entries: said === "captured" ? 3 : 2 });
      capture(journal, said === "captured" ? 2 : 1);
    },
  );

  it("among the first two refuses the capture", async () => {
    expect(await onBadDisk(await newTill({ twin: false }), "1..2")).toBe("storageFailed");
  });
});
