/** Repayments on their way to the training lender, on good and on bad days, compared with the lender's own books. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Transport } from "../../electron/ports.ts";
import { instant } from "../../shared/dates.ts";
import { INSTALMENT, openCounter } from "./counter.ts";

const QUARANTINE = 15 * 60_000;
const GRACE = 2_000;
const DAY = 24 * 3_600_000;

describe("one repayment", () => {
  it("on a good day is sent, acknowledged and seen in the books", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    await counter.courier.sync();
    expect(counter.state(item)).toBe("acknowledged");
    await counter.later(GRACE);
    expect(counter.state(item)).toBe("posted/confirmed");
    expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([1, INSTALMENT]);
    expect(counter.item(item).attempts[0]?.baseline).toMatchObject({ kind: "loan", repaidMinor: 0 });
    expect(counter.courier.connections()).toMatchObject([{ providerId: "iute", state: "answering" }]);
    for (const event of ["outbox.changed", "till.changed", "connection.changed"])
      expect(counter.events).toContain(event);
  });

  it("carries the date of its capture, not of its sending", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    counter.capture(loanRef);
    counter.clock.advance(3 * DAY);
    await counter.courier.sync();
    const sent = counter.lender.requests().find(({ operation }) => operation === "insertRepayment");
    expect(sent?.params).toMatchObject({ date: "21032025", amount: "1095.68", loanRef });
  });

  it.each(["error500AfterBooking", "html502AfterBooking", "resetAfterBooking", "emptyReplyAfterBooking"])(
    "%s is inferred from the books",
    async (kind) => {
      const counter = await openCounter();
      const loanRef = await counter.activeLoan();
      const item = counter.capture(loanRef);
      counter.lender.misbehave(kind, 1);
      await counter.courier.sync();
      expect(counter.state(item)).toBe("unconfirmed");
      await counter.later(GRACE);
      expect(counter.state(item)).toBe("posted/inferred");
      await counter.later(2 * DAY);
      expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([1, INSTALMENT]);
    },
  );

  it("that times out after it was booked is inferred", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    counter.lender.misbehave("timeoutAfterBooking", 1);
    const arrived = counter.arrival();
    const carried = counter.courier.sync();
    await arrived;
    expect([counter.state(item), counter.courier.sending()]).toEqual(["sending", 1]);
    counter.clock.advance(60_000);
    await carried;
    expect(counter.state(item)).toBe("unconfirmed");
    await counter.later(GRACE);
    expect(counter.state(item)).toBe("posted/inferred");
    expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([1, INSTALMENT]);
  });

  it("that is booked long after we stopped waiting is absent first and inferred later", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    counter.lender.misbehave("lateBooking", 1);
    const carried = counter.courier.sync();
    await expect.poll(() => counter.timer.waiting).toEqual([90_000]);
    counter.clock.advance(60_000);
    await carried;
    await counter.later(GRACE);
    expect([counter.state(item), counter.item(item).readings.length]).toEqual(["unconfirmed", 1]);
    const booked = new Promise<void>((resolve) => counter.lender.subscribe(resolve));
    counter.timer.ring();
    await booked;
    await counter.later(10_000);
    expect(counter.state(item)).toBe("posted/inferred");
    expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([1, INSTALMENT]);
  });

  it.each(["error500BeforeBooking", "resetBeforeBooking", "redirectToLogin", "captivePortal"])(
    "%s at the sending is absent twice and never sent again by itself",
    async (kind) => {
      const counter = await openCounter();
      const loanRef = await counter.activeLoan();
      const item = counter.capture(loanRef);
      counter.lender.misbehave(kind, 1, { operation: "insertRepayment" });
      await counter.courier.sync();
      await counter.later(GRACE);
      expect(counter.state(item)).toBe("unconfirmed");
      await counter.later(QUARANTINE - 1);
      expect(counter.state(item)).toBe("unconfirmed");
      await counter.later(1);
      expect(counter.state(item)).toBe("attention/absentTwice");
      for (let day = 0; day < 3; day += 1) await counter.later(DAY);
      expect(counter.state(item)).toBe("attention/absentTwice");
      expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([1, 0]);
    },
  );

  it("that a person sends again after that gets a baseline of its own", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    counter.lender.misbehave("error500BeforeBooking", 1);
    await counter.courier.sync();
    await counter.later(GRACE);
    await counter.later(QUARANTINE);
    const decided = { itemId: item, decision: "sendAgain", note: "The lender has not got it." } as const;
    counter.write({
      kind: "item.resolved",
      payload: { ...decided, loanRef: null, approvedBy: "Vera" },
      actor: "Ana",
    });
    await counter.courier.sync();
    await counter.later(GRACE);
    expect(counter.state(item)).toBe("posted/confirmed");
    expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([2, INSTALMENT]);
  });

  it("that a late booking overtakes in attention is inferred, not sent again", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    counter.lender.misbehave("error500BeforeBooking", 1);
    await counter.courier.sync();
    await counter.later(GRACE);
    await counter.later(QUARANTINE);
    await counter.lender.otherOfficePays(loanRef, INSTALMENT);
    await counter.later(DAY);
    expect([counter.state(item), counter.arrivals()]).toEqual(["posted/inferred", 1]);
  });

  it("behind a captive portal is held and nothing is armed; it goes on by itself afterwards", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    counter.lender.misbehave("captivePortal", 1);
    await counter.courier.sync();
    expect(counter.state(item)).toBe("held/unreadableBalance");
    expect([counter.item(item).attempts.length, counter.arrivals()]).toEqual([0, 0]);
    expect(counter.courier.connections()).toMatchObject([{ state: "silent" }]);
    // The page itself is kept for whoever asks what came, sealed: in no row, and nowhere in the file.
    const { cells, sql } = counter.journal;
    const { status, body = "" } = cells.get("answers", item);
    expect([status, body]).toEqual([
      expect.stringMatching(/^200 text\/html/),
      expect.stringMatching(/<html/i),
    ]);
    const rows = JSON.stringify(sql.prepare("SELECT * FROM journal").all());
    expect(rows).not.toContain(body.slice(0, 40));
    expect(readFileSync(sql.name, "latin1")).not.toContain(body.slice(0, 40));
    await counter.later(5_000);
    await counter.later(GRACE);
    expect([counter.state(item), counter.arrivals()]).toEqual(["posted/confirmed", 1]);
  });

  it("acknowledged by an empty portal page ages into attention, is never posted and never sent again", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    counter.lender.misbehave("captivePortalEmpty", 1);
    await counter.courier.sync();
    await counter.later(GRACE);
    await counter.later(DAY - GRACE - 1);
    expect(counter.state(item)).toBe("acknowledged");
    // At its age and no later: the reading that says so is due at that very moment.
    expect(counter.item(item).nextAt).toBe(instant(counter.clock.now() + 1));
    await counter.later(1);
    expect(counter.state(item)).toBe("attention/acknowledgedAbsent");
    await counter.later(5 * DAY);
    expect(counter.state(item)).toBe("attention/acknowledgedAbsent");
    expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([1, 0]);
  });

  it("whose books cannot be read for days stays acknowledged", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    await counter.courier.sync();
    counter.lender.misbehave("malformedXml", 100, { operation: "loanInfo" });
    for (let day = 0; day < 4; day += 1) await counter.later(DAY);
    expect(counter.state(item)).toBe("acknowledged");
    counter.lender.calm();
    await counter.later(DAY);
    expect([counter.state(item), counter.arrivals()]).toEqual(["posted/confirmed", 1]);
  });

  it("that the lender refuses is refused once the books show that nothing moved", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    counter.lender.misbehave("refuse400", 1);
    await counter.courier.sync();
    expect(counter.state(item)).toBe("unconfirmed");
    await counter.later(GRACE);
    expect(counter.state(item)).toBe("refused");
    expect(counter.item(item).providerMessage).toBe("The request could not be processed.");
    expect(counter.item(item).readings).toHaveLength(1);
    await counter.later(QUARANTINE);
    expect([counter.state(item), counter.item(item).readings.length]).toEqual(["refused", 2]);
    await counter.later(DAY);
    expect([counter.item(item).readings.length, counter.arrivals()]).toEqual([2, 1]);
  });

  it("is not believed where the computer slept while the answer was awaited", async () => {
    let sleep = () => undefined as unknown;
    const wire = (real: Transport): Transport => ({
      async send(request) {
        const exchange = await real.send(request);
        sleep();
        return exchange;
      },
    });
    const counter = await openCounter({ wire });
    sleep = () => counter.clock.set(counter.clock.now() + 3 * 3_600_000);
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    await counter.courier.sync();
    expect(counter.state(item)).toBe("unconfirmed");
    await counter.later(GRACE);
    expect([counter.state(item), counter.arrivals()]).toEqual(["posted/inferred", 1]);
  });
});

describe("a line that is down", () => {
  it("leaves it in the queue, nothing armed, and it goes by itself when the line is back", async () => {
    const counter = await openCounter();
    const loanRef = await counter.activeLoan();
    await counter.lender.setLine(false);
    const item = counter.capture(loanRef);
    await counter.courier.sync();
    expect([counter.state(item), counter.item(item).attempts.length]).toEqual(["queued", 0]);
    expect(counter.courier.connections()).toMatchObject([{ state: "silent" }]);
    await counter.lender.setLine(true);
    counter.clock.advance(5_000);
    await expect.poll(() => counter.state(item)).toBe("acknowledged");
    counter.clock.advance(GRACE);
    await expect.poll(() => counter.state(item)).toBe("posted/confirmed");
    expect([counter.arrivals(), counter.repaid(loanRef)]).toEqual([1, INSTALMENT]);
  });

  it("between baseline and sending is a fact: sent again after a while, and only then", async () => {
    let cuts = 2;
    const wire = (real: Transport): Transport => ({
      send(request) {
        if (cuts === 0) return real.send(request);
        cuts -= 1;
        // Nobody listens there.
        return real.send({ ...request, url: request.url.replace(/127\.0\.0\.1:\d+/, "127.0.0.1:9") });
      },
    });
    const counter = await openCounter({ wire });
    const loanRef = await counter.activeLoan();
    const item = counter.capture(loanRef);
    await counter.courier.sync();
    expect(counter.state(item)).toBe("queued");
    expect(counter.item(item).attempts).toMatchObject([{ outcome: "notSent", wire: { bytesLeft: false } }]);
    expect(Date.parse(counter.item(item).nextAt ?? "") - counter.clock.now()).toBeGreaterThanOrEqual(2_500);
    counter.clock.advance(5_000);
    await expect.poll(() => counter.item(item).attempts.length).toBe(2);
    await expect.poll(() => counter.state(item)).toBe("queued");
    counter.clock.advance(10_000);
    await expect.poll(() => counter.state(item)).toBe("acknowledged");
    await counter.later(GRACE);
    expect([counter.state(item), counter.arrivals()]).toEqual(["posted/confirmed", 1]);
  });
});
