// An office with one person: what may wait for a signature goes on, what moves money again waits for a one-time code.
import { expect, test } from "vitest";
import { codeOf } from "../agent/codes.ts";
import { value } from "../agent/counter.ts";
import { BESA, type Counter, DRITA, NELEA, openCounter } from "./counter.ts";

const LOAN = "80001";
const REPAID = "80003";
const STEP_MS = 30_000;
const later = { later: true } as const;

/** The administrator is alone: the supervisor has left. Gives what the supervisor's telephone had shown until then. */
async function leaveAlone(counter: Counter): Promise<void> {
  await counter.signIn(DRITA);
  await value(counter.agent.call("staff.save", { name: BESA.name, role: "supervisor", active: false }));
}

async function absentTwice(counter: Counter) {
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "insertRepayment" });
  const { itemId } = await counter.capture(LOAN, 10_000);
  await counter.itemTo(itemId, "attention/absentTwice");
  return itemId;
}

test.each(["sendAgain", "posted", "notPosted"])(
  "%s is never signed later: the item stays open, and the counter goes on",
  async (decision) => {
    const counter = await openCounter({ examples: true });
    await leaveAlone(counter);
    const itemId = await absentTwice(counter);
    const before = counter.arrivals("insertRepayment");
    const input = { itemId, decision, note: "The lender has told me.", approval: later };
    expect(await counter.refusal("outbox.resolve", input)).toMatchObject({
      code: "approvalNeeded",
      field: "approval",
      message: expect.stringContaining("one-time code"),
    });
    expect(await counter.item(itemId)).toMatchObject({ state: "attention", reason: "absentTwice" });
    expect(counter.arrivals("insertRepayment")).toBe(before);
    expect(await value(counter.agent.call("approvals.list", {}))).toMatchObject({ waiting: 0 });
    // Another loan's payment is taken and sent as ever.
    const other = await counter.capture("80002", 5_000);
    await counter.itemTo(other.itemId, "posted/confirmed");
  },
);

test("with a code from a supervisor elsewhere it is sent again, once, in both names", async () => {
  const counter = await openCounter({ examples: true });
  await counter.signIn(BESA);
  const { secret } = await value(counter.agent.call("approvals.enrol", { pin: BESA.pin }));
  await value(counter.agent.call("approvals.confirm", { code: codeOf(secret, Date.now() - STEP_MS) }));
  await counter.signIn(DRITA);
  const itemId = await absentTwice(counter);
  const input = { itemId, decision: "sendAgain", note: "Absent twice." } as const;
  const approval = { name: BESA.name, code: codeOf(secret, Date.now()) };
  await value(counter.agent.call("outbox.resolve", { ...input, approval }));
  await counter.itemTo(itemId, "posted/confirmed");
  const { entries } = await value(counter.agent.call("journal.search", { kinds: ["staff.approved"] }));
  expect(entries).toMatchObject([
    {
      actor: "Drita",
      summary: `Besa approved outbox.sendAgain of ${itemId} for Drita, with a one-time code.`,
    },
  ]);
});

test("a large payout is never signed later: no cash is on the counter", async () => {
  const counter = await openCounter({ limits: { payoutApprovalAboveMinor: 499_999 } });
  const { loanId } = await counter.authorised();
  await leaveAlone(counter);
  const { checkId } = await counter.releaseCheck(loanId);
  for (const call of ["payouts.begin", "payouts.handOver"])
    expect(await counter.refusal(call, { checkId, clientPin: NELEA.pin, approval: later })).toMatchObject({
      code: "approvalNeeded",
    });
  expect((await counter.loan(loanId)).payout).toBeNull();
});

test("a payment that never left is withdrawn and waits for a signature; trying twice asks for one", async () => {
  const counter = await openCounter({ examples: true });
  await leaveAlone(counter);
  const { itemId, receiptNo } = await counter.capture(REPAID, 10_000);
  await counter.itemTo(itemId, "held/noActiveLoan");
  const withdraw = { itemId, reason: "Repaid long ago.", approval: later };
  expect(await counter.refusal("outbox.void", { ...withdraw, approval: undefined })).toMatchObject({
    code: "approvalNeeded",
  });
  expect(await value(counter.agent.call("outbox.void", withdraw))).toMatchObject({ state: "voided" });
  expect(await counter.refusal("outbox.void", withdraw)).toMatchObject({ code: "wrongState" });
  const item = { receiptNo, loanRef: REPAID, amountMinor: 10_000 };
  expect(await value(counter.agent.call("approvals.list", {}))).toMatchObject({
    waiting: 1,
    entries: [{ what: "outbox.void", itemId, by: "Drita", item, currency: "MDL", maySign: false }],
  });
  await value(counter.agent.call("staff.save", { name: BESA.name, role: "supervisor", active: true }));
  await counter.signIn(BESA);
  const [entry] = (await value(counter.agent.call("approvals.list", {}))).entries;
  await value(counter.agent.call("approvals.sign", { approvalId: entry?.approvalId ?? "" }));
  expect(await value(counter.agent.call("approvals.list", { state: "signed" }))).toMatchObject({
    entries: [{ signedBy: "Besa", by: "Drita" }],
  });
});
