/** Applications: sent once whatever the clerk does, in doubt where no answer came, followed by the lender's word, taken over. */
import { expect, test } from "vitest";
import type { Transport } from "../../electron/ports.ts";
import { businessDateOf } from "../../shared/dates.ts";
import { value } from "../agent/counter.ts";
import { apply as applyElsewhere } from "../training/iuteSamples.ts";
import { BESA, CELIK, type Counter, decide, NELEA, newForm, openCounter } from "./counter.ts";

const application = (more: object = {}) => ({ providerId: "iute", application: { ...NELEA, ...more } });

test("a double click sends one application, and both clicks get the same loan", async () => {
  const counter = await openCounter();
  const captureId = newForm();
  const [first, second] = await Promise.all([
    counter.apply({}, { captureId }),
    counter.apply({}, { captureId }),
  ]);
  expect(second).toEqual(first);
  expect(await counter.apply({}, { captureId })).toEqual(first);
  expect(counter.lender.books().loans).toHaveLength(1);
  expect(
    await counter.refusal("loans.apply", { ...application({ town: "Bălți" }), captureId }),
  ).toMatchObject({
    code: "exists_with_different_fields",
  });
  expect(counter.lender.books().loans).toHaveLength(1);
});

test("nobody is born tomorrow: refused beside the field, and nothing leaves for the lender", async () => {
  const counter = await openCounter();
  const dayAfter = (days: number) => businessDateOf(Date.now() + days * 86_400_000);
  for (const birthDate of [dayAfter(1), "2099-01-01"])
    expect(await counter.refusal("loans.apply", application({ birthDate }))).toMatchObject({
      code: "invalidInput",
      field: "application.birthDate",
    });
  expect(counter.lender.requests()).toEqual([]);
  expect(await counter.apply({ birthDate: dayAfter(0) })).toMatchObject({ step: "submitted" });
});

test("a second application for the same person within ten minutes is refused, however the PIN is written", async () => {
  const counter = await openCounter();
  await counter.apply();
  const again = await counter.refusal("loans.apply", application({ pin: " i80606014n", town: "Bălți" }));
  expect(again).toMatchObject({ code: "exists", field: "application.pin" });
  const other = await counter.apply({ pin: "I11111111A" });
  expect(other.step).toBe("submitted");
  expect(counter.lender.books().loans).toHaveLength(2);
});

test("an answer with the reference of another loan at this counter is about that one: the application is in doubt", async () => {
  let earlier: string | null = null;
  const wire = (real: Transport): Transport => ({
    async send(request) {
      const exchange = await real.send(request);
      const { response } = exchange;
      if (earlier === null || response === null || !request.url.endsWith("/new/loan")) return exchange;
      const text = response.body.toString().replace(/<loan_ref>\d+</, `<loan_ref>${earlier}<`);
      return { ...exchange, response: { ...response, body: Buffer.from(text) } };
    },
  });
  const counter = await openCounter({ wire });
  earlier = (await counter.apply()).loanRef;
  const second = await counter.apply({ pin: "I11111111A" });
  expect(second).toMatchObject({ loanRef: null, step: "inDoubt" });
  const { loans } = await value(counter.agent.call("loans.list", {}));
  expect(loans.map(({ loanRef, step }) => [loanRef, step])).toEqual([
    [null, "inDoubt"],
    [earlier, "submitted"],
  ]);
  expect(loans[0]?.lenderSaid).toContain(`names loan ${earlier}`);
});

test("a refusal is shown in the lender's words, and the corrected form goes through under the same id", async () => {
  const counter = await openCounter();
  const captureId = newForm();
  counter.lender.misbehave("refuse400", 1, { operation: "newLoan" });
  const refused = await counter.refusal("loans.apply", { ...application({ town: "?" }), captureId });
  expect(refused.code).toBe("applicationRefused");
  expect(refused.message).toMatch(/[a-z]+ [a-z]+/);
  expect(counter.lender.books().loans).toHaveLength(0);
  const { loans } = await value(counter.agent.call("loans.list", {}));
  expect(loans).toMatchObject([{ step: "cancelled", lenderSaid: refused.message }]);
  expect(await counter.apply({ town: "Bălți" }, { captureId })).toMatchObject({ step: "submitted" });
  expect(counter.lender.books().loans).toHaveLength(1);
});

test("without a line nothing was sent and the same form goes through later", async () => {
  const counter = await openCounter();
  const captureId = newForm();
  await counter.lender.setLine(false);
  expect(await counter.refusal("loans.apply", { ...application(), captureId })).toMatchObject({
    code: "noLine",
    retry: true,
  });
  const { loans } = await value(counter.agent.call("loans.list", {}));
  expect(loans).toMatchObject([{ step: "cancelled", loanRef: null }]);
  await counter.lender.setLine(true);
  expect(await counter.apply({}, { captureId })).toMatchObject({ step: "submitted" });
  expect(counter.lender.books().loans).toHaveLength(1);
});

test("an application without an answer stays in doubt, blocks a second one, and ends with the lender's reference", async () => {
  const counter = await openCounter();
  counter.lender.misbehave("error500AfterBooking", 1, { operation: "newLoan" });
  const captureId = newForm();
  const doubt = await counter.apply({}, { captureId });
  expect(doubt).toEqual({ loanId: doubt.loanId, loanRef: null, step: "inDoubt" });
  expect(await counter.apply({}, { captureId })).toEqual(doubt);
  expect(await counter.refusal("loans.apply", application())).toMatchObject({ code: "exists" });
  await counter.restart();
  expect(await counter.refresh(doubt.loanId)).toMatchObject({ step: "inDoubt", actor: "office" });
  expect(await counter.refusal("loans.apply", application())).toMatchObject({ code: "exists" });
  expect(counter.lender.books().loans).toHaveLength(1);

  const received = {
    loanId: doubt.loanId,
    decision: "received",
    loanRef: "90000",
    note: "Asked by telephone.",
  };
  expect(await counter.refusal("loans.decideDoubt", received)).toMatchObject({ code: "wrongRole" });
  await counter.signIn(BESA);
  expect(await counter.refusal("loans.decideDoubt", { ...received, loanRef: undefined })).toMatchObject({
    code: "invalidInput",
    field: "loanRef",
  });
  expect(await value(counter.agent.call("loans.decideDoubt", received))).toMatchObject({
    step: "submitted",
    loanRef: "90000",
  });
  await decide(counter.lender, "90000", "approve");
  expect((await counter.refresh(doubt.loanId)).step).toBe("approved");
  expect(await counter.refusal("loans.decideDoubt", received)).toMatchObject({ code: "stepOutOfOrder" });
});

test("an application that the lender never got may be sent again after somebody has asked", async () => {
  const counter = await openCounter();
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "newLoan" });
  const captureId = newForm();
  const { loanId } = await counter.apply({}, { captureId });
  await counter.signIn(BESA);
  await value(
    counter.agent.call("loans.decideDoubt", {
      loanId,
      decision: "notReceived",
      note: "Not there, says Iute.",
    }),
  );
  await counter.signIn(CELIK);
  expect(await counter.apply({}, { captureId })).toMatchObject({ step: "submitted" });
  expect(counter.lender.books().loans).toHaveLength(1);
});

test("killed between sending and the answer: in doubt after the restart, and never sent by itself", async () => {
  const counter = await openCounter({ limits: { requestTimeoutMs: 300 } });
  counter.lender.misbehave("timeoutAfterBooking", 1, { operation: "newLoan" });
  expect((await counter.apply()).step).toBe("inDoubt");
  await counter.restart();
  const { loans } = await value(counter.agent.call("loans.list", { step: "inDoubt" }));
  expect(loans).toMatchObject([{ clientName: "Nelea Iacovet" }]);
  await value(counter.agent.call("outbox.sync", {}));
  expect(counter.arrivals("newLoan")).toBe(1);
});

test("a rejected loan says so and ends; a status of another step changes nothing and is no error", async () => {
  const counter = await openCounter();
  const rejected = await counter.apply();
  await decide(counter.lender, rejected.loanRef, "reject");
  expect(await counter.refresh(rejected.loanId)).toMatchObject({ step: "rejected", actor: "nobody" });
  expect(await counter.refusal("loans.cancel", { loanId: rejected.loanId, reason: "x" })).toMatchObject({
    code: "stepOutOfOrder",
  });

  const { loanId, loanRef } = await counter.apply({ pin: "I22222222B" });
  counter.lender.misbehave("refuse400", 1, { operation: "checkStatus" });
  const unsaid = await counter.refresh(loanId);
  expect(unsaid).toMatchObject({ step: "submitted", lenderSaid: expect.stringMatching(/\w+ \w+/) });
  expect(unsaid.checkedAt).not.toBeNull();
  await decide(counter.lender, loanRef, "approve");
  await counter.refresh(loanId);
  const agreement = await value(counter.agent.call("agreements.fetch", { loanId, language: "eng" }));
  await counter.upload(loanId, agreement.documentId);
  const before = await counter.loan(loanId);
  expect(before.step).toBe("uploaded");
  await decide(counter.lender, loanRef, "reject");
  expect(await counter.refresh(loanId)).toMatchObject({ step: "rejected" });
});

test("an answer that comes late never takes back a step that was made here meanwhile", async () => {
  const held = heldAnswers("/loan/check/status", 1);
  const counter = await openCounter({ wire: held.wire });
  const { loanId, loanRef } = await counter.apply();
  await decide(counter.lender, loanRef, "approve");
  const late = counter.refresh(loanId);
  await value(counter.agent.call("agreements.fetch", { loanId, language: "rom" }));
  held.letGo();
  expect((await late).step).toBe("agreement");
  expect(counter.arrivals("checkStatus")).toBe(2);
});

/** The first answers to one call arrive only when they are let go. */
function heldAnswers(path: string, howMany: number) {
  let left = howMany;
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const wire = (real: Transport): Transport => ({
    async send(request) {
      const exchange = await real.send(request);
      if (request.url.includes(path) && left > 0) {
        left -= 1;
        await gate;
      }
      return exchange;
    },
  });
  return { wire, letGo: () => letGo() };
}

test.each([
  ["submitted", async () => undefined],
  ["approved", async (counter: Counter, loanRef: string) => decide(counter.lender, loanRef, "approve")],
] as const)("a loan begun elsewhere is taken over where it stands: %s", async (step, before) => {
  const counter = await openCounter();
  const elsewhere = await applyElsewhere(counter.lender, { first_name: "Mira", last_name: "Dushaj" });
  await before(counter, elsewhere);
  const adopted = await value(counter.agent.call("loans.adopt", { providerId: "iute", loanRef: elsewhere }));
  expect(adopted).toMatchObject({ step, adopted: true, clientName: "Mira Dushaj", amountMinor: 500_000 });
});

test("the examples of the training lender are taken over: active, repaid, and ready to be paid out", async () => {
  const counter = await openCounter({ examples: true });
  const adopt = (loanRef: string) => counter.ask("loans.adopt", { providerId: "iute", loanRef });
  expect(await value(adopt("80001"))).toMatchObject({
    step: "active",
    clientName: "Mira Dushaj",
    remainingMinor: counter.books("80001").remainingMinor,
  });
  expect(await counter.refusal("loans.adopt", { providerId: "iute", loanRef: "80001" })).toMatchObject({
    code: "loanExists",
  });
  expect(await counter.refusal("loans.adopt", { providerId: "iute", loanRef: "80003" })).toMatchObject({
    code: "unknownLoan",
  });
  const { loanId, step } = await value(
    counter.agent.call("loans.adopt", { providerId: "iute", loanRef: "80004" }),
  );
  expect(step).toBe("releasable");
  const { checkId, amountMinor } = await counter.releaseCheck(loanId);
  expect(amountMinor).toBe(1_250_000);
  const { itemId } = await counter.handOver(checkId, "I52200916P");
  await counter.itemTo(itemId, "posted/confirmed");
  expect(counter.books("80004").step).toBe("active");
});

test("loans are found by reference, name, PIN and step; the search is journaled", async () => {
  const counter = await openCounter();
  const nelea = await counter.apply();
  await counter.apply({ pin: "I22222222B", firstName: "Ștefan", lastName: "Țurcanu" });
  const found = async (input: object) =>
    (await value(counter.agent.call("loans.list", input))).loans.map(({ loanRef }) => loanRef);
  expect(await found({ text: "90001" })).toEqual(["90001"]);
  expect(await found({ text: "stefan" })).toEqual(["90001"]);
  expect(await found({ text: "Iacovet Nelea" })).toEqual(["90000"]);
  expect(await found({ text: "i80606014n" })).toEqual(["90000"]);
  expect(await found({ text: "Nelea Țurcanu" })).toEqual([]);
  expect(await found({ step: "approved" })).toEqual([]);
  expect(await found({ page: { number: 2, size: 1 } })).toEqual(["90000"]);
  await counter.loan(nelea.loanId);
  await counter.signIn(BESA);
  const { entries } = await value(counter.agent.call("journal.search", { kinds: ["customer.read"] }));
  expect(entries.filter(({ actor }) => actor === "Celik").length).toBeGreaterThanOrEqual(2);
});
