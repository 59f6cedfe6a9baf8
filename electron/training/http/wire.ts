/** The provider's end of one connection: answering properly, and every way of not answering properly. */
import type { IncomingMessage, ServerResponse } from "node:http";

export interface Reply {
  readonly status: number;
  readonly contentType: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Bodies are read up to this size; more is answered with 413 and a closed connection. */
export const BODY_LIMIT_BYTES = 40 * 1024 * 1024;

export interface Wire {
  answer(reply: Reply, clockAheadMillis?: number): void;
  /** Promises the whole body and dies half-way through it. */
  answerHalf(reply: Reply): void;
  /** Says nothing and keeps the connection open until the other side, or the line, ends it. */
  hang(): void;
  /** Ends the connection in good order without having said a byte. */
  hangUp(): void;
  /** Ends the connection with a TCP reset. */
  reset(): void;
}

export function createWire(request: IncomingMessage, response: ServerResponse, clock: () => number): Wire {
  const send = (reply: Reply, declaredBytes: number, clockAheadMillis: number): boolean => {
    if (response.destroyed || response.headersSent) return false;
    response.sendDate = false;
    response.setHeader("Date", httpDate(clock() + clockAheadMillis));
    for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
    if (reply.contentType !== null) response.setHeader("Content-Type", reply.contentType);
    response.setHeader("Content-Length", declaredBytes);
    response.writeHead(reply.status);
    return true;
  };
  return {
    answer(reply, clockAheadMillis = 0) {
      if (send(reply, reply.body.byteLength, clockAheadMillis)) response.end(reply.body);
    },
    answerHalf(reply) {
      const half = Math.floor(reply.body.byteLength / 2);
      // An empty answer is cut short too: it claims bytes that never come.
      if (!send(reply, reply.body.byteLength || 64, 0)) return;
      response.flushHeaders();
      response.write(reply.body.subarray(0, half), () => request.socket.destroySoon());
    },
    hang() {
      request.socket.setTimeout(0);
    },
    hangUp() {
      request.socket.destroySoon();
    },
    reset() {
      request.socket.resetAndDestroy();
    },
  };
}

export function httpDate(epochMillis: number): string {
  return new Date(epochMillis).toUTCString();
}

export type BodyReading = { ok: true; body: Buffer } | { ok: false; reason: "tooLarge" | "aborted" };

/** Reads a request's body to its end, or says why it could not. */
export async function readBody(request: IncomingMessage): Promise<BodyReading> {
  if (Number(request.headers["content-length"] ?? 0) > BODY_LIMIT_BYTES)
    return { ok: false, reason: "tooLarge" };
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve) => {
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes <= BODY_LIMIT_BYTES) chunks.push(chunk);
      else resolve({ ok: false, reason: "tooLarge" });
    });
    request.once("end", () => resolve({ ok: true, body: Buffer.concat(chunks) }));
    request.once("error", () => resolve({ ok: false, reason: "aborted" }));
    request.once("close", () => resolve({ ok: false, reason: "aborted" }));
  });
}
