/** Every bad day of the training lender, as a client with nothing but a socket sees it, against its books. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MisbehaveOptions } from "../../electron/training/contract.ts";
import { IUTE_MISBEHAVIOURS } from "../../electron/training/iute/misbehaviour.ts";
import type { TrainingIute } from "../../electron/training/iute/server.ts";
import { apply, applyUpTo } from "./iuteSamples.ts";
import { createManualTimer, type ManualTimer } from "./manualTimer.ts";
import { get, postForm, type RawAnswer, startLender } from "./rawClient.ts";

let lender: TrainingIute;
let timer: ManualTimer;
let loanRef: string;
beforeEach(async () => {
  timer = createManualTimer();
  lender = await startLender({ timer });
  loanRef = await applyUpTo(lender, "authorised");
  await get(lender.baseUrl, "confirm/cash/release", { loanRef });
});
afterEach(() => lender.close());

const repay = (signal?: AbortSignal) =>
  get(lender.baseUrl, "insert/repayment", { loanRef, date: "22052018", amount: "1095.68" }, signal);
const info = (ref = loanRef) => get(lender.baseUrl, "loan/info", { loanRef: ref });
const repaid = () => lender.books().loans.find((loan) => loan.loanRef === loanRef)?.repaidMinor;
const arrivals = () => lender.requests().filter(({ operation }) => operation === "insertRepayment");

/** Resolves when the lender has dealt with one more request, answered or not. */
function dealtWith(): Promise<void> {
  return new Promise((resolve) => {
    const before = lender.requests().length;
    const leave = lender.subscribe(() => {
      if (lender.requests().length === before) return;
      leave();
      resolve();
    });
  });
}

describe("to a repayment", () => {
  it.each<[kind: string, how: RawAnswer["how"], status: number, repaidMinor: number]>([
    ["error500AfterBooking", "answered", 500, 109_568],
    ["error500BeforeBooking", "answered", 500, 0],
    ["html502AfterBooking", "answered", 502, 109_568],
    ["resetAfterBooking", "reset", 0, 109_568],
    ["resetBeforeBooking", "reset", 0, 0],
    ["emptyReplyAfterBooking", "noByte", 0, 109_568],
    ["captivePortal", "answered", 200, 0],
    ["captivePortalEmpty", "answered", 200, 0],
    ["redirectToLogin", "answered", 302, 0],
    ["truncatedBody", "cutShort", 200, 109_568],
    ["duplicateGet", "answered", 200, 219_136],
    ["refuse400", "answered", 400, 0],
    ["credentials403", "answered", 403, 0],
    ["wrongDate", "answered", 200, 109_568],
  ])("%s: %s %i, %i booked", async (kind, how, status, repaidMinor) => {
    lender.misbehave(kind, 1);
    const answer = await repay();
    expect([answer.how, answer.status, repaid()]).toEqual([how, status, repaidMinor]);
    expect(arrivals()[0]).toMatchObject({
      misbehaviour: kind,
      repeated: false,
      params: { amount: "1095.68" },
    });
    // Once means once: the next request is dealt with as documented.
    expect(await repay()).toMatchObject({ how: "answered", status: 200, body: Buffer.alloc(0) });
    expect(repaid()).toBe(repaidMinor + 109_568);
  });

  it.each([
    ["timeoutAfterBooking", 109_568],
    ["timeoutBeforeBooking", 0],
  ])("%s: silence, %i booked", async (kind, repaidMinor) => {
    lender.misbehave(kind, 1);
    const patience = new AbortController();
    const arrived = dealtWith();
    const answer = repay(patience.signal);
    await arrived;
    expect(repaid()).toBe(repaidMinor);
    patience.abort();
    expect((await answer).how).toBe("noByte");
  });

  it("lateBooking: nothing at first, booked after the client has gone", async () => {
    lender.misbehave("lateBooking", 1);
    const patience = new AbortController();
    const answer = repay(patience.signal);
    await expect.poll(() => timer.waiting).toEqual([90_000]);
    patience.abort();
    await answer;
    expect(repaid()).toBe(0);
    const booked = new Promise<void>((resolve) => lender.subscribe(resolve));
    timer.ring();
    await booked;
    expect(repaid()).toBe(109_568);
  });

  it("lateBooking that still waits when the lender closes is booked, not lost", async () => {
    lender.misbehave("lateBooking", 1, { delayMillis: 7 });
    const answer = repay();
    await expect.poll(() => timer.waiting).toEqual([7]);
    await lender.close();
    expect((await answer).how).toBe("noByte");
    expect(repaid()).toBe(109_568);
  });

  it("slow: the faithful answer after four seconds", async () => {
    lender.misbehave("slow", 1);
    const answer = repay();
    await expect.poll(() => timer.waiting).toEqual([4_000]);
    timer.ring();
    expect(await answer).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(repaid()).toBe(109_568);
  });

  it("duplicateGet arrives twice in the list of requests", async () => {
    lender.misbehave("duplicateGet", 1);
    await repay();
    expect(arrivals().map(({ repeated }) => repeated)).toEqual([false, true]);
  });

  it("redirectToLogin points inside the lender, the portal has a page, the clock is a day ahead", async () => {
    lender.misbehave("redirectToLogin", 1);
    lender.misbehave("captivePortal", 1);
    lender.misbehave("wrongDate", 1);
    expect((await repay()).headers.location).toBe("/iute/login");
    expect((await repay()).body.toString()).toContain("free Wi-Fi");
    expect((await repay()).headers.date).toBe("Wed, 27 Jun 2018 09:30:00 GMT");
  });
});

describe("to a reading", () => {
  it.each<[kind: string, wrong: RegExp]>([
    ["malformedXml", /<\/loan>\s*$/],
    ["wrongLoan", /<loan_ref>790000<[\s\S]*<client_pin>X98765432Q<[\s\S]*Another Client/],
    ["xmlBomb", /^<!DOCTYPE loan \[\n<!ENTITY lol0[\s\S]*&lol8;/],
    ["doctype", /^<!DOCTYPE loan SYSTEM "http:\/\/127\.0\.0\.1\/loan\.dtd">\n<loan_response>/],
    ["numbersInWords", /<total_balance>five thousand<\/total_balance>/],
    ["missingField", /<\/repaid>\n {4}<client_pin>/],
    ["duplicatedField", /<remaining_balance>5478\.4<\/remaining_balance><remaining_balance>15478\.4</],
    ["exponentDecimals", /<remaining_balance>5\.4784E3<[\s\S]*<to_be_paid>0\.0E0<[\s\S]*<total>1\.09568E3</],
    ["decimalCommas", /<remaining_balance>5478,4</],
    ["instalmentsOutOfOrder", /<installment_table>\s*<installment>\s*<number>6<[\s\S]*<number>1</],
    ["repaidAboveTotal", /<repaid>9001095\.68</],
    ["byteOrderMark", /^\ufeff<loan_response>/],
  ])("%s", async (kind, wrong) => {
    await repay();
    lender.misbehave(kind, 1);
    const answer = await info();
    expect(answer).toMatchObject({ how: "answered", status: 200 });
    expect(answer.body.toString()).toMatch(wrong);
    expect((await info()).body.toString()).not.toMatch(wrong);
  });

  it("hugeInstalments lists fifty thousand", async () => {
    lender.misbehave("hugeInstalments", 1);
    const text = (await info()).body.toString();
    expect(text.match(/<installment>/g)).toHaveLength(50_000);
    expect(text).toContain("<number>50000</number>");
  });

  it("truncatedBody breaks off inside the XML, badContentType keeps the content", async () => {
    lender.misbehave("truncatedBody", 1);
    lender.misbehave("badContentType", 1);
    expect(await info()).toMatchObject({ how: "cutShort", status: 200 });
    const answer = await info();
    expect(answer.headers["content-type"]).toBe("application/octet-stream");
    expect(answer.body.toString()).toContain("<loan_ref>90000</loan_ref>");
  });

  it("wrongLoan gives another loan's agreement and release, and books nothing", async () => {
    const other = await applyUpTo(lender, "authorised");
    const before = lender.books().loans;
    lender.misbehave("wrongLoan", 2);
    const agreement = await get(lender.baseUrl, "generate/agreement", { loanRef: other, lang: "eng" });
    expect(agreement.headers["content-disposition"]).toBe(
      "attachment;filename=specific_agreement_790001_eng.pdf",
    );
    const release = await get(lender.baseUrl, "allow/cash/release", { loanRef: other });
    expect(release.body.toString()).toContain("<loan_ref>790001</loan_ref>");
    expect(lender.books().loans).toEqual(before);
  });

  it("staleReplica stops following when it is switched on", async () => {
    await repay();
    lender.misbehave("staleReplica", 2);
    await repay();
    expect((await info()).body.toString()).toContain("<repaid>1095.68</repaid>");
    expect((await info()).body.toString()).toContain("<repaid>1095.68</repaid>");
    expect((await info()).body.toString()).toContain("<repaid>2191.36</repaid>");
  });
});

describe("switching", () => {
  it("leaves readings alone where only changes are meant", async () => {
    lender.misbehave("error500BeforeBooking", 1);
    expect((await info()).status).toBe(200);
    expect((await repay()).status).toBe(500);
  });

  it("can be meant for one operation, a quote or an application too", async () => {
    lender.misbehave("error500AfterBooking", 1, { operation: "newLoan" });
    lender.misbehave("refuse400", 1, { operation: "calculate" });
    expect((await repay()).status).toBe(200);
    await expect(apply(lender)).rejects.toThrow("Internal Server Error");
    expect(lender.books().loans).toHaveLength(2);
    expect(
      (await postForm(lender.baseUrl, "loan/calc", { loan_amount: "1", loan_duration: "1" })).status,
    ).toBe(400);
  });

  it("calms down", async () => {
    lender.misbehave("captivePortal", 1000);
    lender.calm();
    expect((await info()).headers["content-type"]).toBe("application/xml;charset=UTF-8");
  });

  it.each<[string, MisbehaveOptions, string, RegExp]>([
    [
      "tantrum",
      {},
      "unknownKind",
      /^There is no misbehaviour "tantrum"\. There are: timeoutAfterBooking, .*badContentType\.$/,
    ],
    ["toString", {}, "unknownKind", /There are:/],
    ["hugeInstalments", { operation: "calculate" }, "unknownOperation", /It can to: loanInfo\.$/],
    ["duplicateGet", { operation: "newLoan" }, "unknownOperation", /It can to: cancel, /],
  ])("refuses %s %j", (kind, options, code, message) => {
    expect(() => lender.misbehave(kind, 1, options)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });

  it("lists each kind with one sentence", () => {
    expect(lender.misbehaviours).toBe(IUTE_MISBEHAVIOURS);
    for (const { description } of IUTE_MISBEHAVIOURS)
      expect(description).toMatch(/^[A-Z][^\n]+\.$|\)\.$|E3\.$/);
  });
});
