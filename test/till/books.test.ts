// The till from aside, before a real training lender: the partner's balance, the day as a picture, the frozen Z report.
import { expect, test } from "vitest";
import { factsLine } from "../../shared/entryLine.ts";
import {
  ANA,
  officeWith,
  refusal,
  signIn,
  BESA as TILL_BESA,
  CELIK as TILL_CELIK,
  value,
} from "../agent/counter.ts";
import { BESA, CELIK, type Counter, FLOAT, openCounter } from "../desks/counter.ts";

const LOAN = "80001";
const OTHER = "80002";
const note = (denominationMinor: number, pieces: number) => ({ denominationMinor, pieces });
const approval = { name: BESA.name, pin: BESA.pin };

async function balance({ agent }: Counter) {
  const { balances } = await value(agent.call("till.partnerBalance", { providerId: "iute" }));
  const [one] = balances;
  if (one === undefined) throw new Error("There is no balance.");
  return one;
}

test("the balance with the lender: payouts down, repayments up, what is not certain apart", async () => {
  const counter = await openCounter({ examples: true, limits: { absentQuarantineMs: 600_000 } });
  expect(await balance(counter)).toMatchObject({
    opening: null,
    balanceMinor: 0,
    balanceIfAllBookedMinor: 0,
  });

  // In doubt while the supervisor enters the balance: it is no part of the lender's statement.
  await counter.check(LOAN, 10_000);
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "insertRepayment" });
  const doubt = await counter.capture(LOAN, 10_000);
  await counter.itemTo(doubt.itemId, "unconfirmed");
  const settled = await counter.capture(OTHER, 3_000);
  await counter.itemTo(settled.itemId, "posted/confirmed");
  const statement = { providerId: "iute", balanceMinor: -2_000_000, note: "Statement of today, 9:00." };
  expect(await refusal(counter.agent.call("till.setPartnerBalance", statement))).toMatchObject({
    code: "wrongRole",
  });
  await counter.signIn(BESA);
  expect(await value(counter.agent.call("till.setPartnerBalance", statement))).toMatchObject({
    opening: { balanceMinor: -2_000_000, by: "Besa", note: statement.note },
    repaymentsCertainMinor: 0,
    repaymentsNotYetMinor: 10_000,
    balanceMinor: -2_000_000,
    balanceIfAllBookedMinor: -1_990_000,
  });

  const repaid = await counter.capture(OTHER, 5_000);
  await counter.itemTo(repaid.itemId, "posted/confirmed");
  const { loanId } = await counter.authorised();
  const { checkId, amountMinor } = await counter.releaseCheck(loanId);
  const paid = await counter.handOver(checkId);
  await counter.itemTo(paid.itemId, "posted/confirmed");
  expect(await balance(counter)).toMatchObject({
    payoutsCertainMinor: -amountMinor,
    payoutsNotYetMinor: 0,
    repaymentsCertainMinor: 5_000,
    repaymentsNotYetMinor: 10_000,
    balanceMinor: -2_000_000 - amountMinor + 5_000,
    balanceIfAllBookedMinor: -2_000_000 - amountMinor + 15_000,
  });
  const { balances } = await value(counter.agent.call("till.partnerBalance", {}));
  expect(balances.map(({ providerId }) => providerId)).toEqual(["iute"]);
  expect(await refusal(counter.agent.call("till.partnerBalance", { providerId: "none" }))).toMatchObject({
    code: "unknownProvider",
  });
});

test("the day as a picture: cash over time equals the drawer, and the hours what was taken and paid", async () => {
  const counter = await openCounter({ examples: true });
  await value(counter.agent.call("till.move", { direction: "out", amountMinor: 500, reason: "Stamps" }));
  await counter.capture(LOAN, 10_000);
  const last = await counter.capture(OTHER, 7_000);
  await counter.itemTo(last.itemId, "posted/confirmed");
  const day = await value(counter.agent.call("till.day", {}));
  expect(day.currency).toBe("MDL");
  expect(day.shifts).toMatchObject([{ openedBy: "Celik", closedAt: null }]);
  expect(day.points.map(({ kind, cashMinor }) => [kind, cashMinor])).toEqual([
    ["till.opened", FLOAT],
    ["till.moved", FLOAT - 500],
    ["repayment.captured", FLOAT + 9_500],
    ["repayment.captured", FLOAT + 16_500],
  ]);
  expect(day.points.at(-1)?.cashMinor).toBe((await counter.till()).expectedMinor);
  const sum = (of: (hour: (typeof day.hours)[number]) => number) =>
    day.hours.reduce((all, hour) => all + of(hour), 0);
  expect([
    sum((hour) => hour.repayments),
    sum((hour) => hour.repaymentsMinor),
    sum((hour) => hour.payouts),
  ]).toEqual([2, 17_000, 0]);
  const { expectedMinor } = await counter.till();
  await value(counter.agent.call("till.close", { counts: [note(expectedMinor, 1)] }));
  const closed = await value(counter.agent.call("till.day", { businessDate: day.businessDate }));
  expect(closed.points.at(-1)).toMatchObject({ kind: "till.closed", cashMinor: expectedMinor });
  expect(await value(counter.agent.call("till.day", { businessDate: "2001-01-01" }))).toMatchObject({
    shifts: [],
    points: [],
    hours: [],
  });
});

test("a doubt goes home by name and is signed for; the Z report stays as it was when the doubt is settled", async () => {
  const counter = await openCounter({ examples: true });
  await counter.check(LOAN, 10_000);
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "insertRepayment" });
  const { itemId, receiptNo } = await counter.capture(LOAN, 10_000);
  await counter.itemTo(itemId, "attention/absentTwice");
  const counts = [note(FLOAT + 10_000, 1)];
  expect(await refusal(counter.agent.call("till.close", { counts, carriedOver: [] }))).toMatchObject({
    code: "wrongState",
    field: "carriedOver",
    retry: true,
  });
  const report = await value(counter.agent.call("till.close", { counts, carriedOver: [itemId] }));
  expect(report).toMatchObject({
    differenceMinor: 0,
    carriedOverSigned: true,
    status: { unconfirmedMinor: 10_000, confirmedMinor: 0, items: { attention: 1 } },
    openItems: [
      { itemId, receiptNo, loanRef: LOAN, amountMinor: 10_000, state: "attention", reason: "absentTwice" },
    ],
  });
  expect(await value(counter.agent.call("till.handover", {}))).toMatchObject({
    lastShift: { closedBy: "Celik", differenceMinor: 0 },
    carriedOver: [{ itemId, state: "attention" }],
  });

  await value(
    counter.agent.call("outbox.resolve", {
      itemId,
      decision: "sendAgain",
      note: "Not there twice.",
      approval,
    }),
  );
  await counter.itemTo(itemId, "posted/confirmed");
  const again = await value(counter.agent.call("till.report", { shiftId: report.shiftId }));
  expect(again).toEqual(report);
  expect(await value(counter.agent.call("till.handover", {}))).toMatchObject({ carriedOver: [] });
  const { shifts, total } = await value(counter.agent.call("till.shifts", {}));
  expect(total).toBe(1);
  expect(shifts).toMatchObject([
    {
      shiftId: report.shiftId,
      closedBy: "Celik",
      countedMinor: FLOAT + 10_000,
      differenceMinor: 0,
      timesCounted: 1,
    },
  ]);
});

test("nothing behind your back: what others and the system changed stands there until it was seen", async () => {
  const counter = await openCounter({ examples: true });
  const news = async () => value(counter.agent.call("till.news", {}));
  const kinds = async () => (await news()).lines.map(({ kind }) => kind);
  expect(await kinds()).toEqual([]);
  // One's own work is no news, and neither is an ordinary booking.
  const good = await counter.capture(OTHER, 1_000);
  await counter.itemTo(good.itemId, "posted/confirmed");
  expect(await kinds()).toEqual([]);
  // The system found a doubt's booking in the books.
  counter.lender.misbehave("error500AfterBooking", 1, { operation: "insertRepayment" });
  const doubt = await counter.capture(LOAN, 10_000);
  await counter.itemTo(doubt.itemId, "posted/inferred");
  expect(await news()).toMatchObject({
    lines: [{ kind: "item.read", actor: "system", itemId: doubt.itemId }],
    more: 0,
  });

  await counter.signIn(BESA);
  await value(counter.agent.call("till.move", { direction: "out", amountMinor: 700, reason: "To the safe" }));
  await counter.signIn(CELIK);
  const seen = await news();
  expect(seen.lines.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
    "item.read system",
    "till.moved Besa",
  ]);
  expect(seen.lines.at(-1)?.summary).toBe("Cash out: 7.00 (To the safe).");
  expect(seen.lines.map(({ facts }) => factsLine(facts, "ro"))).toEqual([
    "starea: înregistrat · certitudinea: dedus din registre",
    "direcția: ieșire · motivul: To the safe",
  ]);
  await value(counter.agent.call("till.newsSeen", { upTo: seen.upTo }));
  expect(await kinds()).toEqual([]);
  const { entries } = await value(counter.agent.call("journal.search", { kinds: ["till.newsSeen"] }));
  expect(entries).toMatchObject([{ actor: "Celik" }]);
  // Seen is not forgotten by a restart, nor by saying it twice, nor for somebody else.
  await counter.restart();
  expect(await kinds()).toEqual([]);
  await value(counter.agent.call("till.newsSeen", { upTo: seen.upTo }));
  expect((await value(counter.agent.call("journal.search", { kinds: ["till.newsSeen"] }))).total).toBe(1);
  await counter.signIn(BESA);
  expect(await kinds()).toEqual([]);
});

test("what was done to a person's own name is news to them", async () => {
  const agent = await officeWith(TILL_BESA);
  await signIn(agent, TILL_CELIK);
  for (let tries = 0; tries < 5; tries += 1)
    await refusal(agent.call("staff.signIn", { name: TILL_BESA.name, pin: "999998" }));
  await signIn(agent, ANA);
  await value(agent.call("staff.unlock", { name: TILL_BESA.name }));
  await signIn(agent, TILL_BESA);
  const { lines } = await value(agent.call("till.news", {}));
  expect(lines.map(({ kind, actor }) => `${kind} ${actor}`)).toEqual([
    ...Array.from({ length: 5 }, () => "staff.refused system"),
    "staff.unlocked Ana",
  ]);
});

test("a signature that was given later is news to whoever it was given for", async () => {
  const agent = await officeWith(ANA);
  await value(agent.call("till.open", { floatMinor: 100 }));
  await value(agent.call("staff.save", { name: TILL_BESA.name, role: "supervisor", active: false }));
  await value(agent.call("till.close", { counts: [], note: "A coin is missing." }));
  await value(agent.call("staff.save", { name: TILL_BESA.name, role: "supervisor", active: true }));
  await signIn(agent, TILL_BESA);
  const { entries } = await value(agent.call("approvals.list", {}));
  await value(agent.call("approvals.sign", { approvalId: entries[0]?.approvalId ?? "" }));
  await signIn(agent, ANA);
  const { lines } = await value(agent.call("till.news", {}));
  expect(lines.map(({ kind, actor, facts }) => [kind, actor, factsLine(facts, "en")])).toEqual([
    ["approval.signed", "Besa", "what: Closing the till with a difference · person: Ana"],
  ]);
});
