// Any day at the till, as the dice fall, over the real calls and a real journal: expected is the sum of its lines, each line
// is what a bookkeeper beside it wrote down, the drawer holds exactly that, and the rebuild from the entries says the same.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Counter, openCounter } from "../../electron/composition/counter.ts";
import { readProvision } from "../../electron/composition/provisioning.ts";
import { createTrust } from "../../electron/composition/safety.ts";
import { systemRandom } from "../../electron/composition/systemPorts.ts";
import { transferCode } from "../../electron/desks/till/transferCode.ts";
import { forkNodeProcess } from "../../electron/documents/nodeProcess.ts";
import { digestDerived } from "../../electron/journal/derived.ts";
import type { ItemRecord } from "../../electron/journal/outbox/record.ts";
import { itemRecordOf } from "../../electron/journal/outbox/record.ts";
import { projections } from "../../electron/journal/projections/index.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { shiftReport, tillStatus } from "../../shared/api/till.ts";
import { transferView } from "../../shared/api/transfers.ts";
import { BESA, CELIK, provision } from "../agent/counter.ts";
import { captured } from "../journal/dayRows.ts";
import { CHEAP, memoryStore, testClock, testKeyring } from "../journal/parts.ts";
import { givenBack } from "../journal/steps.ts";
import { temporaryFolder } from "../journal/till.ts";
import { assertUntilSeen } from "../untilSeen.ts";
import { Bookkeeper } from "./bookkeeper.ts";
import { nextItemRow, type Pick } from "./itemWalk.ts";

const approval = { name: BESA.name, pin: BESA.pin };

async function open(): Promise<Counter> {
  const clock = testClock();
  return openCounter({
    dataDir: temporaryFolder(),
    keyring: testKeyring(),
    settings: memoryStore(),
    ports: {
      clock,
      random: systemRandom,
      transport: { send: () => Promise.reject(new Error("Nothing is sent here.")) },
      trust: createTrust([]),
      printing: null,
      forkProcess: forkNodeProcess,
      log: () => undefined,
      appVersion: "1.0.0",
    },
    pinCost: CHEAP,
    provision: () => readProvision(provision),
    training: null,
    emit: () => undefined,
    startTraining: () => Promise.reject(new Error("Nobody trains here.")),
    leaveTraining: () => Promise.reject(new Error("Nobody trains here.")),
    onSessionEnd: () => undefined,
  });
}

class Day {
  readonly counter: Counter;
  readonly book = new Bookkeeper();
  readonly pick: Pick;
  readonly seen = new Set<string>();
  #number = 0;

  constructor(counter: Counter, choices: readonly number[]) {
    this.counter = counter;
    let at = 0;
    this.pick = (options) => {
      const choice = choices[at % choices.length] ?? 0;
      at += 1;
      const chosen = options[(choice + at) % options.length];
      if (chosen === undefined) throw new Error("Nothing to pick from.");
      return chosen;
    };
  }

  get isOpen(): boolean {
    return this.book.shiftId !== "";
  }

  items(): ItemRecord[] {
    const found = this.counter.journal.sql
      .prepare("SELECT record FROM outbox ORDER BY sequence")
      .pluck()
      .all();
    return found.map((record) => itemRecordOf(String(record)));
  }

  async ask(name: string, input: object = {}): Promise<unknown> {
    const reply = await this.counter.answer(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`);
    return reply.value;
  }

  write(row: RowDraft): void {
    this.counter.journal.write(({ append }) => append(row));
  }

  nextNumber(): number {
    const last = this.counter.journal.sql.prepare("SELECT COALESCE(MAX(number), 0) FROM receipt_numbers");
    return Number(last.pluck().get()) + 1;
  }

  amount(): number {
    return this.pick([1, 50, 999, 10_000, 123_456]);
  }

  async step(): Promise<void> {
    if (!this.isOpen) return this.open();
    const step = this.pick([
      ...[
        this.take,
        this.take,
        this.pay,
        this.walk,
        this.walk,
        this.walk,
        this.walk,
        this.giveBack,
        this.move,
      ],
      ...[this.send, this.send, this.end, this.end, this.receive, this.count, this.close],
    ]);
    this.seen.add(step.name);
    await step.call(this);
  }

  async open(): Promise<void> {
    const floatMinor = this.amount();
    const status = tillStatus.parse(await this.ask("till.open", { floatMinor }));
    Object.assign(this.book, { shiftId: status.shiftId, floatMinor, movedMinor: 0 });
  }

  take(): void {
    this.#capture((number, amountMinor) => captured(number, amountMinor, this.book.shiftId));
  }

  /** Only what is there can be paid out. */
  pay(): void {
    const amountMinor = this.amount();
    if (amountMinor > this.book.drawerMinor(this.items())) return;
    this.#capture((number) => {
      const repayment = captured(number, amountMinor, this.book.shiftId);
      if (repayment.kind !== "repayment.captured") throw new Error("This is no repayment.");
      const { offline: _, ...payload } = repayment.payload;
      return {
        ...repayment,
        kind: "payout.handedOver",
        payload: { ...payload, payoutId: `payout-${number}`, checkId: `check-${number}` },
      };
    });
  }

  #capture(row: (number: number, amountMinor: number) => RowDraft): void {
    this.write(row(this.nextNumber(), this.amount()));
  }

  /** Something happens to a payment, perhaps to one of an earlier shift. */
  walk(): void {
    const items = this.items();
    const open = items.filter(({ state }) => !["posted", "refused", "voided"].includes(state));
    if (open.length === 0) return;
    const row = nextItemRow(this.pick(open), this.pick);
    if (row !== null) this.write(row);
  }

  giveBack(): void {
    const due = this.items().filter(
      ({ kind, state, givenBack: done }) =>
        kind === "repayment" && !done && (state === "refused" || state === "voided"),
    );
    if (due.length === 0) return;
    const item = this.pick(due);
    if (item.amountMinor > this.book.drawerMinor(this.items())) return;
    this.write(givenBack(this.nextNumber(), this.book.shiftId, { itemId: item.itemId }));
    // Of an earlier shift: this drawer pays for what that one took.
    if (item.shiftId !== this.book.shiftId) this.book.movedMinor -= item.amountMinor;
  }

  async move(): Promise<void> {
    const amountMinor = this.amount();
    const direction =
      amountMinor > this.book.drawerMinor(this.items()) ? "in" : this.pick(["in", "out"] as const);
    await this.ask("till.move", { direction, amountMinor, reason: "Change" });
    this.book.movedMinor += direction === "in" ? amountMinor : -amountMinor;
  }

  async send(): Promise<void> {
    const amountMinor = this.amount();
    if (amountMinor > this.book.drawerMinor(this.items())) return;
    const kind = this.pick(["safe", "till"] as const);
    const atOnce = kind === "safe" && this.pick([true, false, false]);
    const sent = transferView.parse(
      await this.ask("till.transfer", {
        ...{ to: { kind, name: "Other" }, amountMinor },
        ...(atOnce ? { approval } : {}),
      }),
    );
    this.book.movedMinor -= amountMinor;
    if (!atOnce) this.book.underWay.set(sent.transferId, amountMinor);
  }

  async end(): Promise<void> {
    const [transferId] = this.book.underWay.keys();
    if (transferId === undefined) return;
    const amountMinor = this.book.underWay.get(transferId) ?? 0;
    this.book.underWay.delete(transferId);
    if (this.pick([true, false])) await this.ask("till.transferAccepted", { transferId, approval });
    else {
      await this.ask("till.transferBack", { transferId, reason: "Nobody was there.", approval });
      this.book.movedMinor += amountMinor;
    }
  }

  async receive(): Promise<void> {
    this.#number += 1;
    const slip = { installationId: "abcdef", number: this.#number, currency: "ALL", training: false };
    const to = `${provision.office} ${provision.till}`;
    const amountMinor = this.amount();
    const code = transferCode({ ...slip, to, amountMinor }, "their secret");
    await this.ask("till.accept", { code, amountMinor });
    this.book.movedMinor += amountMinor;
  }

  async count(): Promise<void> {
    await this.ask("till.count", { counts: [{ denominationMinor: 100, pieces: this.pick([0, 1, 10]) }] });
  }

  async close(): Promise<void> {
    const holds = this.book.drawerMinor(this.items());
    // Some cash is missing or too much now and then; a drawer never holds less than nothing.
    const countedMinor = Math.max(0, holds + this.pick([0, 0, -1, 500]));
    const report = shiftReport.parse(
      await this.ask("till.close", {
        counts: countedMinor === 0 ? [] : [{ denominationMinor: countedMinor, pieces: 1 }],
        ...(countedMinor === holds ? {} : { note: "Counted twice.", approval }),
      }),
    );
    expect(report).toMatchObject({ countedMinor, differenceMinor: countedMinor - holds });
    expect(report.status).toMatchObject(this.book.lines(this.items()));
    expect(report.movements.reduce((sum, { sumMinor }) => sum + sumMinor, 0)).toBe(holds);
    this.book.shiftId = "";
  }

  async assertRight(): Promise<void> {
    if (!this.isOpen) return;
    const status = tillStatus.parse(await this.ask("till.status"));
    const lines = this.book.lines(this.items());
    expect(status).toMatchObject(lines);
    const { underWayMinor: _, ...inDrawer } = lines;
    expect(status.expectedMinor).toBe(Object.values(inDrawer).reduce((sum, line) => sum + line, 0));
    expect(status.expectedMinor).toBe(this.book.drawerMinor(this.items()));
  }
}

const everything = ["close", "count", "end", "giveBack", "move", "pay", "receive", "send", "take", "walk"];
const runs = Number(process.env["TILL_RUNS"] ?? 4);

test("expected = float + moved + confirmed + queued + not yet certain + to return, through any day", async () => {
  const seen = new Set<string>();
  await assertUntilSeen(
    fc.asyncProperty(fc.array(fc.nat(10_000), { minLength: 60, maxLength: 90 }), async (choices) => {
      const counter = await open();
      try {
        const { name, pin } = CELIK;
        const day = new Day(counter, choices);
        await day.ask("staff.signIn", { name, pin });
        for (let step = 0; step < choices.length; step += 1) {
          await day.step();
          await day.assertRight();
        }
        for (const name of day.seen) seen.add(name);
        const reports = JSON.stringify(await day.ask("till.report"));
        const before = digestDerived(counter.journal.sql, projections);
        counter.journal.rebuild();
        expect(digestDerived(counter.journal.sql, projections)).toEqual(before);
        expect(JSON.stringify(await day.ask("till.report"))).toBe(reports);
        await day.assertRight();
        expect(counter.journal.verify()).toMatchObject({ ok: true });
      } finally {
        await counter.close();
      }
    }),
    runs,
    () => everything.every((act) => seen.has(act)),
  );
  expect([...seen].toSorted()).toEqual(everything);
}, 180_000);
