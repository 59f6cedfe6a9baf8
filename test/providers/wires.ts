/** Real servers on loopback that write exactly the bytes they are told to, and remember exactly what they were sent. */
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { onTestFinished } from "vitest";
import type { Clock, HttpRequest } from "../../electron/ports.ts";

export interface RawServer {
  port: number;
  /** The bytes of each connection, in the order in which they were opened. */
  received: Buffer[];
  connections: number;
  /** Resolves when so many requests have arrived with their head complete. */
  requests(count: number): Promise<void>;
}

/** Deals with one connection once its request's head is complete. */
export type Answering = (socket: Socket, request: string, number: number) => void;

export const answer =
  (text: string | Buffer): Answering =>
  (socket) =>
    socket.end(text);

export function httpAnswer(
  status: string,
  body: string | Buffer = "",
  headers: readonly string[] = [],
): Buffer {
  const bytes = Buffer.from(body);
  const head = [`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${bytes.length}`, "Connection: close"];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), bytes]);
}

export async function startRaw(answering: Answering, tls?: TlsOptions): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const waiting: { count: number; resolve: () => void }[] = [];
  let heads = 0;
  const raw: RawServer = {
    port: 0,
    received: [],
    connections: 0,
    requests: (count) =>
      new Promise((resolve) => {
        waiting.push({ count, resolve });
        tell();
      }),
  };
  function tell(): void {
    for (const { count, resolve } of waiting) if (heads >= count) resolve();
  }
  const take = (socket: Socket) => {
    sockets.add(socket);
    const at = raw.connections;
    raw.connections += 1;
    raw.received[at] = Buffer.alloc(0);
    let answered = false;
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (chunk: Buffer) => {
      const received = Buffer.concat([raw.received[at] ?? Buffer.alloc(0), chunk]);
      raw.received[at] = received;
      const end = received.indexOf("\r\n\r\n");
      if (answered || end === -1) return;
      const length = Number(
        /\r\ncontent-length: (\d+)/i.exec(received.toString("latin1", 0, end + 2))?.[1] ?? 0,
      );
      if (received.length < end + 4 + length) return;
      answered = true;
      heads += 1;
      answering(socket, received.toString("utf8"), at + 1);
      tell();
    });
  };
  const server = tls === undefined ? createServer(take) : createTlsServer(tls, take);
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  raw.port = (server.address() as AddressInfo).port;
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  });
  return raw;
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

export interface TurnedClock extends Clock {
  /** The delays that wait, shortest first. */
  waiting(): number[];
  /** Time passes, as the wall clock and the monotonic one see it; what was due rings. */
  pass(milliseconds: number): void;
  /** The computer sleeps: only the wall clock moves. */
  sleep(milliseconds: number): void;
}

/** 26 November 2026, 08:00 UTC. */
export const NOON = Date.UTC(2026, 10, 26, 8);

export function turnedClock(): TurnedClock {
  let now = NOON;
  let monotonic = 5_000;
  let alarms: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    monotonic: () => monotonic,
    after(delayMs, wake) {
      const alarm = { at: monotonic + delayMs, wake };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    waiting: () => alarms.map(({ at }) => at - monotonic).sort((one, other) => one - other),
    pass(milliseconds) {
      now += milliseconds;
      monotonic += milliseconds;
      const due = alarms.filter(({ at }) => at <= monotonic);
      alarms = alarms.filter((alarm) => !due.includes(alarm));
      for (const { wake } of due) wake();
    },
    sleep(milliseconds) {
      now += milliseconds;
    },
  };
}

export const PASSWORD = "hunter2-pa55word";
export const AUTHORIZATION = `Basic ${Buffer.from(`wuser:${PASSWORD}`).toString("base64")}`;

export function getting(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: "GET",
    url,
    headers: { Authorization: AUTHORIZATION },
    ownConnection: true,
    connectTimeoutMs: 1_000,
    totalTimeoutMs: 5_000,
    maxBodyBytes: 10_000,
    ...more,
  };
}
