/** The Interswitch and Q2 training systems against their documents, asked by a client that knows nothing but HTTP. */
import { describe, expect, it, onTestFinished } from "vitest";
import { startTrainingInterswitch } from "../../electron/training/interswitch/server.ts";
import { startTrainingQ2, type TrainingQ2Options } from "../../electron/training/q2/server.ts";
import { ask, basic, bearer, field, form, jsonPost, tokenOf } from "./jsonClient.ts";

describe("Interswitch", () => {
  async function interswitch() {
    const system = await startTrainingInterswitch({
      credentials: { clientId: "client", clientSecret: "secret" },
      channelCode: "0002",
      clock: () => Date.UTC(2026, 10, 26, 8),
    });
    onTestFinished(() => system.close());
    const token = tokenOf(
      await ask(system.tokenUrl, form({ grant_type: "client_credentials" }, basic("client", "secret"))),
    );
    return { system, ask: (path: string) => ask(`${system.baseUrl}${path}`, bearer(token)) };
  }

  it("answers with every field of the sample", async () => {
    const { ask: get } = await interswitch();
    const answer = await get("/users/2348123456789/status?channelCode=0002");
    expect(answer).toMatchObject({
      status: 200,
      body: { responseCode: "00", responseMessage: "Successful" },
    });
    const loans = field(answer, "loans");
    const [first]: unknown[] = Array.isArray(loans) ? loans : [];
    expect(Object.keys(Object(first)).toSorted()).toEqual(
      [
        ..."id offerId customerId providerId providerCode channelId channelCode status amount amountPayable".split(
          " ",
        ),
        ..."tenure dueDate terms currency customerDebitMethod customerCreditMethod providerLoanId interest".split(
          " ",
        ),
        // In the table, and missing in the sample.
        ..."acceptedDate dateCreated".split(" "),
      ].toSorted(),
    );
  });

  it.each([
    ["/users/2348123456789/status?channelCode=2", "96"],
    ["/users/2348123456789/status", "96"],
    ["/users/+2348123456789/status?channelCode=0002", "96"],
    ["/users/ada/status?channelCode=0002", "96"],
    ["/users/2348123456789/status?channelCode=0002&strict=yes", "96"],
    ["/users/2348000000000/status?channelCode=0002", "00"],
    ["/users/ngozi%40customers.example/status?channelCode=0002", "00"],
  ])("%s: code %s with HTTP 200", async (path, code) => {
    const { ask: get } = await interswitch();
    const answer = await get(path);
    expect([answer.status, field(answer, "responseCode")]).toEqual([200, code]);
  });

  it("401 without a token, and no token without the client", async () => {
    const { system } = await interswitch();
    expect((await ask(`${system.baseUrl}/users/2348123456789/status?channelCode=0002`)).status).toBe(401);
    const wrong = await ask(
      system.tokenUrl,
      form({ grant_type: "client_credentials" }, basic("client", "wrong")),
    );
    expect(wrong).toMatchObject({ status: 401, body: { error: "invalid_client" } });
    // The grant in the query, as a derived description has it.
    const inQuery = await ask(`${system.tokenUrl}?grant_type=client_credentials`, {
      method: "POST",
      headers: basic("client", "secret"),
    });
    expect(inQuery.status).toBe(200);
  });
});

describe("Q2", () => {
  const credentials = { clientId: "client", clientSecret: "secret", username: "user", password: "wordTOKEN" };
  const signIn = {
    grant_type: "password",
    client_id: "client",
    client_secret: "secret",
    username: "user",
    password: "wordTOKEN",
  };
  const SAMPLE = {
    borrowerId: "001G000001KY8by",
    loanProductId: "a1gG00000019OFe",
    loanAmount: 10000,
    term: 12,
    expectedDisbursalDate: "2012-12-22",
    firstInstallmentDate: "2013-01-09",
  };

  async function q2(options: Partial<TrainingQ2Options> = {}) {
    const system = await startTrainingQ2({ credentials, ...options });
    onTestFinished(() => system.close());
    const url = `${system.baseUrl}/services/apexrest/peer/v1/loanAccounts`;
    const token = tokenOf(await ask(system.tokenUrl, form(signIn)));
    return {
      system,
      url,
      create: (value: unknown) => ask(url, jsonPost(token, value)),
      list: (borrowerId: string) => ask(`${url}?borrowerId=${borrowerId}`, bearer(token)),
    };
  }

  it("answers the sample request as the sample response has it: 10000 asked for, 10200 booked", async () => {
    const { create, system } = await q2();
    const answer = await create(SAMPLE);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: "SUCCESS",
        response: [],
        errorMessage: null,
        errorCode: "NO_ERROR",
        content: [
          {
            loan__First_Installment_Date__c: "2013-01-09",
            peer__Origination_Fee__c: 200,
            loan__Loan_Status__c: "Partial Application",
            loan__Loan_Amount__c: 10200,
            loan__Account__c: "001G000001KY8byIAD",
            loan__Last_Installment_Date__c: "2013-12-09",
            loan__Interest_Rate__c: 9.1,
            loan__Number_of_Installments__c: 12,
            loan__Frequency_of_Loan_Payment__c: "Monthly",
            loan__Contractual_Due_Day__c: 9,
            loan__Loan_Product_Name__c: "a1gG00000019OFeIAM",
            loan__Balloon_Payment__c: 0,
          },
        ],
      },
    });
    expect(system.entries().accounts).toHaveLength(1);
  });

  it("takes the second sample request", async () => {
    const { create } = await q2();
    const second = {
      borrowerId: "0016g000007sR4d",
      loanProductId: "a8B6g000000gKyS",
      loanAmount: 10000,
      term: 10,
      interestRate: 10,
      purpose: "a8D6g000000PVfJ",
      expectedDisbursalDate: "2017-08-01",
      firstInstallmentDate: "2017-09-01",
      eodAccrualType: "Accrual To Date",
      eodFeeAccrual: true,
    };
    expect(field(await create(second), "content")).toMatchObject([
      { loan__Interest_Rate__c: 10, loan__Loan_Amount__c: 10000 },
    ]);
  });

  it.each<[change: Record<string, unknown>, status: number, code: string, message: string]>([
    [{ borrowerId: null }, 400, "INVALID_INPUT", "Account Id is null"],
    [{ borrowerId: "001g000001ky8by" }, 400, "INVALID_INPUT", "Unable to find the Account"],
    [{ loanProductId: "a1gG00000099OFe" }, 400, "INVALID_INPUT", "Loan Product Id is null."],
    [{ loanAmount: 0 }, 400, "INVALID_INPUT", "Loan amount is not valid"],
    [{ loanAmount: undefined }, 400, "INVALID_INPUT", "Loan amount is not valid"],
    [{ term: -1 }, 400, "INVALID_INPUT", "Term is not valid"],
    [{ firstInstallmentDate: null }, 400, "INVALID_INPUT", "One of the dates is null"],
    [{ expectedDisbursalDate: undefined }, 400, "INVALID_INPUT", "One of the dates is null"],
    [{ loanAmount: "10000" }, 400, "INVALID_INPUT", "Unable to parse the Request parameters"],
    [{ term: 1.5 }, 400, "INVALID_INPUT", "Unable to parse the Request parameters"],
    [{ firstInstallmentDate: "09.01.2013" }, 400, "INVALID_INPUT", "Unable to parse the Request parameters"],
    [{ eodFeeAccrual: "true" }, 400, "INVALID_INPUT", "Unable to parse the Request parameters"],
    [{ colour: "red" }, 400, "INVALID_INPUT", "Unable to parse the Request parameters"],
    [
      { firstInstallmentDate: "2012-12-21" },
      500,
      "API_EXCEPTION",
      "First installment date cannot be before the disbursal date",
    ],
  ])("%j: %i %s %s", async (change, status, errorCode, errorMessage) => {
    const { create, system } = await q2();
    expect(await create({ ...SAMPLE, ...change })).toMatchObject({
      status,
      body: { errorCode, errorMessage },
    });
    expect(system.entries().accounts).toEqual([]);
  });

  it("lists a borrower's accounts, unless the instance does not offer it", async () => {
    const offering = await q2();
    await offering.create(SAMPLE);
    expect(field(await offering.list(SAMPLE.borrowerId), "content")).toMatchObject([
      { Name: "LAI-00000001" },
    ]);
    const other = await q2({ listsAccounts: false });
    expect((await other.list(SAMPLE.borrowerId)).status).toBe(405);
  });

  it("tells no life of its token, and refuses an unknown session as Salesforce does", async () => {
    const { system, url } = await q2();
    const answer = await ask(system.tokenUrl, form(signIn));
    expect(field(answer, "expires_in")).toBeUndefined();
    expect(field(answer, "token_type")).toBe("Bearer");
    expect(await ask(url, jsonPost("00D!none", SAMPLE))).toMatchObject({
      status: 401,
      body: [{ errorCode: "INVALID_SESSION_ID" }],
    });
    const wrong = await ask(system.tokenUrl, form({ ...signIn, password: "word" }));
    expect(wrong).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });
});
