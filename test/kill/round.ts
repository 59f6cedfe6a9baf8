/** One round: a process takes money and is killed, another opens what it left, and everything is counted. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { isDeepStrictEqual } from "node:util";
import type { Agent } from "../../electron/agent.ts";
import { openForReading } from "../../electron/journal/database.ts";
import { JOURNAL_FILE } from "../../electron/journal/place.ts";
import type { Row } from "../../electron/journal/rows.ts";
import { storedRows, toRow } from "../../electron/journal/storedRows.ts";
import type { TrainingIute } from "../../electron/training/iute/server.ts";
import { CELIK, must, openTill } from "./till.ts";

/** A process that has loaded everything and waits for the word to begin. */
export interface Victim {
  process: ChildProcess;
  lines: string[];
  loaded: Promise<void>;
  /** So many lines that begin like this have come; false where the process ended before. */
  heard(beginning: string, times?: number): Promise<boolean>;
}

/** `script` is `child.ts` in one file, which loads in a fraction of the time. */
export function startVictim(script: string): Victim {
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let hasEnded = false;
  const look = () => {
    for (const again of waiting) again();
  };
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => {
    lines.push(line);
    look();
  });
  reader.on("close", () => {
    hasEnded = true;
    look();
  });
  const heard = (beginning: string, times = 1) =>
    new Promise<boolean>((resolve) => {
      const again = () => {
        const came = lines.filter((line) => line.startsWith(beginning)).length >= times;
        if (!came && !hasEnded) return;
        waiting.delete(again);
        resolve(came);
      };
      waiting.add(again);
      again();
    });
  return { process: child, lines, heard, loaded: heard("loaded").then(() => undefined) };
}

export interface Ground {
  dataDir: string;
  lender: TrainingIute;
  loanRefs: string[];
  /** Receipts that were said in all rounds on this folder, with their sums. */
  said: Map<string, number>;
}

export interface RoundPlan {
  round: number;
  /** What the victim has to have said, and so many milliseconds after it the end comes. */
  from: "loaded" | "ready" | "receipt";
  times: number;
  killAfterMs: number;
}

function rowsOn(dataDir: string): Row[] {
  const sql = openForReading(join(dataDir, JOURNAL_FILE));
  try {
    return [...storedRows(sql)].map(toRow);
  } finally {
    sql.close();
  }
}

function lastDeed(dataDir: string): string {
  try {
    const rows = rowsOn(dataDir);
    const armed = rows.filter(({ kind }) => kind === "item.armed").length;
    const ended = rows.filter(({ kind }) => kind === "item.answered" || kind === "item.interrupted").length;
    return armed > ended ? "while an attempt was under way" : `after ${rows.at(-1)?.kind ?? "nothing"}`;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return "before there was a journal";
  }
}

/** Gives the phase in which it was killed. */
async function takeMoneyAndDie(ground: Ground, victim: Victim, plan: RoundPlan): Promise<string> {
  const { dataDir, lender, loanRefs, said } = ground;
  await victim.loaded;
  victim.process.stdin?.write(`${[dataDir, lender.baseUrl, plan.round, ...loanRefs].join(" ")}\n`);
  if (!(await victim.heard(plan.from, plan.times)))
    throw new Error(`The victim ended before it was ${plan.from}.`);
  await new Promise((resolve) => setTimeout(resolve, plan.killAfterMs));
  if (victim.process.exitCode !== null) throw new Error("The process ended before it was killed.");
  const ended = once(victim.process, "close");
  victim.process.kill("SIGKILL");
  await ended;
  for (const line of victim.lines) {
    const [word, receiptNo = "", amount = ""] = line.split(" ");
    if (word === "receipt") said.set(receiptNo, Number(amount));
  }
  return victim.lines.includes("ready") ? lastDeed(dataDir) : "while opening";
}

const restless = ["queued", "sending", "acknowledged", "unconfirmed"];

/** Waits until nothing moves by itself any more. */
async function settle(agent: Agent): Promise<void> {
  const until = Date.now() + 15_000;
  for (;;) {
    const page = { number: 1, size: 500 };
    const { items } = await must(agent.call("outbox.list", { page }));
    // An acknowledgement without movement ages for a day, and what needs a person waits for one.
    const resting = items.filter(
      ({ state, evidence }) =>
        state === "attention" || (state === "acknowledged" && evidence.readings.length > 1),
    );
    const moving = items.filter(
      (item) =>
        !resting.includes(item) &&
        (restless.includes(item.state) ||
          // Behind one of those a payment of the same loan waits for as long.
          (item.reason === "earlierDoubt" && !resting.some(({ loanRef }) => loanRef === item.loanRef))),
    );
    if (moving.length === 0) return;
    if (Date.now() > until)
      throw new Error(
        `Still moving: ${moving.map((item) => `${item.receiptNo} ${item.state}/${item.reason ?? ""}`).join(", ")}.`,
      );
    await must(agent.call("outbox.sync", {}));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Attempts {
  amountMinor: number;
  loanRef: string;
  armed: number;
  notSent: number;
}

function attemptsOf(rows: readonly Row[]): Map<string, Attempts> {
  const attempts = new Map<string, Attempts>();
  for (const row of rows) {
    if (row.kind === "repayment.captured") {
      const { itemId, amountMinor, loanRef } = row.payload;
      attempts.set(itemId, { amountMinor, loanRef, armed: 0, notSent: 0 });
      continue;
    }
    if (row.kind !== "item.armed" && row.kind !== "item.answered") continue;
    const about = attempts.get(row.payload.itemId);
    if (about === undefined) continue;
    if (row.kind === "item.armed") about.armed += 1;
    else if (row.payload.outcome === "notSent") about.notSent += 1;
  }
  return attempts;
}

function minorOf(decimal: string): number {
  const [whole = "", part = ""] = decimal.split(".");
  return Number(`${whole}${part.padEnd(2, "0")}`);
}

/** What of the promise does not hold, in sentences. */
async function brokenPromises(ground: Ground, agent: Agent, rows: readonly Row[]): Promise<string[]> {
  const { lender, said } = ground;
  const broken: string[] = [];
  const captured = rows.flatMap((row) => (row.kind === "repayment.captured" ? [row.payload] : []));
  const kept = new Map(captured.map(({ receiptNo, amountMinor }) => [receiptNo, amountMinor]));
  for (const [receiptNo, amountMinor] of said)
    if (kept.get(receiptNo) !== amountMinor) broken.push(`Receipt ${receiptNo} is not in the journal.`);

  const attempts = [...attemptsOf(rows).values()];
  const arrivals = lender
    .requests()
    .filter(({ operation, repeated }) => operation === "insertRepayment" && !repeated);
  for (const { amountMinor, loanRef, armed, notSent } of attempts) {
    const arrived = arrivals.filter(
      ({ params }) => params["loanRef"] === loanRef && minorOf(params["amount"] ?? "") === amountMinor,
    ).length;
    if (arrived > armed - notSent)
      broken.push(`${amountMinor} for loan ${loanRef} arrived ${arrived} times after ${armed} attempts.`);
  }
  const known = new Set(attempts.map(({ amountMinor, loanRef }) => `${loanRef}/${amountMinor}`));
  for (const { params } of arrivals)
    if (!known.has(`${params["loanRef"]}/${minorOf(params["amount"] ?? "")}`))
      broken.push(`The lender got ${params["amount"]} for loan ${params["loanRef"]}, which nobody captured.`);

  const page = { number: 1, size: 500 };
  const { items, total } = await must(agent.call("outbox.list", { page }));
  const sum = (all: readonly { amountMinor: number }[]) =>
    all.reduce((so, { amountMinor }) => so + amountMinor, 0);
  if (total !== captured.length || sum(items) !== sum(captured))
    broken.push(
      `Captured ${captured.length} over ${sum(captured)}, in the outbox ${total} over ${sum(items)}.`,
    );
  const till = await must(agent.call("till.status"));
  const lines = till.confirmedMinor + till.queuedMinor + till.unconfirmedMinor + till.toReturnMinor;
  if (till.expectedMinor !== till.floatMinor + till.movedMinor + lines || lines !== sum(captured))
    broken.push(`The till expects ${till.expectedMinor}, its lines hold ${lines} of ${sum(captured)}.`);
  for (const { loanRef, repaidMinor } of lender.books().loans) {
    const posted = sum(items.filter((item) => item.loanRef === loanRef && item.state === "posted"));
    if (posted > repaidMinor)
      broken.push(`Loan ${loanRef}: ${posted} posted, ${repaidMinor} in the lender's books.`);
  }
  const check = await must(agent.call("journal.verify"));
  if (!check.ok) broken.push(`The journal breaks at ${check.firstBroken ?? "its derived tables"}.`);
  return broken;
}

export async function playRound(
  ground: Ground,
  victim: Victim,
  plan: RoundPlan,
): Promise<{ phase: string; broken: string[] }> {
  const { dataDir, lender } = ground;
  const phase = await takeMoneyAndDie(ground, victim, plan);
  const before = phase.startsWith("after") || phase.startsWith("while an") ? rowsOn(dataDir) : [];
  lender.calm();
  const agent = openTill(dataDir, lender.baseUrl);
  try {
    await agent.ready;
    await must(agent.call("staff.signIn", { name: CELIK.name, pin: CELIK.pin }));
    if (!(await must(agent.call("till.status"))).open)
      await must(agent.call("till.open", { floatMinor: 10_000 }));
    await settle(agent);
    const rows = rowsOn(dataDir);
    const broken = await brokenPromises(ground, agent, rows);
    if (!isDeepStrictEqual(rows.slice(0, before.length), before))
      broken.push("Rows that were there after the kill are no longer what they were.");
    return { phase, broken };
  } finally {
    await agent.close();
  }
}
