/** Books that somebody else moved in between, and a payment that a proxy sent twice. */
import { expect, it } from "vitest";
import type { Transport } from "../../electron/ports.ts";
import { type Counter, INSTALMENT, openCounter } from "./counter.ts";

const GRACE = 2_000;
const QUARANTINE = 15 * 60_000;
const TOTAL = 6 * INSTALMENT;

/** A counter on which something happens at the lender after the baseline and before the sending. */
async function withInterlude(interlude: (counter: Counter, loanRef: string) => Promise<void>) {
  const between = { happens: async () => undefined as unknown };
  const wire = (real: Transport): Transport => ({
    async send(request) {
      await between.happens();
      return real.send(request);
    },
  });
  const counter = await openCounter({ wire });
  const loanRef = await counter.activeLoan();
  between.happens = () => interlude(counter, loanRef);
  return { counter, loanRef };
}

it("a proxy that repeats the GET is found, the loan is frozen and the next payment of it held", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef);
  const next = counter.capture(loanRef);
  counter.lender.misbehave("duplicateGet", 1);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(item)).toBe("attention/possibleDuplicate");
  await counter.courier.sync();
  expect(counter.state(next)).toBe("held/earlierDoubt");
  const note = "One of them is to be taken back.";
  counter.write({
    kind: "item.resolved",
    payload: { itemId: item, decision: "posted", note, loanRef: null, approvedBy: "Vera" },
    actor: "Ana",
  });
  await counter.courier.sync();
  expect(counter.state(next)).toBe("held/loanFrozen");
  counter.write({
    kind: "loan.unfrozen",
    payload: { providerId: "iute", loanRef, note: "The lender took one back." },
    actor: "Vera",
  });
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(next)).toBe("posted/confirmed");
  expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([2, 3 * INSTALMENT]);
});

it.each<[what: string, paidMinor: number, misbehaviour: string | null, state: string]>([
  ["another sum, ours acknowledged", 5_000, null, "posted/inferred"],
  ["the same sum, ours acknowledged", INSTALMENT, null, "attention/possibleDuplicate"],
  ["another sum, ours in doubt and booked", 5_000, "error500AfterBooking", "attention/movedByOther"],
  ["another sum, ours in doubt and lost", 5_000, "error500BeforeBooking", "attention/movedByOther"],
  ["the same sum, ours in doubt and lost", INSTALMENT, "error500BeforeBooking", "posted/inferred"],
  ["the same sum, ours refused", INSTALMENT, "refuse400", "attention/movedByOther"],
])("another office pays %s: %s", async (_, paidMinor, misbehaviour, state) => {
  const { counter, loanRef } = await withInterlude((at, ref) => at.lender.otherOfficePays(ref, paidMinor));
  if (misbehaviour !== null) counter.lender.misbehave(misbehaviour, 1);
  const item = counter.capture(loanRef);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(item)).toBe(state);
  await counter.later(QUARANTINE);
  expect([counter.state(item), counter.arrivals()]).toEqual([state, 1]);
});

it("a sum of others is named in a note", async () => {
  const { counter, loanRef } = await withInterlude((at, ref) => at.lender.otherOfficePays(ref, 5_000));
  const item = counter.capture(loanRef);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.item(item).notes.at(-1)?.text).toBe(
    "The lender's books moved by 1145.68: 50.00 of it was booked by somebody else in between.",
  );
});

it("a payment that another office takes back moves the books backwards", async () => {
  const { counter, loanRef } = await withInterlude((at, ref) => at.lender.otherOfficeReverses(ref, 20_000));
  await counter.lender.otherOfficePays(loanRef, 20_000);
  counter.lender.misbehave("error500BeforeBooking", 1);
  const item = counter.capture(loanRef);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(item)).toBe("attention/movedBackwards");
});

it.each<[what: string, misbehaviour: string | null, soon: string, late: string]>([
  ["clean", null, "posted/inferred", "posted/inferred"],
  ["in doubt", "error500AfterBooking", "unconfirmed", "posted/inferred"],
])("the whole remainder, %s: the loan is gone", async (_, misbehaviour, soon, late) => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  if (misbehaviour !== null) counter.lender.misbehave(misbehaviour, 1);
  const item = counter.capture(loanRef, TOTAL);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(item)).toBe(soon);
  await counter.later(QUARANTINE);
  expect(counter.state(item)).toBe(late);
  expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([1, TOTAL]);
});

it("a loan that others repaid in between leaves our doubt to a person", async () => {
  const { counter, loanRef } = await withInterlude((at, ref) => at.lender.otherOfficePays(ref, TOTAL));
  const item = counter.capture(loanRef);
  counter.lender.misbehave("error500BeforeBooking", 1);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(item)).toBe("unconfirmed");
  await counter.later(QUARANTINE);
  expect([counter.state(item), counter.arrivals()]).toEqual(["attention/loanGone", 1]);
});
