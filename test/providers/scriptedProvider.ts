/** A provider on loopback that answers what the test says, and keeps what it was asked. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import { onTestFinished } from "vitest";

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Record<string, string>;
}

export interface ScriptedProvider {
  readonly origin: string;
  /** Requests to everything but the token counter. */
  readonly asked: Asked[];
  readonly tokenRequests: Asked[];
  /** What everything but the token counter answers from now on. */
  answer(reply: Reply | ((asked: Asked) => Reply | Promise<Reply>)): void;
  answerToken(reply: Reply | (() => Reply | Promise<Reply>)): void;
}

export function json(value: unknown, status = 200): Reply {
  return { status, body: JSON.stringify(value), headers: { "Content-Type": "application/json" } };
}

export function html(status: number, sentence: string): Reply {
  return {
    status,
    body: `<html><body><p>${sentence}</p></body></html>`,
    headers: { "Content-Type": "text/html" },
  };
}

export const TOKEN_REPLY = json({ access_token: "token-1", token_type: "bearer", expires_in: 7199 });

/** `tokenPath` is where tokens are asked for. Closed when the test ends. */
export async function scriptedProvider(tokenPath = "/token"): Promise<ScriptedProvider> {
  const asked: Asked[] = [];
  const tokenRequests: Asked[] = [];
  let tokenReply: Reply | (() => Reply | Promise<Reply>) = TOKEN_REPLY;
  let reply: Reply | ((asked: Asked) => Reply | Promise<Reply>) = json({});
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = "", url = "", headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks).toString("utf8") };
    const forToken = url.split("?")[0] === tokenPath;
    (forToken ? tokenRequests : asked).push(one);
    const given = forToken
      ? await (typeof tokenReply === "function" ? tokenReply() : tokenReply)
      : await (typeof reply === "function" ? reply(one) : reply);
    response.writeHead(given.status, given.headers);
    response.end(given.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    tokenRequests,
    answer: (next) => {
      reply = next;
    },
    answerToken: (next) => {
      tokenReply = next;
    },
  };
}
