// Bad days at the till: midnight, days without a closing, people who left, clocks, copies, tools. Each ends in a clear state.

import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { businessDateOf } from "../../shared/dates.ts";
import {
  ANA,
  BESA,
  CELIK,
  officeWith,
  openAgent,
  refusal,
  signIn,
  turnedClock,
  value,
} from "../agent/counter.ts";
import { NELEA, openCounter } from "../desks/counter.ts";
import { temporaryFolder } from "../journal/till.ts";

const HOUR = 3_600_000;
const note = (denominationMinor: number, pieces: number) => ({ denominationMinor, pieces });

test("a shift that is closed after midnight keeps its own day, and the next one has the new day", async () => {
  const clock = turnedClock();
  const agent = await officeWith(CELIK, { clock });
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  const evening = businessDateOf(clock.now());
  // The session ends by itself meanwhile; the shift does not.
  clock.turn(24 * HOUR);
  const morning = businessDateOf(clock.now());
  expect(morning > evening).toBe(true);
  await signIn(agent, CELIK);
  await value(agent.call("till.move", { direction: "in", amountMinor: 500, reason: "Found" }));
  const report = await value(agent.call("till.close", { counts: [note(10_500, 1)] }));
  expect(report).toMatchObject({ businessDate: evening, differenceMinor: 0 });
  await value(agent.call("till.open", { floatMinor: 10_500 }));
  expect(await value(agent.call("till.status"))).toMatchObject({ businessDate: morning, daysOpen: 0 });
  // Both days' pictures: the second begins with what the drawer already held.
  const first = await value(agent.call("till.day", { businessDate: evening }));
  expect(first.points.map(({ kind, cashMinor }) => [kind, cashMinor])).toEqual([["till.opened", 10_000]]);
  const second = await value(agent.call("till.day", { businessDate: morning }));
  expect(second.points.map(({ kind, cashMinor }) => [kind, cashMinor])).toEqual([
    ["till.moved", 10_500],
    ["till.closed", 10_500],
    ["till.opened", 10_500],
  ]);
});

test("two days without closing are said loudly, and money still moves", async () => {
  const clock = turnedClock();
  const agent = await officeWith(CELIK, { clock });
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  clock.turn(48 * HOUR);
  await signIn(agent, BESA);
  expect(await value(agent.call("till.status"))).toMatchObject({
    open: true,
    daysOpen: 2,
    openedBy: "Celik",
  });
  await value(agent.call("till.move", { direction: "in", amountMinor: 1, reason: "Found" }));
  const report = await value(agent.call("till.close", { counts: [note(10_001, 1)] }));
  expect(report).toMatchObject({ openedBy: "Celik", closedBy: "Besa", differenceMinor: 0 });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: false, daysOpen: 0 });
});

test("a clock that was set back changes neither the order nor the sums", async () => {
  const dataDir = temporaryFolder();
  const ahead = turnedClock();
  ahead.turn(30 * HOUR);
  const before = await officeWith(CELIK, { dataDir, clock: ahead });
  await value(before.call("till.open", { floatMinor: 10_000 }));
  await value(before.call("till.count", { counts: [note(9_000, 1)] }));
  await before.close();
  const agent = await officeWith(CELIK, { dataDir, clock: turnedClock() });
  expect(await value(agent.call("till.status"))).toMatchObject({
    open: true,
    daysOpen: 0,
    expectedMinor: 10_000,
  });
  await value(agent.call("till.move", { direction: "out", amountMinor: 1_000, reason: "Stamps" }));
  const report = await value(agent.call("till.close", { counts: [note(9_000, 1)] }));
  expect(report.counts.map(({ number, expectedMinor }) => [number, expectedMinor])).toEqual([
    [1, 10_000],
    [2, 9_000],
  ]);
  expect(await value(agent.call("journal.verify"))).toMatchObject({ ok: true });
});

test("the shift of somebody who left is closed by somebody else, with both names", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  await signIn(agent, ANA);
  await value(agent.call("staff.save", { name: "Celik", role: "cashier", active: false }));
  expect(await value(agent.call("till.status"))).toMatchObject({ openedBy: "Celik", openedByActive: false });
  await signIn(agent, BESA);
  const report = await value(agent.call("till.close", { counts: [note(10_000, 1)] }));
  expect(report).toMatchObject({ openedBy: "Celik", closedBy: "Besa" });
});

test("the report of a closed shift is the same when its people and the office's rules have changed", async () => {
  const agent = await officeWith(ANA);
  await value(agent.call("till.open", { floatMinor: 0 }));
  await signIn(agent, CELIK);
  const closed = await value(agent.call("till.close", { counts: [] }));
  await signIn(agent, BESA);
  await value(agent.call("till.open", { floatMinor: 500 }));
  await signIn(agent, ANA);
  await value(agent.call("staff.save", { name: CELIK.name, role: "cashier", active: false }));
  await value(agent.call("staff.save", { name: "Drita", role: "admin", pin: "730195" }));
  await value(
    agent.call("setup.saveLimits", {
      limits: { blindCount: 0 },
      approval: { name: BESA.name, pin: BESA.pin },
    }),
  );
  await signIn(agent, { name: "Drita", pin: "730195" });
  await value(agent.call("staff.save", { name: ANA.name, role: "admin", active: false }));
  expect(await value(agent.call("till.report", { shiftId: closed.shiftId }))).toEqual(closed);
});

test("signing out leaves the shift open for the next person", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  await value(agent.call("staff.signOut"));
  expect(await refusal(agent.call("till.close", { counts: [] }))).toMatchObject({ code: "notSignedIn" });
  await signIn(agent, BESA);
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, openedBy: "Celik" });
  await value(agent.call("till.close", { counts: [note(10_000, 1)] }));
});

test("a tenfold count is doubted, and nothing is closed by it", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 120_000 }));
  expect(await value(agent.call("till.count", { counts: [note(10_000, 120)] }))).toMatchObject({
    differenceMinor: 1_080_000,
    hint: { kind: "piecesTenTimes", denominationMinor: 10_000, pieces: 108 },
  });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, expectedMinor: 120_000 });
});

test("the currency stays while cash of it is somewhere", async () => {
  const agent = await officeWith(ANA);
  const euros = { office: "Tirana 12", till: "T3", currency: "EUR", language: "sq" };
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  expect(await refusal(agent.call("setup.save", euros))).toMatchObject({
    code: "tillOpen",
    field: "currency",
  });
  const to = { kind: "safe", name: "Safe" } as const;
  const { transferId } = await value(agent.call("till.transfer", { to, amountMinor: 10_000 }));
  const z = await value(agent.call("till.close", { counts: [] }));
  expect(await refusal(agent.call("setup.save", euros))).toMatchObject({
    code: "unsettledItems",
    field: "currency",
  });
  const approval = { name: BESA.name, pin: BESA.pin };
  await value(agent.call("till.transferAccepted", { transferId, approval }));
  await value(agent.call("setup.save", { ...euros, office: "Durrës 1" }));
  expect(await value(agent.call("till.status"))).toMatchObject({ currency: "EUR" });
  // The old report is of another office and another money, and says so.
  expect(await value(agent.call("till.report", {}))).toEqual(z);
  expect(z).toMatchObject({ office: "Tirana 12", currency: "ALL", status: { currency: "ALL" } });
});

test("a second copy of the program on one till says so, and the first goes on", async () => {
  const dataDir = temporaryFolder();
  const agent = await officeWith(CELIK, { dataDir });
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  const second = openAgent({ dataDir });
  expect(await refusal(second.call("till.count", { counts: [] }))).toMatchObject({ code: "alreadyRunning" });
  expect(await value(agent.call("till.count", { counts: [note(10_000, 1)] }))).toMatchObject({
    number: 1,
    differenceMinor: 0,
  });
});

test.each([
  ["a closed shift", "UPDATE shifts SET difference_minor = 0 WHERE closed_sequence IS NOT NULL"],
  ["a count", "DELETE FROM drawer_counts WHERE number = 1"],
  ["a transfer", "UPDATE transfers SET state = 'accepted'"],
])(
  "%s that was changed with a tool is found at the start, and nothing moves until it was decided",
  async (_what, sql) => {
    const dataDir = temporaryFolder();
    const before = await officeWith(CELIK, { dataDir });
    await value(before.call("till.open", { floatMinor: 10_000 }));
    const to = { kind: "safe", name: "Safe" } as const;
    await value(before.call("till.transfer", { to, amountMinor: 1_000 }));
    const approval = { name: BESA.name, pin: BESA.pin };
    const report = await value(
      before.call("till.close", { counts: [note(8_000, 1)], note: "A note is missing.", approval }),
    );
    await before.close();
    const file = new Database(join(dataDir, "journal.sqlite"));
    file.exec(sql);
    file.close();

    const agent = openAgent({ dataDir });
    expect(await value(agent.call("setup.get"))).toMatchObject({ locked: "journalDamaged" });
    const seen = { name: BESA.name, pin: BESA.pin, note: "Rebuilt from the entries." };
    await value(agent.call("setup.acceptData", seen));
    await signIn(agent, CELIK);
    expect(await value(agent.call("till.report", {}))).toEqual(report);
    expect(await value(agent.call("till.handover"))).toMatchObject({
      lastShift: { differenceMinor: -1_000 },
      transfersUnderWay: [{ state: "underWay" }],
    });
  },
);

test("a payout that was begun is settled before anybody counts", async () => {
  const counter = await openCounter();
  const { loanId } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  await value(counter.agent.call("payouts.begin", { checkId, clientPin: NELEA.pin }));
  for (const call of ["till.count", "till.close"])
    expect(await refusal(counter.agent.call(call, { counts: [] }))).toMatchObject({ code: "openOperation" });
  await counter.restart();
  expect(await refusal(counter.agent.call("till.close", { counts: [] }))).toMatchObject({
    code: "openOperation",
  });
  expect(await counter.till()).toMatchObject({ open: true, timesCounted: 0 });
});

test("a lender in another currency than the till's is refused before cash is taken", async () => {
  const counter = await openCounter({ examples: true });
  const { expectedMinor } = await counter.till();
  await value(counter.agent.call("till.close", { counts: [note(expectedMinor, 1)] }));
  await counter.signIn({ name: "Drita", pin: "274913" });
  const { office, till, language } = await value(counter.agent.call("setup.get"));
  const [lender] = (await value(counter.agent.call("setup.providers", {}))).providers;
  if (lender === undefined) throw new Error("There is no lender.");
  const { id, kind, name, baseUrl, settings } = lender;
  await value(
    counter.agent.call("setup.saveProvider", {
      id,
      kind,
      name,
      baseUrl,
      settings: { ...settings, currency: "MDL" },
    }),
  );
  await value(counter.agent.call("setup.save", { office, till, language, currency: "EUR" }));
  await value(counter.agent.call("till.open", { floatMinor: 0 }));
  const repayment = {
    providerId: "iute",
    loanRef: "80001",
    amountMinor: 1_000,
    captureId: "capture-in-euros",
  };
  expect(await refusal(counter.agent.call("repayments.capture", repayment))).toMatchObject({
    code: "notAvailable",
    message: expect.stringContaining("MDL"),
  });
  expect(await counter.till()).toMatchObject({ expectedMinor: 0, currency: "EUR" });
});

test("the pages of the till only look: they keep no counter awake that nobody uses", async () => {
  const clock = turnedClock();
  const agent = await officeWith(CELIK, { clock });
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  const looks = ["till.status", "till.report", "till.handover", "till.shifts", "till.day", "till.transfers"];
  for (let minute = 0; minute < 6; minute += 1) {
    for (const name of [...looks, "till.partnerBalance", "till.news", "disputes.list"])
      await agent.call(name);
    clock.turn(60_000);
  }
  expect(await refusal(agent.call("till.news"))).toMatchObject({ code: "notSignedIn" });
});
