/** The journal for other programs: CSV that no spreadsheet takes for formulas, JSON lines, and a check that needs nothing of ours. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvField, exportJournal } from "../../electron/journal/exporting.ts";
import { checkPlainChain } from "../../electron/journal/plainCheck.ts";
import { captured, workDay } from "./dayRows.ts";
import { newTill, temporaryFolder } from "./till.ts";

describe("a CSV field", () => {
  it.each<[value: string | number | null, field: string]>([
    [null, ""],
    [-109_568, "-109568"],
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ["two\nlines", '"two\nlines"'],
    ['=HYPERLINK("http://a","b")', `"'=HYPERLINK(""http://a"",""b"")"`],
    ["=1+1", "'=1+1"],
    ["+373 60 216 0911", "'+373 60 216 0911"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", `'\t'=1`],
    ["＝1", "'＝1"],
    [" =1", " '=1"],
    ["\u200b=1", "\u200b'=1"],
    ['"=1', `"""'=1"`],
    // A system whose list separator is ";" begins a new cell here, whatever our quotes say.
    ["Popa;=1+1", "Popa;'=1+1"],
    ["Popa; @x", "Popa; '@x"],
    ["a\r\n=1", `"a\r\n'=1"`],
    ["I80606014N", "I80606014N"],
    ["a-b", "a-b"],
    ["a=b", "a=b"],
  ])("%j is written %j", (value, field) => {
    expect(csvField(value)).toBe(field);
  });

  it("no text begins a formula, at any separator of any system", () => {
    const nasty = fc.string({ unit: fc.constantFrom(..."=+-@;,|\t\r\n\"' ax＝") });
    fc.assert(
      fc.property(nasty, (text) => {
        for (const separator of [",", ";", "|", "\t"])
          for (const cell of csvField(text).split(new RegExp(`[${separator}\\r\\n]`)))
            expect(cell).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/);
      }),
    );
  });
});

describe("an export", () => {
  it("holds every row, in both formats, with the head that it ends with", async () => {
    const till = await newTill();
    const journal = till.open();
    workDay(journal, 2);
    journal.write(({ append }) =>
      append({ kind: "courier.sendingOff", payload: { reason: '=1;=2, "x"\n' }, actor: "=Eva" }),
    );
    const folder = temporaryFolder();
    const [csv, jsonl] = [join(folder, "journal.csv"), join(folder, "journal.jsonl")];
    expect(exportJournal(journal, "csv", csv)).toEqual(journal.head());
    expect(exportJournal(journal, "jsonl", jsonl)).toEqual(journal.head());
    const text = readFileSync(csv, "utf8");
    expect(text.startsWith("\ufeffsequence,rowId,at,businessDate,shiftId,actor,kind,itemId,receiptNo,")).toBe(
      true,
    );
    const lines = text.split("\r\n");
    expect(lines).toHaveLength(7);
    expect(lines[3]).toContain(",Ana,repayment.captured,item-1,kishinev-1-i1-1,iute,,1001,10000,MDL,");
    expect(lines[5]).toContain(",'=Eva,courier.sendingOff,");
    const rows = readFileSync(jsonl, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toEqual(JSON.parse(JSON.stringify([...journal.rows()])));
    expect(readdirSync(folder).sort()).toEqual(["journal.csv", "journal.jsonl"]);
  });

  it("that cannot be written leaves what was there and nothing half", async () => {
    const till = await newTill();
    const journal = till.open();
    workDay(journal, 1);
    const folder = temporaryFolder();
    mkdirSync(join(folder, "taken"));
    expect(() => exportJournal(journal, "csv", join(folder, "taken"))).toThrow();
    expect(() => exportJournal(journal, "csv", join(folder, "no", "where.csv"))).toThrow();
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});

describe("the plain check", () => {
  it("needs neither app nor keys, and leaves the folder as it was", async () => {
    const till = await newTill();
    const journal = till.open();
    workDay(journal, 2);
    const { head } = journal.head();
    const sound = { ok: true, entries: 4, head, detail: "Each entry follows from the one before." };
    // The app at work, beside it.
    expect(checkPlainChain(till.folder)).toEqual(sound);
    journal.write(({ append }) => append(captured(3, 1)));
    expect(checkPlainChain(till.folder)).toMatchObject({ ok: true, entries: 5 });
    journal.close();
    const before = readdirSync(till.folder).map((name) => [name, statSync(join(till.folder, name)).mtimeMs]);
    expect(checkPlainChain(join(till.folder, "journal.sqlite"))).toMatchObject({ ok: true, entries: 5 });
    expect(checkPlainChain(String(till.twinPath))).toMatchObject({ ok: true, entries: 5 });
    expect(readdirSync(till.folder).map((name) => [name, statSync(join(till.folder, name)).mtimeMs])).toEqual(
      before,
    );
  });

  it("names the first entry that does not follow, in the file and in the twin", async () => {
    const till = await newTill();
    const journal = till.open();
    workDay(journal, 3);
    journal.close();
    const sql = new Database(join(till.folder, "journal.sqlite"));
    sql.exec("DROP TRIGGER journal_is_not_updated; UPDATE journal SET actor = 'Eva' WHERE sequence = 4");
    sql.close();
    expect(checkPlainChain(till.folder)).toMatchObject({ ok: false, entries: 5, firstBroken: 4 });
    const twin = readFileSync(String(till.twinPath), "utf8");
    writeFileSync(String(till.twinPath), twin.replace("20000", "90000"));
    expect(checkPlainChain(String(till.twinPath))).toMatchObject({ ok: false, entries: 5, firstBroken: 4 });
  });

  it("says of other files that they are none of ours", () => {
    const folder = temporaryFolder();
    const sql = new Database(join(folder, "journal.sqlite"));
    sql.exec("CREATE TABLE songs (name TEXT)");
    sql.close();
    expect(() => checkPlainChain(folder)).toThrow("not made by Counterfoil");
    expect(() => checkPlainChain(join(folder, "nothing.sqlite"))).toThrow();
    expect(existsSync(join(folder, "nothing.sqlite"))).toBe(false);
  });
});
