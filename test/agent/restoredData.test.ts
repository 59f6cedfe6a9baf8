// Yesterday's data put back, or a copy of them: what they call "not sent" may have been sent long ago.
import { copyFileSync, cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Agent } from "../../electron/agent.ts";
import { startTrainingIute, type TrainingIute } from "../../electron/training/iute/server.ts";
import { until } from "../desks/counter.ts";
import { temporaryFolder } from "../journal/till.ts";
import { applyUpTo } from "../training/iuteSamples.ts";
import { CREDENTIALS, get } from "../training/rawClient.ts";
import { ANA, BESA, OFFICE, officeWith, openAgent, provision, refusal, signIn, value } from "./counter.ts";

const SUM = 109_568;

async function lenderWithLoan(): Promise<{ lender: TrainingIute; loanRef: string }> {
  const lender = await startTrainingIute({ credentials: CREDENTIALS, partnerType: "post" });
  onTestFinished(() => lender.close());
  const loanRef = await applyUpTo(lender, "authorised");
  await get(lender.baseUrl, "confirm/cash/release", { loanRef });
  return { lender, loanRef };
}

function officeBefore(lender: TrainingIute) {
  return {
    ...{ ...provision, ...OFFICE, currency: "MDL" },
    limits: { reconcileGraceMs: 10, absentQuarantineMs: 100, retryBaseMs: 20 },
    providers: [
      {
        ...{ id: "iute", kind: "iute", name: "Iute", baseUrl: lender.baseUrl, environment: "test" },
        ...{ settings: { partnerType: "post", languages: ["rom"] }, secrets: CREDENTIALS },
      },
    ],
  };
}

function capture(agent: Agent, loanRef: string, captureId: string) {
  return value(
    agent.call("repayments.capture", {
      ...{ providerId: "iute", loanRef, amountMinor: SUM, captureId },
      ...{ clientPin: "I123456789T", payerName: "Vasile Rusu", payerPhone: "069000000" },
    }),
  );
}

async function item(agent: Agent, itemId: string) {
  const found = (await value(agent.call("outbox.list", {}))).items.find((one) => one.itemId === itemId);
  if (found === undefined) throw new Error(`The outbox has no item ${itemId}.`);
  return found;
}

async function comesTo(agent: Agent, itemId: string, wanted: string): Promise<void> {
  await until(agent, "outbox.changed", async () => {
    const { state, certainty, reason } = await item(agent, itemId);
    const now = [state, certainty ?? reason].filter(Boolean).join("/");
    return now === wanted ? { now } : `${itemId} reads ${now} instead of ${wanted}`;
  });
}

const arrivals = (lender: TrainingIute) =>
  lender.requests().filter(({ operation }) => operation === "insertRepayment").length;
const repaid = (lender: TrainingIute, loanRef: string) =>
  lender.books().loans.find((loan) => loan.loanRef === loanRef)?.repaidMinor;

interface Waiting {
  lender: TrainingIute;
  loanRef: string;
  dataDir: string;
  itemId: string;
  receiptNo: string;
}

/** A closed till with one repayment that was taken without a line and never sent. */
async function tillWithOneWaiting(): Promise<Waiting> {
  const { lender, loanRef } = await lenderWithLoan();
  const dataDir = temporaryFolder();
  const agent = await officeWith(BESA, { dataDir, provision: officeBefore(lender) });
  await value(agent.call("till.open", { floatMinor: 500_000 }));
  await lender.setLine(false);
  const { itemId, receiptNo } = await capture(agent, loanRef, "form-one");
  await agent.close();
  return { lender, loanRef, dataDir, itemId, receiptNo };
}

/** The same till an hour later: what waited was sent and is booked. */
async function sendIt({ lender, dataDir, itemId }: Waiting): Promise<void> {
  await lender.setLine(true);
  const agent = openAgent({ dataDir });
  await signIn(agent, BESA);
  await comesTo(agent, itemId, "posted/confirmed");
  await agent.close();
}

const decision = { name: BESA.name, pin: BESA.pin, note: "The backup was put back after a dead disk." };
const approval = { name: ANA.name, pin: ANA.pin };

/** An old copy of the journal stands in the place of the newer one, and no twin knows better. */
async function restored(): Promise<Waiting & { agent: Agent }> {
  const waiting = await tillWithOneWaiting();
  const { dataDir } = waiting;
  const kept = join(temporaryFolder(), "journal.sqlite");
  copyFileSync(join(dataDir, "journal.sqlite"), kept);
  await sendIt(waiting);
  for (const suffix of ["-wal", "-shm"]) rmSync(join(dataDir, `journal.sqlite${suffix}`), { force: true });
  copyFileSync(kept, join(dataDir, "journal.sqlite"));
  rmSync(join(dataDir, "twin"), { recursive: true });
  return { ...waiting, agent: openAgent({ dataDir }) };
}

test("an old copy without a twin sends nothing by itself, though its queue says 'not sent'", async () => {
  const { agent, lender, loanRef, itemId, receiptNo } = await restored();
  expect((await value(agent.call("setup.get"))).locked).toBe("restoredBackup");
  await signIn(agent, BESA);
  // Until the decision: seen, counted, and said to be held back.
  const before = await value(agent.call("outbox.list", {}));
  expect(before.items[0]).toMatchObject({ receiptNo, state: "held", reason: "sendingOff", decisions: [] });
  expect(before.counts).toMatchObject({ held: 1, queued: 0 });
  expect((await value(agent.call("outbox.list", { state: "queued" }))).items).toEqual([]);
  expect((await value(agent.call("outbox.list", { state: "held" }))).total).toBe(1);
  // The till counts what the outbox shows: the sum stands in the same line, the item under the same word.
  const status = await value(agent.call("till.status"));
  expect([status.items, status.queuedMinor]).toEqual([{ held: 1 }, SUM]);
  const { openItems } = await value(agent.call("till.report", {}));
  expect(openItems).toMatchObject([{ receiptNo, state: "held", reason: "sendingOff" }]);

  await value(agent.call("setup.acceptData", decision));
  await value(agent.call("outbox.sync", {}));
  const after = await item(agent, itemId);
  expect(after).toMatchObject({ state: "held", reason: "sendingOff" });
  expect(after.evidence.next).toBeNull();
  expect(arrivals(lender)).toBe(1);

  // The lender was asked: it is booked. Two people say so, and it is never sent.
  const note = "Lender, Ms Rama, by phone at 10:40: booked at 09:02.";
  const alone = agent.call("outbox.resolve", { itemId, decision: "posted", note });
  expect((await refusal(alone)).code).toBe("approvalNeeded");
  await value(agent.call("outbox.resolve", { itemId, decision: "posted", note, approval }));
  await value(agent.call("outbox.sync", {}));
  expect(await item(agent, itemId)).toMatchObject({ state: "posted", certainty: "byHand" });
  expect(repaid(lender, loanRef)).toBe(SUM);
  expect(arrivals(lender)).toBe(1);
});

test("a whole folder put back, with its second copy and settings, sends nothing by itself: the lender books once", async () => {
  const waiting = await tillWithOneWaiting();
  const { lender, loanRef, dataDir, itemId } = waiting;
  const copy = join(temporaryFolder(), "yesterday");
  cpSync(dataDir, copy, { recursive: true });
  await sendIt(waiting);
  rmSync(dataDir, { recursive: true });
  cpSync(copy, dataDir, { recursive: true });
  const agent = openAgent({ dataDir });
  const { locked, problem } = await value(agent.call("setup.get"));
  expect([locked, problem?.detail]).toEqual(["restoredBackup", expect.stringContaining("was put back")]);
  await signIn(agent, BESA);
  const form = { providerId: "iute", loanRef, amountMinor: SUM, captureId: "form-two" };
  expect((await refusal(agent.call("repayments.capture", form))).code).toBe("restoredBackup");
  await value(agent.call("outbox.sync", {}));
  await value(agent.call("setup.acceptData", decision));
  await value(agent.call("outbox.sync", {}));
  expect(await item(agent, itemId)).toMatchObject({ state: "held", reason: "sendingOff" });
  expect([arrivals(lender), repaid(lender, loanRef)]).toEqual([1, SUM]);
});

test("what was held back goes on when two people release it, and what is taken afterwards goes at once", async () => {
  const waiting = await tillWithOneWaiting();
  const { lender, loanRef, itemId } = waiting;
  const copy = join(temporaryFolder(), "copy");
  cpSync(waiting.dataDir, copy, { recursive: true });
  await lender.setLine(true);
  const agent = openAgent({ dataDir: copy });
  expect((await value(agent.call("setup.get"))).locked).toBe("copiedData");
  await value(agent.call("setup.acceptData", { ...decision, note: "The old PC is in the cellar, dead." }));
  await signIn(agent, BESA);
  await value(agent.call("outbox.sync", {}));
  expect(await item(agent, itemId)).toMatchObject({ state: "held", reason: "sendingOff" });

  // No receipt number is given out twice: the other computer may have used the next one.
  const before = (await item(agent, itemId)).receiptNo;
  const fresh = await capture(agent, loanRef, "form-two");
  const { installationId } = await value(agent.call("setup.get"));
  expect(before).toMatch(/-1$/);
  expect(fresh.receiptNo).toMatch(new RegExp(`-${installationId}-2$`));
  expect(before).not.toContain(`-${installationId}-`);
  await comesTo(agent, fresh.itemId, "posted/confirmed");
  expect(repaid(lender, loanRef)).toBe(SUM);

  const release = { itemId, decision: "release", note: "The lender has not booked it." } as const;
  expect((await refusal(agent.call("outbox.resolve", release))).code).toBe("approvalNeeded");
  await value(agent.call("outbox.resolve", { ...release, approval }));
  await comesTo(agent, itemId, "posted/confirmed");
  expect(repaid(lender, loanRef)).toBe(2 * SUM);
});

test("what the twin gives back whole needs no second look: nothing that was sent is unknown", async () => {
  const waiting = await tillWithOneWaiting();
  const { lender, dataDir, itemId, loanRef } = waiting;
  const kept = join(temporaryFolder(), "journal.sqlite");
  copyFileSync(join(dataDir, "journal.sqlite"), kept);
  await sendIt(waiting);
  await lender.setLine(false);
  const later = openAgent({ dataDir });
  await signIn(later, BESA);
  const second = await capture(later, loanRef, "form-two");
  await later.close();
  for (const suffix of ["-wal", "-shm"]) rmSync(join(dataDir, `journal.sqlite${suffix}`), { force: true });
  copyFileSync(kept, join(dataDir, "journal.sqlite"));

  const agent = openAgent({ dataDir });
  await value(agent.call("setup.acceptData", decision));
  await signIn(agent, BESA);
  expect(await item(agent, itemId)).toMatchObject({ state: "posted", certainty: "confirmed" });
  expect(await item(agent, second.itemId)).toMatchObject({ state: "queued" });
  const { installationId } = await value(agent.call("setup.get"));
  expect(waiting.receiptNo).toContain(`-${installationId}-`);
  await lender.setLine(true);
  await value(agent.call("outbox.sync", {}));
  await comesTo(agent, second.itemId, "posted/confirmed");
  expect(arrivals(lender)).toBe(2);
});
