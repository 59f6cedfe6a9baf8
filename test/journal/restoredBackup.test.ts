/** Yesterday's backup put back, a tail cut off: the twin or the noted head tells, and a person decides. */
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import type { Journal } from "../../electron/journal/contract.ts";
import { type Place, placeOf } from "../../electron/journal/place.ts";
import { checkPlainChain } from "../../electron/journal/plainCheck.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { captured, workDay } from "./dayRows.ts";
import { memoryStore } from "./parts.ts";
import { newTill, type Till, temporaryFolder } from "./till.ts";

const accepted: RowDraft = {
  kind: "setup.dataAccepted",
  payload: { problem: "restoredBackup", note: "Compared with the paper." },
  actor: "Eva",
};

function twinOf(till: Till): string {
  if (till.twinPath === null) throw new Error("This till has a twin.");
  return till.twinPath;
}

/** As on a system that does not say when a file was made: nothing shows at once that a copy was put back. */
function unborn(till: Till): Place {
  const { machine, folder } = placeOf(till.folder);
  return { machine, folder };
}

const lines = (path: string) => readFileSync(path, "utf8").split("\n").slice(0, -1);
const capture = (journal: Journal, number: number) =>
  journal.write(({ append }) => append(captured(number, 1_000 * number)));
const beside = (path: string) => readdirSync(dirname(path)).sort();

/** A closed till of one installation, a shift and so many repayments: entries = repayments + 2. */
async function closedTill(repayments = 3): Promise<Till> {
  const till = await newTill();
  const journal = till.open();
  workDay(journal, repayments);
  journal.close();
  return till;
}

describe("a restored backup", () => {
  const files = ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"];
  function keep(till: Till): string {
    const kept = temporaryFolder();
    cpSync(till.folder, kept, { recursive: true });
    return kept;
  }
  function putBack(till: Till, kept: string): void {
    for (const file of files) rmSync(join(till.folder, file), { force: true });
    cpSync(join(kept, "journal.sqlite"), join(till.folder, "journal.sqlite"));
  }

  it("is noticed against the twin: nothing is taken until a person has decided, then nothing is missing", async () => {
    const till = await closedTill(1);
    const yesterday = keep(till);
    const today = till.open();
    capture(today, 2);
    capture(today, 3);
    const head = today.head();
    today.close();
    putBack(till, yesterday);
    const journal = till.open();
    expect(journal.problem()).toEqual({
      code: "restoredBackup",
      detail: "The journal ends at entry 3, but its twin goes on to entry 5: an older copy was put back.",
    });
    expect(journal.twin()).toBe("behind");
    expect(() => capture(journal, 4)).toThrow(expect.objectContaining({ code: "restoredBackup" }));
    expect(lines(twinOf(till))).toHaveLength(5);
    journal.acceptData(accepted);
    expect(journal.problem()).toBeNull();
    expect([...journal.rows(5)].map(({ hash, kind }) => [hash, kind])).toEqual([
      [head.head, "repayment.captured"],
      [journal.head().head, "setup.dataAccepted"],
    ]);
    expect(journal.sql.prepare("SELECT COUNT(*) FROM outbox").pluck().get()).toBe(3);
    expect(journal.verify()).toMatchObject({ ok: true, entries: 6 });
    expect(lines(twinOf(till))).toHaveLength(6);
  });

  it("that was used is noticed: both branches are kept, the twin's set aside under its name", async () => {
    const till = await closedTill(1);
    const yesterday = keep(till);
    const today = till.open();
    capture(today, 2);
    today.close();
    putBack(till, yesterday);
    const away = memoryStore();
    const used = till.open({ twinPath: null, settings: away, place: unborn(till) });
    used.write(({ append }) => append(captured(2, 77)));
    used.close();
    const journal = till.open();
    expect(journal.problem()).toMatchObject({ code: "restoredBackup", firstBroken: 4 });
    journal.acceptData(accepted);
    expect(beside(twinOf(till))).toEqual(["twin.diverged-2025-03-21T09-00-00.jsonl", "twin.jsonl"]);
    expect(journal.verify()).toMatchObject({ ok: true, entries: 5 });
  });

  it("without a twin is noticed against the count and head that were noted in the settings", async () => {
    const till = await newTill({ twin: false });
    const first = till.open();
    workDay(first, 1);
    first.close();
    const yesterday = keep(till);
    const today = till.open();
    capture(today, 2);
    today.close();
    putBack(till, yesterday);
    const journal = till.open();
    expect(journal.problem()).toEqual({
      code: "restoredBackup",
      detail:
        "The journal ends at entry 3, but 4 were noted: its end is missing, or an older copy was put back.",
    });
    journal.acceptData(accepted);
    expect(journal.problem()).toBeNull();
  });

  it.each<[how: string, isTwin: boolean]>([
    ["without a twin", false],
    ["whose twin went another way", true],
  ])(
    "%s: a decision that a crash cut short is made once more, and still knows that rows are missing",
    async (_how, twin) => {
      const till = await newTill({ twin });
      const first = till.open();
      workDay(first, 1);
      first.close();
      const yesterday = keep(till);
      const today = till.open();
      capture(today, 2);
      today.close();
      putBack(till, yesterday);
      if (twin) {
        const used = till.open({ twinPath: null, settings: memoryStore(), place: unborn(till) });
        used.write(({ append }) => append(captured(2, 77)));
        used.close();
      }
      for (const point of ["beforeBegin", "beforeCommit"] as const) {
        const reach = (here: string) => {
          if (here === point) throw new Error("The process ends here.");
        };
        const dying = till.open({ faults: { reach } });
        expect(dying.problem()?.code).toBe("restoredBackup");
        expect(() => dying.acceptData(accepted)).toThrow("The process ends here.");
        expect(() => capture(dying, 4)).toThrow(expect.objectContaining({ code: "restoredBackup" }));
        dying.close();
      }
      const journal = till.open();
      expect(journal.problem()).toMatchObject({ code: "restoredBackup" });
      const told: boolean[] = [];
      journal.acceptData(accepted, (_transaction, isWhole) => told.push(isWhole));
      expect([told, journal.problem()]).toEqual([[false], null]);
      journal.close();
      expect(till.open().problem()).toBeNull();
    },
  );

  it("a note that somebody else wrote does not stop the till", async () => {
    const till = await newTill({ twin: false });
    const first = till.open();
    workDay(first, 1);
    first.close();
    till.store.set("journalHead", { entries: 99, head: "f".repeat(64), tag: "0".repeat(64) });
    expect(till.open().problem()).toBeNull();
  });
});

describe("a cut tail", () => {
  it("in the journal: the twin knows what is missing and gives it back", async () => {
    const till = await closedTill(3);
    const sql = new Database(join(till.folder, "journal.sqlite"));
    sql.exec("DROP TRIGGER journal_is_not_deleted; DELETE FROM journal WHERE sequence > 3");
    sql.close();
    const journal = till.open();
    expect(journal.problem()?.code).toMatch(/restoredBackup|journalDamaged/);
    expect(() => capture(journal, 4)).toThrow();
    journal.acceptData(accepted);
    expect([...journal.rows(4)].map(({ kind }) => kind)).toEqual([
      "repayment.captured",
      "repayment.captured",
      "setup.dataAccepted",
    ]);
    expect(journal.verify().ok).toBe(true);
  });

  it("in the twin, with lines added by hand: it is no lead over the journal", async () => {
    const till = await closedTill(2);
    const [first = ""] = lines(twinOf(till));
    appendFileSync(twinOf(till), `${first.replace('"sequence":1', '"sequence":5')}\n`);
    const journal = till.open();
    expect([journal.problem(), journal.twin()]).toEqual([null, "inStep"]);
    expect(checkPlainChain(twinOf(till))).toMatchObject({ ok: true, entries: 4 });
  });
});
