/** The main job from the quote to the last repayment, told by what the clerk sees and by the lender's own books. */
import { expect, test } from "vitest";
import { value } from "../agent/counter.ts";
import { decide, FLOAT, INSTALMENT, NELEA, openCounter } from "./counter.ts";

test("one customer from the quote to a repaid loan", async () => {
  const counter = await openCounter();
  const { lender } = counter;

  expect(await counter.quote({ amountMinor: 500_000, months: 6 })).toMatchObject({
    monthlyPaymentMinor: INSTALMENT,
    totalMinor: 6 * INSTALMENT,
  });

  const applied = await counter.apply();
  expect(applied).toMatchObject({ step: "submitted", loanRef: "90000" });
  const { loanId } = applied;
  const loanRef = applied.loanRef ?? "";
  expect(counter.books(loanRef).application).toMatchObject({
    pin: NELEA.pin,
    birthDate: NELEA.birthDate,
    amountMinor: 500_000,
    submitPerson: "Celik",
    submitPostOffice: "Chișinău 6514",
  });

  expect((await counter.refresh(loanId)).step).toBe("submitted");
  await decide(lender, loanRef, "approve");
  const approved = await counter.refresh(loanId);
  expect(approved).toMatchObject({ step: "approved", actor: "office", clientName: "Nelea Iacovet" });
  expect(approved.clientPinMasked).toBe("•••••••14N");

  expect(await value(counter.agent.call("agreements.languages", { providerId: "iute" }))).toEqual({
    languages: ["rom", "eng"],
  });
  const agreement = await value(counter.agent.call("agreements.fetch", { loanId, language: "rom" }));
  expect(agreement).toMatchObject({ mime: "application/pdf", name: `specific_agreement_${loanRef}_rom.pdf` });
  expect(await counter.loan(loanId)).toMatchObject({
    step: "agreement",
    actor: "customer",
    agreementDocumentId: agreement.documentId,
  });

  const uploaded = await counter.upload(loanId, agreement.documentId);
  expect(uploaded).toMatchObject({ step: "uploaded", upload: { state: "done", attempts: 1 } });
  const [file] = counter.books(loanRef).files;
  expect(file).toMatchObject({ part: "loan_agreement", format: "pdf", sha256: agreement.sha256 });

  expect(await counter.releaseCheck(loanId)).toMatchObject({ allowed: false, message: null });
  expect((await counter.loan(loanId)).step).toBe("uploaded");
  await decide(lender, loanRef, "authorise");
  expect((await counter.refresh(loanId)).step).toBe("releasable");

  const check = await counter.releaseCheck(loanId);
  expect(check).toMatchObject({
    allowed: true,
    amountMinor: 500_000,
    clientPinMasked: "•••••••14N",
    clientName: "Nelea Iacovet",
  });
  const { checkId } = check;
  const begun = await value(counter.agent.call("payouts.begin", { checkId, clientPin: "i80606014n" }));
  expect(begun.amountMinor).toBe(500_000);
  expect((await value(counter.agent.call("payouts.open", {}))).payouts).toHaveLength(1);
  const paid = await counter.handOver(checkId);
  expect(paid).toMatchObject({ payoutId: begun.payoutId, state: "queued" });
  expect(paid.receiptNo).toMatch(/^Chisinau6514-T1-[0-9a-z]+-1$/);
  expect((await value(counter.agent.call("payouts.open", {}))).payouts).toEqual([]);
  await counter.itemTo(paid.itemId, "posted/confirmed");
  expect(counter.books(loanRef).step).toBe("active");
  expect(await counter.loanTo(loanId, "active")).toMatchObject({
    payout: { state: "handedOver", receiptNo: paid.receiptNo },
    remainingMinor: 6 * INSTALMENT,
  });

  expect(await counter.check(loanRef)).toEqual({
    clientName: "Nelea Iacovet",
    remainingMinor: 6 * INSTALMENT,
    asOf: expect.any(String),
    stale: false,
    warnings: [],
  });
  const taken = await counter.capture(loanRef, INSTALMENT);
  expect(taken).toMatchObject({ state: "queued", exists: false });
  expect(taken.receiptNo.split("-").at(-1)).toBe("2");
  await counter.itemTo(taken.itemId, "posted/confirmed");
  expect(counter.books(loanRef).repaidMinor).toBe(INSTALMENT);
  expect(await counter.till()).toMatchObject({
    floatMinor: FLOAT,
    confirmedMinor: INSTALMENT - 500_000,
    queuedMinor: 0,
    unconfirmedMinor: 0,
    expectedMinor: FLOAT + INSTALMENT - 500_000,
  });

  const rest = await counter.capture(loanRef, 5 * INSTALMENT);
  await counter.itemTo(rest.itemId, "posted/inferred");
  expect(counter.books(loanRef)).toMatchObject({ step: "closed", remainingMinor: 0 });
  expect(await counter.refresh(loanId)).toMatchObject({ step: "closed", actor: "nobody", remainingMinor: 0 });

  const { history } = await counter.loan(loanId);
  expect(history.map(({ step }) => step)).toEqual([
    "inDoubt",
    "submitted",
    "approved",
    "agreement",
    "signed",
    "uploaded",
    "releasable",
    "handedOver",
    "active",
    "closed",
  ]);
  expect(counter.arrivals("confirmCashRelease")).toBe(1);
  expect(counter.arrivals("insertRepayment")).toBe(2);
  expect(await value(counter.agent.call("journal.verify", {}))).toMatchObject({ ok: true });
}, 30_000);
