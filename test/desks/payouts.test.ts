/** Cash that leaves the till: only with the lender's fresh permission, to the right person, once; and after a crash. */
import { expect, test } from "vitest";
import type { Transport } from "../../electron/ports.ts";
import { value } from "../agent/counter.ts";
import { BESA, CELIK, type Counter, decide, FLOAT, INSTALMENT, NELEA, openCounter } from "./counter.ts";

const clientPin = NELEA.pin;
const approval = { name: BESA.name, pin: BESA.pin };

/** Nothing has left: neither the drawer nor the lender's books show a payout. */
async function expectNothingPaid(counter: Counter, loanRef: string) {
  expect(counter.books(loanRef).step).not.toBe("active");
  expect(counter.arrivals("confirmCashRelease")).toBe(0);
  expect(await counter.till()).toMatchObject({ expectedMinor: FLOAT });
}

test("another person's PIN gets no cash, and neither does a changed one", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  for (const wrong of ["I80606014M", "80606014", "I80606014N0", "<b>"])
    for (const call of ["payouts.begin", "payouts.handOver"])
      expect(await counter.refusal(call, { checkId, clientPin: wrong })).toMatchObject({
        code: "wrongCustomer",
        field: "clientPin",
      });
  await expectNothingPaid(counter, loanRef);
  expect((await counter.handOver(checkId, " i80606014n ")).state).toBe("queued");
});

test("a step skipped is refused with a code, and no check of another loan opens the drawer", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.apply();
  expect(await counter.refusal("payouts.check", { loanId })).toMatchObject({ code: "stepOutOfOrder" });
  expect(await counter.refusal("payouts.check", { loanId: "loan-none" })).toMatchObject({
    code: "unknownLoan",
  });
  expect(await counter.refusal("payouts.handOver", { checkId: "check-none", clientPin })).toMatchObject({
    code: "unknownCheck",
  });
  await decide(counter.lender, loanRef, "approve");
  await counter.refresh(loanId);
  expect(await counter.refusal("payouts.check", { loanId })).toMatchObject({ code: "stepOutOfOrder" });
  await expectNothingPaid(counter, loanRef ?? "");
});

test("a permission that was not given, that is too old, or that a newer check replaced, pays nothing", async () => {
  const counter = await openCounter({ limits: { releaseCheckSeconds: 0 } });
  const { loanId, loanRef } = await counter.authorised();
  const old = await counter.releaseCheck(loanId);
  expect(await counter.refusal("payouts.handOver", { checkId: old.checkId, clientPin })).toMatchObject({
    code: "checkExpired",
    retry: true,
  });
  await counter.releaseCheck(loanId);
  expect(await counter.refusal("payouts.begin", { checkId: old.checkId, clientPin })).toMatchObject({
    code: "unknownCheck",
  });
  await expectNothingPaid(counter, loanRef);
});

test("a check of before a restart is too old; not allowed is a value, and 400 means not allowed", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  await counter.restart();
  expect(await counter.refusal("payouts.handOver", { checkId, clientPin })).toMatchObject({
    code: "checkExpired",
  });
  counter.lender.misbehave("refuse400", 1, { operation: "allowCashRelease" });
  const refused = await counter.releaseCheck(loanId);
  expect(refused).toMatchObject({ allowed: false, amountMinor: 500_000, clientName: "Nelea Iacovet" });
  expect(refused.message).toMatch(/\w+ \w+/);
  expect(await counter.refusal("payouts.handOver", { checkId: refused.checkId, clientPin })).toMatchObject({
    code: "releaseNotAllowed",
    message: refused.message,
  });
  await expectNothingPaid(counter, loanRef);
});

test.each([
  ["loan_amount", "5000.01", "amountDiffers", {}],
  ["client_pin", "I99999999Z", "wrongCustomer", { field: "clientPin" }],
] as const)("the lender allows with another %s: nothing is paid", async (element, text, code, field) => {
  const counter = await openCounter({
    wire: rewriting("/allow/cash/release", new RegExp(`<${element}>[^<]*`), `<${element}>${text}`),
  });
  const { loanId, loanRef } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  for (const call of ["payouts.begin", "payouts.handOver"])
    expect(await counter.refusal(call, { checkId, clientPin })).toMatchObject({ code, ...field });
  // Nor does the person whom the lender names get what somebody else has applied for.
  expect(await counter.refusal("payouts.handOver", { checkId, clientPin: "I99999999Z" })).toMatchObject({
    code: "wrongCustomer",
  });
  await expectNothingPaid(counter, loanRef);
});

/** Changes a word in the lender's answers to one call, on the way. */
function rewriting(path: string, from: RegExp, to: string): (real: Transport) => Transport {
  return (real) => ({
    async send(request) {
      const exchange = await real.send(request);
      if (!request.url.includes(path) || exchange.response === null) return exchange;
      const body = Buffer.from(exchange.response.body.toString("utf8").replace(from, to), "utf8");
      return { ...exchange, response: { ...exchange.response, body } };
    },
  });
}

test("never offline: without an answer of the lender no check is made", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.authorised();
  await counter.lender.setLine(false);
  expect(await counter.refusal("payouts.check", { loanId })).toMatchObject({
    code: "mustBeOnline",
    retry: true,
  });
  await counter.lender.setLine(true);
  counter.lender.misbehave("captivePortal", 1, { operation: "allowCashRelease" });
  expect(await counter.refusal("payouts.check", { loanId })).toMatchObject({ code: "providerUnclear" });
  await expectNothingPaid(counter, loanRef);
});

test("an open shift with enough cash is needed", async () => {
  const counter = await openCounter({ closedTill: true });
  const { loanId, loanRef } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  expect(await counter.refusal("payouts.handOver", { checkId, clientPin })).toMatchObject({
    code: "tillClosed",
  });
  await value(counter.agent.call("till.open", { floatMinor: 499_999 }));
  expect(await counter.refusal("payouts.begin", { checkId, clientPin })).toMatchObject({ code: "cashShort" });
  await value(
    counter.agent.call("till.move", { direction: "in", amountMinor: 1, reason: "A coin from the safe." }),
  );
  expect((await counter.handOver(checkId)).state).toBe("queued");
  expect(counter.books(loanRef).step).not.toBe("cancelled");
});

test("a large payout needs a second person, once", async () => {
  const counter = await openCounter({ limits: { payoutApprovalAboveMinor: 499_999 } });
  const { loanId } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  expect(await counter.refusal("payouts.begin", { checkId, clientPin })).toMatchObject({
    code: "approvalNeeded",
  });
  expect(
    await counter.refusal("payouts.begin", {
      checkId,
      clientPin,
      approval: { name: CELIK.name, pin: CELIK.pin },
    }),
  ).toMatchObject({ code: "approvalBySamePerson" });
  await value(counter.agent.call("payouts.begin", { checkId, clientPin, approval }));
  const { itemId } = await counter.handOver(checkId);
  expect(await counter.itemTo(itemId, "posted/confirmed")).toMatchObject({ capturedBy: "Celik" });
});

test("Enter held down pays once", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  const begin = () => value(counter.agent.call("payouts.begin", { checkId, clientPin }));
  const [begun, again] = await Promise.all([begin(), begin()]);
  expect(again).toEqual(begun);
  const [first, second] = await Promise.all([counter.handOver(checkId), counter.handOver(checkId)]);
  expect(second).toMatchObject({ payoutId: first.payoutId, receiptNo: first.receiptNo });
  await counter.itemTo(first.itemId, "posted/confirmed");
  expect(await counter.handOver(checkId)).toMatchObject({ receiptNo: first.receiptNo, state: "posted" });
  expect(await counter.refusal("payouts.check", { loanId })).toMatchObject({ code: "alreadyPaidOut" });
  expect(counter.arrivals("confirmCashRelease")).toBe(1);
  expect(counter.books(loanRef).step).toBe("active");
  expect(await counter.till()).toMatchObject({ confirmedMinor: -500_000, expectedMinor: FLOAT - 500_000 });
});

test("killed with the cash on the counter: a person says who has it, and the customer does", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  await value(counter.agent.call("payouts.begin", { checkId, clientPin }));
  expect((await counter.loan(loanId)).payout).toMatchObject({ state: "begun" });
  await counter.restart();
  expect((await counter.loan(loanId)).payout).toMatchObject({
    state: "handOverUnknown",
    amountMinor: 500_000,
  });
  const { payouts } = await value(counter.agent.call("payouts.open", {}));
  expect(payouts).toMatchObject([{ loanId, loanRef, amountMinor: 500_000, begunBy: "Celik" }]);
  expect(await counter.refusal("payouts.check", { loanId })).toMatchObject({ code: "openOperation" });
  await counter.refresh(loanId);
  expect(counter.arrivals("confirmCashRelease")).toBe(0);
  const counts = [{ denominationMinor: FLOAT, pieces: 1 }];
  expect(await counter.refusal("till.close", { counts })).toMatchObject({ code: "openOperation" });

  const settle = { checkId, handedOver: true, countedMinor: FLOAT - 500_000 };
  expect(await counter.refusal("payouts.settle", settle)).toMatchObject({ code: "approvalNeeded" });
  const settled = await value(counter.agent.call("payouts.settle", { ...settle, approval }));
  expect(settled).toMatchObject({ state: "queued", differenceMinor: 0 });
  await counter.itemTo(settled.itemId ?? "", "posted/confirmed");
  expect(counter.books(loanRef).step).toBe("active");
  expect(await counter.till()).toMatchObject({ confirmedMinor: -500_000, expectedMinor: FLOAT - 500_000 });
  expect(await counter.refusal("payouts.settle", { ...settle, approval })).toMatchObject({
    code: "alreadyPaidOut",
  });
});

test("killed with the cash on the counter: the customer does not have it, and a new check pays it", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  await value(counter.agent.call("payouts.begin", { checkId, clientPin }));
  await counter.restart();
  const settled = await value(
    counter.agent.call("payouts.settle", {
      checkId,
      handedOver: false,
      countedMinor: FLOAT - 100,
      approval,
    }),
  );
  expect(settled).toMatchObject({ state: "voided", differenceMinor: -100 });
  await expectNothingPaid(counter, loanRef);
  expect(await counter.refusal("payouts.handOver", { checkId, clientPin })).toMatchObject({
    code: "unknownCheck",
  });
  const again = await counter.releaseCheck(loanId);
  const { itemId } = await counter.handOver(again.checkId);
  await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.arrivals("confirmCashRelease")).toBe(1);
});

test("a confirmation that the lender refuses after the cash left is loud, never refused, and the till adds up", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  counter.lender.misbehave("refuse400", 1, { operation: "confirmCashRelease" });
  const { itemId } = await counter.handOver(checkId);
  const item = await counter.itemTo(itemId, "attention/paidOutNotAccepted");
  expect(item.decisions).toEqual(["posted", "sendAgain"]);
  expect(item.providerMessage).toMatch(/\w+ \w+/);
  expect(await counter.till()).toMatchObject({ unconfirmedMinor: -500_000, expectedMinor: FLOAT - 500_000 });
  const decision = { itemId, note: "The lender says: send it again.", approval };
  expect(await counter.refusal("outbox.resolve", { ...decision, decision: "notPosted" })).toMatchObject({
    code: "wrongState",
  });
  await value(counter.agent.call("outbox.resolve", { ...decision, decision: "sendAgain" }));
  await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.books(loanRef).step).toBe("active");
  expect((await counter.loan(loanId)).step).toBe("active");
});

test("a payout in doubt that was not booked may be sent again at once, by two people, and then is booked once", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.authorised();
  const { checkId } = await counter.releaseCheck(loanId);
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "confirmCashRelease" });
  const { itemId } = await counter.handOver(checkId);
  await counter.itemTo(itemId, "attention/absentTwice");
  const again = { itemId, decision: "sendAgain", note: "Still allowed, not active." };
  expect(await counter.refusal("outbox.resolve", again)).toMatchObject({ code: "approvalNeeded" });
  await value(counter.agent.call("outbox.resolve", { ...again, approval }));
  await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.books(loanRef).step).toBe("active");
  expect(await counter.check(loanRef)).toMatchObject({ remainingMinor: 6 * INSTALMENT });
});
