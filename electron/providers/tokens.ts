/** Access tokens: fetched when needed, shared by concurrent calls, renewed before they expire and once on a 401. */
import { z } from "zod";
import type { Clock, Exchange, HttpRequest, Transport } from "../ports.ts";
import { credentials, type Failed, shownSentence } from "./answers.ts";
import type { Reasoned } from "./contract.ts";
import { parsed, readJson, wholeNumber } from "./json.ts";
import { wireAnswer } from "./wire.ts";

export type TokenClock = Pick<Clock, "now" | "monotonic">;

export interface TokenPlan {
  readonly transport: Transport;
  readonly clock: TokenClock;
  /** Asks for a token with what the office has been given. */
  fetch(): HttpRequest;
  /** Renews by the refresh grant, where the provider has one. */
  refresh?(refreshToken: string): HttpRequest;
}

export type TokenReading = { ok: true; accessToken: string } | { ok: false; answer: Failed };

export type Sent = { sent: true; exchange: Exchange } | { sent: false; answer: Failed };

export interface Tokens {
  /** A token that is good for a while yet. */
  token(): Promise<TokenReading>;
  /**
   * Sends what `build` makes of a token. On a 401, which says that nothing was done, it renews the token and sends
   * once more; a second 401 is the answer. Without a token nothing is sent at all.
   */
  send(build: (accessToken: string) => HttpRequest): Promise<Sent>;
}

/** A token is not used in the last half minute of its life, nor in the last tenth of a short one. */
const MARGIN_MS = 30_000;
/** The longest life that is believed: a week. */
const MAX_LIFE_SECONDS = 7 * 86_400;
/** Apollo's come from AWS Cognito and have 1,000 letters or so. */
const MAX_TOKEN_LETTERS = 16_384;

/** RFC 6749, A.12: visible ASCII. Nothing else may come into a header. */
const tokenText = z
  .string()
  .max(MAX_TOKEN_LETTERS)
  .regex(/^[\x21-\x7e]+$/);
const seconds = wholeNumber.refine((count) => count >= 0);
const tokenSchema = z.object({
  access_token: tokenText,
  token_type: z.string().max(40).nullish(),
  // Salesforce tells none: such a token serves until it is refused.
  expires_in: seconds.nullish(),
  refresh_token: tokenText.nullish(),
  refresh_expires_in: seconds.nullish(),
});
/** RFC 6749, 5.2. */
const errorSchema = z.object({ error: z.string().min(1).max(100), error_description: z.string().nullish() });

interface Moment {
  readonly now: number;
  readonly monotonic: number;
}

interface Held {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly asked: Moment;
  readonly lifeMs: number | null;
  readonly refreshLifeMs: number | null;
}

/** The tokens live in this closure only: nothing writes them down and no property leads to them. */
export function createTokens({ transport, clock, fetch, refresh }: TokenPlan): Tokens {
  let held: Held | null = null;
  let underWay: Promise<TokenReading> | null = null;

  function isFresh(asked: Moment, lifeMs: number | null): boolean {
    if (lifeMs === null) return true;
    // A sleep shows on the wall clock only, a clock set back on the monotonic one only: the longer one counts.
    const age = Math.max(clock.now() - asked.now, clock.monotonic() - asked.monotonic);
    return age < lifeMs - Math.min(MARGIN_MS, lifeMs / 10);
  }

  async function ask(request: HttpRequest): Promise<TokenReading> {
    const asked = { now: clock.now(), monotonic: clock.monotonic() };
    const exchange = await transport.send(request);
    const reading = readToken(exchange);
    if (!reading.ok) return reading;
    held = { ...reading.token, asked };
    return { ok: true, accessToken: held.accessToken };
  }

  async function renew(): Promise<TokenReading> {
    const { refreshToken, asked, refreshLifeMs } = held ?? {};
    held = null;
    if (refresh && refreshToken && asked && isFresh(asked, refreshLifeMs ?? null)) {
      const renewed = await ask(refresh(refreshToken));
      // A refresh token that is not taken any more is no fault: user name and password still are.
      if (renewed.ok || renewed.answer.kind !== "credentials") return renewed;
    }
    return ask(fetch());
  }

  function shared(): Promise<TokenReading> {
    underWay ??= renew().finally(() => {
      underWay = null;
    });
    return underWay;
  }

  async function token(): Promise<TokenReading> {
    if (underWay !== null) return underWay;
    if (held && isFresh(held.asked, held.lifeMs)) return { ok: true, accessToken: held.accessToken };
    return shared();
  }

  /** Whoever comes second with the same refused token gets what the first one has fetched since. */
  function instead(refusedToken: string): Promise<TokenReading> {
    return held?.accessToken === refusedToken && underWay === null ? shared() : token();
  }

  return {
    token,
    async send(build) {
      const first = await token();
      if (!first.ok) return { sent: false, answer: first.answer };
      const exchange = await transport.send(build(first.accessToken));
      if (exchange.failure !== null || exchange.response?.status !== 401) return { sent: true, exchange };
      const second = await instead(first.accessToken);
      if (!second.ok) return { sent: false, answer: second.answer };
      return { sent: true, exchange: await transport.send(build(second.accessToken)) };
    },
  };
}

type ReadToken = { ok: true; token: Omit<Held, "asked"> } | { ok: false; answer: Failed };

function readToken(exchange: Exchange): ReadToken {
  const wire = wireAnswer(exchange);
  if (wire && wire.kind !== "answer") return failed(notHad(wire.message, exchange, wire.reason));
  const status = exchange.response?.status ?? 0;
  const body = readJson(exchange);
  if (status === 200 && body.ok) {
    const reading = parsed(tokenSchema, body.value);
    if (!reading.ok) return failed(notHad(reading.message, exchange, "tokenUnreadable"));
    const { access_token, refresh_token, expires_in, refresh_expires_in } = reading.value;
    return {
      ok: true,
      token: {
        accessToken: access_token,
        refreshToken: refresh_token ?? null,
        lifeMs: lifeOf(expires_in),
        refreshLifeMs: lifeOf(refresh_expires_in),
      },
    };
  }
  const error = body.ok ? errorSchema.safeParse(body.value) : null;
  if (error?.success && status >= 400 && status <= 499) {
    const said = shownSentence(error.data.error_description ?? error.data.error) ?? error.data.error;
    const { sentence, reason } = refusalOf(error.data.error);
    return failed(credentials(`${sentence} The provider says: ${said}`, exchange, { reason, said }));
  }
  if (status === 401 || status === 403) {
    const { sentence, reason } = refusalOf("");
    return failed(credentials(sentence, exchange, { reason }));
  }
  const what = status === 200 && !body.ok ? body.message : `The answer was HTTP ${status}.`;
  return failed(notHad(what, exchange, body.ok || status !== 200 ? "tokenUnreadable" : body.reason));
}

type TokenRefusal = {
  sentence: string;
  reason: "tokenClient" | "tokenUser" | "tokenScope" | "tokenRefused";
};

function refusalOf(error: string): TokenRefusal {
  switch (error) {
    case "invalid_client":
    case "unauthorized_client":
      return {
        sentence: "The provider did not accept the client id or the client secret.",
        reason: "tokenClient",
      };
    case "invalid_grant":
      return {
        sentence: "The provider did not accept the user name or the password.",
        reason: "tokenUser",
      };
    case "invalid_scope":
      return { sentence: "The provider did not accept the scope in the settings.", reason: "tokenScope" };
    default:
      return {
        sentence: "The provider did not accept this office's credentials.",
        reason: "tokenRefused",
      };
  }
}

/** Whatever became of the question for a token: the request that needed it was not sent. */
function notHad(why: string, exchange: Exchange, reason: Reasoned["reason"]): Failed {
  const message = `No access token could be had, so nothing was sent. ${why}`;
  return { kind: "noLine", message, exchange, ...(reason === undefined ? {} : { reason }) };
}

function failed(answer: Failed): { ok: false; answer: Failed } {
  return { ok: false, answer };
}

function lifeOf(secondsTold: number | null | undefined): number | null {
  if (secondsTold === null || secondsTold === undefined) return null;
  return Math.min(secondsTold, MAX_LIFE_SECONDS) * 1_000;
}
