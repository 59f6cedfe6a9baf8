/** The only way to a provider: one request over one fresh connection by axios on Node's own HTTP adapter. */
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import type { SecureContext } from "node:tls";
import axios from "axios";
import type { Clock, Exchange, HttpRequest, ResolveProxy, Transport, WireFailure } from "../ports.ts";
import { isLoopbackHost } from "./addresses.ts";
import { secureContexts } from "./http/certificates.ts";
import { dial } from "./http/dial.ts";
import { exchangeFailure, isReset } from "./http/failures.ts";
import { type Route, routesOf } from "./http/proxy.ts";

export interface TransportOptions {
  readonly clock: Clock;
  /** The system's proxy rule. Asked for each request; used as a tunnel only, and never for loopback. */
  readonly resolveProxy?: ResolveProxy;
  /** Certificates (PEM) that are trusted besides the well-known ones. */
  readonly extraCa?: string | (() => readonly string[]);
}

/** What Node has shown of the answer so far; kept apart from axios, which forgets an incomplete one. */
interface Incoming {
  readonly message: IncomingMessage;
  readonly clockOffsetMs: number | null;
  readonly chunks: Buffer[];
  bytes: number;
}

const UPLOAD_SLICE_BYTES = 64 * 1024;

/**
 * Money moves by GET here and any repetition would book it twice (DESIGN section 4). So the connection is made
 * first, by `dial`, and axios gets one that already stands: what fails before has provably sent no byte of the
 * request, and nothing between here and the socket can open a second one.
 */
export function createTransport({ clock, resolveProxy, extraCa }: TransportOptions): Transport {
  const own = extraCa ?? [];
  const secureContext = secureContexts(typeof own === "function" ? own : () => [own].flat());
  return { send: (request) => send(request, clock, secureContext(), resolveProxy) };
}

async function send(
  request: HttpRequest,
  clock: Clock,
  secureContext: SecureContext,
  resolveProxy: ResolveProxy | undefined,
): Promise<Exchange> {
  const target = permittedTarget(request.url);
  const startedAt = clock.now();
  const startedMonotonic = clock.monotonic();
  // A computer that slept shows it on the wall clock only; a clock that was set shows it there, too, and errs safely.
  const elapsed = () => Math.round(Math.max(clock.now() - startedAt, clock.monotonic() - startedMonotonic));
  const total = limit(clock, request.totalTimeoutMs);
  const connecting = limit(clock, Math.min(request.connectTimeoutMs, request.totalTimeoutMs));
  try {
    const routes = await routesTo(target, resolveProxy, connecting.signal);
    const line = await dial(target, { routes, secureContext, signal: connecting.signal });
    connecting.cancel();
    if (!line.ready) return { ...notSent(line.failure), phase: line.phase, startedAt, durationMs: elapsed() };
    // The last moment at which "nothing has left" can still be said: a line that died or a computer that slept.
    const tooLate = line.socket.destroyed
      ? "reset"
      : elapsed() > request.totalTimeoutMs
        ? "connectTimeout"
        : null;
    if (tooLate !== null) {
      line.socket.destroy();
      return { ...notSent(tooLate), phase: line.phase, startedAt, durationMs: elapsed() };
    }
    const outcome = await exchangeOver(line.socket, target, request, clock, total.signal);
    const durationMs = elapsed();
    const failure = outcome.failure ?? (durationMs > request.totalTimeoutMs ? "timeout" : null);
    return { ...outcome, failure, bytesLeft: true, startedAt, durationMs };
  } finally {
    connecting.cancel();
    total.cancel();
  }
}

function notSent(
  failure: WireFailure,
): Pick<Exchange, "bytesLeft" | "failure" | "response" | "clockOffsetMs"> {
  return { bytesLeft: false, failure, response: null, clockOffsetMs: null };
}

/** Addresses are checked where they are entered; here a forbidden one is a bug and stops the call. */
function permittedTarget(url: string): URL {
  const target = new URL(url);
  if (target.protocol === "https:") return target;
  if (target.protocol === "http:" && isLoopbackHost(target.hostname)) return target;
  throw new Error("A provider is asked over https; plain http is for loopback only.");
}

interface Limit {
  readonly signal: AbortSignal;
  cancel(): void;
}

function limit(clock: Clock, afterMs: number): Limit {
  const controller = new AbortController();
  return { signal: controller.signal, cancel: clock.after(afterMs, () => controller.abort()) };
}

async function routesTo(
  target: URL,
  resolveProxy: ResolveProxy | undefined,
  signal: AbortSignal,
): Promise<Route[]> {
  if (!resolveProxy || target.protocol === "http:") return [{ kind: "direct" }];
  const tooLate = new Promise<string>((resolve) => {
    signal.addEventListener("abort", () => resolve(""), { once: true });
  });
  try {
    // The origin is enough: a proxy script need not learn which loan is asked about.
    return routesOf(await Promise.race([resolveProxy(`${target.origin}/`), tooLate]));
  } catch {
    // A rule that cannot be found out leaves no way; guessing "direct" could break the office's own rules.
    return [];
  }
}

async function exchangeOver(
  socket: Socket,
  target: URL,
  request: HttpRequest,
  clock: Clock,
  signal: AbortSignal,
): Promise<Pick<Exchange, "phase" | "failure" | "response" | "clockOffsetMs">> {
  const seen: { incoming: Incoming | null; socketError: Error | null } = {
    incoming: null,
    socketError: null,
  };
  socket.on("error", (error) => {
    seen.socketError ??= error;
  });
  const secure = target.protocol === "https:";
  const agent = singleUseAgent(socket, secure);
  const transport = {
    request(options: RequestOptions, onResponse: (message: IncomingMessage) => void): ClientRequest {
      return (secure ? https : http).request(options, (message) => {
        const incoming: Incoming = {
          message,
          clockOffsetMs: clockOffset(message, clock),
          chunks: [],
          bytes: 0,
        };
        seen.incoming = incoming;
        onResponse(message);
        message.on("data", (chunk: Buffer) => {
          incoming.chunks.push(chunk);
          incoming.bytes += chunk.length;
        });
      });
    },
  };
  try {
    await axios.request({
      adapter: "http",
      transport,
      httpAgent: agent,
      httpsAgent: agent,
      proxy: false,
      method: request.method,
      url: target.href,
      headers: headersOf(request),
      data: bodyOf(request),
      transformRequest: [],
      maxBodyLength: Number.POSITIVE_INFINITY,
      maxContentLength: request.maxBodyBytes,
      maxRedirects: 0,
      validateStatus: () => true,
      responseType: "arraybuffer",
      transformResponse: [],
      decompress: false,
      signal,
    });
    return { phase: "done", failure: null, ...answerOf(seen.incoming, true) };
  } catch (error) {
    // The error holds the request with its password: only the kind of failure goes on from here.
    const failure = failureOf(error, seen.incoming, seen.socketError, request.maxBodyBytes, signal);
    const phase = seen.incoming === null ? "request" : seen.incoming.bytes === 0 ? "headers" : "body";
    return { phase, failure, ...answerOf(seen.incoming, false) };
  } finally {
    agent.destroy();
    socket.destroy();
  }
}

/** Hands out the one connection, once: asking again would be the second sending that must never happen. */
function singleUseAgent(socket: Socket, secure: boolean): http.Agent {
  // No `maxSockets` here: with a finite number Node asks the other side to keep the connection.
  const agent = new (secure ? https : http).Agent({ keepAlive: false });
  let handedOut = false;
  agent.createConnection = () => {
    if (handedOut) throw new Error("One request, one connection.");
    handedOut = true;
    return socket;
  };
  return agent;
}

function headersOf(request: HttpRequest): Record<string, string> {
  return {
    Accept: "*/*",
    "Accept-Encoding": "identity",
    "User-Agent": "Counterfoil",
    "Cache-Control": "no-store",
    ...(request.body ? { "Content-Length": String(request.body.length) } : {}),
    ...request.headers,
  };
}

/** In slices where somebody watches the progress, so that it follows what the line really takes. */
function bodyOf(request: HttpRequest): Buffer | Readable | undefined {
  const { body, onUpload } = request;
  if (!body || !onUpload) return body;
  function* slices(bytes: Buffer, tell: (sent: number, total: number) => void): Generator<Buffer> {
    for (let start = 0; start < bytes.length; start += UPLOAD_SLICE_BYTES) {
      const end = Math.min(start + UPLOAD_SLICE_BYTES, bytes.length);
      yield bytes.subarray(start, end);
      tell(end, bytes.length);
    }
  }
  return Readable.from(slices(body, onUpload), { objectMode: false });
}

function clockOffset(message: IncomingMessage, clock: Clock): number | null {
  const theirs = Date.parse(message.headers.date ?? "");
  return Number.isNaN(theirs) ? null : Math.round(theirs - clock.now());
}

function answerOf(incoming: Incoming | null, whole: boolean): Pick<Exchange, "response" | "clockOffsetMs"> {
  if (incoming === null) return { response: null, clockOffsetMs: null };
  const { message, chunks, clockOffsetMs } = incoming;
  const headers = Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
  const body = Buffer.concat(chunks);
  return {
    response: { status: message.statusCode ?? 0, headers, body, complete: whole && message.complete },
    clockOffsetMs,
  };
}

function failureOf(
  error: unknown,
  incoming: Incoming | null,
  socketError: Error | null,
  maxBodyBytes: number,
  signal: AbortSignal,
): WireFailure {
  if (signal.aborted) return "timeout";
  if (incoming !== null && incoming.bytes > maxBodyBytes) return "tooLarge";
  return isReset(socketError) ? "reset" : exchangeFailure(error, incoming !== null);
}
