/** One data folder, one program: a second one says so and ends, and a killed one blocks nobody and loses nothing. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { takeLease } from "../../electron/journal/lease.ts";
import { checkPlainChain } from "../../electron/journal/plainCheck.ts";
import { workDay } from "./dayRows.ts";
import { testClock } from "./parts.ts";
import { startOther } from "./processes.ts";
import { newTill, temporaryFolder } from "./till.ts";

it("the second program says who holds the folder, in plain words, and changes nothing", async () => {
  const till = await newTill();
  const journal = till.open();
  workDay(journal, 2);
  const other = startOther(till.folder);
  expect(await other.says()).toMatch(
    new RegExp(
      `^alreadyRunning: Counterfoil already runs on this data folder: it is held by process ${process.pid} on `,
    ),
  );
  journal.write(({ append }) => append({ kind: "staff.signedIn", payload: { name: "Ana" }, actor: "Ana" }));
  journal.close();
  expect(await startOther(till.folder).says()).toBe("open 5");
});

it("the same in one process", async () => {
  const till = await newTill();
  const journal = till.open();
  expect(() => till.open()).toThrow("already runs on this data folder");
  journal.close();
  till.open();
});

it("a killed holder blocks nobody, and what it had committed is there", async () => {
  const till = await newTill({ twin: false });
  const first = till.open();
  workDay(first, 0);
  first.close();
  const holder = startOther(till.folder, "capture");
  expect(await holder.says()).toBe("open 3");
  expect(() => till.open()).toThrow(`held by process ${holder.process.pid}`);
  await holder.kill();
  expect(existsSync(join(till.folder, "lease.json"))).toBe(true);
  const journal = till.open();
  expect(journal.head().entries).toBe(3);
  expect(journal.verify().ok).toBe(true);
});

it("a program that is killed inside a transaction leaves nothing of it", async () => {
  const till = await newTill({ twin: false });
  const first = till.open();
  workDay(first, 0);
  first.close();
  const holder = startOther(till.folder, "captureWithoutCommit");
  expect(await holder.says()).toBe("holding");
  await holder.kill();
  expect(checkPlainChain(till.folder)).toMatchObject({ ok: true, entries: 2 });
  const journal = till.open();
  expect(journal.head().entries).toBe(2);
  expect(journal.verify().ok).toBe(true);
});

it.each(["", "{", "null", '{"pid":"x"}', '{"pid":1,"host":"h","since":"s"}'])(
  "the lock decides and not its note: %j",
  (note) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "lease.json"), note);
    const lease = takeLease(folder, testClock());
    expect(JSON.parse(readFileSync(join(folder, "lease.json"), "utf8"))).toMatchObject({ pid: process.pid });
    expect(() => takeLease(folder, testClock())).toThrow("already runs");
    writeFileSync(join(folder, "lease.json"), note);
    expect(() => takeLease(folder, testClock())).toThrow("already runs on this data folder: it is held by");
    lease.release();
    lease.release();
    takeLease(folder, testClock()).release();
  },
);

it("a lease file that somebody damaged does not look like a running program", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "lease.sqlite"), "not a database, but long enough to be looked at".repeat(100));
  expect(() => takeLease(folder, testClock())).toThrow();
});
