/** Credentials that are refused in the middle of the queue: stop at the first, ask, read it back, go on. */
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { INSTALMENT, openCounter } from "./counter.ts";

const GRACE = 2_000;

it("refused at the sending: the queue stops, new ones read it back, the others go on, that one waits for a person", async () => {
  const counter = await openCounter();
  const [refused, other] = [await counter.activeLoan(), await counter.activeLoan()];
  const item = counter.capture(refused);
  counter.lender.misbehave("credentials403", 1, { operation: "insertRepayment" });
  await counter.courier.sync();
  const later = counter.capture(other);
  await counter.later(GRACE);
  expect([counter.state(item), counter.state(later)]).toEqual(["unconfirmed", "queued"]);
  expect(counter.courier.connections()).toMatchObject([{ state: "credentials" }]);
  const readings = () => counter.arrivals("loanInfo");
  const before = readings();
  await counter.later(3_600_000);
  expect([readings(), counter.arrivals()]).toEqual([before, 1]);

  counter.restart();
  await counter.later(GRACE);
  expect([readings(), counter.arrivals()]).toEqual([before, 1]);

  counter.courier.credentialsRenewed("iute");
  await counter.courier.sync();
  expect(counter.state(item)).toBe("held/credentials");
  await counter.later(GRACE);
  expect(counter.state(later)).toBe("posted/confirmed");
  await counter.later(3_600_000);
  expect([counter.state(item), counter.arrivals()]).toEqual(["held/credentials", 2]);

  counter.write({
    kind: "item.released",
    payload: { itemId: item, waives: "credentials", note: "Looked at it.", approvedBy: "Vera" },
    actor: "Ana",
  });
  await counter.courier.sync();
  await counter.later(GRACE);
  expect([counter.state(item), counter.repaid(refused)]).toEqual(["posted/confirmed", INSTALMENT]);
});

it("refused at the baseline: nothing is armed, and it goes by itself with new ones", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef);
  counter.lender.misbehave("credentials403", 1);
  await counter.courier.sync();
  expect([counter.state(item), counter.item(item).attempts.length]).toEqual(["held/credentials", 0]);
  await counter.later(3_600_000);
  expect(counter.state(item)).toBe("held/credentials");
  counter.courier.credentialsRenewed("iute");
  await counter.courier.sync();
  await counter.later(GRACE);
  expect([counter.state(item), counter.arrivals()]).toEqual(["posted/confirmed", 1]);
});

it("refused while a desk asked something: the queue stops as well", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  counter.lender.misbehave("credentials403", 1);
  expect(await counter.courier.readBooks("iute", loanRef)).toMatchObject({ kind: "unavailable" });
  const item = counter.capture(loanRef);
  await counter.courier.sync();
  expect([counter.state(item), counter.arrivals()]).toEqual(["queued", 0]);
  expect(counter.courier.connections()).toMatchObject([{ state: "credentials" }]);
});

it("a disk that is full while it would go on asks the lender once, not without end", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef);
  counter.lender.misbehave("credentials403", 1);
  await counter.courier.sync();
  counter.courier.credentialsRenewed("iute");
  const asked = counter.arrivals("loanInfo");
  const write = counter.journal.write.bind(counter.journal);
  counter.journal.write = () => {
    throw new Database.SqliteError("database or disk is full", "SQLITE_FULL");
  };
  await counter.courier.sync();
  expect([counter.state(item), counter.arrivals("loanInfo") - asked]).toEqual(["held/credentials", 1]);
  counter.journal.write = write;
  await counter.courier.sync();
  await counter.later(GRACE);
  expect([counter.state(item), counter.arrivals()]).toEqual(["posted/confirmed", 1]);
});
