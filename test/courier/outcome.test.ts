/** What the wire did, in one of four words: one line a case, judged by the real adapter's documented answers. */
import { expect, it } from "vitest";
import { outcomeOf } from "../../electron/courier/outcome.ts";
import type { Exchange } from "../../electron/ports.ts";
import { createIute } from "../../electron/providers/iute/iute.ts";
import { answered, mayHaveLeft, neverLeft } from "./exchanges.ts";

const refusalPage = "<html><body><h1>HTTP Status 400</h1><p>Repayment is too large.</p></body></html>";
const portalPage = "<html><body>Welcome to our free Wi-Fi</body></html>";
const html = { "content-type": "text/html;charset=UTF-8" };

function repayment() {
  const made = createIute(
    {
      id: "iute",
      kind: "iute",
      name: "Iute",
      baseUrl: "https://lender.example",
      settings: { partnerType: "post", languages: ["rom"] },
      secrets: { username: "u", password: "p" },
      tillCurrency: "MDL",
      connectTimeoutMs: 1_000,
      requestTimeoutMs: 1_000,
    },
    { send: () => Promise.reject(new Error("Nothing is sent here.")) },
  );
  if (!made.ok || !made.provider.lender) throw new Error("The adapter was not built.");
  return made.provider.lender.insertRepayment("90000", "2025-03-21", 109_568);
}

it.each<[what: string, exchange: Exchange, word: string, credentials: boolean]>([
  ["an empty 200", answered(200), "acknowledged", false],
  ["a 200 with a page", answered(200, portalPage, html), "unconfirmed", false],
  ["a 200 with one blank", answered(200, " "), "unconfirmed", false],
  ["an empty 204", answered(204), "unconfirmed", false],
  ["an empty 201", answered(201), "unconfirmed", false],
  ["a redirect", answered(302, "", { location: "/login" }), "unconfirmed", false],
  ["the documented refusal", answered(400, refusalPage, html), "refused", false],
  ["a 400 without a word", answered(400), "unconfirmed", false],
  ["a 403", answered(403, "<p>Bad credentials</p>", html), "refused", true],
  ["a 401", answered(401), "refused", true],
  ["a 404", answered(404, "<p>Not found</p>", html), "unconfirmed", false],
  ["a 407 of a proxy", answered(407, "<p>Proxy</p>", html), "unconfirmed", false],
  ["a 500", answered(500, "<p>Fault</p>", html), "unconfirmed", false],
  ["a 502 in HTML", answered(502, "<h1>502</h1>", html), "unconfirmed", false],
  ["a time-out", mayHaveLeft("timeout"), "unconfirmed", false],
  ["a reset", mayHaveLeft("reset"), "unconfirmed", false],
  ["a 200 that broke off", mayHaveLeft("truncated", 200), "unconfirmed", false],
  ["an answer that is too large", mayHaveLeft("tooLarge", 200), "unconfirmed", false],
  ["no name found", neverLeft("nameLookup"), "notSent", false],
  ["a refused connection", neverLeft("refused"), "notSent", false],
  ["a bad certificate", neverLeft("certificate"), "notSent", false],
  ["a connection that took too long", neverLeft("connectTimeout"), "notSent", false],
])("%s is %s", (_, exchange, word, credentials) => {
  expect(outcomeOf(exchange, repayment(), false)).toMatchObject({ word, credentials });
});

it.each<[what: string, exchange: Exchange, word: string]>([
  ["an empty 200", answered(200), "unconfirmed"],
  ["a refusal", answered(400, refusalPage, html), "unconfirmed"],
  ["a refused connection", neverLeft("refused"), "notSent"],
])("%s after a sleep of the computer is %s", (_, exchange, word) => {
  expect(outcomeOf(exchange, repayment(), true).word).toBe(word);
});

it("gives the lender's own sentence where it refuses, and a plain one where nobody knows", () => {
  expect(outcomeOf(answered(400, refusalPage, html), repayment(), false).message).toContain(
    "Repayment is too large.",
  );
  expect(outcomeOf(answered(302), repayment(), false).message).toBe(
    "The address led on to another one (HTTP 302), which was not followed.",
  );
  expect(outcomeOf(answered(200), repayment(), false).message).toBeNull();
});
