/** Doubts and what people decide about them: evidence first, two people for what cannot be undone, nothing sent twice. */
import { expect, test } from "vitest";
import { value } from "../agent/counter.ts";
import { BESA, type Counter, DRITA, openCounter, providerAt, repayment } from "./counter.ts";

const LOAN = "80001";
const approval = { name: BESA.name, pin: BESA.pin };

async function openWithExamples(limits: object = {}) {
  const counter = await openCounter({ examples: true, limits });
  await counter.check(LOAN, 10_000);
  return { counter, repaidBefore: counter.books(LOAN).repaidMinor };
}

/** Taken, sent, answered with a fault, and absent in two readings. */
async function absentTwice(counter: Counter) {
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "insertRepayment" });
  const { itemId } = await counter.capture(LOAN, 10_000);
  const item = await counter.itemTo(itemId, "attention/absentTwice");
  return { itemId, item };
}

test("absent twice: the evidence is shown, two people send it again, and it is booked once", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  const { itemId, item } = await absentTwice(counter);
  expect(item.decisions).toEqual(["posted", "notPosted", "sendAgain"]);
  expect(item.evidence.next).toBeNull();
  const [attempt] = item.evidence.attempts;
  expect(attempt).toMatchObject({
    outcome: "unconfirmed",
    baseline: { kind: "loan", repaidMinor: repaidBefore },
    wire: { status: 500, bytesLeft: true },
  });
  expect(item.evidence.readings.length).toBeGreaterThanOrEqual(2);
  expect(await counter.till()).toMatchObject({ unconfirmedMinor: 10_000 });

  const again = { itemId, decision: "sendAgain", note: "Absent twice, and the lender has nothing." };
  expect(await counter.refusal("outbox.resolve", again)).toMatchObject({ code: "approvalNeeded" });
  expect(await counter.refusal("outbox.resolve", { ...again, note: "" })).toMatchObject({ field: "note" });
  const queued = await value(counter.agent.call("outbox.resolve", { ...again, approval }));
  expect(queued.evidence.notes).toMatchObject([{ by: "Celik", text: again.note }]);
  const posted = await counter.itemTo(itemId, "posted/confirmed");
  expect(posted.attempts).toBe(2);
  expect(counter.books(LOAN).repaidMinor).toBe(repaidBefore + 10_000);
});

test("sending again looks at the books first: what was booked late is not booked twice", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  const { itemId } = await absentTwice(counter);
  await counter.lender.otherOfficePays(LOAN, 10_000);
  expect(
    await counter.refusal("outbox.resolve", { itemId, decision: "sendAgain", note: "Again.", approval }),
  ).toMatchObject({ code: "notYetCertain" });
  await counter.lender.setLine(false);
  expect(
    await counter.refusal("outbox.resolve", { itemId, decision: "sendAgain", note: "Again.", approval }),
  ).toMatchObject({ code: "noLine" });
  expect(counter.books(LOAN).repaidMinor).toBe(repaidBefore + 10_000);
  expect(counter.arrivals("insertRepayment")).toBe(1);
});

test.each([
  ["posted", "posted/byHand", { confirmedMinor: 10_000 }],
  ["notPosted", "refused", { toReturnMinor: 10_000 }],
] as const)("decided by hand: %s", async (decision, wanted, line) => {
  const { counter } = await openWithExamples();
  const { itemId } = await absentTwice(counter);
  await value(
    counter.agent.call("outbox.resolve", { itemId, decision, note: "The lender says so.", approval }),
  );
  await counter.itemTo(itemId, wanted);
  expect(await counter.till()).toMatchObject(line);
  expect(
    await counter.refusal("outbox.resolve", { itemId, decision: "posted", note: "x", approval }),
  ).toMatchObject({ code: "wrongState" });
});

test("nobody decides what only the lender's books can tell", async () => {
  const { counter } = await openWithExamples({ absentQuarantineMs: 600_000 });
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "insertRepayment" });
  const { itemId } = await counter.capture(LOAN, 10_000);
  const doubt = await counter.itemTo(itemId, "unconfirmed");
  expect(doubt.decisions).toEqual([]);
  expect(doubt.evidence.next).toMatchObject({ action: "readBack" });
  for (const decision of ["posted", "notPosted", "sendAgain", "release"])
    expect(await counter.refusal("outbox.resolve", { itemId, decision, note: "x", approval })).toMatchObject({
      code: "notYetCertain",
    });
  expect(await counter.refusal("outbox.void", { itemId, reason: "x", approval })).toMatchObject({
    code: "notYetCertain",
  });
  expect(await counter.refusal("repayments.giveBack", { itemId })).toMatchObject({ code: "wrongState" });
  expect(await counter.refusal("outbox.void", { itemId: "item-none", reason: "x" })).toMatchObject({
    code: "unknownItem",
  });
});

test("credentials refused in the middle: new ones, a read-back, and that payment again only by a person", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  counter.lender.misbehave("credentials403", 1, { operation: "insertRepayment" });
  const first = await counter.capture(LOAN, 10_000);
  await counter.itemTo(first.itemId, "unconfirmed");
  const behind = await counter.capture("80002", 5_000);
  await counter.signIn(DRITA);
  await value(counter.agent.call("setup.saveProvider", providerAt(counter.lender.baseUrl)));
  const held = await counter.itemTo(first.itemId, "held/credentials");
  expect(held.decisions).toEqual(["release", "posted", "notPosted"]);
  await counter.itemTo(behind.itemId, "posted/confirmed");
  expect(
    await counter.refusal("outbox.void", { itemId: first.itemId, reason: "Never mind.", approval }),
  ).toMatchObject({ code: "wrongState" });
  expect(counter.books(LOAN).repaidMinor).toBe(repaidBefore);
  await value(
    counter.agent.call("outbox.resolve", {
      itemId: first.itemId,
      decision: "release",
      note: "New password.",
    }),
  );
  await counter.itemTo(first.itemId, "posted/confirmed");
  expect(counter.books(LOAN).repaidMinor).toBe(repaidBefore + 10_000);
});

test("a possible duplicate freezes the loan at this counter until two people have decided", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  counter.lender.misbehave("duplicateGet", 1, { operation: "insertRepayment" });
  const { itemId } = await counter.capture(LOAN, 10_000);
  await counter.itemTo(itemId, "attention/possibleDuplicate");
  expect(counter.books(LOAN).repaidMinor).toBe(repaidBefore + 20_000);
  expect(await counter.refusal("repayments.capture", repayment(LOAN, 10_000))).toMatchObject({
    code: "loanFrozen",
    field: "loanRef",
  });
  expect((await counter.check(LOAN, 10_000)).warnings).toContain("loanFrozen");
  expect(
    await counter.refusal("outbox.resolve", { itemId, decision: "sendAgain", note: "x", approval }),
  ).toMatchObject({ code: "wrongState" });
  await value(
    counter.agent.call("outbox.resolve", {
      itemId,
      decision: "posted",
      note: "The lender takes the second one back.",
      approval,
    }),
  );
  const next = await counter.capture(LOAN, 5_000);
  await counter.itemTo(next.itemId, "posted/confirmed");
});

test("queued before anything left: withdrawn, given back, and its number counts", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  await counter.lender.setLine(false);
  const { itemId } = await counter.capture(LOAN, 10_000);
  const listed = await value(counter.agent.call("outbox.list", { state: "queued" }));
  expect(listed).toMatchObject({ total: 1, items: [{ itemId, decisions: ["void"], attempts: 0 }] });
  await value(counter.agent.call("outbox.void", { itemId, reason: "Wrong person.", approval }));
  await value(counter.agent.call("repayments.giveBack", { itemId }));
  await counter.lender.setLine(true);
  const after = await value(counter.agent.call("outbox.sync", {}));
  expect(after).toMatchObject({ open: 0, counts: { voided: 1 } });
  const next = await counter.capture(LOAN, 20_000);
  expect(next.receiptNo).toMatch(/-3$/);
  await counter.itemTo(next.itemId, "posted/confirmed");
  expect(counter.books(LOAN).repaidMinor).toBe(repaidBefore + 20_000);
});

test("the list is cut into pages, newest first, and told by state and loan", async () => {
  const { counter } = await openWithExamples();
  await counter.check("80002", 1_000);
  await counter.lender.setLine(false);
  for (const amountMinor of [1_000, 2_000, 3_000]) await counter.capture(LOAN, amountMinor);
  await counter.capture("80002", 4_000);
  const amounts = async (input: object) => {
    const { items, total } = await value(counter.agent.call("outbox.list", input));
    return { total, amounts: items.map(({ amountMinor }) => amountMinor) };
  };
  expect(await amounts({})).toEqual({ total: 4, amounts: [4_000, 3_000, 2_000, 1_000] });
  expect(await amounts({ page: { number: 2, size: 3 } })).toEqual({ total: 4, amounts: [1_000] });
  expect(await amounts({ loanRef: "80002" })).toEqual({ total: 1, amounts: [4_000] });
  expect(await amounts({ state: "posted" })).toEqual({ total: 0, amounts: [] });
});
