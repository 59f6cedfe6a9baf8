/** Ends of the program and of the disk while money is on its way: nothing is lost, and nothing is sent twice. */
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import type { CourierPoint } from "../../electron/courier/faults.ts";
import { type Counter, INSTALMENT, openCounter } from "./counter.ts";

const GRACE = 2_000;
const QUARANTINE = 15 * 60_000;

/** The program ends at this point, once: from then on it neither does nor writes anything. */
function endingAt(point: CourierPoint) {
  let runsAgain = false;
  const end = (): never => {
    throw new Error(`The program ended at ${point}.`);
  };
  return {
    counter: null as Counter | null,
    reach(reached: CourierPoint) {
      if (runsAgain || reached !== point || this.counter === null) return;
      this.counter.journal.write = end;
      end();
    },
    restart() {
      runsAgain = true;
      this.counter?.restart();
    },
  };
}

it.each<[point: CourierPoint, arrived: number, atStart: string, state: string, sent: number]>([
  ["afterBaseline", 0, "queued", "posted/confirmed", 1],
  ["afterArm", 0, "unconfirmed", "attention/absentTwice", 0],
  ["afterSend", 1, "unconfirmed", "posted/inferred", 1],
  ["afterAnswer", 1, "acknowledged", "posted/confirmed", 1],
])("ended at %s", async (point, arrived, atStart, state, sent) => {
  const ending = endingAt(point);
  const counter = await openCounter({ faults: ending });
  ending.counter = counter;
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef);
  await counter.courier.sync();
  expect(counter.arrivals()).toBe(arrived);
  ending.restart();
  expect(counter.state(item)).toBe(atStart);
  await counter.courier.sync();
  await counter.later(GRACE);
  await counter.later(QUARANTINE);
  expect(counter.state(item)).toBe(state);
  expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([sent, sent * INSTALMENT]);
});

it("a restart starts the quarantine again", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef);
  counter.lender.misbehave("error500BeforeBooking", 1);
  await counter.courier.sync();
  await counter.later(GRACE);
  counter.restart();
  await counter.courier.sync();
  await counter.later(QUARANTINE - 1);
  expect(counter.state(item)).toBe("unconfirmed");
  await counter.later(1);
  expect(counter.state(item)).toBe("attention/absentTwice");
});

it("a clock that is set makes no quarantine shorter", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef);
  counter.lender.misbehave("error500BeforeBooking", 1);
  await counter.courier.sync();
  await counter.later(GRACE);
  counter.clock.set(counter.clock.now() + 24 * 3_600_000);
  await counter.later(10_000);
  expect([counter.state(item), counter.item(item).readings.length]).toEqual(["unconfirmed", 2]);
});

it("an answer that the disk does not take leaves a doubt, never a second sending", async () => {
  let isFull = false;
  const counter = await openCounter({
    faults: {
      reach(point) {
        if (point === "afterSend") isFull = true;
      },
    },
  });
  const write = counter.journal.write.bind(counter.journal);
  counter.journal.write = (work) => {
    if (isFull) throw new Database.SqliteError("database or disk is full", "SQLITE_FULL");
    return write(work);
  };
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef);
  await counter.courier.sync();
  expect([counter.state(item), counter.courier.sending()]).toEqual(["sending", 0]);
  await counter.later(60_000);
  expect([counter.state(item), counter.arrivals()]).toEqual(["sending", 1]);
  isFull = false;
  await counter.courier.sync();
  await counter.later(GRACE);
  expect([counter.state(item), counter.arrivals()]).toEqual(["posted/inferred", 1]);
});

it("a disk that takes no intent sends nothing, and all of it goes later", async () => {
  const counter = await openCounter();
  const write = counter.journal.write.bind(counter.journal);
  const loanRef = await counter.activeLoan();
  const items = [counter.capture(loanRef), counter.capture(await counter.activeLoan())];
  counter.journal.write = () => {
    throw new Database.SqliteError("database or disk is full", "SQLITE_FULL");
  };
  await counter.courier.sync();
  expect([items.map((item) => counter.state(item)), counter.arrivals()]).toEqual([["queued", "queued"], 0]);
  counter.journal.write = write;
  await counter.courier.sync();
  await counter.later(GRACE);
  expect(items.map((item) => counter.state(item))).toEqual(["posted/confirmed", "posted/confirmed"]);
});

it("closing waits for what is being sent and for its answer", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const items = [counter.capture(loanRef), counter.capture(loanRef)];
  counter.lender.misbehave("slow", 1, { operation: "insertRepayment" });
  const carried = counter.courier.sync();
  await expect.poll(() => counter.timer.waiting).toEqual([4_000]);
  const closed = counter.courier.close();
  counter.timer.ring();
  await closed;
  expect(items.map((item) => counter.state(item))).toEqual(["acknowledged", "queued"]);
  await carried;
  await counter.later(GRACE);
  expect(items.map((item) => counter.state(item))).toEqual(["acknowledged", "queued"]);
});

it("a clock that is set back makes no acknowledgement young again", async () => {
  const counter = await openCounter();
  const loanRef = await counter.activeLoan();
  const item = counter.capture(loanRef);
  counter.lender.misbehave("captivePortalEmpty", 1);
  await counter.courier.sync();
  await counter.later(GRACE);
  counter.clock.set(counter.clock.now() - 7 * 24 * 3_600_000);
  for (let hour = 0; hour < 26; hour += 1) await counter.later(3_600_000);
  expect([counter.state(item), counter.arrivals()]).toEqual(["attention/acknowledgedAbsent", 1]);
});
