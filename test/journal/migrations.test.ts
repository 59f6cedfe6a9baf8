/** Files of other versions and other programs: brought up step by step, or refused in plain words and left as they are. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../electron/journal/database.ts";
import { firstSchema } from "../../electron/journal/migrations/firstSchema.ts";
import { APPLICATION_ID, migrate, migrations, SCHEMA_VERSION } from "../../electron/journal/migrations.ts";
import { captured, workDay } from "./dayRows.ts";
import { newTill, temporaryFolder } from "./till.ts";

const version = (sql: Database.Database) => sql.pragma("user_version", { simple: true });
const tables = (sql: Database.Database) =>
  sql.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

describe("the list", () => {
  it("is frozen, begins with the first schema, and its length is the version", () => {
    expect(Object.isFrozen(migrations)).toBe(true);
    expect(migrations[0]).toBe(firstSchema);
    expect(SCHEMA_VERSION).toBe(migrations.length);
  });

  it.each(migrations.map((_, at) => [at, at + 1]))(
    "from %i to %i: what stood there is still readable",
    (from, to) => {
      const sql = openDatabase(join(temporaryFolder(), "journal.sqlite"));
      migrate(sql, migrations.slice(0, from));
      if (from > 0) sql.exec("INSERT INTO notes (name, value) VALUES ('kept', '1')");
      migrate(sql, migrations.slice(0, to));
      expect([version(sql), sql.pragma("application_id", { simple: true })]).toEqual([to, APPLICATION_ID]);
      if (from > 0)
        expect(sql.prepare("SELECT value FROM notes WHERE name = 'kept'").pluck().get()).toBe("1");
      migrate(sql, migrations.slice(0, to));
      expect(version(sql)).toBe(to);
      sql.close();
    },
  );

  it("a step and its version are one transaction: half a step leaves the version before", () => {
    const path = join(temporaryFolder(), "journal.sqlite");
    const sql = openDatabase(path);
    migrate(sql);
    const before = tables(sql);
    const next = "CREATE TABLE added (a INTEGER) STRICT; INSERT INTO added VALUES (1);";
    expect(() => migrate(sql, [...migrations, `${next} INSERT INTO nowhere VALUES (1);`])).toThrow("nowhere");
    expect([version(sql), tables(sql)]).toEqual([SCHEMA_VERSION, before]);
    migrate(sql, [...migrations, next]);
    expect([version(sql), tables(sql)]).toEqual([SCHEMA_VERSION + 1, ["added", ...before]]);
    sql.close();
  });

  it("steps that are done stay done when a later one fails", () => {
    const sql = openDatabase(join(temporaryFolder(), "journal.sqlite"));
    const good = "CREATE TABLE one (a INTEGER) STRICT;";
    expect(() => migrate(sql, [...migrations, good, "CREATE TABLE one (a INTEGER) STRICT;"])).toThrow(
      "already exists",
    );
    expect(version(sql)).toBe(SCHEMA_VERSION + 1);
    sql.close();
  });
});

describe("refused, and left byte for byte", () => {
  async function untouched(change: (path: string) => void, code: string, says: string): Promise<void> {
    const till = await newTill({ twin: false });
    const path = join(till.folder, "journal.sqlite");
    change(path);
    const before = readFileSync(path);
    expect(() => till.open()).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(says) }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  }

  function made(path: string, statements: string): void {
    const sql = new Database(path);
    sql.exec(statements);
    sql.close();
  }

  it("a file of a newer program", () =>
    untouched(
      (path) => {
        const sql = openDatabase(path);
        migrate(sql, [...migrations, "CREATE TABLE later (a INTEGER) STRICT;"]);
        sql.close();
      },
      "newerData",
      `data version ${SCHEMA_VERSION + 1}; this program knows ${SCHEMA_VERSION}`,
    ));

  it("a file of another program", () =>
    untouched(
      (path) => made(path, "PRAGMA application_id = 99; CREATE TABLE songs (name TEXT);"),
      "foreignData",
      "not made by Counterfoil",
    ));

  it("a file of another program that has no name", () =>
    untouched(
      (path) => made(path, "CREATE TABLE songs (name TEXT);"),
      "foreignData",
      "not made by Counterfoil",
    ));

  it("an older program on a newer program's entries", async () => {
    const till = await newTill({ twin: false });
    const first = till.open();
    workDay(first, 1);
    first.close();
    const path = join(till.folder, "journal.sqlite");
    const sql = new Database(path);
    sql.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    sql.close();
    expect(() => till.open()).toThrow("newer Counterfoil");
    const again = new Database(path);
    again.pragma(`user_version = ${SCHEMA_VERSION}`);
    again.close();
    const journal = till.open();
    journal.write(({ append }) => append(captured(2, 100)));
    expect(journal.verify()).toMatchObject({ ok: true, entries: 4 });
  });

  it("an empty file is a new journal", async () => {
    const till = await newTill({ twin: false });
    writeFileSync(join(till.folder, "journal.sqlite"), "");
    expect(till.open().head().entries).toBe(0);
  });
});
