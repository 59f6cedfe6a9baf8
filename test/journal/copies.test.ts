/** Copies of the data: a folder on two places, a journal that is gone, and backups that can be believed. */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { backUpInto } from "../../electron/journal/backup.ts";
import type { Journal } from "../../electron/journal/contract.ts";
import { openKeys } from "../../electron/journal/keys/keys.ts";
import { placeOf } from "../../electron/journal/place.ts";
import { checkPlainChain } from "../../electron/journal/plainCheck.ts";
import { projections } from "../../electron/journal/projections/index.ts";
import { rebuildFromTwin } from "../../electron/journal/rebuildFromTwin.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { captured, workDay } from "./dayRows.ts";
import { memoryStore, testKeyring } from "./parts.ts";
import { newTill, type Till, temporaryFolder } from "./till.ts";

const accepted: RowDraft = {
  kind: "setup.dataAccepted",
  payload: { problem: "journalDamaged", note: "IT has looked at it." },
  actor: "Eva",
};
const fileOf = (till: Till) => join(till.folder, "journal.sqlite");
const _names = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.includes("damaged"))
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

describe("a copied folder", () => {
  it("is noticed beside its original, and goes on only when a person has said which one is the till", async () => {
    const till = await closedTill();
    const copy = join(temporaryFolder(), "copy");
    cpSync(till.folder, copy, { recursive: true });
    const journal = till.open({ folder: copy, twinPath: null });
    expect(journal.problem()).toEqual({
      code: "copiedData",
      detail: `The data folder is a copy: the original still lies in ${till.folder}.`,
      unprovable: true,
    });
    expect(() => journal.write(({ append }) => append(captured(6, 1)))).toThrow(
      expect.objectContaining({ code: "copiedData" }),
    );
    journal.acceptData({ ...accepted, payload: { problem: "copiedData", note: "The old PC is gone." } });
    expect(journal.problem()).toBeNull();
    journal.close();
    expect(till.open({ folder: copy, twinPath: null }).problem()).toBeNull();
  });

  it("on a second PC is noticed without its original", async () => {
    const till = await closedTill();
    const place = { ...placeOf(till.folder), machine: "another" };
    expect(till.open({ place }).problem()).toEqual({
      code: "copiedData",
      detail: "The data folder was last used on another computer.",
      unprovable: true,
    });
  });

  it("a folder that was moved is no copy", async () => {
    const till = await closedTill();
    const moved = join(temporaryFolder(), "moved");
    renameSync(till.folder, moved);
    mkdirSync(till.folder);
    expect(till.open({ folder: moved }).problem()).toBeNull();
  });
});

describe("a folder that was put back whole, from a copy of an earlier hour", () => {
  /** The copy was made after five repayments; a sixth came later, and is in no file of the folder any more. */
  async function putBack(twin: "inside" | "elsewhere" | "none"): Promise<Till> {
    const till = await closedTill(twin !== "none");
    const inside = twin === "inside" ? { twinPath: join(till.folder, "twin.jsonl") } : {};
    till.open(inside).close();
    const copy = join(temporaryFolder(), "copy");
    cpSync(till.folder, copy, { recursive: true });
    const later = till.open(inside);
    later.write(({ append }) => append(captured(6, 60_000)));
    later.close();
    rmSync(till.folder, { recursive: true });
    cpSync(copy, till.folder, { recursive: true });
    // What lies beside the journal came back with it.
    return { ...till, open: (more) => till.open({ settings: memoryStore(), ...inside, ...more }) };
  }

  it.each(["inside", "none"] as const)(
    "with its second copy %s: nothing here shows what is missing, so nothing goes on by itself",
    async (twin) => {
      const till = await putBack(twin);
      const journal = till.open();
      expect(journal.problem()).toEqual({
        code: "restoredBackup",
        detail:
          "The journal is a copy that was put back: it ends at entry 8, and nothing here shows how far the newer one went.",
        unprovable: true,
      });
      expect(() => journal.write(({ append }) => append(captured(7, 1)))).toThrow(
        expect.objectContaining({ code: "restoredBackup" }),
      );
      const whole: boolean[] = [];
      journal.acceptData(accepted, (_transaction, isWhole) => whole.push(isWhole));
      expect([whole, journal.problem()]).toEqual([[false], null]);
      journal.close();
      expect(till.open().problem()).toBeNull();
    },
  );

  it("with its second copy elsewhere: the missing entry comes back, and nothing is unknown", async () => {
    const till = await putBack("elsewhere");
    const journal = till.open();
    expect(journal.problem()).toMatchObject({
      code: "restoredBackup",
      detail: expect.stringContaining("twin"),
    });
    const whole: boolean[] = [];
    journal.acceptData(accepted, (_transaction, isWhole) => whole.push(isWhole));
    expect([whole, journal.problem()]).toEqual([[true], null]);
    expect(amounts(journal)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
    journal.close();
    expect(till.open().problem()).toBeNull();
  });

  it("with a second copy elsewhere that has as many entries: it is the newest, and works on", async () => {
    const till = await closedTill();
    const copy = join(temporaryFolder(), "copy");
    cpSync(till.folder, copy, { recursive: true });
    rmSync(till.folder, { recursive: true });
    cpSync(copy, till.folder, { recursive: true });
    expect(till.open().problem()).toBeNull();
    // On a stick that is out it proves nothing.
    rmSync(till.folder, { recursive: true });
    cpSync(copy, till.folder, { recursive: true });
    expect(till.open({ twinPath: join(temporaryFolder(), "out", "twin.jsonl") }).problem()?.code).toBe(
      "restoredBackup",
    );
  });

  it("on a system that does not say when a file was made, is judged by the second copy and the noted head alone", async () => {
    const till = await putBack("none");
    const { machine, folder } = placeOf(till.folder);
    expect(till.open({ place: { machine, folder } }).problem()).toBeNull();
  });
});

describe("a journal that is gone", () => {
  it("is locked and not new, and comes back from its twin", async () => {
    const till = await closedTill();
    rmSync(fileOf(till));
    const rebuilt = rebuildFromTwin({
      folder: till.folder,
      twinPath: String(till.twinPath),
      keys: till.keys,
      clock: till.clock,
      projections,
      appVersion: "1.0.0",
    });
    expect(rebuilt).toEqual({ entries: 8, setAside: null });
    const journal = till.open();
    expect(journal.verify()).toMatchObject({ ok: true, entries: 8 });
    expect(amounts(journal)).toEqual([10_000, 20_000, 30_000, 40_000, 50_000]);
  });

  it("opened without rebuilding, its twin says that an older copy was put back", async () => {
    const till = await closedTill();
    rmSync(fileOf(till));
    expect(till.open().problem()?.code).toBe("restoredBackup");
  });

  it("is not rebuilt from a twin that knows less, or from one of another till", async () => {
    const till = await closedTill();
    const options = {
      folder: till.folder,
      twinPath: String(till.twinPath),
      keys: till.keys,
      clock: till.clock,
      projections,
      appVersion: "1.0.0",
    };
    const whole = readFileSync(options.twinPath, "utf8");
    writeFileSync(options.twinPath, `${whole.split("\n").slice(0, 3).join("\n")}\n`);
    expect(() => rebuildFromTwin(options)).toThrow("more sound entries than its twin");
    writeFileSync(options.twinPath, "nothing of ours\n");
    expect(() => rebuildFromTwin(options)).toThrow("no sound entry");
    expect(till.open({ twinPath: null }).verify().ok).toBe(true);
  });
});

describe("backups", () => {
  it("are opened and compared before they are believed, ten are kept, and one opens anywhere with the recovery code", async () => {
    const till = await newTill();
    const code = String(till.keys.recoveryCode);
    const journal = till.open();
    workDay(journal, 2);
    const folder = join(till.folder, "backups");
    for (let day = 1; day <= 12; day += 1) {
      till.clock.advance(86_400_000);
      journal.write(({ append }) => append(captured(2 + day, 100)));
      const made = await backUpInto(journal, folder, till.clock);
      expect(made).toMatchObject({ entries: 4 + day, head: journal.head().head, kept: Math.min(day, 10) });
      expect(checkPlainChain(made.path)).toMatchObject({ ok: true, entries: 4 + day });
    }
    expect(readdirSync(folder).filter((name) => name.endsWith(".sqlite"))).toHaveLength(10);
    journal.close();

    const newest =
      readdirSync(folder)
        .filter((name) => name.endsWith(".sqlite"))
        .sort()
        .at(-1) ?? "";
    const elsewhere = join(temporaryFolder(), "elsewhere");
    mkdirSync(elsewhere);
    cpSync(join(folder, newest), join(elsewhere, "journal.sqlite"));
    cpSync(join(folder, `${newest}.keys.json`), join(elsewhere, "keys.json"));
    const keys = await openKeys({
      folder: elsewhere,
      store: memoryStore(),
      keyring: testKeyring("another"),
      random: till.random,
    });
    expect([keys.state, keys.lockReason]).toEqual(["locked", "keyringChanged"]);
    await keys.unlock(code);
    const restored = till.open({ folder: elsewhere, twinPath: null, keys, settings: memoryStore() });
    expect(restored.verify()).toMatchObject({ entries: 16 });
    expect(amounts(restored)).toHaveLength(14);
  });

  it("of a damaged journal never push out the sound ones", async () => {
    const till = await closedTill(false);
    const folder = join(till.folder, "backups");
    const first = till.open();
    for (let day = 1; day <= 10; day += 1) {
      till.clock.advance(86_400_000);
      await backUpInto(first, folder, till.clock);
    }
    first.close();
    const sound = readdirSync(folder).sort();
    edit(till, "UPDATE journal SET actor = 'Eva' WHERE sequence = 3");
    const journal = till.open();
    till.clock.advance(86_400_000);
    await backUpInto(journal, folder, till.clock);
    expect(readdirSync(folder).sort()).toEqual(expect.arrayContaining(sound));
  });
});
