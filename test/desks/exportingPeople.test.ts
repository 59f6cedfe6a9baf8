// Customers' data leave the till in a file only where two people want it; without that, an export holds none.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { value } from "../agent/counter.ts";
import { temporaryFolder } from "../journal/till.ts";
import { BESA, CELIK, DRITA, NELEA, openCounter } from "./counter.ts";

const PAYER = "Zamfira Quintus";

async function counterWithPeople() {
  const counter = await openCounter({ examples: true });
  await counter.apply();
  await counter.check("80001", 10_000);
  await counter.capture("80001", 10_000, { payerName: PAYER, payerPhone: "0602160911" });
  await counter.signIn(BESA);
  const path = join(temporaryFolder(), "journal.csv");
  const people = [NELEA.pin, "Iacovet", PAYER, "0602160911"];
  const held = () => people.filter((text) => readFileSync(path, "utf8").includes(text));
  return { counter, path, people, held };
}

test("the plain export holds nobody's number, name or phone", async () => {
  const { counter, path, held } = await counterWithPeople();
  await value(counter.agent.call("journal.export", { format: "csv", path }));
  expect(held()).toEqual([]);
});

test("with customers' data a second person approves it, and it stands in the journal that they left", async () => {
  const { counter, path, people, held } = await counterWithPeople();
  const wanted = { format: "csv", path, withPeople: true } as const;
  for (const approval of [undefined, { later: true } as const])
    expect(await counter.refusal("journal.export", { ...wanted, approval })).toMatchObject({
      code: "approvalNeeded",
    });
  expect(
    await counter.refusal("journal.export", { ...wanted, approval: { name: CELIK.name, pin: CELIK.pin } }),
  ).toMatchObject({ code: "wrongRole" });
  expect(() => readFileSync(path)).toThrow("ENOENT");
  const approval = { name: DRITA.name, pin: DRITA.pin };
  await value(counter.agent.call("journal.export", { ...wanted, approval }));
  expect(held()).toEqual(people);
  const [head = ""] = readFileSync(path, "utf8").split("\r\n");
  expect(head.endsWith("payload,clientPin,clientName,payerName,payerPhone")).toBe(true);
  const { entries } = await value(counter.agent.call("journal.search", { kinds: ["journal.exported"] }));
  expect(entries).toMatchObject([
    { actor: "Besa", summary: expect.stringContaining("with customers' data") },
  ]);
  const approved = await value(counter.agent.call("journal.search", { kinds: ["staff.approved"] }));
  expect(approved.entries[0]?.summary).toMatch(
    /^Drita approved customers\.export of journal-\d+ for Besa\.$/,
  );
});

test("JSON lines hold the people of each entry beside it", async () => {
  const { counter, path } = await counterWithPeople();
  const approval = { name: DRITA.name, pin: DRITA.pin };
  await value(counter.agent.call("journal.export", { format: "jsonl", path, withPeople: true, approval }));
  const rows: unknown[] = readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(rows).toContainEqual(
    expect.objectContaining({
      kind: "repayment.captured",
      people: expect.objectContaining({ payerName: PAYER, payerPhone: "0602160911" }),
    }),
  );
  expect(rows).toContainEqual(
    expect.objectContaining({
      kind: "loan.applying",
      people: { clientPin: NELEA.pin, clientName: "Nelea Iacovet" },
    }),
  );
});
