/** Cash that the lender may not get: held before anything leaves, decided by people, and given back once that is certain. */
import { expect, test } from "vitest";
import { value } from "../agent/counter.ts";
import { BESA, type Counter, FLOAT, openCounter, until } from "./counter.ts";

/** Mira Dushaj's loan at the training lender. */
const MIRA = { loanRef: "80001" };
const approval = { name: BESA.name, pin: BESA.pin };

async function openWithExamples(limits: object = {}) {
  const counter = await openCounter({ examples: true, limits });
  return { counter, repaidBefore: counter.books(MIRA.loanRef).repaidMinor };
}

async function heldFor(counter: Counter, loanRef: string, wanted: string, more: object = {}) {
  const { itemId } = await counter.capture(loanRef, 10_000, more);
  await counter.itemTo(itemId, wanted);
  return itemId;
}

test("a repayment for a repaid loan is held, withdrawn by two people, and given back against a slip", async () => {
  const { counter } = await openWithExamples();
  const itemId = await heldFor(counter, "80003", "held/noActiveLoan");
  expect(await counter.item(itemId)).toMatchObject({ cashToReturn: true, decisions: ["release", "void"] });
  expect(await counter.till()).toMatchObject({ toReturnMinor: 10_000, expectedMinor: FLOAT + 10_000 });
  expect(await counter.refusal("repayments.giveBack", { itemId })).toMatchObject({ code: "wrongState" });
  const withdraw = { itemId, reason: "Repaid long ago." };
  expect(await counter.refusal("outbox.void", withdraw)).toMatchObject({ code: "approvalNeeded" });
  expect(await value(counter.agent.call("outbox.void", { ...withdraw, approval }))).toMatchObject({
    state: "voided",
    decisions: ["giveBack"],
  });
  const slip = await value(counter.agent.call("repayments.giveBack", { itemId }));
  expect(slip).toMatchObject({ amountMinor: 10_000, slipNo: expect.stringMatching(/-2$/) });
  expect(await counter.till()).toMatchObject({ toReturnMinor: 0, expectedMinor: FLOAT });
  expect(await counter.refusal("repayments.giveBack", { itemId })).toMatchObject({ code: "wrongState" });
  expect(counter.arrivals("insertRepayment")).toBe(0);
});

test("another customer's loan is held, and goes on once a supervisor has looked at it", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  const itemId = await heldFor(counter, MIRA.loanRef, "held/otherCustomer", { clientPin: "I99999999Z" });
  const release = { itemId, decision: "release", note: "Her brother pays for her." };
  expect(await counter.refusal("outbox.resolve", release)).toMatchObject({ code: "approvalNeeded" });
  expect(counter.arrivals("insertRepayment")).toBe(0);
  await counter.signIn(BESA);
  await value(counter.agent.call("outbox.resolve", release));
  await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.books(MIRA.loanRef).repaidMinor).toBe(repaidBefore + 10_000);
});

test("more than is owed is held, never trimmed", async () => {
  const { counter } = await openWithExamples();
  const { remainingMinor } = counter.books("80002");
  const { itemId } = await counter.capture("80002", remainingMinor + 1);
  expect(await counter.itemTo(itemId, "held/moreThanOwed")).toMatchObject({
    amountMinor: remainingMinor + 1,
    cashToReturn: false,
  });
  expect(counter.books("80002").remainingMinor).toBe(remainingMinor);
});

test("a mistyped reference is put right by two people as long as nothing has left", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  const itemId = await heldFor(counter, "80003", "held/noActiveLoan");
  const correction = { itemId, decision: "release", note: "80001 on her paper.", loanRef: MIRA.loanRef };
  expect(await counter.refusal("outbox.resolve", correction)).toMatchObject({ code: "approvalNeeded" });
  await value(counter.agent.call("outbox.resolve", { ...correction, approval }));
  await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.books(MIRA.loanRef).repaidMinor).toBe(repaidBefore + 10_000);
});

test("what the lender refused goes back only after a second look at its books", async () => {
  const { counter, repaidBefore } = await openWithExamples({ absentQuarantineMs: 600 });
  counter.lender.misbehave("refuse400", 1, { operation: "insertRepayment" });
  const { itemId } = await counter.capture(MIRA.loanRef, 10_000);
  const refused = await counter.itemTo(itemId, "refused");
  expect(refused.providerMessage).toMatch(/\w+ \w+/);
  expect(refused.decisions).toEqual([]);
  expect(await counter.refusal("repayments.giveBack", { itemId })).toMatchObject({ code: "notYetCertain" });
  expect(await counter.till()).toMatchObject({ toReturnMinor: 10_000 });
  await untilGivable(counter, itemId);
  expect(await value(counter.agent.call("repayments.giveBack", { itemId }))).toMatchObject({
    amountMinor: 10_000,
  });
  expect(counter.books(MIRA.loanRef).repaidMinor).toBe(repaidBefore);
  expect(await counter.till()).toMatchObject({ toReturnMinor: 0, expectedMinor: FLOAT });
});

async function untilGivable(counter: Counter, itemId: string) {
  await until(counter.agent, "outbox.changed", async () => {
    const item = await counter.item(itemId);
    return item.decisions.includes("giveBack") ? item : "The cash may not be given back yet.";
  });
}
