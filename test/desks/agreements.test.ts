/** Agreements: issued from the approval on, uploaded by itself until the lender has them, never in a wrong order. */
import { expect, test } from "vitest";
import { value } from "../agent/counter.ts";
import { type Counter, DRITA, decide, openCounter, providerAt } from "./counter.ts";

async function approved(counter: Counter) {
  const { loanId, loanRef } = await counter.apply();
  await decide(counter.lender, loanRef, "approve");
  return { loanId, loanRef: loanRef ?? "" };
}

async function issued(counter: Counter) {
  const loan = await approved(counter);
  const { documentId } = await value(
    counter.agent.call("agreements.fetch", { loanId: loan.loanId, language: "rom" }),
  );
  return { ...loan, documentId };
}

test("no agreement before the approval, and one in a language that the lender has", async () => {
  const counter = await openCounter();
  const { loanId, loanRef } = await counter.apply();
  expect(await counter.refusal("agreements.fetch", { loanId, language: "rom" })).toMatchObject({
    code: "stepOutOfOrder",
  });
  await decide(counter.lender, loanRef, "approve");
  expect(await counter.refusal("agreements.fetch", { loanId, language: "mac" })).toMatchObject({
    code: "invalidInput",
    field: "language",
  });
  const agreement = await value(counter.agent.call("agreements.fetch", { loanId, language: "rom" }));
  expect(agreement.checks.filter(({ level }) => level !== "ok")).toEqual([]);
  expect(counter.books(loanRef ?? "").agreements).toMatchObject([{ language: "rom" }]);
});

test("where the office has named no languages, any can be asked for, and the lender says which it has", async () => {
  const counter = await openCounter();
  await counter.signIn(DRITA);
  const settings = { partnerType: "post", languages: [] };
  await value(counter.agent.call("setup.saveProvider", { ...providerAt(counter.lender.baseUrl), settings }));
  expect(await value(counter.agent.call("agreements.languages", { providerId: "iute" }))).toEqual({
    languages: [],
  });
  const { loanId } = await approved(counter);
  expect((await counter.refusal("agreements.fetch", { loanId, language: "xyz" })).code).toBe(
    "providerRefused",
  );
  const agreement = await value(counter.agent.call("agreements.fetch", { loanId, language: "mac" }));
  expect(agreement.name).toMatch(/_mac\.pdf$/);
});

test("an agreement that cannot be opened is the lender's fault, is not kept, and can be asked for again", async () => {
  const counter = await openCounter();
  const { loanId } = await approved(counter);
  counter.lender.misbehave("brokenAgreement", 1);
  const refusal = await counter.refusal("agreements.fetch", { loanId, language: "rom" });
  expect(refusal).toMatchObject({ code: "providerUnclear", reason: "agreementNotPdf", retry: true });
  expect(refusal).not.toHaveProperty("field");
  expect(await value(counter.agent.call("loans.get", { loanId }))).toMatchObject({ step: "approved" });
  expect((await value(counter.agent.call("agreements.fetch", { loanId, language: "rom" }))).pages).toBe(3);
});

test("nothing is uploaded before an agreement was issued, nor what is no document", async () => {
  const counter = await openCounter();
  const { loanId } = await approved(counter);
  const upload = { loanId, agreementDocumentId: "document-none" };
  expect(await counter.refusal("agreements.upload", upload)).toMatchObject({ code: "stepOutOfOrder" });
  await value(counter.agent.call("agreements.fetch", { loanId, language: "rom" }));
  expect(await counter.refusal("agreements.upload", upload)).toMatchObject({
    code: "unknownDocument",
    field: "agreementDocumentId",
  });
  expect(counter.arrivals("uploadFiles")).toBe(0);
});

test("without a line the upload waits, goes through by itself, and tells its progress", async () => {
  const counter = await openCounter({ limits: { retryBaseMs: 200 } });
  const { loanId, loanRef, documentId } = await issued(counter);
  const progress: number[] = [];
  counter.agent.on("upload.progress", ({ sentBytes, totalBytes }) => progress.push(sentBytes / totalBytes));
  await counter.lender.setLine(false);
  const waiting = await counter.upload(loanId, documentId);
  expect(waiting).toMatchObject({ step: "signed", upload: { state: "waiting", attempts: 1 } });
  expect(waiting.upload?.nextAt).not.toBeNull();
  await counter.lender.setLine(true);
  expect(await counter.loanTo(loanId, "uploaded")).toMatchObject({ upload: { state: "done" } });
  expect(counter.books(loanRef).files).toHaveLength(1);
  expect(progress.at(-1)).toBe(1);
});

test("an upload that was interrupted goes on after a restart", async () => {
  const counter = await openCounter({ limits: { retryBaseMs: 300 } });
  const { loanId, loanRef, documentId } = await issued(counter);
  await counter.lender.setLine(false);
  await counter.upload(loanId, documentId);
  await counter.agent.close();
  await counter.lender.setLine(true);
  await counter.restart();
  await counter.loanTo(loanId, "uploaded");
  expect(counter.books(loanRef)).toMatchObject({ step: "signed", files: [{ part: "loan_agreement" }] });
});

test("a repeat after silence that is answered with 400 is perhaps uploaded, and the release check decides", async () => {
  const counter = await openCounter();
  const { loanId, loanRef, documentId } = await issued(counter);
  counter.lender.misbehave("error500AfterBooking", 1, { operation: "uploadFiles" });
  await counter.upload(loanId, documentId);
  expect(await counter.loanTo(loanId, "uploaded")).toMatchObject({
    upload: { state: "perhapsUploaded", attempts: 2 },
  });
  expect(counter.books(loanRef).files).toHaveLength(1);
  await decide(counter.lender, loanRef, "authorise");
  expect((await counter.refresh(loanId)).step).toBe("releasable");
});

test("a first refusal is the lender's own, and the same files go through when they are attached again", async () => {
  const counter = await openCounter();
  const { loanId, loanRef, documentId } = await issued(counter);
  counter.lender.misbehave("refuse400", 1, { operation: "uploadFiles" });
  const refused = await counter.upload(loanId, documentId);
  expect(refused).toMatchObject({ step: "signed", upload: { state: "failed", attempts: 1 } });
  expect(refused.upload?.message).toMatch(/\w+ \w+/);
  expect(counter.books(loanRef).files).toHaveLength(0);
  const agreementDocumentId = refused.signedDocumentId ?? "";
  expect(await value(counter.agent.call("agreements.upload", { loanId, agreementDocumentId }))).toMatchObject(
    { step: "uploaded", upload: { state: "done" } },
  );
  expect(counter.books(loanRef).files).toHaveLength(1);
});

test("files that had not arrived after all are sent again by themselves", async () => {
  const counter = await openCounter();
  const { loanId, loanRef, documentId } = await issued(counter);
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "uploadFiles" });
  counter.lender.misbehave("refuse400", 1, { operation: "uploadFiles" });
  await counter.upload(loanId, documentId);
  expect(await counter.loanTo(loanId, "uploaded")).toMatchObject({ upload: { state: "perhapsUploaded" } });
  expect(counter.books(loanRef).files).toHaveLength(0);
  expect((await counter.refresh(loanId)).step).toBe("signed");
  expect(await counter.loanTo(loanId, "uploaded")).toMatchObject({ upload: { state: "done" } });
  expect(counter.books(loanRef).files).toHaveLength(1);
});

test("the same files twice are one upload", async () => {
  const counter = await openCounter();
  const { loanId, documentId } = await issued(counter);
  const first = await counter.upload(loanId, documentId);
  const again = await value(
    counter.agent.call("agreements.upload", {
      loanId,
      agreementDocumentId: first.signedDocumentId ?? "",
    }),
  );
  expect(again).toMatchObject({ step: "uploaded", upload: { attempts: 1 } });
  expect(counter.arrivals("uploadFiles")).toBe(1);
});
