/** The DRAP training system against drap-onboarding.txt, asked by a client that knows nothing but HTTP. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTrainingDrap, type TrainingDrap } from "../../electron/training/drap/server.ts";
import { ask, bearer, field, form, jsonPost, tokenOf } from "./jsonClient.ts";

const credentials = { clientId: "client", clientSecret: "hemlock", username: "socrates", password: "agora" };
const scope = "api://guid/customer";
const signIn = {
  grant_type: "password",
  scope,
  client_id: "client",
  client_secret: "hemlock",
  username: "socrates",
  password: "agora",
};

let now: number;
let system: TrainingDrap;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 26, 8);
  system = await startTrainingDrap({ credentials, scope, clock: () => now });
});
afterEach(() => system.close());

const tokenUrl = () => `${system.baseUrl}/auth/realms/cdp/protocol/openid-connect/token`;
const token = async () => tokenOf(await ask(tokenUrl(), form(signIn)));
const lookup = async (value: unknown) =>
  ask(`${system.baseUrl}/caas/api/v2/customer/validate`, jsonPost(await token(), value));
const register = async (value: unknown) =>
  ask(`${system.baseUrl}/caas-lcm/api/v1/CAAS/onBoarding/customer`, jsonPost(await token(), value));

const CUSTOMER = {
  channel: "Direct",
  agent_location_id: "784101",
  first_name: "Teuta",
  last_name: "Leka",
  nationality: "AL",
  date_of_birth: "1990-02-28",
  country_of_birth: "AL",
  country_of_residence: "AL",
  gender: "Female",
  primary_mobile_number: "+355691112223",
  email_id: "teuta@customers.example",
  id_details: [{ id_type: 4, id_number: "T1" }],
};

describe("the token counter", () => {
  it("answers the sample's fields", async () => {
    expect(await ask(tokenUrl(), form(signIn))).toMatchObject({
      status: 200,
      body: {
        token_type: "bearer",
        expires_in: 7199,
        refresh_expires_in: 7199,
        scope,
        "not-before-policy": 0,
      },
    });
  });

  it.each<[change: Record<string, string>, status: number, error: string]>([
    [{ password: "wrong" }, 401, "invalid_grant"],
    [{ client_secret: "wrong" }, 401, "invalid_client"],
    [{ scope: "other" }, 400, "invalid_scope"],
    [{ grant_type: "client_credentials" }, 400, "unsupported_grant_type"],
    [{ grant_type: "refresh_token", refresh_token: "unknown" }, 400, "invalid_grant"],
  ])("%j: %i %s", async (change, status, error) => {
    expect(await ask(tokenUrl(), form({ ...signIn, ...change }))).toMatchObject({ status, body: { error } });
  });

  it("takes a form only", async () => {
    const json = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(signIn),
    };
    expect(await ask(tokenUrl(), json)).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  });

  it("a refresh token serves once, and no token outlives its 7199 seconds", async () => {
    const first = await ask(tokenUrl(), form(signIn));
    const refresh = {
      ...signIn,
      grant_type: "refresh_token",
      refresh_token: String(field(first, "refresh_token")),
    };
    const second = await ask(tokenUrl(), form(refresh));
    expect(second.status).toBe(200);
    expect((await ask(tokenUrl(), form(refresh))).status).toBe(400);
    const get = () => ask(`${system.baseUrl}/caas/api/v2/customer/7841000000000001`, bearer(tokenOf(second)));
    now += 7_198_000;
    expect((await get()).status).toBe(200);
    now += 1_000;
    expect((await get()).status).toBe(401);
  });
});

describe("look-up: HTTP 200 for every outcome", () => {
  it.each<[idType: unknown, idNumber: unknown, message: string]>([
    ["4", "I45612378K", "Successfully Processed"],
    ["4", "784198012345699", "Customer Not Found"],
    ["1", "I45612378K", "Customer Not Found"],
    ["4", "784198012345671", "Subscription Pending"],
    ["4", "784198012345672", "Validation Failure - Blocked Customer"],
    ["4", "784198012345673", "Validation Failure - Customer Under Compliance Investigation"],
    [4, "I45612378K", "Bad Request"],
    ["4", "", "Bad Request"],
    ["1234", "I45612378K", "Bad Request"],
    ["4", undefined, "Bad Request"],
  ])("%j %j: %s", async (idType, idNumber, message) => {
    const answer = await lookup({ idType, idNumber });
    expect(answer.status).toBe(200);
    expect(field(answer, "message")).toBe(message);
  });

  it("401 without a token", async () => {
    const answer = await ask(`${system.baseUrl}/caas/api/v2/customer/validate`, jsonPost("none", {}));
    expect(answer).toMatchObject({ status: 401, body: { status: "failure" } });
  });
});

describe("registration", () => {
  it("registers, and updates the same document", async () => {
    const first = await register(CUSTOMER);
    expect(first).toMatchObject({
      status: 200,
      body: { status: "success", data: { customer_status: "ACTIVE", pep: false } },
    });
    const again = await register({ ...CUSTOMER, first_name: "Teuta-Maria" });
    expect(field(again, "data")).toEqual(field(first, "data"));
    expect(system.entries().customers.filter(({ idNumber }) => idNumber === "T1")).toMatchObject([
      { updates: 1, fields: { first_name: "Teuta-Maria" } },
    ]);
  });

  it.each<[change: Record<string, unknown>, status: number, message: RegExp]>([
    [{ last_name: undefined }, 400, /Mandatory Field Missing: last_name/],
    [{ id_details: [] }, 400, /Mandatory Field Missing: id_details/],
    [{ id_details: [{ id_type: 4 }] }, 400, /Mandatory Field Missing: id_number/],
    [{ nationality: "Albania" }, 400, /Invalid Master Data: nationality/],
    [{ gender: "F" }, 400, /Invalid Master Data: gender/],
    [{ date_of_birth: "28.02.1990" }, 400, /Invalid Master Data: date_of_birth/],
    [{ id_details: [{ id_type: 4, id_number: "784198012345672" }] }, 406, /Blocked Customer/],
    [{ id_details: [{ id_type: 4, id_number: "784198012345673" }] }, 406, /Under Compliance Investigation/],
    [{ ecrn: "7841999999999999" }, 200, /Customer Updation Failure/],
  ])("%j: %i %s", async (change, status, message) => {
    const before = system.entries();
    const answer = await register({ ...CUSTOMER, ...change });
    expect(answer.status).toBe(status);
    expect(field(answer, "message")).toMatch(message);
    expect(system.entries()).toEqual(before);
  });
});

it("get: found, not subscribed and not found are all HTTP 200", async () => {
  const messages: unknown[] = [];
  for (const ecrn of ["7841000000000001", "7841000000000006", "1"]) {
    const answer = await ask(`${system.baseUrl}/caas/api/v2/customer/${ecrn}`, bearer(await token()));
    messages.push([answer.status, field(answer, "message")]);
  }
  expect(messages).toEqual([
    [200, "Successfully Processed"],
    [200, "Customer Not Subscribed"],
    [200, "Customer Not Found"],
  ]);
});

it("keeps a list of what arrived, without any credentials", async () => {
  await lookup({ idType: "4", idNumber: "I45612378K" });
  const requests = system.requests();
  expect(requests.map(({ operation }) => operation)).toEqual(["token", "lookup"]);
  expect(JSON.stringify(requests)).not.toMatch(/hemlock|socrates|agora/);
  expect(requests[1]?.params).toEqual({ idType: "4", idNumber: "I45612378K" });
});

it("has nothing at other addresses, and takes no other method", async () => {
  expect((await ask(`${system.baseUrl}/caas/api/v2/customer`)).status).toBe(404);
  expect((await ask(tokenUrl())).status).toBe(405);
});
