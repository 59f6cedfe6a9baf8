/** Whatever knocks at the lender's door without being one of its requests: refused, survived, and nothing booked. */
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TrainingIute } from "../../electron/training/iute/server.ts";
import { apply, applyUpTo } from "./iuteSamples.ts";
import { AUTHORIZATION, get, getBytes, sendRaw, startLender } from "./rawClient.ts";
import { refusalBy } from "./refusalPage.ts";

let lender: TrainingIute;
let active: string;
beforeAll(async () => {
  lender = await startLender();
  active = await applyUpTo(lender, "authorised");
  await get(lender.baseUrl, "confirm/cash/release", { loanRef: active });
});
afterAll(() => lender.close());

describe("The door", () => {
  it.each([
    ["none", ""],
    ["another password", `Authorization: Basic ${Buffer.from("wuser:x").toString("base64")}\r\n`],
    ["another scheme", "Authorization: Bearer abc\r\n"],
    ["the sample's, which is no text", "Authorization: Basic d2VziU6sbl91bmlvbjph\r\n"],
  ])("403 in HTML for credentials: %s", async (_, header) => {
    const bytes = getBytes("loan/info", { loanRef: active, partner_type: "post" });
    const other = bytes.replace(/Authorization: .*\r\n/, header);
    expect(await refusalBy(lender, () => sendRaw(lender.baseUrl, other))).toEqual([403, "Bad credentials"]);
  });

  it("never keeps credentials in its list of requests", () => {
    expect(JSON.stringify(lender.requests())).not.toContain(AUTHORIZATION.slice(6));
  });

  it.each([
    ["a POST address", "GET", "/iute/rest/api/partner/loan/calc", 405],
    ["HEAD where a GET books", "HEAD", "/iute/rest/api/partner/insert/repayment", 405],
    ["without the prefix", "GET", "/rest/api/partner/loan/info", 404],
    ["with a slash more", "GET", "/iute/rest/api/partner/loan/info/", 404],
  ])("%s", async (_, method, path, status) => {
    const query = `loanRef=${active}&date=22052018&amount=1&partner_type=post`;
    const before = lender.books().loans;
    const answer = await sendRaw(
      lender.baseUrl,
      `${method} ${path}?${query} HTTP/1.1\r\nHost: l\r\nAuthorization: ${AUTHORIZATION}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer.status).toBe(status);
    expect(lender.books().loans).toEqual(before);
  });

  it.each([
    ["JSON", "application/json", "{}"],
    ["no type", "", "loan_ref=1"],
    ["no boundary", "multipart/form-data", "--x--"],
  ])("400 for a body that is %s", async (_, type, body) => {
    const answer = await sendRaw(
      lender.baseUrl,
      `POST /iute/rest/api/partner/loan/check/status HTTP/1.1\r\nHost: l\r\nAuthorization: ${AUTHORIZATION}\r\n` +
        `${type === "" ? "" : `Content-Type: ${type}\r\n`}Content-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(answer.status).toBe(400);
  });

  it.each([
    ["noise", "\u0000\u0001\u0002\r\n\r\n", 400],
    ["a header of a megabyte", `GET / HTTP/1.1\r\nHost: l\r\nX: ${"x".repeat(1_000_000)}\r\n\r\n`, 400],
    ["an address with a line break", "GET /iu\nte HTTP/1.1\r\nHost: l\r\n\r\n", 400],
    [
      "more than 40 MB announced",
      `POST /iute/rest/api/partner/new/loan HTTP/1.1\r\nHost: l\r\nContent-Length: ${41 * 1024 * 1024}\r\n\r\n`,
      413,
    ],
  ])("survives %s", async (_, bytes, status) => {
    const answer = await sendRaw(lender.baseUrl, bytes);
    // A client that is still writing may see the reset before the answer.
    if (answer.how === "answered") expect(answer.status).toBe(status);
    expect((await get(lender.baseUrl, "loan/info", { loanRef: active })).status).toBe(200);
  });

  it("survives a client that leaves in the middle of a body", async () => {
    const loans = lender.books().loans;
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(lender.baseUrl).port), "127.0.0.1", () => {
        socket.write(
          "POST /iute/rest/api/partner/new/loan HTTP/1.1\r\nHost: l\r\nContent-Length: 500\r\n\r\nhalf",
        );
        socket.end(() => socket.destroy());
      });
      socket.on("close", () => resolve());
    });
    expect((await get(lender.baseUrl, "loan/info", { loanRef: active })).status).toBe(200);
    expect(lender.books().loans).toEqual(loans);
  });

  it("begins references at 90000 and goes on by one", async () => {
    const next = Number(lender.books().loans.at(-1)?.loanRef) + 1;
    expect([active, await apply(lender)]).toEqual(["90000", String(next)]);
  });
});
