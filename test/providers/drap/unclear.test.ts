/** Answers of DRAP that say nothing of a customer: other systems' pages, other people's data, the office's access. */
import { describe, expect, it } from "vitest";
import { html, json, type Reply } from "../scriptedProvider.ts";
import { ask, drap, type Operation } from "./asking.ts";
import { FOUND, failed, REGISTERED } from "./samples.ts";

describe("what is no answer", () => {
  it.each<[what: string, operation: Operation, reply: Reply, kind: string, words: RegExp]>([
    [
      "Authentication Failure 401",
      "lookup",
      json(failed("Unauthorised"), 401),
      "credentials",
      /Unauthorised/,
    ],
    ["403", "get", html(403, "Forbidden"), "credentials", /access/],
    [
      "Internal Server Error 502 on create: nobody knows",
      "onboard",
      json(failed("Internal Server Error"), 502),
      "unclear",
      /502/,
    ],
    ["a gateway's 502", "lookup", html(502, "nginx"), "unclear", /nginx/],
    ["a sign-in page", "lookup", html(200, "Wi-Fi"), "unclear", /web page/],
    ["success with HTTP 400", "onboard", json(REGISTERED, 400), "unclear", /claims success with HTTP 400/],
    ["success with an error code", "lookup", json({ ...FOUND, errorCode: 1 }), "unclear", /at once/],
    ["success with another statusCode", "lookup", json({ ...FOUND, statusCode: 406 }), "unclear", /at once/],
    ["success without a customer", "lookup", json({ ...FOUND, data: null }), "unclear", /no customer/],
    [
      "another envelope (a mock portal's)",
      "lookup",
      json({ success: true, data: { customer_id: "CUST-1" } }),
      "unclear",
      /documented/,
    ],
    [
      "another customer by ecrn",
      "get",
      json({ ...FOUND, data: { ...FOUND.data, ecrn: "1" } }),
      "unclear",
      /another customer/,
    ],
    [
      "another customer by document",
      "lookup",
      json({ ...FOUND, data: { ...FOUND.data, id_number: "1" } }),
      "unclear",
      /another customer/,
    ],
    [
      "another customer who is blocked",
      "lookup",
      json({ ...FOUND, data: { ...FOUND.data, id_number: "1", customer_status: "BLOCKED" } }),
      "unclear",
      /another customer/,
    ],
    [
      "another customer by documents",
      "lookup",
      json({ ...FOUND, data: { ...FOUND.data, id_details: [{ id_number: "2" }] } }),
      "unclear",
      /another customer/,
    ],
  ])("%s", async (_what, operation, reply, kind, words) => {
    const { customers } = await drap(reply);
    expect(await ask(customers, operation)).toMatchObject({ kind, message: expect.stringMatching(words) });
  });

  it.each<[operation: Operation, status: number]>([
    ["lookup", 401],
    ["lookup", 403],
    ["get", 403],
    ["onboard", 401],
    ["onboard", 500],
    ["onboard", 502],
    ["onboard", 301],
  ])(
    "%s with HTTP %i never hands on words that tell why somebody is not served",
    async (operation, status) => {
      for (const message of ["Customer Under Compliance Investigation", "Blocked Customer"]) {
        const { customers } = await drap(json(failed(message, { errorCode: 1 }), status));
        const answer = await ask(customers, operation);
        expect(answer.kind).toMatch(/^(?:credentials|unclear)$/);
        if (answer.kind === "answer") continue;
        expect(`${answer.message} ${answer.said ?? ""}`).not.toMatch(/compliance|investigation|block/i);
      }
    },
  );

  it("a fault in JSON is told in its words and not as JSON", async () => {
    const { customers } = await drap(json(failed("Internal Server Error", { statusCode: 502 }), 502));
    expect(await customers.onboard({ firstName: "Mira" })).toMatchObject({
      message: "The provider's system reported a fault (HTTP 502): Internal Server Error",
      said: "Internal Server Error",
    });
  });

  it("an update answered for another customer is in doubt", async () => {
    const { customers } = await drap(json(REGISTERED));
    expect(await customers.onboard({ ecrn: "1", firstName: "Mira" })).toMatchObject({ kind: "unclear" });
  });
});
