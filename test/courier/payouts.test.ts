/** Confirmations of cash that has left the till, at the training lender. */
import { expect, it } from "vitest";
import { openCounter } from "./counter.ts";

const GRACE = 2_000;

const CONFIRM = { operation: "confirmCashRelease" } as const;

it.each<[misbehaviour: string | null, state: string, step: string]>([
  [null, "posted/confirmed", "active"],
  ["error500AfterBooking", "posted/inferred", "active"],
  ["error500BeforeBooking", "attention/absentTwice", "authorised"],
  ["captivePortal", "attention/absentTwice", "authorised"],
  ["refuse400", "attention/paidOutNotAccepted", "authorised"],
  // The second copy is refused, but the answer to the first came back.
  ["duplicateGet", "posted/confirmed", "active"],
])("%s: %s, the loan is %s", async (misbehaviour, state, step) => {
  const counter = await openCounter();
  const loanRef = await counter.authorisedLoan();
  if (misbehaviour !== null) counter.lender.misbehave(misbehaviour, 1, CONFIRM);
  const item = counter.payOut(loanRef);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(item)).toBe(state);
  await counter.later(24 * 3_600_000);
  expect(counter.state(item)).toBe(state);
  expect(counter.arrivals("confirmCashRelease")).toBe(1);
  expect(counter.lender.books().loans.find((loan) => loan.loanRef === loanRef)?.step).toBe(step);
});

it("a person may send it again at once, without a quarantine", async () => {
  const counter = await openCounter();
  const loanRef = await counter.authorisedLoan();
  counter.lender.misbehave("resetBeforeBooking", 1, CONFIRM);
  const item = counter.payOut(loanRef);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.item(item).readings).toMatchObject([
    { kind: "noActiveLoan" },
    { kind: "release", allowed: true },
  ]);
  counter.write({
    kind: "item.resolved",
    payload: { itemId: item, decision: "sendAgain", note: "Not there.", loanRef: null, approvedBy: "Vera" },
    actor: "Ana",
  });
  await counter.courier.sync();
  await counter.later(GRACE);
  expect([counter.state(item), counter.arrivals("confirmCashRelease")]).toEqual(["posted/confirmed", 2]);
});

it("another office has paid the same loan: loud, and never refused", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const item = counter.payOut(loanRef);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(item)).toBe("attention/paidOutNotAccepted");
  expect(counter.item(item).providerMessage).toContain("Cash release cannot be confirmed");
});

it("goes before a repayment that was taken earlier, whatever the clocks say", async () => {
  const counter = await openCounter();
  const [repaid, paidOut] = [await counter.activeLoan(), await counter.authorisedLoan()];
  counter.capture(repaid);
  const item = counter.payOut(paidOut);
  counter.lender.misbehave("wrongDate", 3);
  await counter.courier.sync();
  const sent = counter.lender.requests().map(({ operation }) => operation);
  expect(sent.slice(-4)).toContain("confirmCashRelease");
  expect(counter.state(item)).toBe("acknowledged");
});

it("goes before a repayment that was taken for the same loan too early, which follows it", async () => {
  const counter = await openCounter();
  const loanRef = await counter.authorisedLoan();
  const early = counter.capture(loanRef, 10_000);
  await counter.courier.sync();
  expect(counter.state(early)).toBe("held/noActiveLoan");
  const item = counter.payOut(loanRef);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(item)).toBe("posted/confirmed");
  await counter.later(15 * 60_000);
  await counter.later(GRACE);
  expect([counter.state(early), counter.repaid(loanRef)]).toEqual(["posted/confirmed", 10_000]);
});
