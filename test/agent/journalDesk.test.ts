// Finding entries again by what a person remembers, and taking the journal out as a file.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { Agent } from "../../electron/agent.ts";
import { captured } from "../journal/dayRows.ts";
import { temporaryFolder } from "../journal/till.ts";
import { BESA, CELIK, officeWith, refusal, value } from "./counter.ts";
import { writeInto } from "./journalOf.ts";

let agent: Agent;
let dataDir: string;

/** Two repayments; the first payer's name and PIN are known. */
beforeEach(async () => {
  dataDir = temporaryFolder();
  const before = await officeWith(CELIK, { dataDir });
  const { shiftId } = await value(before.call("till.open", { floatMinor: 10_000 }));
  await before.close();
  await writeInto(dataDir, ({ append, cells }) => {
    append(captured(1, 109_568, shiftId ?? ""));
    append(captured(2, 4_200, shiftId ?? ""));
    const customer = cells.customerFor("I45612378K");
    cells.put(customer, "items", "item-1", { clientPin: "I45612378K", payerName: "Mira Élise Dushaj" });
    cells.put(customer, "loans", "loan-9", { firstName: "Mira", lastName: "Dushaj", pin: "I45612378K" });
    append({
      kind: "loan.adopted",
      payload: {
        loanId: "loan-9",
        providerId: "iute",
        loanRef: "77",
        step: "approved",
        amountMinor: null,
        months: null,
      },
      actor: "Celik",
    });
  });
  agent = await officeWith(BESA, { dataDir });
});

async function found(text: string): Promise<string[]> {
  const { entries } = await value(agent.call("journal.search", { text }));
  return entries.map(({ kind, itemId, loanId }) => `${kind} ${itemId ?? loanId ?? ""}`.trim()).toReversed();
}

for (const [what, text, expected] of [
  ["a receipt", "KISHINEV-1-I1-1", ["repayment.captured item-1"]],
  ["a sum with a comma", "1095,68", ["repayment.captured item-1"]],
  ["a sum with a point", "42.00", ["repayment.captured item-2"]],
  ["a first name, any case", "mira", ["repayment.captured item-1", "loan.adopted loan-9"]],
  ["both names in any order", "dushaj MIRA", ["repayment.captured item-1", "loan.adopted loan-9"]],
  ["a name without its accent", "elise", ["repayment.captured item-1"]],
  ["a PIN", "i45612378k", ["repayment.captured item-1", "loan.adopted loan-9"]],
  ["somebody else's name", "Andrei", []],
  ["half of a name", "Dush", []],
  ["nothing but signs", "%_'", []],
] as const)
  test(`an entry is found by ${what}`, async () => {
    expect(await found(text)).toEqual(expected);
  });

test("entries are found by date, kind, reference and page", async () => {
  const all = await value(agent.call("journal.search", {}));
  const [last] = all.entries;
  const today = last?.businessDate ?? "";
  const [year, month, day] = today.split("-");
  const byDate = await value(agent.call("journal.search", { text: `${day}.${month}.${year}` }));
  expect(byDate.total).toBe(all.total);
  expect((await value(agent.call("journal.search", { from: today, to: today }))).total).toBe(all.total);
  expect((await value(agent.call("journal.search", { to: "2020-01-01" }))).total).toBe(0);
  const kinds = ["repayment.captured"];
  const captures = await value(agent.call("journal.search", { kinds, page: { number: 2, size: 1 } }));
  expect(captures).toMatchObject({ total: 2, entries: [{ itemId: "item-1", amountMinor: 109_568 }] });
  const loanRef = captures.entries[0]?.loanRef ?? "";
  const byReference = await value(agent.call("journal.search", { text: loanRef, kinds }));
  expect(byReference.total).toBeGreaterThanOrEqual(1);
});

test("an export holds every entry, is on record itself, and never lands in the till's own folder", async () => {
  const path = join(temporaryFolder(), "journal.csv");
  const { entries } = await value(agent.call("journal.verify"));
  expect(await value(agent.call("journal.export", { format: "csv", path }))).toMatchObject({ path, entries });
  expect(readFileSync(path, "utf8").trimEnd().split("\r\n")).toHaveLength(entries + 1);
  expect((await value(agent.call("journal.search", { kinds: ["journal.exported"] }))).total).toBe(1);
  for (const bad of [
    join(dataDir, "journal.sqlite"),
    join(dataDir, "new.csv"),
    "/nowhere/at/all.csv",
    dataDir,
  ])
    expect(await refusal(agent.call("journal.export", { format: "jsonl", path: bad }))).toMatchObject({
      code: "invalidInput",
      field: "path",
    });
  expect(existsSync(join(dataDir, "new.csv"))).toBe(false);
  expect(await value(agent.call("journal.verify"))).toMatchObject({ ok: true });
});

test("“#” and a number find that one entry, as reports and disputes name it", async () => {
  const { entries } = await value(agent.call("journal.search", { text: "Celik" }));
  const [newest] = entries;
  const asked = await value(agent.call("journal.search", { text: `#${newest?.sequence ?? 0}` }));
  expect(asked).toMatchObject({ total: 1, entries: [{ sequence: newest?.sequence, kind: newest?.kind }] });
  expect((await value(agent.call("journal.search", { text: "#999999" }))).total).toBe(0);
});
