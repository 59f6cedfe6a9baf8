/** Cancellations: sent once, told by the lender's clean answer or by its status afterwards, never guessed. */
import { expect, test } from "vitest";
import { value } from "../agent/counter.ts";
import { decide, openCounter, uploadElsewhere } from "./counter.ts";

test("cancelled by the lender's clean answer", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.apply();
  const cancelled = await value(counter.agent.call("loans.cancel", { loanId, reason: "Changed her mind." }));
  expect(cancelled).toMatchObject({ step: "cancelled", actor: "nobody" });
  expect(counter.books(loanRef ?? "").step).toBe("cancelled");
  expect(counter.arrivals("cancel")).toBe(1);
  expect(await counter.apply()).toMatchObject({ step: "submitted" });
});

test.each([
  ["error500AfterBooking", "cancelled", "cancelled"],
  ["error500BeforeBooking", "submitted", "new"],
] as const)("a cancellation in doubt is read back, and sent once: %s", async (kind, step, lenderStep) => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.apply();
  counter.lender.misbehave(kind, 1, { operation: "cancel" });
  const after = await value(counter.agent.call("loans.cancel", { loanId, reason: "Too dear." }));
  expect(after).toMatchObject({ step, cancelInDoubt: false });
  expect(counter.books(loanRef ?? "").step).toBe(lenderStep);
  expect(counter.arrivals("cancel")).toBe(1);
});

test("a cancellation whose read-back fails stays in doubt until the next look", async () => {
  const counter = await openCounter();
  const { loanId } = await counter.apply();
  counter.lender.misbehave("error500AfterBooking", 1, { operation: "cancel" });
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "checkStatus" });
  const doubt = await value(counter.agent.call("loans.cancel", { loanId, reason: "Too dear." }));
  expect(doubt).toMatchObject({ step: "submitted", cancelInDoubt: true });
  expect(await counter.refusal("loans.cancel", { loanId, reason: "Again." })).toMatchObject({
    code: "openOperation",
  });
  expect(await counter.refresh(loanId)).toMatchObject({ step: "cancelled", cancelInDoubt: false });
  expect(counter.arrivals("cancel")).toBe(1);
});

test("a copy of the cancellation on the way is refused by the lender, and the loan is still seen as cancelled", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.apply();
  counter.lender.misbehave("duplicateGet", 1, { operation: "cancel" });
  const after = await value(counter.agent.call("loans.cancel", { loanId, reason: "Too dear." }));
  expect(after.step).toBe("cancelled");
  expect(counter.books(loanRef ?? "").step).toBe("cancelled");
});

test("a cancellation that the lender refuses leaves the loan where it is", async () => {
  const counter = await openCounter();
  const { loanId } = await counter.apply();
  counter.lender.misbehave("refuse400", 1, { operation: "cancel" });
  expect(await counter.refusal("loans.cancel", { loanId, reason: "Too dear." })).toMatchObject({
    code: "providerRefused",
  });
  expect(await counter.loan(loanId)).toMatchObject({ step: "submitted", cancelInDoubt: false });
});

test("a refusal because the loan has gone on elsewhere is no cancellation", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.apply();
  await decide(counter.lender, loanRef, "approve");
  await counter.refresh(loanId);
  await uploadElsewhere(counter.lender, loanRef ?? "");
  expect(await counter.refusal("loans.cancel", { loanId, reason: "Too dear." })).toMatchObject({
    code: "providerRefused",
    message: expect.stringContaining("SIGNED"),
  });
  expect(await counter.loan(loanId)).toMatchObject({ step: "approved", cancelInDoubt: false });
});

test("what has been signed at the lender is no longer cancelled, and its words are shown", async () => {
  const counter = await openCounter();
  const { loanId } = await counter.authorised();
  expect(await counter.refusal("loans.cancel", { loanId, reason: "Late." })).toMatchObject({
    code: "stepOutOfOrder",
  });
});
