// What a till does by itself first thing each business day: a backup, and an end to personal data whose time is over.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Agent } from "../../electron/agent.ts";
import { systemClock } from "../../electron/composition/systemPorts.ts";
import { createInspector } from "../../electron/documents/inspector.ts";
import { forkNodeProcess } from "../../electron/documents/nodeProcess.ts";
import { createDocumentStore } from "../../electron/documents/store.ts";
import { checkPlainChain } from "../../electron/journal/plainCheck.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { plainPdf } from "../documents/files.ts";
import { captured, installed, opened } from "../journal/dayRows.ts";
import { answered, armed, readBack, voided } from "../journal/steps.ts";
import { newTill, temporaryFolder } from "../journal/till.ts";
import { ANA, officeWith, openAgent, provision, refusal, signIn, turnedClock, value } from "./counter.ts";

const DAY = 86_400_000;

const backupsIn = (dataDir: string) => {
  const folder = join(dataDir, "backups");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".sqlite")) : [];
};

async function countOf(agent: Agent, kind: string): Promise<number> {
  return (await value(agent.call("journal.search", { kinds: [kind] }))).total;
}

test("each business day begins with one backup, and a new version with one of its own", async () => {
  const dataDir = temporaryFolder();
  const clock = turnedClock();
  const start = async (appVersion = "1.0.0") => {
    const agent = await officeWith(ANA, { dataDir, clock, provision, appVersion });
    return { agent, end: () => agent.close() };
  };
  const first = await start();
  await value(first.agent.call("till.open", { floatMinor: 500 }));
  await first.end();
  expect(backupsIn(dataDir)).toEqual([]);

  clock.turn(DAY);
  const second = await start();
  await vi.waitFor(async () => expect(await countOf(second.agent, "setup.backedUp")).toBe(1), 10_000);
  const [made = ""] = backupsIn(dataDir);
  expect(checkPlainChain(join(dataDir, "backups", made))).toMatchObject({ ok: true });
  // Over night nobody closes the program.
  clock.turn(DAY);
  await signIn(second.agent, ANA);
  await vi.waitFor(async () => expect(await countOf(second.agent, "setup.backedUp")).toBe(2), 10_000);
  await second.end();
  const third = await start();
  expect(await countOf(third.agent, "setup.backedUp")).toBe(2);
  const { entries } = await value(third.agent.call("journal.verify"));
  await third.end();
  expect(backupsIn(dataDir)).toHaveLength(2);

  clock.turn(1_000);
  const updated = await start("1.1.0");
  expect(await countOf(updated.agent, "setup.backedUp")).toBe(3);
  const newest = backupsIn(dataDir).toSorted().at(-1) ?? "";
  // Signing out is the only entry after the check above.
  expect(checkPlainChain(join(dataDir, "backups", newest)).entries).toBeGreaterThanOrEqual(entries);
  expect(await value(updated.agent.call("journal.verify"))).toMatchObject({ ok: true });
  await updated.end();
  const again = await start("1.1.0");
  expect(await countOf(again.agent, "setup.backedUp")).toBe(3);
});

/** A till whose work was done long ago, and that was used yesterday. */
async function oldTill(clockOffsetMs: number | null = null, workedYesterday = true) {
  const till = await newTill({ twin: false });
  const journal = till.open();
  const write = (...drafts: RowDraft[]) => {
    for (const draft of drafts) journal.write(({ append }) => append(draft));
  };
  write(installed, opened("s-1", 50_000));
  const people = ["Rusu", "Munteanu", "Lungu", "Ceban", "Botnaru", "Popa"];
  const pins = people.map((_, at) => `I${at}000000000${at}`);
  const name = (at: number, table: "items" | "loans", rowId: string) =>
    journal.write(({ cells }) =>
      cells.put(cells.customerFor(pins[at] ?? ""), table, rowId, {
        [table === "items" ? "payerName" : "clientName"]: people[at] ?? "",
      }),
    );
  const documents = createDocumentStore({
    ...{ journal, folder: join(till.folder, "documents"), random: till.random, log: () => undefined },
    inspect: createInspector({ fork: forkNodeProcess, clock: systemClock, log: () => undefined }),
  });
  const owner = journal.write(({ cells }) => cells.customerFor(pins[0] ?? ""));
  const { documentId } = await documents.keep({
    ...{ name: "identity.pdf", bytes: await plainPdf(), source: "scan", actor: "Ana", customerId: owner },
  });
  await documents.close();
  const posted = (itemId: string) => [
    armed(1, { itemId }),
    answered(1, "acknowledged", { itemId }),
    readBack("confirmed", { itemId }),
  ];
  for (const number of [1, 2, 3, 4]) {
    write(captured(number, 10_000));
    name(number - 1, "items", `item-${number}`);
  }
  for (const [number, step] of [
    [5, "closed"],
    [6, "approved"],
  ] as const) {
    const facts = {
      loanId: `loan-${number}`,
      providerId: "iute",
      loanRef: `20${number}`,
      amountMinor: 500_000,
      months: 6,
    };
    write({ kind: "loan.adopted", payload: { ...facts, step }, actor: "Ana" });
    name(number - 1, "loans", `loan-${number}`);
  }
  write(...posted("item-1"));
  write(armed(1, { itemId: "item-2" }), answered(1, "unconfirmed", { itemId: "item-2" }));
  write(voided({ itemId: "item-3" }));
  if (workedYesterday) till.clock.setTo(Date.now() - DAY);
  else till.clock.setTo(Date.now() - 200 * DAY);
  // This one was settled just now.
  write(...posted("item-4"));
  journal.write(({ append }) =>
    append({
      kind: "setup.saved",
      payload: { office: "Tirana 12", till: "T3", currency: "MDL", language: "sq" },
      actor: "Ana",
      clockOffsetMs,
    }),
  );
  const found = async (agent: Agent) => {
    const known: string[] = [];
    for (const person of people)
      if ((await value(agent.call("journal.search", { text: person }))).total > 0) known.push(person);
    return known;
  };
  journal.close();
  return { folder: till.folder, people, found, documentId };
}

test("a customer is forgotten when everything about them is settled and old, and nobody else", async () => {
  const { folder, found, documentId } = await oldTill();
  expect(readdirSync(join(folder, "documents"))).toHaveLength(1);
  const agent = openAgent({ dataDir: folder });
  await value(agent.call("staff.save", ANA));
  await signIn(agent, ANA);
  await vi.waitFor(async () => expect(await countOf(agent, "customer.purged")).toBe(2), 10_000);
  // Unconfirmed, cash to return, settled yesterday, not decided by the lender: these are still known.
  expect(await found(agent)).toEqual(["Munteanu", "Lungu", "Ceban", "Popa"]);
  expect(await value(agent.call("loans.get", { loanId: "loan-5" }))).toMatchObject({
    step: "closed",
    clientName: null,
  });
  expect(await value(agent.call("loans.get", { loanId: "loan-6" }))).toMatchObject({ clientName: "Popa" });
  expect((await value(agent.call("outbox.list", {}))).items).toHaveLength(4);
  expect((await refusal(agent.call("documents.read", { documentId }))).code).toBe("unknownDocument");
  expect(await countOf(agent, "document.purged")).toBe(1);
  expect(readdirSync(join(folder, "documents"))).toEqual([]);
  expect(await value(agent.call("journal.verify"))).toMatchObject({ ok: true });
  await agent.close();
  const later = openAgent({ dataDir: folder });
  await signIn(later, ANA);
  expect(await countOf(later, "customer.purged")).toBe(2);
});

for (const [why, offset, workedYesterday] of [
  ["the lender's clock says another time", -40 * DAY, true],
  ["the till has rested so long that its clock may have jumped", null, false],
] as const)
  test(`nobody is forgotten where ${why}`, async () => {
    const { folder, people, found } = await oldTill(offset, workedYesterday);
    const agent = openAgent({ dataDir: folder });
    await value(agent.call("staff.save", ANA));
    await signIn(agent, ANA);
    await vi.waitFor(async () => expect(await countOf(agent, "setup.backedUp")).toBe(1), 10_000);
    await agent.close();
    const later = openAgent({ dataDir: folder });
    await signIn(later, ANA);
    expect(await found(later)).toEqual(people);
  });
