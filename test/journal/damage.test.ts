/** Flipped bits, edited rows, copied folders and lost files: found at start, named, survived, and nothing overwritten. */
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { Journal } from "../../electron/journal/contract.ts";
import { placeOf } from "../../electron/journal/place.ts";
import { checkPlainChain } from "../../electron/journal/plainCheck.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { captured, workDay } from "./dayRows.ts";
import { memoryStore } from "./parts.ts";
import { newTill, type Till, temporaryFolder } from "./till.ts";

const accepted: RowDraft = {
  kind: "setup.dataAccepted",
  payload: { problem: "journalDamaged", note: "IT has looked at it." },
  actor: "Eva",
};
const fileOf = (till: Till) => join(till.folder, "journal.sqlite");
const names = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /damaged.*\.sqlite$/.test(name))
    .sort();
const amounts = (journal: Journal) =>
  journal.sql.prepare("SELECT amount_minor FROM outbox ORDER BY sequence").pluck().all();

/** Five repayments: seven entries. */
async function closedTill(twin = true): Promise<Till> {
  const till = await newTill({ twin });
  const journal = till.open();
  workDay(journal, 5);
  journal.write(({ append, cells }) => {
    append({ kind: "staff.signedIn", payload: { name: "Ana" }, actor: "Ana" });
    cells.put(cells.customerFor("I123"), "items", "item-1", { payerName: "Ion Popa" });
  });
  journal.close();
  return till;
}

/** What a tool can do that does not ask the triggers. */
function edit(till: Till, statement: string): void {
  const sql = new Database(fileOf(till));
  sql.exec(`DROP TRIGGER journal_is_not_updated; DROP TRIGGER journal_is_not_deleted; ${statement}`);
  sql.close();
}

describe("an entry that was changed", () => {
  const changes: [what: string, statement: string, firstBroken: number, why: string][] = [
    [
      "an amount",
      "UPDATE journal SET payload = replace(payload, '30000', '90000') WHERE sequence = 5",
      5,
      "not what was written",
    ],
    ["an actor", "UPDATE journal SET actor = 'Eva' WHERE sequence = 3", 3, "not what was written"],
    [
      "a time",
      "UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 4",
      4,
      "not what was written",
    ],
    ["a row in the middle gone", "DELETE FROM journal WHERE sequence = 4", 4, "missing before it"],
    [
      "two rows exchanged",
      "UPDATE journal SET sequence = -5 WHERE sequence = 5; UPDATE journal SET sequence = 5 WHERE sequence = 4; UPDATE journal SET sequence = 4 WHERE sequence = -5",
      4,
      "not what was written",
    ],
    ["a tag", "UPDATE journal SET tag = hash WHERE sequence = 6", 6, "not written by this installation"],
  ];

  it.each(changes)(
    "%s: named, read-only until decided, then whole again from the twin",
    async (_what, statement, firstBroken, why) => {
      const till = await closedTill();
      edit(till, statement);
      const journal = till.open();
      expect(journal.problem()).toMatchObject({
        code: "journalDamaged",
        firstBroken,
        detail: expect.stringContaining(why),
      });
      expect(journal.verify()).toMatchObject({ ok: false, firstBroken });
      expect(() => journal.write(({ append }) => append(captured(6, 1)))).toThrow(`Entry ${firstBroken}`);
      journal.acceptData(accepted);
      expect(journal.verify()).toMatchObject({ ok: true, entries: 9 });
      expect(amounts(journal)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
      expect(names(till.folder)[0]).toMatch(/^journal\.damaged-2025-03-21T09-00-00\.sqlite/);
      expect(journal.cells.get("items", "item-1")).toEqual({ payerName: "Ion Popa" });
    },
  );

  it("a whole chain forged after a changed amount is found by its tags", async () => {
    const till = await closedTill();
    const forger = await newTill({ twin: false, seed: "forger" });
    const forged = forger.open();
    workDay(forged, 0);
    forged.write(({ append }) => append(captured(1, 99)));
    forged.close();
    // The forger's chain is sound in itself, only not under this till's key.
    cpSync(fileOf(forger), fileOf(till));
    expect(checkPlainChain(till.folder).ok).toBe(true);
    const journal = till.open();
    expect(journal.problem()).toMatchObject({ code: "journalDamaged", firstBroken: 1 });
  });

  it.each([true, false])("triggers taken away are named and come back (twin: %s)", async (twin) => {
    const till = await closedTill(twin);
    edit(till, "");
    const journal = till.open();
    expect(journal.problem()?.detail).toBe(
      "The journal file was changed. What protects its entries was changed: journal_is_not_deleted, journal_is_not_updated.",
    );
    expect(() => journal.write(({ append }) => append(captured(6, 1)))).toThrow("What protects its entries");
    journal.acceptData(accepted);
    expect(() => journal.sql.exec("DELETE FROM journal")).toThrow("append-only");
    expect(() => journal.sql.exec("UPDATE journal SET actor = 'Eva'")).toThrow("append-only");
    expect(journal.verify()).toMatchObject({ ok: true, entries: 9 });
  });

  it("without a twin: the money facts stay, the broken entry is named for ever, and the till goes on when told to", async () => {
    const till = await closedTill(false);
    edit(till, "UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = 4");
    const journal = till.open();
    expect(journal.problem()?.firstBroken).toBe(4);
    journal.acceptData(accepted);
    expect(journal.problem()).toBeNull();
    journal.write(({ append }) => append(captured(6, 60_000)));
    expect(amounts(journal)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
    expect(journal.verify()).toMatchObject({
      ok: false,
      firstBroken: 4,
      detail: "Entry 4 is damaged; a person has looked at it and accepted it.",
    });
    expect(names(till.folder)).toHaveLength(1);
    journal.close();
    edit(till, "UPDATE journal SET at = '2021-01-01T00:00:00.000Z' WHERE sequence = 4");
    expect(till.open().problem()).toMatchObject({ code: "journalDamaged", firstBroken: 4 });
  });
});

const ROUNDS = 8;

describe("a flipped bit", () => {
  it("anywhere in the file never goes unseen where it matters, never opens as something new, and is mended from the twin", async () => {
    const whole = await closedTill();
    const bytes = readFileSync(fileOf(whole));
    // Most of a young file is empty; where nothing is written, a flipped bit says nothing.
    const written = [...bytes.keys()].filter((at) => bytes[at] !== 0);
    let found = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const folder = temporaryFolder();
      cpSync(whole.folder, folder, { recursive: true });
      rmSync(join(folder, "lease.json"), { force: true });
      const at = written[Math.floor(((round + 0.5) / ROUNDS) * written.length)] ?? 0;
      const descriptor = openSync(join(folder, "journal.sqlite"), "r+");
      writeSync(descriptor, Buffer.from([(bytes[at] ?? 0) ^ (1 << (round % 8))]), 0, 1, at);
      closeSync(descriptor);
      const twinPath = join(temporaryFolder(), "twin.jsonl");
      cpSync(String(whole.twinPath), twinPath);
      const journal = whole.open({ folder, twinPath, place: placeOf(whole.folder), settings: memoryStore() });
      const problem = journal.problem();
      if (problem !== null) {
        found += 1;
        expect(problem.code).toBe("journalDamaged");
        expect(() => journal.write(({ append }) => append(captured(6, 1)))).toThrow();
        journal.acceptData(accepted);
        expect(existsSync(join(folder, names(folder)[0] ?? "none"))).toBe(true);
      }
      expect(amounts(journal)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
      expect(journal.verify().ok).toBe(true);
      journal.close();
    }
    expect(found).toBeGreaterThan(ROUNDS / 2);
  });

  it("in the header: the file is set aside, never taken for a new till", async () => {
    const till = await closedTill();
    const descriptor = openSync(fileOf(till), "r+");
    writeSync(descriptor, "garbage garbage!", 0);
    const journal = till.open();
    expect(journal.problem()).toMatchObject({
      code: "journalDamaged",
      detail: expect.stringContaining("cannot be opened"),
    });
    expect(amounts(journal)).toHaveLength(5);
    expect(() => journal.write(({ append }) => append(captured(6, 1)))).toThrow("damaged");
    journal.acceptData(accepted);
    expect(amounts(journal)).toHaveLength(5);
    expect(names(till.folder)).toHaveLength(1);
    expect(readFileSync(join(till.folder, names(till.folder)[0] ?? "none"), "latin1").slice(0, 16)).toBe(
      "garbage garbage!",
    );
  });

  it("in the header and no twin: locked for a backup, the file untouched, nothing offers to start over", async () => {
    const till = await closedTill(false);
    writeFileSync(fileOf(till), "garbage");
    const journal = till.open();
    expect(journal.problem()?.code).toBe("journalDamaged");
    expect(() => journal.acceptData(accepted)).toThrow("restore a backup");
    expect(readFileSync(fileOf(till), "utf8")).toBe("garbage");
  });
});
