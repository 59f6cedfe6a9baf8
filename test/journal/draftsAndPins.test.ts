/** What survives a lock or a crash beside the journal: half-filled forms, and how often somebody has mistyped a PIN. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDrafts } from "../../electron/journal/drafts.ts";
import { openKeys } from "../../electron/journal/keys/keys.ts";
import { openPins, type PinHash } from "../../electron/journal/pins.ts";
import { workDay } from "./dayRows.ts";
import { testKeyring } from "./parts.ts";
import { newTill, type Till } from "./till.ts";

function draftsOf(till: Till, journal: ReturnType<Till["open"]>) {
  return openDrafts({ journal, keys: till.keys, clock: till.clock, random: till.random });
}

describe("drafts", () => {
  it("are there after a crash, one for each owner and form, newest first", async () => {
    const till = await newTill();
    const journal = till.open();
    const drafts = draftsOf(till, journal);
    drafts.save("Ana", "apply", '{"pin":"I1"}');
    till.clock.advance(1_000);
    drafts.save("Ana", "repay", '{"amount":"10"}');
    drafts.save("Eva", "apply", "other");
    drafts.save("Ana", "apply", '{"pin":"I12356789T"}');
    till.clock.advance(1_000);
    journal.close();
    const again = draftsOf(till, till.open());
    expect(again.read("Ana", "apply")).toEqual({
      text: '{"pin":"I12356789T"}',
      savedAt: "2025-03-21T09:00:01.000Z",
    });
    expect(again.list("Ana").map(({ form }) => form)).toEqual(["apply", "repay"]);
    expect(again.read("Eva", "repay")).toBeNull();
    again.remove("Ana", "apply");
    expect(again.read("Ana", "apply")).toBeNull();
    expect(again.read("Eva", "apply")?.text).toBe("other");
  });

  it("are sealed, and open in their own place only", async () => {
    const till = await newTill();
    const journal = till.open();
    const drafts = draftsOf(till, journal);
    drafts.save("Ana", "apply", "I12356789T");
    for (const name of ["journal.sqlite", "journal.sqlite-wal"])
      expect(readFileSync(join(till.folder, name)).includes("I12356789T")).toBe(false);
    journal.sql.exec("UPDATE drafts SET owner = 'Eva'");
    expect(() => drafts.read("Eva", "apply")).toThrow("was changed on the disk");
  });

  it("wait while the till is locked", async () => {
    const till = await newTill();
    const journal = till.open();
    draftsOf(till, journal).save("Ana", "apply", "half a form");
    const keys = await openKeys({ ...till, keyring: testKeyring("another") });
    const locked = openDrafts({ journal, keys, clock: till.clock, random: till.random });
    for (const call of [() => locked.read("Ana", "apply"), () => locked.save("Ana", "apply", "x")])
      expect(call).toThrow(expect.objectContaining({ code: "locked" }));
    expect(draftsOf(till, journal).read("Ana", "apply")?.text).toBe("half a form");
  });
});

describe("PINs", () => {
  const pin = (letter: number): PinHash => ({
    salt: Buffer.alloc(16, letter),
    hash: Buffer.alloc(32, letter),
    parameters: { name: "scrypt", cost: 16 },
  });

  async function pinsOf() {
    const till = await newTill();
    const journal = till.open();
    workDay(journal, 0);
    return { till, journal, pins: openPins(journal, till.clock) };
  }

  it("are kept as salted hashes with what made them", async () => {
    const { pins } = await pinsOf();
    pins.set("Ana", pin(1));
    expect(pins.get("Ana")).toEqual({
      name: "Ana",
      salt: Buffer.alloc(16, 1),
      hash: Buffer.alloc(32, 1),
      parameters: { name: "scrypt", cost: 16 },
      failures: 0,
    });
    expect(pins.get("Eva")).toBeNull();
  });

  it("wrong ones are counted over restarts, a right one or a new one ends it", async () => {
    const { till, journal, pins } = await pinsOf();
    pins.set("Ana", pin(1));
    expect([pins.failed("Ana", 0), pins.failed("Ana", 0)]).toEqual([1, 2]);
    journal.close();
    const again = openPins(till.open(), till.clock);
    expect(again.get("Ana")?.failures).toBe(2);
    expect(again.failed("Ana", 30_000)).toBe(3);
    again.succeeded("Ana");
    expect([again.get("Ana")?.failures, again.lockedForMs("Ana")]).toEqual([0, 0]);
    again.failed("Ana", 30_000);
    again.set("Ana", pin(2));
    expect([again.get("Ana")?.failures, again.lockedForMs("Ana")]).toEqual([0, 0]);
  });

  it("a lock-out runs by the clock that cannot be set, for one name only, and a restart begins it anew", async () => {
    const { till, journal, pins } = await pinsOf();
    pins.set("Ana", pin(1));
    pins.set("Eva", pin(2));
    pins.failed("Ana", 30_000);
    till.clock.advance(10_000);
    expect([pins.lockedForMs("Ana"), pins.lockedForMs("Eva")]).toEqual([20_000, 0]);
    till.clock.setTo(Date.UTC(2099, 0, 1));
    expect(pins.lockedForMs("Ana")).toBe(20_000);
    journal.close();
    const again = openPins(till.open(), till.clock);
    expect(again.lockedForMs("Ana")).toBe(30_000);
    till.clock.advance(30_000);
    expect(again.lockedForMs("Ana")).toBe(0);
    expect(again.lockedForMs("Nobody")).toBe(0);
  });
});
