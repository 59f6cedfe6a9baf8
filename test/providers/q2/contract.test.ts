/** q2-cl-loan-account.txt, row by row: what is sent, and what each documented answer comes to. */
import { describe, expect, it } from "vitest";
import type { NewLoanAccount } from "../../../electron/providers/contract.ts";
import { accountsOf, configOf, providerOf, userSecrets } from "../adapters.ts";
import { html, json, type Reply, scriptedProvider } from "../scriptedProvider.ts";
import { ASKED, CREATED, errorBody } from "./samples.ts";

async function creating(reply: Reply, account: NewLoanAccount = ASKED) {
  const provider = await scriptedProvider();
  provider.answerToken(
    json({ access_token: "00D!abc", token_type: "Bearer", instance_url: "https://x", issued_at: "1" }),
  );
  provider.answer(reply);
  const answer = await accountsOf(configOf("q2", provider.origin)).create(account);
  return { provider, answer };
}

describe("what is sent", () => {
  it("the first sample request, byte for byte but for its blanks", async () => {
    const { provider } = await creating(json(CREATED));
    expect(provider.asked).toMatchObject([
      {
        method: "POST",
        url: "/services/apexrest/peer/v1/loanAccounts",
        headers: { authorization: "Bearer 00D!abc", "content-type": "application/json" },
        body: '{"borrowerId":"001G000001KY8by","loanProductId":"a1gG00000019OFe","loanAmount":10000,"term":12,"expectedDisbursalDate":"2012-12-22","firstInstallmentDate":"2013-01-09"}',
      },
    ]);
  });

  it("every optional field, as the second sample and the table have them; decimals exactly", async () => {
    const { provider } = await creating(json(CREATED), {
      ...ASKED,
      loanAmountMinor: 1_000_055,
      interestRate: "10",
      purpose: "a8D6g000000PVfJ",
      frequencyOfPayment: "Monthly",
      interestOnlyPeriod: 2,
      balloonPaymentMinor: 50_050,
      ach: false,
      bankId: "B1",
      eodAccrualType: "Accrual To Date",
      eodFeeAccrual: true,
    });
    const body = provider.asked[0]?.body ?? "";
    expect(body).toContain('"loanAmount":10000.55,');
    expect(body).toContain('"balloonPayment":500.5,');
    expect(JSON.parse(body)).toMatchObject({
      interestRate: 10,
      purpose: "a8D6g000000PVfJ",
      frequencyOfPayment: "Monthly",
      interestOnlyPeriod: 2,
      ach: false,
      bankId: "B1",
      eodAccrualType: "Accrual To Date",
      eodFeeAccrual: true,
    });
  });

  it.each([
    ["USD", 1_000_055, '"loanAmount":10000.55,', 10_200.55, 1_020_055],
    ["JPY", 10_000, '"loanAmount":10000,', 10_200, 10_200],
    ["KWD", 10_000_125, '"loanAmount":10000.125,', 10_200.125, 10_200_125],
  ])(
    "an account in %s has as many decimals as the currency",
    async (currency, loanAmountMinor, sent, told, booked) => {
      const provider = await scriptedProvider();
      provider.answer(json({ ...CREATED, content: [{ ...CREATED.content[0], loan__Loan_Amount__c: told }] }));
      const config = configOf("q2", provider.origin);
      const book = accountsOf({ ...config, settings: { ...config.settings, currency } });
      const answer = await book.create({ ...ASKED, loanAmountMinor });
      expect(provider.asked[0]?.body).toContain(sent);
      expect(answer).toMatchObject({ kind: "answer", value: { amountMinor: booked } });
    },
  );

  it("the password grant with the security token at the password's end, and no secret in the address", async () => {
    const { provider } = await creating(json(CREATED));
    const [request] = provider.tokenRequests;
    expect(request).toMatchObject({ method: "POST", url: "/token" });
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: "password",
      client_id: userSecrets.clientId,
      client_secret: userSecrets.clientSecret,
      username: userSecrets.username,
      password: userSecrets.password,
    });
  });
});

describe("the sample response", () => {
  it("is read with its fee, its status and its schedule", async () => {
    const { answer } = await creating(json(CREATED));
    expect(answer).toMatchObject({
      kind: "answer",
      value: {
        accountId: "a1WG00000050d9yMAA",
        status: "Partial Application",
        amountMinor: 1_020_000,
        feeMinor: 20_000,
        instalments: 12,
        frequency: "Monthly",
        firstInstalmentDate: "2013-01-09",
        lastInstalmentDate: "2013-12-09",
        disbursalDate: "2012-12-22",
        interestPercent: "9.1",
        procedure: "Equal Monthly Installments",
      },
    });
  });

  it.each<[what: string, reply: Reply]>([
    [
      "another borrower",
      json({ ...CREATED, content: [{ ...CREATED.content[0], loan__Account__c: "001G000001ZZZbyIAD" }] }),
    ],
    [
      "a borrower that differs in case only",
      json({ ...CREATED, content: [{ ...CREATED.content[0], loan__Account__c: "001g000001ky8byIAD" }] }),
    ],
    [
      "another product",
      json({
        ...CREATED,
        content: [{ ...CREATED.content[0], loan__Loan_Product_Name__c: "a8B6g000000gKyS" }],
      }),
    ],
    ["two accounts", json({ ...CREATED, content: [CREATED.content[0], CREATED.content[0]] })],
    ["no account", json({ ...CREATED, content: [] })],
    ["no amount", json({ ...CREATED, content: [{ ...CREATED.content[0], loan__Loan_Amount__c: null }] })],
    ["HTTP 201", json(CREATED, 201)],
    ["another status word", json({ ...CREATED, status: "PENDING" })],
    [
      "success and error at once",
      json({ ...CREATED, errorCode: "INVALID_INPUT", errorMessage: "Term is not valid" }),
    ],
    ["a gateway's 502", html(502, "Bad Gateway")],
    ["500 without the documented code", html(500, "Error")],
    ["503 in the documented envelope", json(errorBody("API_EXCEPTION", "Busy"), 503)],
    ["a sign-in page", html(200, "Wi-Fi")],
    ["nothing", { status: 200, body: "" }],
  ])("%s: nobody knows whether an account was opened", async (_what, reply) => {
    expect((await creating(reply)).answer.kind).toBe("unclear");
  });
});

describe("Error messages", () => {
  type Row = [label: string, status: number, code: string, message: string, field: string | undefined];
  const rows: Row[] = [
    ["UNABLE_PARSE_REQ_PARAMS", 400, "INVALID_INPUT", "Unable to parse the Request parameters", undefined],
    ["ACCOUNT_ID_NULL", 400, "INVALID_INPUT", "Account Id is null", "borrowerId"],
    ["ACCOUNT_NOT_FOUND", 400, "INVALID_INPUT", "Unable to find the Account", "borrowerId"],
    ["LOAN_PRODUCT_ID_NULL", 400, "INVALID_INPUT", "Loan Product Id is null.", "loanProductId"],
    ["LOAN_AMOUNT_NOT_VALID", 400, "INVALID_INPUT", "Loan amount is not valid", "loanAmountMinor"],
    ["TERM_NOT_VALID", 400, "INVALID_INPUT", "Term is not valid", "term"],
    // The status of this row is blank in the document.
    ["DATE_NULL", 400, "INVALID_INPUT", "One of the dates is null", "firstInstallmentDate"],
    ["DATE_NULL", 500, "INVALID_INPUT", "One of the dates is null", "firstInstallmentDate"],
    ["DATE_NULL", 200, "INVALID_INPUT", "One of the dates is null", "firstInstallmentDate"],
    ["NA", 500, "API_EXCEPTION", "The product is not active", undefined],
    ["one that is not in the table", 400, "INVALID_INPUT", "Purpose is not valid", undefined],
  ];
  it.each(rows)("%s, HTTP %i: %s, %s, beside %s", async (_label, status, code, message, field) => {
    const { answer } = await creating(json(errorBody(code, message), status));
    expect(answer).toMatchObject({
      kind: "refused",
      message: expect.stringContaining(message.replace(/\.$/, "")),
    });
    expect(answer.field).toBe(field);
  });

  it("as Salesforce itself writes errors: a list", async () => {
    const body = [{ message: "Loan amount is not valid", errorCode: "INVALID_INPUT" }];
    expect((await creating(json(body, 400))).answer).toMatchObject({
      kind: "refused",
      field: "loanAmountMinor",
    });
  });

  it.each<[status: number, body: unknown, words: RegExp]>([
    [401, [{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }], /Session expired/],
    [403, [{ message: "The REST API is not enabled", errorCode: "API_DISABLED_FOR_ORG" }], /not enabled/],
  ])("HTTP %i is the office's access", async (status, body, words) => {
    expect((await creating(json(body, status))).answer).toMatchObject({
      kind: "credentials",
      message: expect.stringMatching(words),
    });
  });
});

describe("the accounts of a borrower (NOTES 3.4, undocumented)", () => {
  async function listing(reply: Reply) {
    const provider = await scriptedProvider();
    provider.answer(reply);
    const answer = await accountsOf(configOf("q2", provider.origin)).accountsOf("001G000001KY8by");
    return { provider, answer };
  }
  it("are asked for by the borrower, and may tell no more than an id", async () => {
    const { provider, answer } = await listing(
      json({ status: "SUCCESS", content: [{ Id: "a1WG00000050d9yMAA", Name: "LAI-1" }] }),
    );
    expect(provider.asked).toMatchObject([
      { method: "GET", url: "/services/apexrest/peer/v1/loanAccounts?borrowerId=001G000001KY8by" },
    ]);
    expect(answer).toMatchObject({
      kind: "answer",
      value: [{ accountId: "a1WG00000050d9yMAA", name: "LAI-1", amountMinor: null, status: null }],
    });
  });
  it.each<[what: string, reply: Reply, kind: string]>([
    ["404: this instance does not offer it", html(404, "Not here"), "refused"],
    ["405: this instance does not offer it", html(405, "Not so"), "refused"],
    [
      "another borrower's",
      json({
        status: "SUCCESS",
        content: [{ Id: "a1WG00000050d9yMAA", loan__Account__c: "001G000001ZZZby" }],
      }),
      "unclear",
    ],
    ["a sign-in page", html(200, "Wi-Fi"), "unclear"],
  ])("%s", async (_what, reply, kind) => {
    expect((await listing(reply)).answer.kind).toBe(kind);
  });
});

it("names what is missing in the settings", () => {
  const config = configOf("q2", "https://x.my.salesforce.com");
  expect(() => providerOf({ ...config, settings: {} })).toThrow("settings.tokenUrl");
  expect(() => providerOf({ ...config, settings: { ...config.settings, currency: "dollars" } })).toThrow(
    "settings.currency",
  );
  expect(() => providerOf({ ...config, secrets: { ...config.secrets, username: "" } })).toThrow(
    "secrets.username",
  );
  expect(
    providerOf({ ...config, settings: { tokenUrl: "https://login.salesforce.com/services/oauth2/token" } })
      .currency,
  ).toBe("ALL");
});
