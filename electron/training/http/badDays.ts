/** The bad days that every system in JSON can have: what each does to one request, and the sentence that says so. */
import type { MisbehaviourDescription } from "../contract.ts";
import { jsonReply, pageReply } from "./jsonReply.ts";
import type { Reply, Wire } from "./wire.ts";

/** One request as a misbehaviour sees it. */
export interface SystemExchange {
  readonly operation: string;
  readonly wire: Wire;
  readonly delayMillis: number | null;
  /** Does what was asked; what it books is on the disk when this resolves. Gives the faithful reply. */
  perform(): Promise<Reply>;
  /** Every access token is worth nothing from now on. */
  withdrawTokens(): void;
  pause(delayMillis: number): Promise<void>;
}

export interface BadDay {
  readonly description: string;
  /** `changes`: what books something; `questions`: all but the token counter; or operations by name. */
  readonly usually: "changes" | "questions" | "token" | "all" | readonly string[];
  act(exchange: SystemExchange): Promise<void> | void;
}

const LATE_MILLIS = 90_000;
const SLOW_MILLIS = 4_000;

const serverError = pageReply(500, "Internal Server Error", "Internal Server Error");
const badGateway = pageReply(502, "502 Bad Gateway", "nginx");
const portal = pageReply(200, "Welcome to the Wi-Fi", "Please accept the terms to go on.");

/** Changes the faithful reply's JSON before it is sent; replies that are no success stay as they are. */
export function spoiling(description: string, spoil: (document: unknown) => unknown): BadDay {
  return {
    description,
    usually: "questions",
    async act({ wire, perform }) {
      const reply = await perform();
      const isJson = reply.status === 200 && (reply.contentType ?? "").includes("json");
      if (!isJson) return wire.answer(reply);
      const document: unknown = JSON.parse(Buffer.from(reply.body).toString("utf8"));
      wire.answer(jsonReply(200, spoil(document), { ...reply.headers }));
    },
  };
}

const answering = (
  usually: BadDay["usually"],
  description: string,
  reply: Reply,
  booksFirst: boolean,
): BadDay => ({
  description,
  usually,
  async act({ wire, perform }) {
    if (booksFirst) await perform();
    wire.answer(reply);
  },
});

export const commonBadDays: Readonly<Record<string, BadDay>> = {
  timeoutAfterBooking: {
    description: "Does what was asked and never answers.",
    usually: "changes",
    async act({ wire, perform }) {
      await perform();
      wire.hang();
    },
  },
  timeoutBeforeBooking: {
    description: "Never answers and does nothing.",
    usually: "changes",
    act: ({ wire }) => wire.hang(),
  },
  lateBooking: {
    description: "Does what was asked after ninety seconds, when the client has stopped waiting.",
    usually: "changes",
    async act({ wire, perform, pause, delayMillis }) {
      await pause(delayMillis ?? LATE_MILLIS);
      wire.answer(await perform());
    },
  },
  slow: {
    description: "Does what was asked, but takes four seconds.",
    usually: "all",
    async act({ wire, perform, pause, delayMillis }) {
      await pause(delayMillis ?? SLOW_MILLIS);
      wire.answer(await perform());
    },
  },
  error500AfterBooking: answering("changes", "Does what was asked and answers 500.", serverError, true),
  error500BeforeBooking: answering("changes", "Does nothing and answers 500.", serverError, false),
  html502AfterBooking: answering(
    "changes",
    "Does what was asked; a gateway answers 502 in HTML.",
    badGateway,
    true,
  ),
  captivePortal: answering("all", "A captive portal answers with 200 and its own page.", portal, false),
  redirectToLogin: answering(
    "questions",
    "Redirects (302) to a login page; nothing is done.",
    { ...pageReply(302, "Login", "Please log in."), headers: { Location: "/login" } },
    false,
  ),
  resetAfterBooking: {
    description: "Does what was asked and resets the connection.",
    usually: "changes",
    async act({ wire, perform }) {
      await perform();
      wire.reset();
    },
  },
  resetBeforeBooking: {
    description: "Resets the connection and does nothing.",
    usually: "changes",
    act: ({ wire }) => wire.reset(),
  },
  truncatedBody: {
    description: "Does what was asked, but the answer breaks off half-way.",
    usually: "questions",
    async act({ wire, perform }) {
      wire.answerHalf(await perform());
    },
  },
  malformedJson: {
    description: "Answers JSON that is not well formed.",
    usually: "questions",
    async act({ wire, perform }) {
      const reply = await perform();
      wire.answer({ ...reply, body: Buffer.from(`${Buffer.from(reply.body).toString("utf8")},}`) });
    },
  },
  emptyBody: {
    description: "Answers an empty 200; nothing is done.",
    usually: "questions",
    act: ({ wire }) => wire.answer({ status: 200, contentType: null, body: new Uint8Array() }),
  },
  nullFields: spoiling("Sends every field of the answer as null.", (document) => withoutValues(document)),
  tokensWithdrawn: {
    description: "Has withdrawn every access token: the next question is answered 401.",
    usually: "questions",
    async act({ wire, perform, withdrawTokens }) {
      withdrawTokens();
      wire.answer(await perform());
    },
  },
  credentialsRefused: answering(
    "token",
    "Does not know the client id or its secret any more.",
    jsonReply(401, {
      error: "invalid_client",
      error_description: "Invalid client or invalid client credentials",
    }),
    false,
  ),
};

function withoutValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutValues);
  if (typeof value !== "object" || value === null) return null;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutValues(inner)]));
}

export function descriptions(days: Readonly<Record<string, BadDay>>): MisbehaviourDescription[] {
  return Object.entries(days).map(([kind, { description }]) => ({ kind, description }));
}
