/** `node out/verify.js <data folder>`: the check that an auditor runs without the app, its keys or its words. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { workDay } from "./dayRows.ts";
import { newTill, temporaryFolder } from "./till.ts";

function verify(...paths: string[]): { code: number | null; says: string } {
  const program = join(import.meta.dirname, "../../electron/verify.ts");
  const { status, stdout } = spawnSync(process.execPath, [program, ...paths], { encoding: "utf8" });
  return { code: status, says: stdout };
}

it("says count, head and the first broken entry, and ends with 0, 1 or 2", async () => {
  const till = await newTill();
  const journal = till.open();
  workDay(journal, 2);
  const { head } = journal.head();
  journal.close();
  const twin = String(till.twinPath);
  expect(verify(till.folder, twin)).toEqual({
    code: 0,
    says: [
      till.folder,
      "  entries: 4",
      `  head: ${head}`,
      "  first broken: none",
      "  sound: Each entry follows from the one before.",
      twin,
      "  entries: 4",
      `  head: ${head}`,
      "  first broken: none",
      "  sound: Each line of the twin follows from the one before.",
      "",
    ].join("\n"),
  });

  const sql = new Database(join(till.folder, "journal.sqlite"));
  sql.exec("DROP TRIGGER journal_is_not_updated; UPDATE journal SET actor = 'Eva' WHERE sequence = 3");
  sql.close();
  const broken = verify(till.folder, twin);
  expect(broken.code).toBe(1);
  expect(broken.says).toContain("  first broken: 3\n  BROKEN: Entry 3 does not follow from the one before.");

  const folder = temporaryFolder();
  writeFileSync(join(folder, "journal.sqlite"), "a list of songs");
  const unreadable = verify(folder, join(folder, "nothing.jsonl"));
  expect(unreadable.code).toBe(2);
  expect(unreadable.says.match(/unreadable: /g)).toHaveLength(2);
  expect(verify()).toMatchObject({ code: 2, says: expect.stringContaining("Usage: node out/verify.js") });
});
