/** The transport over real connections: one request, one connection, nothing repeated, nothing followed, nothing touched. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Exchange, WireFailure, WirePhase } from "../../electron/ports.ts";
import { createTransport } from "../../electron/providers/http.ts";
import { answer, closedPort, getting, httpAnswer, NOON, startRaw, turnedClock } from "./wires.ts";

const clock = turnedClock();
const transport = createTransport({ clock });
const ok = httpAnswer("200 OK");

function shortly({ phase, bytesLeft, failure, response }: Exchange) {
  return {
    phase,
    bytesLeft,
    failure,
    status: response?.status ?? null,
    complete: response?.complete ?? null,
  };
}

describe("one request", () => {
  it("is exactly these bytes", async () => {
    const server = await startRaw(answer(ok));
    await transport.send(getting(`http://127.0.0.1:${server.port}/iute/rest?loanRef=90000&date=22052018`));
    expect(server.received.map(String)).toEqual([
      [
        "GET /iute/rest?loanRef=90000&date=22052018 HTTP/1.1",
        "Accept: */*",
        "Accept-Encoding: identity",
        "User-Agent: Counterfoil",
        "Cache-Control: no-store",
        "Authorization: Basic d3VzZXI6aHVudGVyMi1wYTU1d29yZA==",
        `Host: 127.0.0.1:${server.port}`,
        "Connection: close",
        "",
        "",
      ].join("\r\n"),
    ]);
  });

  it("with a body carries its length and every byte of it", async () => {
    const server = await startRaw(answer(ok));
    const body = Buffer.from([0, 1, 2, 255, 13, 10, 0]);
    const headers = { "Content-Type": "application/octet-stream" };
    await transport.send(getting(`http://127.0.0.1:${server.port}/`, { method: "POST", body, headers }));
    const [received = Buffer.alloc(0)] = server.received;
    expect(received.toString("latin1")).toContain("Content-Length: 7\r\n");
    expect(received.subarray(received.indexOf("\r\n\r\n") + 4)).toEqual(body);
  });

  it("tells how far a large body has come, and ends with all of it", async () => {
    const server = await startRaw(answer(ok));
    const seen: [number, number][] = [];
    const body = Buffer.alloc(200_000, 7);
    const onUpload = (sent: number, total: number) => seen.push([sent, total]);
    const exchange = await transport.send(
      getting(`http://127.0.0.1:${server.port}/`, { method: "POST", body, onUpload }),
    );
    expect(exchange.response?.status).toBe(200);
    expect(seen).toEqual([65_536, 131_072, 196_608, 200_000].map((sent) => [sent, 200_000]));
    expect((server.received[0] ?? "").toString("latin1")).toContain("Content-Length: 200000\r\n");
  });

  it("has a connection of its own each time, also when the other side would keep it", async () => {
    const server = await startRaw((socket) =>
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n"),
    );
    const url = `http://127.0.0.1:${server.port}/`;
    await transport.send(getting(url));
    await transport.send(getting(url));
    await Promise.all([transport.send(getting(url)), transport.send(getting(url))]);
    expect(server.connections).toBe(4);
    expect(server.received.map((bytes) => String(bytes).match(/GET/g)?.length)).toEqual([1, 1, 1, 1]);
  });
});

describe("what came back", () => {
  it.each<
    [what: string, bytes: string | Buffer, expected: Partial<ReturnType<typeof shortly>>, body: string]
  >([
    ["an empty success", ok, { phase: "done", failure: null, status: 200, complete: true }, ""],
    [
      "a page",
      httpAnswer("200 OK", "<p>hi</p>"),
      { failure: null, status: 200, complete: true },
      "<p>hi</p>",
    ],
    ["a number is text", httpAnswer("200 OK", "5478.40"), { failure: null, complete: true }, "5478.40"],
    [
      "a redirect is not followed",
      httpAnswer("302 Found", "", ["Location: /login"]),
      { failure: null, status: 302 },
      "",
    ],
    [
      "nor a permanent one",
      httpAnswer("308 Permanent Redirect", "", ["Location: http://127.0.0.1:1/"]),
      { failure: null, status: 308 },
      "",
    ],
    ["a refusal is an answer", httpAnswer("400 Bad Request", "no"), { failure: null, status: 400 }, "no"],
    ["so is a fault", httpAnswer("500 Oops", "no"), { failure: null, status: 500 }, "no"],
    [
      "a chunked answer",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n",
      { failure: null, complete: true },
      "hi",
    ],
    [
      "one that ends with the connection",
      "HTTP/1.1 200 OK\r\n\r\nhi",
      { failure: null, complete: true },
      "hi",
    ],
    [
      "cut off",
      "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhi",
      { phase: "body", failure: "truncated", status: 200, complete: false },
      "hi",
    ],
    [
      "cut off before its body",
      "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n",
      { phase: "headers", failure: "truncated", complete: false },
      "",
    ],
    [
      "cut off between chunks",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n",
      { failure: "truncated", complete: false },
      "hi",
    ],
  ])("%s", async (_what, bytes, expected, body) => {
    const server = await startRaw(answer(bytes));
    const exchange = await transport.send(getting(`http://127.0.0.1:${server.port}/`));
    expect(shortly(exchange)).toMatchObject({ bytesLeft: true, ...expected });
    expect(exchange.response?.body.toString()).toBe(body);
    expect(server.connections).toBe(1);
  });

  it.each([
    ["packed", gzipSync("a success that nobody may read")],
    ["not packed at all", Buffer.from("plain")],
    ["empty", Buffer.alloc(0)],
  ])("is never unpacked, whatever its header says: %s", async (_what, body) => {
    const server = await startRaw(answer(httpAnswer("200 OK", body, ["Content-Encoding: gzip"])));
    const { response, failure } = await transport.send(getting(`http://127.0.0.1:${server.port}/`));
    expect([failure, response?.complete, response?.body.equals(body)]).toEqual([null, true, true]);
  });

  it.each<[what: string, bytes: number, failure: WireFailure | null]>([
    ["as large as may be", 10_000, null],
    ["a byte larger", 10_001, "tooLarge"],
    ["enormous", 5_000_000, "tooLarge"],
  ])("%s: %i bytes", async (_what, bytes, failure) => {
    const server = await startRaw(answer(httpAnswer("200 OK", Buffer.alloc(bytes, 65))));
    const exchange = await transport.send(getting(`http://127.0.0.1:${server.port}/`));
    expect(exchange).toMatchObject({ failure, bytesLeft: true });
    expect(exchange.response?.complete).toBe(failure === null);
  });

  it("names its headers in lower case and the clock's offset by its date", async () => {
    const headers = ["X-Odd: 1", "X-Odd: 2", "Date: Thu, 26 Nov 2026 08:00:30 GMT"];
    const server = await startRaw(answer(httpAnswer("200 OK", "", headers)));
    const exchange = await transport.send(getting(`http://127.0.0.1:${server.port}/`));
    expect(exchange).toMatchObject({ clockOffsetMs: 30_000, startedAt: NOON, durationMs: 0 });
    expect(exchange.response?.headers["x-odd"]).toBe("1, 2");
    const without = await startRaw(answer(httpAnswer("200 OK", "", ["Date: yesterday"])));
    expect((await transport.send(getting(`http://127.0.0.1:${without.port}/`))).clockOffsetMs).toBeNull();
  });
});

describe("nothing is sent a second time", () => {
  it.each<[what: string, dies: Parameters<typeof startRaw>[0], failure: WireFailure, phase: WirePhase]>([
    ["reset after the request", (socket) => socket.resetAndDestroy(), "reset", "request"],
    ["closed without a byte", (socket) => socket.end(), "reset", "request"],
    ["something that is not HTTP", answer("SSH-2.0-OpenSSH\r\n"), "other", "request"],
    ["half a header", answer("HTTP/1.1 200 O"), "reset", "request"],
    [
      "headers without end",
      answer(`HTTP/1.1 200 OK\r\nX: ${"y".repeat(40_000)}\r\n\r\n`),
      "tooLarge",
      "request",
    ],
    [
      "reset inside of the answer",
      (socket) =>
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi", () => socket.resetAndDestroy()),
      "reset",
      "body",
    ],
  ])("%s", async (_what, dies, failure, phase) => {
    const server = await startRaw(dies);
    const exchange = await transport.send(getting(`http://127.0.0.1:${server.port}/`));
    expect(exchange).toMatchObject({ bytesLeft: true });
    // A reset and the bytes before it may arrive together, and then the kernel drops the bytes.
    if (phase === "body") expect(["reset", "truncated"]).toContain(exchange.failure);
    else expect([exchange.failure, exchange.phase]).toEqual([failure, phase]);
    expect(server.connections).toBe(1);
  });
});

describe("no byte has left, as a fact", () => {
  it.each<[what: string, url: (port: number) => string, failure: WireFailure, phase: WirePhase]>([
    ["an unknown name", () => "https://lender.invalid/", "nameLookup", "lookup"],
    ["nobody listens", (port) => `http://127.0.0.1:${port}/`, "refused", "connect"],
    ["nobody listens, over TLS", (port) => `https://127.0.0.1:${port}/`, "refused", "connect"],
  ])("%s", async (_what, url, failure, phase) => {
    const exchange = await transport.send(getting(url(await closedPort())));
    expect(shortly(exchange)).toEqual({ phase, bytesLeft: false, failure, status: null, complete: null });
  });

  it.each([
    "http://example.com/",
    "http://10.0.0.1/",
    "http://localhost.example.com/",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
  ])("%s is never asked", async (url) => {
    await expect(transport.send(getting(url))).rejects.toThrow("https; plain http is for loopback only");
  });
});

describe("the limits, by a clock that is turned", () => {
  it("total: silence ends as a time-out after which bytes may have left", async () => {
    const turned = turnedClock();
    const server = await startRaw(() => undefined);
    const exchange = createTransport({ clock: turned }).send(getting(`http://127.0.0.1:${server.port}/`));
    await server.requests(1);
    expect(turned.waiting()).toEqual([5_000]);
    turned.pass(4_999);
    expect(turned.waiting()).toEqual([1]);
    turned.pass(1);
    expect(shortly(await exchange)).toEqual({
      phase: "request",
      bytesLeft: true,
      failure: "timeout",
      status: null,
      complete: null,
    });
    expect([server.connections, turned.waiting()]).toEqual([1, []]);
  });

  it("total: an answer that drips is cut off, and half of it is no success", async () => {
    const turned = turnedClock();
    const server = await startRaw((socket) =>
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nh", () => turned.pass(5_000)),
    );
    const exchange = await createTransport({ clock: turned }).send(
      getting(`http://127.0.0.1:${server.port}/`),
    );
    expect(exchange).toMatchObject({ failure: "timeout", bytesLeft: true });
    expect(exchange.response?.complete ?? false).toBe(false);
  });

  it("connect: a TLS greeting that never comes is not sent", async () => {
    const turned = turnedClock();
    const server = await startRaw(() => undefined);
    const exchange = createTransport({ clock: turned }).send(getting(`https://127.0.0.1:${server.port}/`));
    await expect.poll(() => server.received[0]?.length ?? 0).toBeGreaterThan(0);
    turned.pass(1_000);
    expect(shortly(await exchange)).toMatchObject({
      bytesLeft: false,
      failure: "connectTimeout",
      phase: "tls",
    });
    expect(turned.waiting()).toEqual([]);
  });

  it("a whole answer that arrives after the computer has slept is a time-out", async () => {
    const turned = turnedClock();
    const server = await startRaw((socket) => {
      turned.sleep(60_000);
      socket.end(ok);
    });
    const exchange = await createTransport({ clock: turned }).send(
      getting(`http://127.0.0.1:${server.port}/`),
    );
    expect(exchange).toMatchObject({
      failure: "timeout",
      bytesLeft: true,
      durationMs: 60_000,
      response: { status: 200 },
    });
  });
});
