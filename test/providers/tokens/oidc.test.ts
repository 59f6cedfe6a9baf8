/** The adapters' tokens against a real OpenID Connect server, which is nobody's of ours (npm: oidc-provider). */
import { describe, expect, it } from "vitest";
import { turnableClock } from "../../courier/turnableClock.ts";
import { configOf, customersOf, lettersOf, loansOf } from "../adapters.ts";
import { realOidcServer } from "./realOidcServer.ts";

const START = Date.UTC(2026, 10, 26, 8);
const MINUTE = 60_000;
const machine = {
  client_id: "counter",
  client_secret: "a-secret-of-the-counter",
  grant_types: ["client_credentials"],
  redirect_uris: [],
  response_types: [],
  token_endpoint_auth_method: "client_secret_basic",
};
const secrets = { clientId: machine.client_id, clientSecret: machine.client_secret, apiKey: "key" };

describe("client credentials with Basic", () => {
  const reply = JSON.stringify({ message: "Loan does not exist" });

  async function apollo(scheme: "bearer" | "bare") {
    const server = await realOidcServer({ tokenPath: "/token", client: machine });
    server.answer("/uat/v1/noc", reply, "application/json");
    const config = configOf("apollo", `${server.origin}/uat/v1`);
    const settings = { ...config.settings, authorizationScheme: scheme };
    const clock = turnableClock(START);
    return { server, clock, letters: lettersOf({ ...config, settings, secrets }, clock) };
  }

  it.each(["bearer", "bare"] as const)(
    "Apollo, %s: one token for five questions, renewed before five minutes are over",
    async (scheme) => {
      const { server, clock, letters } = await apollo(scheme);
      const ask = () => letters.noDuesLetter("1", "PL");
      const answers = await Promise.all([ask(), ask(), ask(), ask(), ask()]);
      expect(answers.map(({ kind }) => kind)).toEqual(["answer", "answer", "answer", "answer", "answer"]);
      expect(server.grants).toEqual(["client_credentials"]);
      clock.advance(4.5 * MINUTE);
      expect((await ask()).kind).toBe("answer");
      expect(server.grants).toHaveLength(2);
      expect(new Set(server.shown.map(({ token }) => token)).size).toBe(2);
    },
  );

  it("a token that the server has withdrawn is renewed once", async () => {
    const { server, letters } = await apollo("bearer");
    await letters.noDuesLetter("1", "PL");
    await server.withdraw(server.shown[0]?.token ?? "");
    expect((await letters.noDuesLetter("1", "PL")).kind).toBe("answer");
    expect(server.shown.map(({ taken }) => taken)).toEqual([true, false, true]);
  });

  it("Interswitch: the grant in the query does not trouble it", async () => {
    const server = await realOidcServer({ tokenPath: "/token", client: machine });
    server.answer("/users/2348123456789/status", '{"responseCode":"00","loans":[]}', "application/json");
    const register = loansOf({ ...configOf("interswitch", server.origin), secrets });
    expect(await register.loans("2348123456789", false)).toMatchObject({ kind: "answer", value: [] });
  });

  it("a wrong secret is the office's credentials, in the server's words", async () => {
    const server = await realOidcServer({ tokenPath: "/token", client: machine });
    const register = loansOf({
      ...configOf("interswitch", server.origin),
      secrets: { ...secrets, clientSecret: "wrong" },
    });
    expect(await register.loans("2348123456789", false)).toMatchObject({
      kind: "credentials",
      message: expect.stringContaining("client authentication failed"),
    });
    expect(server.shown).toEqual([]);
  });
});

describe("password and refresh", () => {
  const tokenPath = "/auth/realms/cdp/protocol/openid-connect/token";
  const user = { username: "counter-user", password: "pass & word" };
  const found = JSON.stringify({ status: "success", statusCode: 200, data: { ecrn: "17" } });

  async function drap() {
    const server = await realOidcServer({
      tokenPath,
      client: {
        ...machine,
        grant_types: ["password", "refresh_token"],
        token_endpoint_auth_method: "client_secret_post",
      },
      scopes: ["api://guid/customer"],
      user,
    });
    server.answer("/caas/api/v2/customer/17", found, "application/json");
    const clock = turnableClock(START);
    const config = { ...configOf("drap", server.origin), secrets: { ...secrets, ...user } };
    return { server, clock, customers: customersOf(config, clock) };
  }

  it("DRAP: the first token by password, the next by the refresh token that the server rotates", async () => {
    const { server, clock, customers } = await drap();
    for (let round = 0; round < 3; round += 1) {
      expect(await customers.get("17")).toMatchObject({ kind: "answer" });
      clock.advance(10 * MINUTE);
    }
    expect(server.grants).toEqual(["password", "refresh_token", "refresh_token"]);
    expect(server.shown.every(({ taken }) => taken)).toBe(true);
  });

  it("DRAP: after an evening off both are too old, and it signs in again", async () => {
    const { server, clock, customers } = await drap();
    await customers.get("17");
    clock.advance(12 * 60 * MINUTE);
    expect(await customers.get("17")).toMatchObject({ kind: "answer" });
    expect(server.grants).toEqual(["password", "password"]);
  });
});
