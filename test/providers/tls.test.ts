/** Who is on the other side: certificates, the office's proxy as a tunnel, and no secret in anything that is thrown or logged. */
import { once } from "node:events";
import { createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { inspect } from "node:util";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { WireFailure, WirePhase } from "../../electron/ports.ts";
import { routesOf } from "../../electron/providers/http/proxy.ts";
import { createTransport } from "../../electron/providers/http.ts";
import { createAuthority } from "./certificates.ts";
import {
  AUTHORIZATION,
  answer,
  closedPort,
  getting,
  httpAnswer,
  PASSWORD,
  type RawServer,
  startRaw,
  turnedClock,
} from "./wires.ts";

const authority = createAuthority();
const clock = turnedClock();
const ok = answer(httpAnswer("200 OK"));
const good = authority.server(["localhost", "127.0.0.1"]);
const trusting = createTransport({ clock, extraCa: authority.ca });

const lender = () => startRaw(ok, good);
const https = (server: RawServer, host = "127.0.0.1") => `https://${host}:${server.port}/`;

describe("the certificate", () => {
  it("of an authority that IT has added is trusted, besides the well-known ones", async () => {
    const server = await lender();
    for (const host of ["127.0.0.1", "localhost"])
      expect(await trusting.send(getting(https(server, host)))).toMatchObject({
        phase: "done",
        bytesLeft: true,
        failure: null,
        response: { status: 200, complete: true },
      });
    expect(server.received.map((bytes) => String(bytes).split("\r\n")[0])).toEqual([
      "GET / HTTP/1.1",
      "GET / HTTP/1.1",
    ]);
  });

  it.each<[what: string, certificate: () => { key: string; cert: string }, ca: string | undefined]>([
    ["of nobody whom we trust", () => good, undefined],
    ["of another authority", () => createAuthority().server(["127.0.0.1"]), authority.ca],
    ["that has expired", () => authority.server(["127.0.0.1"], { fromDays: -3, toDays: -2 }), authority.ca],
    [
      "that is not valid yet",
      () => authority.server(["127.0.0.1"], { fromDays: 2, toDays: 3 }),
      authority.ca,
    ],
    ["of another name", () => authority.server(["lender.example"]), authority.ca],
  ])("%s stops before a byte has left", async (_what, certificate, ca) => {
    const server = await startRaw(ok, certificate());
    const transport = createTransport({ clock, ...(ca === undefined ? {} : { extraCa: ca }) });
    expect(await transport.send(getting(https(server)))).toMatchObject({
      phase: "tls",
      bytesLeft: false,
      failure: "certificate",
      response: null,
    });
    expect(server.received.every((bytes) => bytes.length === 0)).toBe(true);
  });

  it("is checked whatever the environment says", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const server = await lender();
    const exchange = await createTransport({ clock }).send(getting(https(server)));
    expect(exchange).toMatchObject({ bytesLeft: false, failure: "certificate" });
  });

  it.each<["TLSv1.1" | "TLSv1.2" | "TLSv1.3", boolean]>([
    ["TLSv1.1", false],
    ["TLSv1.2", true],
    ["TLSv1.3", true],
  ])("%s: %s", async (version, taken) => {
    const ciphers = "DEFAULT:@SECLEVEL=0";
    const server = await startRaw(ok, { ...good, minVersion: version, maxVersion: version, ciphers });
    const exchange = await trusting.send(getting(https(server)));
    expect([exchange.bytesLeft, exchange.failure]).toEqual(taken ? [true, null] : [false, "tls"]);
  });

  it("plain HTTP where TLS belongs is no connection", async () => {
    const server = await startRaw((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    const exchange = trusting.send(getting(https(server)));
    await expect.poll(() => server.received[0]?.length ?? 0).toBeGreaterThan(0);
    clock.pass(1_000);
    expect(await exchange).toMatchObject({ bytesLeft: false, phase: "tls" });
  });
});

interface Proxy {
  port: number;
  asked: string[];
}

/** A real proxy that opens tunnels, or says no in the way it is told to. */
async function startProxy(status = 200): Promise<Proxy> {
  const proxy: Proxy = { port: 0, asked: [] };
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    proxy.asked.push(`${request.method} ${request.url}`);
    response.end("no tunnel");
  });
  server.on("connection", (socket) => sockets.add(socket));
  server.on("connect", (request, socket, head) => {
    proxy.asked.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\nContent-Type: text/html\r\n\r\n<p>No.</p>`);
      return;
    }
    const [host = "", port = ""] = String(request.url).split(":");
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    sockets.add(onward);
    for (const end of [socket, onward]) end.on("error", () => [socket, onward].map((each) => each.destroy()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  proxy.port = (server.address() as AddressInfo).port;
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return proxy;
}

const through = (rule: string) =>
  createTransport({ clock, extraCa: authority.ca, resolveProxy: async () => rule });

describe("the office's proxy", () => {
  it("is a tunnel: it learns host and port, and nothing that is said", async () => {
    const [server, proxy] = [await lender(), await startProxy()];
    const exchange = await through(`PROXY 127.0.0.1:${proxy.port}; DIRECT`).send(
      getting(`${https(server)}?loanRef=90000`),
    );
    expect(exchange).toMatchObject({ failure: null, bytesLeft: true, response: { status: 200 } });
    expect(proxy.asked).toEqual([
      `CONNECT 127.0.0.1:${server.port} {"host":"127.0.0.1:${server.port}","connection":"close"}`,
    ]);
    expect(String(server.received[0])).toContain("GET /?loanRef=90000 HTTP/1.1");
  });

  it.each([403, 407, 502, 302])("its own %i is not the lender's, and nothing has left", async (status) => {
    const [server, proxy] = [await lender(), await startProxy(status)];
    const exchange = await through(`PROXY 127.0.0.1:${proxy.port}`).send(getting(https(server)));
    expect(exchange).toMatchObject({ bytesLeft: false, failure: "proxy", response: null });
    expect(server.connections).toBe(0);
  });

  it.each<[what: string, rule: (proxy: number, closed: number) => string, failure: WireFailure | null]>([
    ["one that is gone, and then none", (_, closed) => `PROXY 127.0.0.1:${closed}; DIRECT`, null],
    [
      "one that is gone, and then another",
      (proxy, closed) => `PROXY 127.0.0.1:${closed}; PROXY 127.0.0.1:${proxy}`,
      null,
    ],
    ["one that is gone", (_, closed) => `PROXY 127.0.0.1:${closed}`, "proxy"],
    ["only one of a kind that is not used", (proxy) => `SOCKS5 127.0.0.1:${proxy}`, "proxy"],
    ["a rule that says nothing", () => "", "proxy"],
  ])("%s", async (_what, rule, failure) => {
    const [server, proxy] = [await lender(), await startProxy()];
    const exchange = await through(rule(proxy.port, await closedPort())).send(getting(https(server)));
    expect([exchange.failure, exchange.bytesLeft]).toEqual([failure, failure === null]);
    expect(server.connections).toBe(failure === null ? 1 : 0);
  });

  it("whose rule cannot be found out leaves no way, and guessing none would be wrong", async () => {
    const server = await lender();
    const resolveProxy = () => Promise.reject(new Error("no script"));
    const exchange = await createTransport({ clock, extraCa: authority.ca, resolveProxy }).send(
      getting(https(server)),
    );
    expect(exchange).toMatchObject({ bytesLeft: false, failure: "proxy" });
    expect(server.connections).toBe(0);
  });

  it("whose rule never comes is over with the connect limit", async () => {
    const turned = turnedClock();
    const resolveProxy = () => new Promise<string>(() => undefined);
    const exchange = createTransport({ clock: turned, resolveProxy }).send(
      getting("https://lender.invalid/"),
    );
    turned.pass(1_000);
    expect(await exchange).toMatchObject({ bytesLeft: false, failure: "connectTimeout" });
  });

  it("is asked about the address alone, and never for this computer", async () => {
    const [server, plain] = [await lender(), await startRaw(ok)];
    const asked: string[] = [];
    const resolveProxy = async (url: string) => {
      asked.push(url);
      return "DIRECT";
    };
    const transport = createTransport({ clock, extraCa: authority.ca, resolveProxy });
    await transport.send(getting(`${https(server)}rest?loanRef=90000`));
    await transport.send(getting(`http://127.0.0.1:${plain.port}/`));
    expect(asked).toEqual([https(server)]);
  });

  it("of the environment is not used: only the system's rule counts", async () => {
    const [server, proxy] = [await lender(), await startProxy()];
    for (const name of ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
      vi.stubEnv(name, `http://127.0.0.1:${proxy.port}`);
    expect((await trusting.send(getting(https(server)))).failure).toBeNull();
    expect(proxy.asked).toEqual([]);
  });

  it("a computer that slept before the connection stood has not sent", async () => {
    const turned = turnedClock();
    const server = await lender();
    const resolveProxy = async () => {
      turned.sleep(60_000);
      return "DIRECT";
    };
    const transport = createTransport({ clock: turned, extraCa: authority.ca, resolveProxy });
    expect(await transport.send(getting(https(server)))).toMatchObject({
      bytesLeft: false,
      failure: "connectTimeout",
      durationMs: 60_000,
    });
    expect(String(server.received[0])).not.toContain("GET");
  });

  it.each<[rule: string, routes: ReturnType<typeof routesOf>]>([
    ["DIRECT", [{ kind: "direct" }]],
    ["PROXY a:8080", [{ kind: "tunnel", secure: false, host: "a", port: 8080 }]],
    ["HTTPS a; DIRECT", [{ kind: "tunnel", secure: true, host: "a", port: 443 }, { kind: "direct" }]],
    ["proxy [::1]:3128", [{ kind: "tunnel", secure: false, host: "::1", port: 3128 }]],
    ["SOCKS a:1080; QUIC b:1", []],
    ["PROXY a:99999", []],
    ["PROXY", []],
    ["PROXY user@a:1:2", []],
  ])("%j gives %o", (rule, routes) => {
    expect(routesOf(rule)).toEqual(routes);
  });
});

describe("the password", () => {
  const ways: [what: string, url: () => Promise<string>, phase: WirePhase][] = [
    ["refused", async () => `http://127.0.0.1:${await closedPort()}/`, "connect"],
    [
      "reset",
      async () => `http://127.0.0.1:${(await startRaw((socket) => socket.resetAndDestroy())).port}/`,
      "request",
    ],
    [
      "cut off",
      async () =>
        `http://127.0.0.1:${(await startRaw(answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"))).port}/`,
      "body",
    ],
    ["no certificate", async () => https(await lender()), "tls"],
  ];

  it.each(ways)("stands in nothing that comes back: %s", async (_what, url, phase) => {
    const written: string[] = [];
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, "write").mockImplementation((text) => {
        written.push(String(text));
        return true;
      });
    for (const level of ["log", "info", "warn", "error", "debug"] as const)
      vi.spyOn(console, level).mockImplementation((...said: unknown[]) => {
        written.push(inspect(said, { depth: null }));
      });
    const exchange = await createTransport({ clock }).send(getting(await url()));
    vi.restoreAllMocks();
    expect(exchange.phase).toBe(phase);
    for (const text of [
      inspect(exchange, { depth: null, showHidden: true }),
      JSON.stringify(exchange),
      ...written,
    ])
      for (const secret of [PASSWORD, AUTHORIZATION.slice(6)]) expect(text).not.toContain(secret);
  });

  it("stands in no error of a forbidden address", async () => {
    const error: unknown = await trusting
      .send(getting(`http://wuser:${PASSWORD}@example.com/`))
      .catch((thrown: unknown) => thrown);
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(PASSWORD);
  });

  it("is what these tests look for: a plain client's error would show it", async () => {
    const failed = httpRequest({ port: await closedPort(), headers: { Authorization: AUTHORIZATION } });
    failed.end();
    await once(failed, "error");
    expect(inspect(failed, { depth: null })).toContain(AUTHORIZATION.slice(6));
  });
});
