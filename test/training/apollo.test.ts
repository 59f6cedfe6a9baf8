/** The Apollo training system against apollo-noc.postman.json, asked by a client that knows nothing but HTTP. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTrainingApollo, type TrainingApollo } from "../../electron/training/apollo/server.ts";
import { ask, basic, field, form, tokenOf } from "./jsonClient.ts";

const credentials = { apiKey: "key-1", clientId: "client", clientSecret: "secret" };
let now: number;
let system: TrainingApollo;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 26, 8);
  system = await startTrainingApollo({ credentials, partnerTag: "TEST", clock: () => now });
});
afterEach(() => system.close());

const token = async () =>
  tokenOf(
    await ask(
      system.tokenUrl,
      form({ grant_type: "client_credentials", scope: "" }, basic("client", "secret")),
    ),
  );
const noc = async (change: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    partner_tag: "TEST",
    loan_type: "PL",
    partner_loan_id: "TST10",
    ...change,
  });
  return ask(`${system.baseUrl}/noc?${query}`, {
    headers: { "x-api-key": "key-1", Authorization: await token(), ...headers },
  });
};

it("the sample request gets the sample response's fields", async () => {
  expect(await noc()).toEqual({
    status: 200,
    body: {
      partner_tag: "TEST",
      loan_type: "PL",
      partner_loan_id: "TST10",
      "S3 key": expect.stringMatching(/^http:/),
    },
  });
});

it.each<[change: Record<string, string>, status: number, message: string]>([
  [
    { partner_loan_id: "TST11", loan_type: "ML" },
    404,
    "NOC cannot be generated as the requested loan is not closed yet",
  ],
  [{ partner_loan_id: "TST99" }, 404, "Loan does not exist"],
  [{ loan_type: "ML" }, 404, "Loan does not exist"],
  [{ partner_tag: "OTHER" }, 400, "Invalid partner tag"],
  [{ loan_type: "KL" }, 400, "Unsupported loan type KL"],
  [{ partner_loan_id: "12345678901" }, 400, "Invalid Request"],
  [{ partner_loan_id: "" }, 400, "Invalid Request"],
])("%j: %i %s", async (change, status, message) => {
  expect(await noc(change)).toEqual({ status, body: { message } });
});

it("403 for a wrong key, 401 for a token older than five minutes", async () => {
  expect((await noc({}, { "x-api-key": "other" })).status).toBe(403);
  const old = await token();
  now += 300_000;
  expect(await noc({}, { Authorization: `Bearer ${old}` })).toEqual({
    status: 401,
    body: { message: "The incoming token has expired" },
  });
});

describe("the letter's link", () => {
  const link = async () => String(field(await noc(), "S3 key"));

  it("gives a PDF without any header, for a minute", { timeout: 30_000 }, async () => {
    const url = await link();
    const letter = await ask(url);
    expect(letter.status).toBe(200);
    expect(String(letter.body)).toMatch(/^%PDF-/);
    now += 60_000;
    expect((await ask(url)).status).toBe(403);
  });

  it.each<[header: string, value: string]>([
    ["Authorization", "Bearer x"],
    ["x-api-key", "key-1"],
  ])("refuses %s beside it, as S3 does", async (header, value) => {
    expect((await ask(await link(), { headers: { [header]: value } })).status).toBe(400);
  });
});

it("no token without the client", async () => {
  expect((await ask(system.tokenUrl, form({ grant_type: "client_credentials" }))).status).toBe(400);
  expect(
    (await ask(system.tokenUrl, form({ grant_type: "password" }, basic("client", "secret")))).status,
  ).toBe(400);
});
