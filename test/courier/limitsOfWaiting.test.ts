// What waited too long goes only after a person has looked, and whatever waits for a time says until when.
import { expect, it } from "vitest";
import { instant } from "../../shared/dates.ts";
import { INSTALMENT, openCounter } from "./counter.ts";

const HOUR = 3_600_000;

it("what waited longer than the office allows is held before anything is armed, and goes when it is released", async () => {
  const counter = await openCounter({ limits: { offlineMaxHours: 72 } });
  const loanRef = await counter.activeLoan();
  await counter.lender.setLine(false);
  const old = counter.capture(loanRef);
  await counter.courier.sync();
  await counter.later(71 * HOUR);
  const young = counter.capture(loanRef, 50_000);
  await counter.later(2 * HOUR);
  await counter.lender.setLine(true);
  await counter.courier.sync();
  expect(counter.state(old)).toBe("held/cap");
  expect(counter.item(old).notes.at(-1)?.text).toBe(
    "It has waited for 73 hours, longer than the 72 that this office allows.",
  );
  // It blocks nobody: the younger one of the same loan goes.
  await counter.later(2_000);
  expect([counter.state(young), counter.repaid(loanRef)]).toEqual(["posted/confirmed", 50_000]);
  expect(counter.arrivals()).toBe(1);

  counter.write({
    kind: "item.released",
    payload: { itemId: old, waives: "cap", note: "The customer was called.", approvedBy: "Vera" },
    actor: "Ana",
  });
  await counter.courier.sync();
  await counter.later(2_000);
  expect([counter.state(old), counter.repaid(loanRef)]).toEqual(["posted/confirmed", 50_000 + INSTALMENT]);
});

it("a limit that is lowered later does not hold what was taken within it", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  await counter.lender.setLine(false);
  const item = counter.capture(loanRef);
  Object.assign(counter.limits, { offlineMaxAmountMinor: 1, offlineMaxTotalMinor: 1, offlineMaxCount: 0 });
  await counter.lender.setLine(true);
  await counter.courier.sync();
  await counter.later(2_000);
  expect(counter.state(item)).toBe("posted/confirmed");
});

it("what is held back after restored data is passed by: only a person ends that", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef);
  counter.write({
    kind: "item.held",
    payload: { itemId: item, reason: "sendingOff", detail: "An older copy was put back.", reading: null },
    actor: "Eva",
  });
  await counter.courier.sync();
  await counter.later(48 * HOUR);
  expect([counter.state(item), counter.arrivals()]).toEqual(["held/sendingOff", 0]);
  const released = (actor: string) =>
    counter.write({
      kind: "item.released",
      payload: { itemId: item, waives: null, note: null, approvedBy: null },
      actor,
    });
  expect(() => released("system")).toThrow("by a person only");
  released("Eva");
  await counter.courier.sync();
  expect(counter.arrivals()).toBe(1);
});

it("tells when it acts next: after a line that is down, after a doubt, and not where it only waits for a turn", async () => {
  const counter = await openCounter({ limits: { retryBaseMs: 60_000 } });
  const loanRef = await counter.activeLoan();
  const due = (itemId: string) => counter.courier.dueAt(counter.item(itemId));
  await counter.lender.setLine(false);
  const item = counter.capture(loanRef);
  await counter.courier.sync();
  const after = Date.parse(due(item) ?? "") - counter.clock.now();
  expect(after).toBeGreaterThanOrEqual(30_000);
  expect(after).toBeLessThanOrEqual(60_000);

  await counter.lender.setLine(true);
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "insertRepayment" });
  await counter.courier.sync();
  expect(counter.state(item)).toBe("unconfirmed");
  expect(due(item)).toBe(instant(counter.clock.now() + 2_000));
  const behind = counter.capture(loanRef, 50_000);
  expect(due(behind)).toBeNull();
});
