/** interswitch-lending-customer-status.txt, row by row: what is sent, and what each documented answer comes to. */
import { describe, expect, it } from "vitest";
import { configOf, loansOf, providerOf } from "../adapters.ts";
import { html, json, type Reply, scriptedProvider } from "../scriptedProvider.ts";
import { SAMPLE } from "./sample.ts";

async function asking(reply: Reply, unit: "minor" | "major" = "minor", customerId = "2348124888436") {
  const provider = await scriptedProvider();
  provider.answer(reply);
  const config = configOf("interswitch", `${provider.origin}/lending-service/api/v1`);
  const answer = await loansOf({ ...config, settings: { ...config.settings, amountUnit: unit } }).loans(
    customerId,
    false,
  );
  return { provider, answer };
}

describe("what is sent", () => {
  it.each([
    // Endpoint and Sample request
    ["2348123456789", false, "/lending-service/api/v1/users/2348123456789/status?channelCode=0002"],
    // Field 1: "The Email or Mobile Number"
    ["ada@x.example", false, "/lending-service/api/v1/users/ada%40x.example/status?channelCode=0002"],
    // Field 3: strict, which the endpoint's template lacks
    [
      "2348123456789",
      true,
      "/lending-service/api/v1/users/2348123456789/status?channelCode=0002&strict=true",
    ],
    // Nothing that is typed can leave its place in the address
    ["../x?y=1#z", false, "/lending-service/api/v1/users/..%2Fx%3Fy%3D1%23z/status?channelCode=0002"],
  ])("%s, strict %s", async (customerId, strict, url) => {
    const provider = await scriptedProvider();
    provider.answer(json(SAMPLE));
    await loansOf(configOf("interswitch", `${provider.origin}/lending-service/api/v1`)).loans(
      customerId,
      strict,
    );
    expect(provider.asked).toMatchObject([
      { method: "GET", url, headers: { authorization: "Bearer token-1" } },
    ]);
  });

  it("asks for the token by client credentials with Basic (NOTES 2.1)", async () => {
    const { provider } = await asking(json(SAMPLE));
    expect(provider.tokenRequests).toMatchObject([
      {
        method: "POST",
        url: "/token?grant_type=client_credentials",
        body: "grant_type=client_credentials",
        headers: {
          authorization: `Basic ${Buffer.from("client:s3cret&=").toString("base64")}`,
          "content-type": "application/x-www-form-urlencoded",
        },
      },
    ]);
  });
});

describe("a success", () => {
  it("reads the sample: epoch milliseconds, a null date, the numeric currency, the exact percentage", async () => {
    const { answer } = await asking(json(SAMPLE));
    expect(answer).toMatchObject({
      kind: "answer",
      value: [
        {
          providerLoanId: "0001",
          amountMinor: 100_000,
          amountPayableMinor: 110_000,
          currency: "NGN",
          status: "Open",
          dueDate: null,
          createdAt: "2017-06-02T16:21:49.847Z",
          tenureDays: 30,
          interestPercent: "12.5",
          provider: "ABC",
          offerId: "0001",
          acceptedAt: null,
          channelCode: "CHONE",
          terms: "Please read the terms and conditions on https://onefi.com/terms",
          otherCustomer: false,
        },
      ],
    });
  });

  it.each<[row: string, change: Record<string, unknown>, seen: Record<string, unknown>]>([
    ["3d acceptedDate", { acceptedDate: 1496420509847 }, { acceptedAt: "2017-06-02T16:21:49.847Z" }],
    ["3d as text", { acceptedDate: "2017-06-02T16:21:49" }, { acceptedAt: "2017-06-02T16:21:49" }],
    ["3e dueDate", { dueDate: "1499012509847" }, { dueDate: "2017-07-02T16:21:49.847Z" }],
    ["3g provider", { provider: "Lender Ltd" }, { provider: "Lender Ltd" }],
    ["3g by its id", { providerCode: undefined }, { provider: "205" }],
    ["3i providerloanId", { providerLoanId: undefined, providerloanId: "P7" }, { providerLoanId: "P7" }],
    ["3i as a number", { providerLoanId: 17 }, { providerLoanId: "17" }],
    ["3k interest exactly", { interest: "12.50" }, { interestPercent: "12.50" }],
    ["currency unknown", { currency: "999" }, { currency: "999" }],
    ["currency ALL", { currency: "8" }, { currency: "ALL" }],
    ["amount missing", { amount: undefined }, { amountMinor: null }],
    ["another customer, as in the sample", { customerId: "2349999999999" }, { otherCustomer: true }],
  ])("row %s", async (_row, change, seen) => {
    const { answer } = await asking(json({ ...SAMPLE, loans: [{ ...SAMPLE.loans[0], ...change }] }));
    expect(answer).toMatchObject({ kind: "answer", value: [seen] });
  });

  it("takes the unit from the settings: 1000.50 naira are 100050 kobo", async () => {
    const loans = [{ ...SAMPLE.loans[0], amount: 1000.5 }];
    const major = await asking(json({ ...SAMPLE, loans }), "major");
    expect(major.answer).toMatchObject({ value: [{ amountMinor: 100_050, amountPayableMinor: 11_000_000 }] });
    const minor = await asking(json({ ...SAMPLE, loans }), "minor");
    expect(minor.answer.kind).toBe("unclear");
  });

  it.each([
    ["566", 1000.5, 100_050],
    ["392", 1000, 1_000],
    ["392", 1000.5, null],
    ["414", 1000.125, 1_000_125],
    ["414", 1000, 1_000_000],
    ["CLF", 1.2345, 12_345],
    ["999", 1000.5, 100_050],
    [undefined, 1000.5, 100_050],
  ])(
    "major units of currency %s: %s are %s minor units by ISO 4217",
    async (currency, amount, amountMinor) => {
      const loans = [{ ...SAMPLE.loans[0], currency, amount, amountPayable: undefined }];
      const { answer } = await asking(json({ ...SAMPLE, loans }), "major");
      if (amountMinor === null) expect(answer.kind).toBe("unclear");
      else expect(answer).toMatchObject({ kind: "answer", value: [{ amountMinor }] });
    },
  );

  it("an empty list is no loans; a missing one says nothing", async () => {
    expect((await asking(json({ ...SAMPLE, loans: [] }))).answer).toMatchObject({
      kind: "answer",
      value: [],
    });
    expect((await asking(json({ responseCode: "00", responseMessage: "Successful" }))).answer.kind).toBe(
      "unclear",
    );
  });
});

describe("a failure", () => {
  it.each<[row: string, reply: Reply, kind: string, words: RegExp]>([
    [
      "Sample Response (failure)",
      json({ responseCode: "96", responseMessage: "Oops. Something went wrong. Please try again later" }),
      "refused",
      /Try again later\. It says: Oops\. Something went wrong.*code 96/,
    ],
    ["3001 (NOTES 2.4)", json({ responseCode: "3001", responseMessage: "No offer" }), "refused", /no offer/],
    [
      "4004 with HTTP 404",
      json({ responseCode: "4004", responseMessage: "Unknown" }, 404),
      "refused",
      /4004/,
    ],
    [
      "5000 with HTTP 500",
      json({ responseCode: "5000", responseMessage: "System error" }, 500),
      "refused",
      /5000/,
    ],
    ["a code nobody knows", json({ responseCode: "77", responseMessage: "Eh" }), "refused", /Eh \(code 77\)/],
    ["a numeric code", json({ responseCode: 0, loans: [] }), "refused", /code 0/],
    ["loans beside a failure", json({ ...SAMPLE, responseCode: "96" }), "refused", /code 96/],
    ["HTTP 403", html(403, "Forbidden"), "credentials", /did not accept/],
    ["HTTP 502 in HTML", html(502, "Bad Gateway"), "unclear", /502.*Bad Gateway/],
    ["a sign-in page", html(200, "Wi-Fi"), "unclear", /web page/],
    ["a redirect", { ...html(302, ""), headers: { Location: "/login" } }, "unclear", /leads on/],
    ["nothing", { status: 200, body: "" }, "unclear", /empty/],
  ])("%s", async (_row, reply, kind, words) => {
    const { answer } = await asking(reply);
    expect(answer).toMatchObject({ kind, message: expect.stringMatching(words) });
  });
});

describe("settings", () => {
  it.each<[settings: Record<string, string>, secrets: Record<string, string>, field: string]>([
    [{ amountUnit: "" }, {}, "settings.amountUnit"],
    [{ channelCode: " " }, {}, "settings.channelCode"],
    [{ tokenUrl: "" }, {}, "settings.tokenUrl"],
    [{ tokenUrl: "http://passport.example" }, {}, "settings.tokenUrl"],
    [{}, { clientSecret: "" }, "secrets.clientSecret"],
  ])("%j %j: %s", (settings, secrets, field) => {
    const config = configOf("interswitch", "https://lending.example/api/v1");
    expect(() =>
      providerOf({
        ...config,
        settings: { ...config.settings, ...settings },
        secrets: { ...config.secrets, ...secrets },
      }),
    ).toThrow(field);
  });
});
