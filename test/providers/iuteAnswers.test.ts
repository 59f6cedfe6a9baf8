/** Iute's replies: what the document shows is understood to the letter, and everything else is never a success. */
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../electron/ports.ts";
import type { Answer, Lender } from "../../electron/providers/contract.ts";
import { exchangeOf, failed, html, lenderGetting, nelea, samples } from "./iuteLender.ts";

type Asking = (lender: Lender) => Promise<Answer<unknown>>;
const asking = {
  quote: (lender) => lender.quote(100_055, 6),
  apply: (lender) => lender.apply(nelea, { person: "wu", office: "o" }, {}),
  status: (lender) => lender.checkStatus("90000"),
  info: (lender) => lender.loanInfo("90000"),
  release: (lender) => lender.allowCashRelease("90000"),
  agreement: (lender) => lender.agreement("90000", "alb"),
  upload: (lender) =>
    lender.upload("90000", { name: "a.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF") }, null),
} satisfies Record<string, Asking>;

const told = async (ask: Asking, exchange: Exchange) => ask(lenderGetting(exchange).lender);
const xml = (text: string) => exchangeOf(200, text);

describe("what the document shows", () => {
  it("Calculate loan conditions, sample response", async () => {
    expect(await told(asking.quote, xml(samples.quote))).toMatchObject({
      kind: "answer",
      value: { firstRepaymentDate: "2018-07-26", monthlyPaymentMinor: 86_524, totalMinor: 692_192 },
    });
  });

  it("the same in the <loan> that the text above it promises", async () => {
    const text = samples.quote.replaceAll("loan_calc", "loan");
    expect(await told(asking.quote, xml(text))).toMatchObject({
      kind: "answer",
      value: { totalMinor: 692_192 },
    });
  });

  it("Add new loan, sample response", async () => {
    expect(await told(asking.apply, xml(samples.applied))).toMatchObject({
      kind: "answer",
      value: {
        loanRef: "90000",
        months: 6,
        firstRepaymentDate: "2018-07-26",
        clientPin: "I80606014N",
        clientName: "John Smith",
      },
    });
  });

  it("Add new loan that answers about somebody else leaves the application in doubt", async () => {
    const text = samples.applied.replace("I80606014N", "I12356789T");
    expect(await told(asking.apply, xml(text))).toMatchObject({
      kind: "unclear",
      message: expect.stringContaining("another customer"),
    });
  });

  it.each([
    ["true", "approved"],
    ["TRUE", "approved"],
    ["false", "notYet"],
    ["rejected", "rejected"],
  ])("Check loan status %s is %s", async (word, approved) => {
    const text = samples.status.replace("false", word);
    expect(await told(asking.status, xml(text))).toMatchObject({ kind: "answer", value: { approved } });
  });

  it("Check loan status 400: moved on, with the lender's sentence, never an error and never a step", async () => {
    expect(await told(asking.status, html("The loan is in status SIGNED."))).toMatchObject({
      kind: "answer",
      value: { approved: "movedOn", message: "The loan is in status SIGNED." },
    });
  });

  it("Check loan info, sample response", async () => {
    const answer = await told(asking.info, xml(samples.info));
    expect(answer).toMatchObject({
      kind: "answer",
      value: {
        active: true,
        loan: {
          loanRef: "90000",
          months: 6,
          totalMinor: 657_408,
          repaidMinor: 109_568,
          remainingMinor: 547_840,
          clientPin: "I123456789T",
          clientName: "John Smith",
          instalments: [
            { number: 1, dueDate: "2018-07-26", totalMinor: 109_568, toBePaidMinor: 0 },
            { number: 2, dueDate: "2018-08-26", totalMinor: 109_568, toBePaidMinor: 109_568 },
            { number: 3 },
            { number: 4 },
            { number: 5 },
            { number: 6, dueDate: "2018-12-26" },
          ],
        },
      },
    });
  });

  it.each([200, 400, 404])("Check loan info without a loan, as XML with %i", async (status) => {
    expect(await told(asking.info, exchangeOf(status, samples.none))).toMatchObject({
      kind: "answer",
      value: { active: false, message: "No active loan found!" },
    });
  });

  it("Check loan info with comments of the lender's system around it", async () => {
    const text = `<!-- node 3 -->\n${samples.info}\n<!-- 14 ms -->\n<!-- from the cache -->\n`;
    expect(await told(asking.info, xml(text))).toMatchObject({
      kind: "answer",
      value: { active: true, loan: { loanRef: "90000", repaidMinor: 109_568 } },
    });
  });

  it.each([
    ["true", true],
    ["TRUE", true],
    ["false", false],
  ])("Allow cash release %s", async (word, allowed) => {
    const text = samples.release.replace(">true<", `>${word}<`);
    expect(await told(asking.release, xml(text))).toMatchObject({
      kind: "answer",
      value: {
        allowed,
        loanStatus: "normal",
        loanRef: "90000",
        amountMinor: 500_000,
        clientPin: "I123456789T",
        clientFirstName: "John",
        clientLastName: "Smith",
      },
    });
  });

  it("Generate agreement, the headers of the document", async () => {
    const exchange = exchangeOf(200, "%PDF-1.7 …", "application/pdf;charset=UTF-8", {
      "content-disposition": "attachment;filename=specific_agreement_90000_alb.pdf",
    });
    expect(await told(asking.agreement, exchange)).toMatchObject({
      kind: "answer",
      value: { name: "specific_agreement_90000_alb.pdf", mime: "application/pdf" },
    });
  });

  it("Upload file: only code 200", async () => {
    expect(await told(asking.upload, exchangeOf(200, "", null))).toMatchObject({
      kind: "answer",
      value: null,
    });
  });

  it.each([
    [
      "a 400 is its refusal",
      html("The loan is not active."),
      { kind: "refused", message: "The loan is not active." },
    ],
    [
      "a 403 is about credentials",
      html("Bad credentials", 403),
      { kind: "credentials", message: "Bad credentials" },
    ],
    ["a 401 likewise", html("Who are you?", 401), { kind: "credentials", message: "Who are you?" }],
    ["a 400 without words says nothing", exchangeOf(400), { kind: "unclear" }],
    [
      "a 500 says nothing",
      html("Oops", 500),
      { kind: "unclear", message: "The lender's system reported a fault (HTTP 500): Oops" },
    ],
    [
      "a redirect says nothing",
      exchangeOf(302, "", null, { location: "/login" }),
      { kind: "unclear", message: expect.stringContaining("not followed") },
    ],
    ["nobody listened", failed("refused", false), { kind: "noLine" }],
    [
      "a certificate",
      failed("certificate", false),
      { kind: "noLine", message: expect.stringContaining("Tell your IT department") },
    ],
    [
      "a time-out",
      failed("timeout", true),
      { kind: "unclear", message: "The provider did not answer in time." },
    ],
    ["a reset", failed("reset", true), { kind: "unclear" }],
  ])("errors: %s", async (_what, exchange, expected) => {
    for (const ask of [
      asking.quote,
      asking.apply,
      asking.info,
      asking.release,
      asking.agreement,
      asking.upload,
    ])
      expect(await told(ask, exchange)).toMatchObject(expected);
  });
});
