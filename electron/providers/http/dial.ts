/** Makes the connection for one request: name, TCP or tunnel, TLS; nothing of the request passes through here. */
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { isIP, type Socket, connect as tcpConnect } from "node:net";
import { type SecureContext, connect as tlsConnect } from "node:tls";
import type { WireFailure } from "../../ports.ts";
import { isLoopbackHost } from "../addresses.ts";
import { type DialPhase, dialFailure } from "./failures.ts";
import type { Route } from "./proxy.ts";

/** `ready` means that the peer is proven and the next byte written is the request's first. */
export type Dialled =
  | { readonly ready: true; readonly phase: DialPhase; readonly socket: Socket }
  | { readonly ready: false; readonly phase: DialPhase; readonly failure: WireFailure };

export interface DialOptions {
  readonly routes: readonly Route[];
  readonly secureContext: SecureContext;
  /** Aborted when the connect limit or the total limit has passed. */
  readonly signal: AbortSignal;
}

interface Progress {
  phase: DialPhase;
  failure: WireFailure | null;
}

/** Dials until the line stands, the ways are exhausted or the signal says stop. Never throws for the wire. */
export async function dial(target: URL, options: DialOptions): Promise<Dialled> {
  const progress: Progress = { phase: "lookup", failure: null };
  for (const route of options.routes) {
    const opened: Socket[] = [];
    try {
      const socket = await openLine(target, route, options, progress, opened);
      return { ready: true, phase: progress.phase, socket };
    } catch (error) {
      for (const socket of opened) socket.destroy();
      progress.failure = failureOf(error, route, progress.phase, options.signal);
      // Only a proxy that cannot be used is a reason to try the system's next way.
      if (progress.failure !== "proxy") break;
    }
  }
  return {
    ready: false,
    phase: progress.phase,
    failure: progress.failure ?? (options.signal.aborted ? "connectTimeout" : "proxy"),
  };
}

function failureOf(error: unknown, route: Route, phase: DialPhase, signal: AbortSignal): WireFailure {
  if (signal.aborted) return "connectTimeout";
  if (error instanceof NotLoopback) return "unreachable";
  return route.kind === "tunnel" && phase !== "tls" ? "proxy" : dialFailure(error, phase);
}

/** "localhost" led somewhere else: plain text must not leave this computer. */
class NotLoopback extends Error {}

async function openLine(
  target: URL,
  route: Route,
  options: DialOptions,
  progress: Progress,
  opened: Socket[],
): Promise<Socket> {
  const host = target.hostname.replace(/^\[|\]$/g, "");
  const secure = target.protocol === "https:";
  const port = Number(target.port || (secure ? 443 : 80));
  progress.phase = "lookup";
  const way = route.kind === "direct" ? { host, port } : route;
  const tcp = await openTcp(way, options.signal, progress, opened);
  if (!secure) {
    if (!isLoopbackHost(hostOfPeer(tcp))) throw new NotLoopback("The name did not lead to this computer.");
    return tcp;
  }
  const carrier =
    route.kind === "direct"
      ? tcp
      : await openTunnel(tcp, route, `${target.hostname}:${port}`, options, opened);
  progress.phase = "tls";
  return openTls(carrier, host, options, opened);
}

function hostOfPeer(socket: Socket): string {
  const address = socket.remoteAddress ?? "";
  return address.includes(":") ? `[${address}]` : address;
}

async function openTcp(
  way: { host: string; port: number },
  signal: AbortSignal,
  progress: Progress,
  opened: Socket[],
): Promise<Socket> {
  const socket = kept(tcpConnect({ host: way.host, port: way.port }), opened);
  if (isIP(way.host)) progress.phase = "connect";
  socket.once("lookup", (error: Error | null) => {
    if (!error) progress.phase = "connect";
  });
  await once(socket, "connect", { signal });
  return socket;
}

/**
 * Asks the proxy for a tunnel by Node's own CONNECT. The usual agent packages hand a proxy's refusal on as if it
 * were the provider's answer: here a 403 of the proxy must never look like refused credentials.
 */
async function openTunnel(
  tcp: Socket,
  route: Extract<Route, { kind: "tunnel" }>,
  authority: string,
  options: DialOptions,
  opened: Socket[],
): Promise<Socket> {
  const proxySocket = route.secure ? await openTls(tcp, route.host, options, opened) : tcp;
  const { status, head } = await askForTunnel(proxySocket, authority, options.signal);
  if (status < 200 || status > 299) throw new Error("The proxy did not open a tunnel.");
  if (head.length > 0) proxySocket.unshift(head);
  return proxySocket;
}

function askForTunnel(
  proxySocket: Socket,
  authority: string,
  signal: AbortSignal,
): Promise<{ status: number; head: Buffer }> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const connect = httpRequest({
      method: "CONNECT",
      path: authority,
      headers: { host: authority },
      setHost: false,
      createConnection: () => proxySocket,
    });
    connect.once("connect", (response, _socket, head) => resolve({ status: response.statusCode ?? 0, head }));
    connect.once("error", reject);
    signal.addEventListener("abort", () => connect.destroy(), { once: true });
    connect.end();
  });
}

async function openTls(
  carrier: Socket,
  host: string,
  options: DialOptions,
  opened: Socket[],
): Promise<Socket> {
  const socket = kept(
    tlsConnect({
      socket: carrier,
      host,
      ...(isIP(host) ? {} : { servername: host }),
      secureContext: options.secureContext,
      ALPNProtocols: ["http/1.1"],
      // Said aloud because an environment variable can turn the default off.
      rejectUnauthorized: true,
    }),
    opened,
  );
  await once(socket, "secureConnect", { signal: options.signal });
  return socket;
}

/** Whoever waits for a socket hears its errors; one that comes later must not end the program. */
function kept<Kind extends Socket>(socket: Kind, opened: Socket[]): Kind {
  opened.push(socket);
  return socket.on("error", () => undefined);
}
