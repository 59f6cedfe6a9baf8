/** The journal takes facts and keeps them: no row changes, no row goes, each one follows from the one before. */
import { createHash, createHmac } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { canonicalJson, GENESIS } from "../../electron/journal/chain.ts";
import type { Journal } from "../../electron/journal/contract.ts";
import { assertSafeSqlite, readSettings } from "../../electron/journal/database.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { storedRows } from "../../electron/journal/storedRows.ts";
import { captured, installed, opened, workDay } from "./dayRows.ts";
import { newTill, type Till } from "./till.ts";

async function workedTill(repayments = 3): Promise<{ till: Till; journal: Journal }> {
  const till = await newTill();
  const journal = till.open();
  workDay(journal, repayments);
  return { till, journal };
}

/** A tool that knows SQLite and nothing of Counterfoil. */
function outsider(till: Till): Database.Database {
  const sql = new Database(join(till.folder, "journal.sqlite"));
  onTestFinished(() => {
    sql.close();
  });
  return sql;
}

const insert = (sequence: string, rowId: string, hash: string) =>
  `INSERT INTO journal (sequence, row_id, at, monotonic_ms, business_date, actor, kind, payload, hash, tag)
   SELECT ${sequence}, ${rowId}, at, monotonic_ms, business_date, actor, kind, payload, ${hash}, tag FROM journal WHERE sequence = 2`;
const other = "'other'";
const fresh = "lower(hex(zeroblob(32)))";

describe("no row is changed, removed, replaced or left out", () => {
  it.each<[what: string, sql: string, says: string]>([
    [
      "an amount",
      "UPDATE journal SET payload = json_set(payload, '$.amountMinor', 1) WHERE sequence = 3",
      "no row is changed",
    ],
    ["a name", "UPDATE journal SET actor = 'Eva' WHERE sequence = 1", "no row is changed"],
    ["a sequence", "UPDATE journal SET sequence = 9 WHERE sequence = 5", "no row is changed"],
    [
      "an update that replaces",
      "UPDATE OR REPLACE journal SET sequence = 4 WHERE sequence = 5",
      "no row is changed",
    ],
    ["a row gone", "DELETE FROM journal WHERE sequence = 3", "no row is deleted"],
    [
      "the last row gone",
      "DELETE FROM journal WHERE sequence = (SELECT MAX(sequence) FROM journal)",
      "no row is deleted",
    ],
    ["all rows gone", "DELETE FROM journal", "no row is deleted"],
    ["a replaced sequence", insert("3", other, fresh).replace("INSERT", "INSERT OR REPLACE"), "no gaps"],
    [
      "a replaced id",
      insert("6", "row_id", fresh).replace("INSERT", "INSERT OR REPLACE"),
      "stands in it already",
    ],
    ["a replaced hash", insert("6", other, "hash").replace("INSERT", "REPLACE"), "stands in it already"],
    ["a gap", insert("7", other, fresh), "no gaps"],
    ["a sequence before the first", insert("0", other, fresh), "no gaps"],
    ["no sequence", insert("NULL", other, fresh), "no gaps"],
  ])("%s", async (_what, statement, says) => {
    const { till, journal } = await workedTill();
    const before = [...storedRows(journal.sql)];
    for (const sql of [journal.sql, outsider(till)]) expect(() => sql.exec(statement)).toThrow(says);
    expect([...storedRows(journal.sql)]).toEqual(before);
    expect(journal.verify()).toMatchObject({ ok: true, entries: 5 });
  });
});

describe("the chain", () => {
  it("is plain SHA-256 that anybody can compute, and a tag that only the till can", async () => {
    const { till, journal } = await workedTill();
    let previous = GENESIS;
    for (const row of storedRows(journal.sql)) {
      const { hash, tag, payload, ...facts } = row;
      const text = canonicalJson({ ...facts, payload: JSON.parse(payload), previous });
      expect(hash).toBe(createHash("sha256").update(text).digest("hex"));
      expect(tag).toBe(createHmac("sha256", till.keys.key("tag")).update(hash).digest("hex"));
      previous = hash;
    }
    expect(journal.head()).toEqual({ entries: 5, head: previous });
  });

  it("stamps each row with sequence, time, monotonic reading, business date, shift and actor", async () => {
    const { journal } = await workedTill(1);
    expect([...journal.rows(3)]).toMatchObject([
      {
        sequence: 3,
        at: "2025-03-21T09:00:00.000Z",
        monotonicMs: 1_000,
        clockOffsetMs: null,
        businessDate: "2025-03-21",
        shiftId: "s-1",
        actor: "Ana",
        kind: "repayment.captured",
        payload: { amountMinor: 10_000, receiptNo: "kishinev-1-i1-1" },
      },
    ]);
  });

  it("goes on in order when the clock goes back", async () => {
    const { till, journal } = await workedTill(1);
    till.clock.setTo(Date.UTC(1999, 0, 1));
    journal.write(({ append }) => append(captured(2, 500)));
    expect([...journal.rows(3)].map(({ sequence, at }) => [sequence, at.slice(0, 4)])).toEqual([
      [3, "2025"],
      [4, "1999"],
    ]);
    expect(journal.verify().ok).toBe(true);
  });

  it.each<[what: string, value: unknown, text: string]>([
    ["keys in code-unit order", { b: 1, a: 2, B: 3, é: 4 }, '{"B":3,"a":2,"b":1,"é":4}'],
    ["absent members left out", { a: undefined, b: null }, '{"b":null}'],
    ["lists as they are", [3, undefined, [1]], "[3,null,[1]]"],
    ["text escaped as JSON has it", 'a"\n\u2028\ud800', '"a\\"\\n\u2028\\ud800"'],
    ["a negative nothing is nothing", -0, "0"],
  ])("writes %s", (_what, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n, undefined])("does not write %s", (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });
});

describe("a transaction", () => {
  it.each<[what: string, draft: RowDraft]>([
    ["half a minor unit", captured(4, 0.5)],
    ["an actor with half a letter", { ...captured(4, 100), actor: "Ana\ud800" }],
    ["an id with half a letter", { ...captured(4, 100), rowId: "row-\udfff" }],
    ["nobody", { ...captured(4, 100), actor: "" }],
    ["an id that stands in it already", { ...captured(4, 100), rowId: "capture-1" }],
  ])("with %s commits nothing at all", async (_what, draft) => {
    const { journal } = await workedTill(0);
    journal.write(({ append }) => append({ ...captured(1, 100), rowId: "capture-1" }));
    const before = journal.head();
    expect(() =>
      journal.write(({ append }) => {
        append(captured(2, 100));
        append(captured(3, 100));
        append(draft);
      }),
    ).toThrow();
    expect(journal.head()).toEqual(before);
    expect(journal.sql.prepare("SELECT COUNT(*) FROM outbox").pluck().get()).toBe(1);
    expect(journal.verify().ok).toBe(true);
    journal.write(({ append }) => append(captured(2, 100)));
    expect(journal.head().entries).toBe(before.entries + 1);
  });

  it("does not wait, does not nest, and is over when it is over", async () => {
    const { journal } = await workedTill(0);
    const before = journal.head();
    const kept: ((draft: RowDraft) => unknown)[] = [];
    expect(() => journal.write(async ({ append }) => append(captured(1, 100)))).toThrow("synchronous");
    expect(() => journal.write(() => journal.write(() => null))).toThrow("inside journal.write");
    journal.write(({ append }) => kept.push(append));
    expect(() => kept[0]?.(captured(1, 100))).toThrow("after its end");
    expect(journal.head()).toEqual(before);
  });
});

describe("the open connection", () => {
  it("runs with what the rules ask for, read back from SQLite itself", async () => {
    const { journal } = await workedTill(0);
    const read = (name: string) => journal.sql.pragma(name, { simple: true });
    expect([read("journal_mode"), read("synchronous"), read("foreign_keys"), read("trusted_schema")]).toEqual(
      ["wal", 2, 1, 0],
    );
    expect(readSettings(journal.sql)).toEqual({
      journal_mode: "wal",
      synchronous: 2,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
      foreign_keys: 1,
      recursive_triggers: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      secure_delete: 1,
      temp_store: 2,
      busy_timeout: 0,
    });
  });

  it("keeps every table strict", async () => {
    const { journal } = await workedTill(0);
    const loose = journal.sql
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  it.each<[version: string, safe: boolean]>([
    ["3.6.23", false],
    ["3.7.0", false],
    ["3.51.2", false],
    ["3.51.3", true],
    ["3.52.0", true],
    ["3.54.1", true],
    ["4.0.0", true],
    ["", false],
    ["3.51", false],
  ])("SQLite %s is safe: %s", (version, safe) => {
    const asserting = () => assertSafeSqlite(version);
    if (safe) expect(asserting).not.toThrow();
    else expect(asserting).toThrow("can corrupt a WAL database");
  });

  it("is a safe SQLite here", async () => {
    const { journal } = await workedTill(0);
    expect(() =>
      assertSafeSqlite(String(journal.sql.prepare("SELECT sqlite_version()").pluck().get())),
    ).not.toThrow();
  });
});

it("begins with an installation and a shift", async () => {
  const till = await newTill();
  const journal = till.open();
  expect(journal.head()).toEqual({ entries: 0, head: "" });
  journal.write(({ append }) => [append(installed), append(opened("s-1", 100))]);
  expect([...journal.rows()].map(({ kind }) => kind)).toEqual(["setup.installed", "till.opened"]);
});
