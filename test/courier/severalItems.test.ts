/** Items beside and behind each other: one open operation for each loan, and one bad item blocks nobody. */
import { expect, it } from "vitest";
import type { Counter } from "./counter.ts";
import { CLIENT_PIN, INSTALMENT, openCounter } from "./counter.ts";

const GRACE = 2_000;
const QUARANTINE = 15 * 60_000;
const TOTAL = 6 * INSTALMENT;

const statesOf = (counter: Counter, items: readonly string[]) => items.map((item) => counter.state(item));

it("three equal sums of one loan go one by one, each with a baseline of its own", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const items = [1, 2, 3].map(() => counter.capture(loanRef));
  await counter.courier.sync();
  expect(statesOf(counter, items)).toEqual(["acknowledged", "queued", "queued"]);
  for (let round = 0; round < 3; round += 1) await counter.later(GRACE);
  expect(statesOf(counter, items)).toEqual(Array(3).fill("posted/confirmed"));
  const baselines = items.map((item) => counter.item(item).attempts[0]?.baseline);
  expect(baselines).toMatchObject([0, 1, 2].map((times) => ({ repaidMinor: times * INSTALMENT })));
  expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([3, 3 * INSTALMENT]);
});

it("what exceeds the remainder is held, and goes only when a supervisor has decided", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const items = [4 * INSTALMENT, INSTALMENT, 2 * INSTALMENT, INSTALMENT].map((amountMinor) =>
    counter.capture(loanRef, amountMinor),
  );
  await counter.courier.sync();
  for (let round = 0; round < 4; round += 1) await counter.later(GRACE);
  expect(statesOf(counter, items)).toEqual([
    "posted/confirmed",
    "posted/confirmed",
    "held/moreThanOwed",
    "posted/inferred",
  ]);
  expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([3, TOTAL]);
});

it("a supervisor's release sends it untrimmed", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef, TOTAL + 1);
  await counter.courier.sync();
  expect(counter.state(item)).toBe("held/moreThanOwed");
  counter.write({
    kind: "item.released",
    payload: { itemId: item, waives: "moreThanOwed", note: "Costs were added.", approvedBy: "Vera" },
    actor: "Ana",
  });
  await counter.courier.sync();
  expect(counter.lender.requests().at(-1)?.params).toMatchObject({ amount: "6574.09" });
  await counter.later(GRACE);
  expect([counter.state(item), counter.repaid(loanRef)]).toEqual(["refused", 0]);
});

it("a doubt holds the later ones of its loan and of no other", async () => {
  const counter = await openCounter();
  const [doubtful, other] = [await counter.activeLoan(), await counter.activeLoan()];
  const items = [counter.capture(doubtful), counter.capture(doubtful), counter.capture(other)];
  counter.lender.misbehave("error500BeforeBooking", 1);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(statesOf(counter, items)).toEqual(["unconfirmed", "held/earlierDoubt", "posted/confirmed"]);
  await counter.later(QUARANTINE);
  expect(counter.state(items[0] ?? "")).toBe("attention/absentTwice");
  counter.write({
    kind: "item.resolved",
    payload: {
      itemId: items[0] ?? "",
      decision: "notPosted",
      note: "Asked.",
      loanRef: null,
      approvedBy: "Vera",
    },
    actor: "Ana",
  });
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(statesOf(counter, items)).toEqual(["refused", "posted/confirmed", "posted/confirmed"]);
  // A later look at the refused one takes into account what this till has posted since.
  await counter.later(QUARANTINE);
  expect(counter.state(items[0] ?? "")).toBe("refused");
  expect([counter.repaid(doubtful), counter.repaid(other)]).toEqual([INSTALMENT, INSTALMENT]);
});

it("one item whose balance nobody can read blocks nobody", async () => {
  const counter = await openCounter();
  const [bad, good] = [await counter.activeLoan(), await counter.activeLoan()];
  const items = [counter.capture(bad), counter.capture(good)];
  counter.lender.misbehave("numbersInWords", 1, { operation: "loanInfo" });
  await counter.courier.sync();
  expect(statesOf(counter, items).toSorted()).toEqual(["acknowledged", "held/unreadableBalance"]);
  await counter.later(GRACE);
  await counter.later(GRACE);
  expect(statesOf(counter, items)).toEqual(["posted/confirmed", "posted/confirmed"]);
  expect(counter.arrivals()).toBe(2);
});

it("captured = queued + held + sending + … to the minor unit", async () => {
  const counter = await openCounter();
  const loans = [await counter.activeLoan(), await counter.activeLoan(), await counter.activeLoan()];
  const amounts = loans.map((loanRef, index) => {
    counter.capture(loanRef, 10_000 + index);
    return 10_000 + index;
  });
  counter.lender.misbehave("error500BeforeBooking", 1);
  counter.lender.misbehave("refuse400", 1);
  await counter.courier.sync();
  await counter.later(GRACE);
  const sums = Object.values(counter.sums());
  expect(sums.reduce((total, { amountMinor }) => total + amountMinor, 0)).toBe(
    amounts.reduce((total, amountMinor) => total + amountMinor, 0),
  );
  expect(counter.sums()).toMatchObject({
    unconfirmed: { count: 1 },
    refused: { count: 1 },
    posted: { count: 1 },
  });
});

it("another customer's loan, a loan that is not active and a wrong clock are held before anything is armed", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const notActive = await counter.authorisedLoan();
  const items = [
    counter.capture(loanRef, INSTALMENT, "X00000000X"),
    counter.capture(loanRef, INSTALMENT, ` ${CLIENT_PIN.toLowerCase()}`),
    counter.capture(notActive),
    counter.capture("99999"),
  ];
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(statesOf(counter, items)).toEqual([
    "held/otherCustomer",
    "posted/confirmed",
    "held/noActiveLoan",
    "held/noActiveLoan",
  ]);
  const late = counter.capture(loanRef);
  counter.lender.misbehave("wrongDate", 1);
  await counter.courier.sync();
  expect(counter.state(late)).toBe("held/clock");
  expect(counter.item(late).notes.at(-1)?.text).toBe(
    "This computer's clock is 1440 minutes behind the lender's.",
  );
  expect(counter.arrivals()).toBe(1);
  await counter.later(60_000);
  await counter.later(GRACE);
  expect(counter.state(late)).toBe("posted/confirmed");
});

it("books that show less than before are read again a quarantine later before anything is sent", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const first = counter.capture(loanRef);
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(counter.state(first)).toBe("posted/confirmed");
  await counter.lender.otherOfficeReverses(loanRef, 500);
  const second = counter.capture(loanRef);
  await counter.courier.sync();
  expect(counter.state(second)).toBe("held/unreadableBalance");
  await counter.later(QUARANTINE - 1);
  expect(counter.state(second)).toBe("held/unreadableBalance");
  await counter.later(1);
  await counter.later(GRACE);
  expect([counter.state(second), counter.arrivals()]).toEqual(["posted/confirmed", 2]);
  expect(counter.repaid(loanRef)).toBe(2 * INSTALMENT - 500);
});
