/** Access tokens: one fetch for all who wait, renewed in time and once on a 401, and never written down. */
import { describe, expect, it } from "vitest";
import { createTokens, type TokenPlan } from "../../../electron/providers/tokens.ts";
import { type TurnableClock, turnableClock } from "../../courier/turnableClock.ts";
import { transport } from "../adapters.ts";
import { html, json, type Reply, type ScriptedProvider, scriptedProvider } from "../scriptedProvider.ts";

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 26, 8);

const request = (url: string, body = "grant") => ({
  method: "POST" as const,
  url,
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: Buffer.from(body),
  ownConnection: true,
  connectTimeoutMs: 2_000,
  totalTimeoutMs: 5_000,
  maxBodyBytes: 100_000,
});

interface Counter {
  provider: ScriptedProvider;
  clock: TurnableClock;
  tokens: ReturnType<typeof createTokens>;
  /** Asks the provider something with a token; gives the status. */
  ask(): Promise<number | undefined>;
  used(): (string | undefined)[];
}

/** Hands out token-1, token-2, …, each with these other fields. */
async function counter(fields: Record<string, unknown>, plan: Partial<TokenPlan> = {}): Promise<Counter> {
  const provider = await scriptedProvider();
  let count = 0;
  provider.answerToken(() => {
    count += 1;
    return json({ access_token: `token-${count}`, token_type: "bearer", ...fields });
  });
  const clock = turnableClock(START);
  const tokens = createTokens({
    transport,
    clock,
    fetch: () => request(`${provider.origin}/token`),
    ...plan,
  });
  const build = (token: string) => ({
    ...request(`${provider.origin}/thing`),
    headers: { Authorization: `Bearer ${token}` },
  });
  return {
    provider,
    clock,
    tokens,
    async ask() {
      const sent = await tokens.send(build);
      return sent.sent ? sent.exchange.response?.status : undefined;
    },
    used: () => provider.asked.map(({ headers }) => headers.authorization),
  };
}

const refusing =
  (good: string): ((asked: { headers: { authorization?: string } }) => Reply) =>
  ({ headers }) =>
    json({}, headers.authorization === `Bearer ${good}` ? 200 : 401);

describe("one token", () => {
  it("is fetched when it is needed and not before", async () => {
    const { provider, ask } = await counter({ expires_in: 300 });
    expect(provider.tokenRequests).toEqual([]);
    await ask();
    expect(provider.tokenRequests).toHaveLength(1);
  });

  it("serves ten questions at once, and those after", async () => {
    const { provider, ask, used } = await counter({ expires_in: 300 });
    await Promise.all(Array.from({ length: 10 }, ask));
    await ask();
    expect(provider.tokenRequests).toHaveLength(1);
    expect(new Set(used())).toEqual(new Set(["Bearer token-1"]));
  });

  it.each<[lifeSeconds: unknown, usableForMs: number]>([
    [300, 270_000],
    ["300", 270_000],
    [7199, 7_169_000],
    [100, 90_000],
    [86_400, 86_370_000],
  ])("of %s seconds is used for %i ms", async (expires_in, usableForMs) => {
    const { clock, ask, used } = await counter({ expires_in });
    await ask();
    clock.advance(usableForMs - 1);
    await ask();
    clock.advance(1);
    await ask();
    expect(used()).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
  });

  it("that slept with the computer is not used again", async () => {
    const { clock, ask, used } = await counter({ expires_in: 300 });
    await ask();
    clock.set(START + 60 * MINUTE);
    await ask();
    expect(used()).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  it("does not live longer because somebody set the clock back", async () => {
    const { clock, ask, used } = await counter({ expires_in: 300 });
    await ask();
    clock.set(START - 24 * 60 * MINUTE);
    clock.advance(5 * MINUTE);
    await ask();
    expect(used()).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  it.each([undefined, null])(
    "whose life is not told (%s, Salesforce) serves until it is refused",
    async (expires_in) => {
      const { provider, clock, ask, used } = await counter({ expires_in });
      await ask();
      clock.advance(30 * 24 * 60 * MINUTE);
      await ask();
      provider.answer(refusing("token-2"));
      expect(await ask()).toBe(200);
      expect(used()).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2"]);
    },
  );
});

describe("a 401", () => {
  it("renews the token once and asks once more", async () => {
    const { provider, ask, used } = await counter({ expires_in: 300 });
    provider.answer(refusing("token-2"));
    expect(await ask()).toBe(200);
    expect(used()).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  it("twice is the answer", async () => {
    const { provider, ask } = await counter({ expires_in: 300 });
    provider.answer(json({}, 401));
    expect(await ask()).toBe(401);
    expect(provider.asked).toHaveLength(2);
    expect(provider.tokenRequests).toHaveLength(2);
  });

  it("to eight questions at once renews the token once for all", async () => {
    const { provider, ask } = await counter({ expires_in: 300 });
    provider.answer(refusing("token-2"));
    expect(await Promise.all(Array.from({ length: 8 }, ask))).toEqual(Array.from({ length: 8 }, () => 200));
    expect(provider.tokenRequests).toHaveLength(2);
  });

  it("that comes late, when another question has renewed the token already, does not renew it again", async () => {
    const { provider, tokens, ask } = await counter({ expires_in: 300 });
    await tokens.token();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let first = true;
    provider.answer(async (asked) => {
      const late = first;
      first = false;
      if (late) await held;
      return refusing("token-2")(asked);
    });
    const slow = ask();
    await expect.poll(() => provider.asked).toHaveLength(1);
    expect(await ask()).toBe(200);
    letGo();
    expect(await slow).toBe(200);
    expect(provider.tokenRequests).toHaveLength(2);
  });

  it.each([400, 403, 500])("is not what %i is", async (status) => {
    const { provider, ask } = await counter({ expires_in: 300 });
    provider.answer(json({}, status));
    expect(await ask()).toBe(status);
    expect(provider.asked).toHaveLength(1);
  });
});

describe("the refresh grant", () => {
  const life = { expires_in: 600, refresh_expires_in: 1_800, refresh_token: "refresh-1" };
  const plan = (bodies: string[]): Partial<TokenPlan> => ({
    refresh: (refreshToken) => {
      bodies.push(refreshToken);
      return request("http://127.0.0.1:1/never");
    },
  });

  it("is used for a token that has lived, and not for the first", async () => {
    const { provider, clock, ask } = await counter(life, {});
    const tokens = createTokens({
      transport,
      clock,
      fetch: () => request(`${provider.origin}/token`, "grant_type=password"),
      refresh: (refreshToken) => request(`${provider.origin}/token`, `refresh=${refreshToken}`),
    });
    await tokens.token();
    clock.advance(10 * MINUTE);
    await tokens.token();
    expect(provider.tokenRequests.map(({ body }) => body)).toEqual([
      "grant_type=password",
      "refresh=refresh-1",
    ]);
    await ask();
  });

  it("gives way to user name and password where the refresh token is too old, or not taken any more", async () => {
    const { provider, clock } = await counter(life);
    const tokens = createTokens({
      transport,
      clock,
      fetch: () => request(`${provider.origin}/token`, "grant_type=password"),
      refresh: () => request(`${provider.origin}/token`, "refresh"),
    });
    await tokens.token();
    clock.advance(31 * MINUTE);
    await tokens.token();
    expect(provider.tokenRequests.map(({ body }) => body)).toEqual([
      "grant_type=password",
      "grant_type=password",
    ]);
    clock.advance(10 * MINUTE);
    let asked = 0;
    provider.answerToken(() => {
      asked += 1;
      return asked === 1
        ? json({ error: "invalid_grant", error_description: "Token is not active" }, 400)
        : json({ access_token: "fresh", expires_in: 600 });
    });
    expect(await tokens.token()).toEqual({ ok: true, accessToken: "fresh" });
    expect(provider.tokenRequests.slice(2).map(({ body }) => body)).toEqual([
      "refresh",
      "grant_type=password",
    ]);
  });

  it("that meets no line is no reason to send the password", async () => {
    const bodies: string[] = [];
    const { provider, clock, tokens } = await counter(life, plan(bodies));
    await tokens.token();
    clock.advance(10 * MINUTE);
    expect(await tokens.token()).toMatchObject({ ok: false, answer: { kind: "noLine" } });
    expect(bodies).toEqual(["refresh-1"]);
    expect(provider.tokenRequests).toHaveLength(1);
  });
});

describe("without a token nothing is sent", () => {
  it.each<[what: string, reply: Reply, kind: string, words: RegExp]>([
    [
      "invalid_client",
      json({ error: "invalid_client", error_description: "Bad client" }, 401),
      "credentials",
      /client secret.*Bad client/,
    ],
    [
      "invalid_grant",
      json({ error: "invalid_grant", error_description: "Invalid user credentials" }, 401),
      "credentials",
      /password.*Invalid user/,
    ],
    ["invalid_scope", json({ error: "invalid_scope" }, 400), "credentials", /scope/],
    ["an error of its own", json({ error: "invalid_client_id" }, 400), "credentials", /invalid_client_id/],
    ["403 in HTML", html(403, "Forbidden"), "credentials", /did not accept/],
    ["a sign-in page", html(200, "Wi-Fi"), "noLine", /nothing was sent.*web page/],
    ["502", html(502, "nginx"), "noLine", /nothing was sent.*502/],
    ["an empty token", json({ access_token: "" }), "noLine", /access_token/],
    ["a token with a line break", json({ access_token: "a\r\nX-Evil: 1" }), "noLine", /access_token/],
    ["a token that is none", json({ access_token: 17 }), "noLine", /access_token/],
    ["another answer", json({ token: "x" }), "noLine", /access_token/],
    ["a life in words", json({ access_token: "x", expires_in: "soon" }), "noLine", /expires_in/],
  ])("%s", async (_what, reply, kind, words) => {
    const { provider, tokens, ask } = await counter({});
    provider.answerToken(reply);
    expect(await tokens.token()).toMatchObject({
      ok: false,
      answer: { kind, message: expect.stringMatching(words) },
    });
    expect(await ask()).toBeUndefined();
    expect(provider.asked).toEqual([]);
  });

  it("a failed fetch is not kept: the next question tries again", async () => {
    const { provider, ask } = await counter({});
    provider.answerToken(html(502, "nginx"));
    await ask();
    provider.answerToken(json({ access_token: "late", expires_in: 300 }));
    expect(await ask()).toBe(200);
  });
});

it("no property of the token source leads to a token", async () => {
  const { tokens, ask } = await counter({ expires_in: 300 });
  await ask();
  expect(JSON.stringify(tokens)).not.toContain("token-1");
  expect(Object.keys(tokens).toSorted()).toEqual(["send", "token"]);
});
