/** Cash that comes in: one receipt for one form, online and off, within the office's limits. */
import { expect, test } from "vitest";
import { value } from "../agent/counter.ts";
import { FLOAT, INSTALMENT, newForm, openCounter, repayment } from "./counter.ts";

/** Mira Dushaj's loan at the training lender, and what she pays each month. */
const MIRA = { loanRef: "80001", clientPin: "I45612378K", payerPhone: "0691234567" };

async function openWithExamples(limits: object = {}) {
  const counter = await openCounter({ examples: true, limits });
  return { counter, repaidBefore: counter.books(MIRA.loanRef).repaidMinor };
}

test("a double click, Enter held down and a restart give one receipt and one payment", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  await counter.check(MIRA.loanRef);
  const form = repayment(MIRA.loanRef, 10_000);
  const capture = () => value(counter.agent.call("repayments.capture", form));
  const [first, second, third] = await Promise.all([capture(), capture(), capture()]);
  expect([first, second, third].filter(({ exists }) => !exists)).toHaveLength(1);
  expect(new Set([first, second, third].map(({ receiptNo }) => receiptNo)).size).toBe(1);
  await counter.itemTo(first.itemId, "posted/confirmed");
  await counter.restart();
  expect(await capture()).toMatchObject({ receiptNo: first.receiptNo, exists: true, state: "posted" });
  expect(counter.books(MIRA.loanRef).repaidMinor).toBe(repaidBefore + 10_000);
  expect(counter.arrivals("insertRepayment")).toBe(1);
});

test.each([
  [{ amountMinor: 10_001 }, "exists_with_different_amount", "amountMinor"],
  [{ loanRef: "80002" }, "exists_with_different_loan", "loanRef"],
  [{ payerName: "Somebody else" }, "exists_with_different_fields", "captureId"],
  [{ clientPin: "I99999999Z" }, "exists_with_different_fields", "captureId"],
])("the same form with other contents %j is refused", async (change, code, field) => {
  const { counter, repaidBefore } = await openWithExamples();
  const form = { ...repayment(MIRA.loanRef, 10_000), clientPin: MIRA.clientPin };
  const { itemId } = await value(counter.agent.call("repayments.capture", form));
  expect(await counter.refusal("repayments.capture", { ...form, ...change })).toMatchObject({ code, field });
  await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.books(MIRA.loanRef).repaidMinor).toBe(repaidBefore + 10_000);
});

test("the balance is read live, with a warning for each thing that the clerk should ask about", async () => {
  const { counter } = await openWithExamples();
  const { remainingMinor } = counter.books(MIRA.loanRef);
  expect(await counter.check(MIRA.loanRef, 10_000)).toMatchObject({
    clientName: "Mira Dushaj",
    remainingMinor,
    stale: false,
    warnings: [],
  });
  expect((await counter.check(MIRA.loanRef, remainingMinor + 1)).warnings).toEqual(["moreThanOwed"]);
  expect((await counter.check("80003", 10_000)).warnings).toEqual(["noActiveLoan"]);
  const { itemId } = await counter.capture(MIRA.loanRef, 10_000);
  expect((await counter.check(MIRA.loanRef, 10_000)).warnings).toContain("sameAmountRecently");
  await counter.itemTo(itemId, "posted/confirmed");
  expect((await counter.check(MIRA.loanRef, 10_000)).warnings).toEqual(["sameAmountRecently"]);
  expect((await counter.check(MIRA.loanRef, 20_000)).warnings).toEqual([]);
});

test("offline the last balance is shown with its age, and three sums are taken and posted one by one later", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  const live = await counter.check(MIRA.loanRef, 10_000);
  await counter.lender.setLine(false);
  const offline = await counter.check(MIRA.loanRef, 10_000);
  expect(offline).toEqual({ ...live, stale: true, warnings: ["oldBalance"] });
  const info = await value(counter.agent.call("loans.info", { providerId: "iute", loanRef: MIRA.loanRef }));
  expect(info).toMatchObject({ stale: true, asOf: live.asOf, clientName: "Mira Dushaj", months: 12 });

  const taken = [
    await counter.capture(MIRA.loanRef, 10_000),
    await counter.capture(MIRA.loanRef, 10_000),
    await counter.capture(MIRA.loanRef, 10_000),
  ];
  expect((await counter.check(MIRA.loanRef, 10_000)).warnings).toEqual([
    "sameAmountRecently",
    "oldBalance",
    "openItemForLoan",
  ]);
  expect(await counter.till()).toMatchObject({ queuedMinor: 30_000, expectedMinor: FLOAT + 30_000 });
  await counter.restart();
  expect(counter.books(MIRA.loanRef).repaidMinor).toBe(repaidBefore);

  await counter.lender.setLine(true);
  await value(counter.agent.call("outbox.sync", {}));
  for (const { itemId } of taken) await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.books(MIRA.loanRef).repaidMinor).toBe(repaidBefore + 30_000);
  expect(counter.arrivals("insertRepayment")).toBe(3);
  expect(await counter.till()).toMatchObject({ confirmedMinor: 30_000, queuedMinor: 0 });
});

test("a loan that this till has never read needs PIN and phone while the lender does not answer", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  await counter.lender.setLine(false);
  const form = repayment(MIRA.loanRef, 10_000);
  expect((await counter.check(MIRA.loanRef, 10_000)).warnings).toEqual(["neverRead"]);
  expect(await counter.refusal("repayments.capture", form)).toMatchObject({
    code: "customerUnknownOffline",
    field: "clientPin",
  });
  const { clientPin, payerPhone } = MIRA;
  expect(await counter.refusal("repayments.capture", { ...form, clientPin })).toMatchObject({
    code: "customerUnknownOffline",
    field: "payerPhone",
  });
  const { itemId } = await value(
    counter.agent.call("repayments.capture", { ...form, clientPin, payerPhone }),
  );
  await counter.lender.setLine(true);
  await value(counter.agent.call("outbox.sync", {}));
  await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.books(MIRA.loanRef).repaidMinor).toBe(repaidBefore + 10_000);
});

test("a loan that was never read is taken without PIN while the lender answers", async () => {
  const { counter, repaidBefore } = await openWithExamples();
  const { itemId } = await counter.capture(MIRA.loanRef, 10_000);
  await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.books(MIRA.loanRef).repaidMinor).toBe(repaidBefore + 10_000);
});

test.each([
  [{ offlineMaxAmountMinor: 9_999 }, 0, "offlineLimitItem"],
  [{ offlineMaxTotalMinor: 29_999 }, 2, "offlineLimitTotal"],
  [{ offlineMaxCount: 2 }, 2, "offlineLimitCount"],
  [{ offlineMaxHours: 0 }, 0, "offlineLimitAge"],
])(
  "while offline %j refuses before cash is taken, and not when the lender answers",
  async (limits, fits, code) => {
    const { counter } = await openWithExamples(limits);
    await counter.check(MIRA.loanRef, 10_000);
    await counter.lender.setLine(false);
    await counter.check(MIRA.loanRef, 10_000);
    for (let taken = 0; taken < fits; taken += 1) await counter.capture(MIRA.loanRef, 10_000);
    expect((await counter.check(MIRA.loanRef, 10_000)).warnings).toContain("tooMuchOffline");
    const form = repayment(MIRA.loanRef, 10_000);
    expect(await counter.refusal("repayments.capture", form)).toMatchObject({ code });
    expect(await counter.till()).toMatchObject({ queuedMinor: fits * 10_000 });
    await counter.lender.setLine(true);
    await counter.check(MIRA.loanRef, 10_000);
    expect(await value(counter.agent.call("repayments.capture", form))).toMatchObject({ exists: false });
  },
);

test("a limit refuses although nobody looked at the balance first", async () => {
  const { counter } = await openWithExamples({ offlineMaxAmountMinor: 9_999 });
  const { itemId } = await counter.capture(MIRA.loanRef, 10_000);
  await counter.itemTo(itemId, "posted/confirmed");
  await counter.lender.setLine(false);
  expect(await counter.refusal("repayments.capture", repayment("80002", 10_000))).toMatchObject({
    code: "offlineLimitItem",
  });
});

test("no cash without an open shift, and a receipt that exists is still given", async () => {
  const counter = await openCounter({ examples: true, closedTill: true });
  expect(await counter.refusal("repayments.capture", repayment(MIRA.loanRef, 10_000))).toMatchObject({
    code: "tillClosed",
  });
  const { total } = await value(counter.agent.call("outbox.list", {}));
  expect(total).toBe(0);
});

test.each([
  [0, "amountMinor"],
  [-5, "amountMinor"],
  [1.5, "amountMinor"],
  [Number.NaN, "amountMinor"],
  [1e30, "amountMinor"],
  ["10.00", "amountMinor"],
])("the amount %s is no amount", async (amountMinor, field) => {
  const counter = await openCounter({ examples: true });
  const form = { ...repayment(MIRA.loanRef), amountMinor };
  expect(await counter.refusal("repayments.capture", form)).toMatchObject({ code: "invalidInput", field });
});

test.each([
  "",
  "80001&amount=1",
  "80001%0a",
  "80001#",
  "../80001",
  "80001\r\nX: y",
  "８０００１",
  "0",
  "1".repeat(99),
])("the reference %j is no reference", async (loanRef) => {
  const counter = await openCounter({ examples: true });
  expect(await counter.refusal("repayments.capture", repayment(loanRef))).toMatchObject({
    code: "invalidInput",
    field: "loanRef",
  });
  expect(counter.lender.requests()).toEqual([]);
});

test("names as people have them are kept and never reach the lender's books or the journal", async () => {
  const { counter } = await openWithExamples();
  const names = [
    "<b>{{7*7}}</b>",
    "Ștefan Țurcanu-O'Neill",
    "علي 👩‍🌾".replaceAll("\u200d", ""),
    "=HYPERLINK(1)",
  ];
  for (const payerName of names) {
    const { itemId } = await counter.capture(MIRA.loanRef, 10_000 + names.indexOf(payerName), { payerName });
    await counter.itemTo(itemId, "posted/confirmed");
  }
  expect(
    await counter.refusal("repayments.capture", repayment(MIRA.loanRef, 1, { payerName: "a\u202eb" })),
  ).toMatchObject({ code: "invalidInput", field: "payerName" });
  expect(await value(counter.agent.call("journal.verify", {}))).toMatchObject({ ok: true });
});

test("the same captureId may not carry a payment of another kind of form", async () => {
  const { counter } = await openWithExamples();
  const captureId = newForm();
  await counter.capture(MIRA.loanRef, INSTALMENT, { captureId });
  expect(await counter.refusal("repayments.capture", { ...repayment("80002", 1), captureId })).toMatchObject({
    code: "exists_with_different_loan",
  });
});
