/** The document's sample requests, replayed byte for byte, and its responses, compared character for character. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TrainingIute } from "../../electron/training/iute/server.ts";
import {
  applicationWith,
  apply,
  applyUpTo,
  JPG,
  PDF,
  SAMPLE_APPLICATION,
  uploadParts,
} from "./iuteSamples.ts";
import {
  AUTHORIZATION,
  get,
  multipartBody,
  postForm,
  postMultipart,
  sendRaw,
  startLender,
} from "./rawClient.ts";

let lender: TrainingIute;
beforeEach(async () => {
  lender = await startLender();
});
afterEach(() => lender.close());

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const bare = (path: string, params: Record<string, string>) => get(lender.baseUrl, path, params);

async function active(): Promise<string> {
  const loanRef = await applyUpTo(lender, "authorised");
  await bare("confirm/cash/release", { loanRef });
  return loanRef;
}

describe("Calculate loan conditions", () => {
  it("answers the sample request (its printed figures contradict themselves: 8 payments in 6 months)", async () => {
    const body = "loan_amount=1000.55&loan_duration=6&partner_type=post";
    const answer = await sendRaw(
      lender.baseUrl,
      `POST /iute/rest/api/partner/loan/calc HTTP/1.1\r\nHost: localhost:8080\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\nAuthorization: ${AUTHORIZATION}\r\n` +
        `Content-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("application/xml;charset=UTF-8");
    expect(answer.headers.date).toBe("Tue, 26 Jun 2018 09:30:00 GMT");
    expect(answer.body.toString()).toBe(
      `${DECLARATION}<loan_calc>\n  <first_repayment_date>26.07.2018</first_repayment_date>\n` +
        "  <monthly_payment>219.26</monthly_payment>\n  <total_loan_amount>1315.56</total_loan_amount>\n</loan_calc>",
    );
  });

  it.each([
    ["5000", "6", "1095.68", "6574.08"],
    ["100", "1", "105.25", "105.25"],
    ["0.01", "60", "0.01", "0.6"],
    ["1000000", "60", "69136.67", "4148200.2"],
    ["200.5", "5", "50.62", "253.1"],
  ])("%s over %s months: %s a month, %s in all", async (loan_amount, loan_duration, monthly, total) => {
    const answer = await postForm(lender.baseUrl, "loan/calc", { loan_amount, loan_duration });
    expect(answer.body.toString()).toContain(`<monthly_payment>${monthly}</monthly_payment>`);
    expect(answer.body.toString()).toContain(`<total_loan_amount>${total}</total_loan_amount>`);
  });
});

describe("Add new loan", () => {
  it("takes the sample with its boundary corrected", async () => {
    const answer = await postMultipart(lender.baseUrl, "new/loan", multipartBody(SAMPLE_APPLICATION));
    expect(answer.body.toString()).toContain("<loan_ref>90000</loan_ref>");
    expect(lender.books().loans[0]).toMatchObject({
      step: "new",
      files: [],
      application: {
        pin: "I80606014N",
        birthDate: "1997-08-31",
        amountMinor: 200_000,
        phoneHome: "0602160911",
      },
    });
  });

  it("refuses the sample as printed, whose delimiters have a hyphen too few", async () => {
    const body = multipartBody(SAMPLE_APPLICATION, "-----WebKitFormBoundary7MA4YWxkTrZu0gW");
    const answer = await postMultipart(lender.baseUrl, "new/loan", body);
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).toContain("<p>The multipart body does not contain its boundary.</p>");
  });

  it("answers exactly as the sample response", async () => {
    const parts = applicationWith({
      pin: "I12356789T",
      first_name: "John",
      last_name: "Smith",
      phone_home: "012345678",
      apartment_nr: "",
    });
    const answer = await postMultipart(lender.baseUrl, "new/loan", multipartBody(parts));
    expect(answer.body.toString()).toBe(
      `${DECLARATION}<loan>\n  <loan_ref>90000</loan_ref>\n  <loan_period>6</loan_period>\n` +
        "  <first_repayment_date>26.07.2018</first_repayment_date>\n  <client_pin>I12356789T</client_pin>\n" +
        "  <client_name>John Smith</client_name>\n</loan>",
    );
  });

  it("keeps the optional files by size and hash, and counts references on", async () => {
    const parts = applicationWith({
      id_copy: { name: "id_copy", value: JPG, fileName: "id.jpg", type: "image/jpeg" },
      data_verification: { name: "data_verification", value: PDF, fileName: "data.pdf" },
      first_name: "Ștefan & <Ђорђе>",
    });
    await apply(lender);
    const answer = await postMultipart(lender.baseUrl, "new/loan", multipartBody(parts));
    expect(answer.body.toString()).toContain("<loan_ref>90001</loan_ref>");
    expect(answer.body.toString()).toContain("<client_name>Ștefan &amp; &lt;Ђорђе&gt; Iacovet</client_name>");
    expect(lender.books().loans[1]?.files).toMatchObject([
      { part: "id_copy", format: "jpg", bytes: JPG.length, fileName: "id.jpg" },
      { part: "data_verification", format: "pdf", bytes: PDF.length },
    ]);
  });
});

describe("Check loan status", () => {
  const asked = (loan_ref: string) =>
    postMultipart(
      lender.baseUrl,
      "loan/check/status",
      multipartBody([
        { name: "loan_ref", value: loan_ref },
        { name: "partner_type", value: "post" },
      ]),
    );

  it("answers the sample for a loan that nobody has decided yet", async () => {
    const answer = await asked(await apply(lender));
    expect(answer.body.toString()).toBe(
      `${DECLARATION}<loan>\n  <approved>false</approved>\n  <loan_ref>90000</loan_ref>\n</loan>`,
    );
  });

  it("says true, rejected, and 400 for any other step", async () => {
    const approved = await applyUpTo(lender, "approved");
    const rejectedByRule = await apply(lender, { loan_amount: "500000.01" });
    const tooYoung = await apply(lender, { birth_date: "27.06.2000" });
    const signed = await applyUpTo(lender, "signed");
    const statuses = await Promise.all([approved, rejectedByRule, tooYoung, signed, "123"].map(asked));
    const shown = statuses.map(({ status, body }) => [
      status,
      /<approved>(\w+)|<p>(.*)<\/p>/.exec(`${body}`)?.[0],
    ]);
    expect(shown).toEqual([
      [200, "<approved>true"],
      [200, "<approved>rejected"],
      [200, "<approved>rejected"],
      [400, "<p>Loan 90003 is in another process step.</p>"],
      [400, "<p>Loan 123 was not found.</p>"],
    ]);
  });
});

describe("Check loan info", () => {
  it("answers exactly as the sample: 5000 in 6 months, one instalment paid", async () => {
    const loanRef = await active();
    await bare("insert/repayment", { loanRef, date: "22052018", amount: "1095.68" });
    const rows = ["07", "08", "09", "10", "11", "12"].map(
      (month, index) =>
        `      <installment>\n        <number>${index + 1}</number>\n        <due_date>26.${month}.2018</due_date>\n` +
        `        <total>1095.68</total>\n        <to_be_paid>${index === 0 ? "0.0" : "1095.68"}</to_be_paid>\n` +
        "      </installment>\n",
    );
    expect((await bare("loan/info", { loanRef })).body.toString()).toBe(
      "<loan_response>\n  <message>success</message>\n  <status>0</status>\n  <loan>\n" +
        "    <loan_ref>90000</loan_ref>\n    <loan_period>6</loan_period>\n    <total_balance>6574.08</total_balance>\n" +
        "    <repaid>1095.68</repaid>\n    <remaining_balance>5478.4</remaining_balance>\n" +
        "    <client_pin>I123456789T</client_pin>\n    <client_name>John Smith</client_name>\n" +
        `    <installment_table>\n${rows.join("")}    </installment_table>\n  </loan>\n</loan_response>`,
    );
  });

  it("knows no active loan before the pay-out, after the last repayment, or at all", async () => {
    const none =
      "<loan_response>\n  <message>No active loan found!</message>\n  <status>-1</status>\n</loan_response>";
    const waiting = await applyUpTo(lender, "authorised");
    const repaid = await active();
    await bare("insert/repayment", { loanRef: repaid, date: "22052018", amount: "6574.08" });
    for (const loanRef of [waiting, repaid, "1"]) {
      const answer = await bare("loan/info", { loanRef });
      expect([answer.status, answer.body.toString()]).toEqual([200, none]);
    }
  });

  it("covers instalments from the first on, whatever the date", async () => {
    const loanRef = await active();
    await bare("insert/repayment", { loanRef, date: "26122018", amount: "1500" });
    await bare("insert/repayment", { loanRef, date: "01011999", amount: "0.5" });
    const text = (await bare("loan/info", { loanRef })).body.toString();
    expect(text.match(/<to_be_paid>[\d.]+/g)?.map((field) => field.slice(12))).toEqual([
      "0.0",
      "690.86",
      "1095.68",
      "1095.68",
      "1095.68",
      "1095.68",
    ]);
  });
});

describe("The rest of the process", () => {
  it("answers the allowed release exactly as the sample", async () => {
    const loanRef = await applyUpTo(lender, "authorised");
    const answer = await bare("allow/cash/release", { loanRef });
    expect(answer.body.toString()).toBe(
      `${DECLARATION}<loan>\n  <allowed>true</allowed>\n  <loan_status>normal</loan_status>\n` +
        "  <loan_ref>90000</loan_ref>\n  <loan_amount>5000.0</loan_amount>\n  <client_pin>I123456789T</client_pin>\n" +
        "  <client_first_name>John</client_first_name>\n  <client_last_name>Smith</client_last_name>\n</loan>",
    );
  });

  it("does not allow a release before the staff have authorised it, nor after it was confirmed", async () => {
    const loanRef = await applyUpTo(lender, "signed");
    expect((await bare("allow/cash/release", { loanRef })).body.toString()).toContain(
      "<allowed>false</allowed>",
    );
    expect((await bare("confirm/cash/release", { loanRef })).status).toBe(400);
    await lender.decide(loanRef, "authorise");
    expect((await bare("confirm/cash/release", { loanRef })).status).toBe(200);
    expect((await bare("allow/cash/release", { loanRef })).status).toBe(400);
    expect((await bare("confirm/cash/release", { loanRef })).status).toBe(400);
  });

  it("answers upload, confirmation, repayment and cancellation with a truly empty 200", async () => {
    const approved = await applyUpTo(lender, "approved");
    const answers = [
      await postMultipart(lender.baseUrl, "loan/files/upload", multipartBody(uploadParts(approved))),
      await lender
        .decide(approved, "authorise")
        .then(() => bare("confirm/cash/release", { loanRef: approved })),
      await bare("insert/repayment", { loanRef: approved, date: "22052018", amount: "1095.68" }),
      await bare("cancel/loan", { loanRef: await apply(lender) }),
    ];
    for (const { status, headers, body } of answers) {
      expect([status, headers["content-type"], headers["content-length"], body.length]).toEqual([
        200,
        undefined,
        "0",
        0,
      ]);
      expect(headers.date).toBe("Tue, 26 Jun 2018 09:30:00 GMT");
    }
  });

  it("cancels in NEW and APPROVED only", async () => {
    const approved = await applyUpTo(lender, "approved");
    const signed = await applyUpTo(lender, "signed");
    expect((await bare("cancel/loan", { loanRef: approved })).status).toBe(200);
    expect((await bare("cancel/loan", { loanRef: approved })).status).toBe(400);
    expect((await bare("cancel/loan", { loanRef: signed })).body.toString()).toContain(
      "<p>Loan 90001 is in status SIGNED. It can no longer be cancelled.</p>",
    );
  });

  it("books the same repayment twice when it arrives twice: there is no key to tell it by", async () => {
    const loanRef = await active();
    for (const _ of [1, 2]) await bare("insert/repayment", { loanRef, date: "22052018", amount: "10" });
    expect(lender.books().loans[0]).toMatchObject({ repaidMinor: 2000, remainingMinor: 655408 });
  });
});
