/** Every documented refusal of the four systems has a reason of its own, which the page words, and the provider's words. */
import { describe, expect, it } from "vitest";
import type { Answer, Reasoned } from "../../electron/providers/contract.ts";
import { en } from "../../renderer/i18n/en.ts";
import { type ProviderReason, providerReasons } from "../../shared/providerReasons.ts";
import { accountsOf, configOf, customersOf, lettersOf, loansOf, providerOf } from "./adapters.ts";
import { FOUND } from "./drap/samples.ts";
import { ASKED, errorBody } from "./q2/samples.ts";
import { html, json, type Reply, scriptedProvider } from "./scriptedProvider.ts";

type System = "drap" | "interswitch" | "q2" | "apollo";
type Asking = (reply: Reply, tokenReply?: Reply) => Promise<Answer<unknown> & Reasoned>;

const DRAP_TOKENS = "/auth/realms/cdp/protocol/openid-connect/token";

async function answering(reply: Reply, tokenReply?: Reply, tokenPath?: string) {
  const provider = await scriptedProvider(tokenPath);
  provider.answer(reply);
  if (tokenReply !== undefined) provider.answerToken(tokenReply);
  return provider.origin;
}

const asking: Readonly<Record<System, Asking>> = {
  drap: async (reply, token) =>
    customersOf(configOf("drap", await answering(reply, token, DRAP_TOKENS))).lookup("4", "7"),
  interswitch: async (reply, token) =>
    loansOf(configOf("interswitch", await answering(reply, token))).loans("2348123456789", false),
  q2: async (reply, token) => accountsOf(configOf("q2", await answering(reply, token))).create(ASKED),
  apollo: async (reply, token) =>
    lettersOf(configOf("apollo", await answering(reply, token))).noDuesLetter("TST10", "PL"),
};

const says = (message: string, status: number) => json({ message }, status);
const code = (responseCode: string) => json({ responseCode, responseMessage: "Said so" });

/** System, row of its document, answer, reason, what the provider said. */
type Row = [system: System, row: string, reply: Reply, reason: ProviderReason, said?: string];
const rows: Row[] = [
  ["apollo", "Response status Codes, 400", says("Invalid Request", 400), "letterRequest", "Invalid Request"],
  ["apollo", "Response status Codes, 401", says("Expired", 401), "letterTokenExpired", "Expired"],
  ["apollo", "Response status Codes, 403", says("Forbidden", 403), "letterKey", "Forbidden"],
  ["apollo", "Response status Codes, 404", says("Noc Not Found", 404), "letterNotFound", "Noc Not Found"],
  ["apollo", "Response status Codes, 500", html(500, "Rare"), "systemFault", "Rare"],
  ["apollo", "Response status Codes, 504", html(504, "Bad gateway"), "systemFault", "Bad gateway"],
  ["interswitch", "NOTES 2.4, 3001", code("3001"), "loansNoOffer", "Said so (3001)"],
  ["interswitch", "NOTES 2.4, 4001", code("4001"), "loansDeclined", "Said so (4001)"],
  ["interswitch", "NOTES 2.4, 4002", code("4002"), "loansExpired", "Said so (4002)"],
  ["interswitch", "NOTES 2.4, 4004", code("4004"), "loansUnknown", "Said so (4004)"],
  ["interswitch", "NOTES 2.4, 5000", code("5000"), "loansSystem", "Said so (5000)"],
  ["interswitch", "Sample Response (failure), 96", code("96"), "loansWentWrong", "Said so (96)"],
  ["interswitch", "any other code", code("12"), "loansRefused", "Said so (12)"],
  ["interswitch", "Headers, a refused token", html(401, "No"), "accessRefused"],
  ...(
    [
      ["UNABLE_PARSE_REQ_PARAMS", "Unable to parse the Request parameters", "accountRequest"],
      ["ACCOUNT_ID_NULL", "Account Id is null", "accountBorrowerMissing"],
      ["ACCOUNT_NOT_FOUND", "Unable to find the Account", "accountBorrowerUnknown"],
      ["LOAN_PRODUCT_ID_NULL", "Loan Product Id is null.", "accountProduct"],
      ["LOAN_AMOUNT_NOT_VALID", "Loan amount is not valid", "accountAmount"],
      ["TERM_NOT_VALID", "Term is not valid", "accountTerm"],
      ["DATE_NULL", "One of the dates is null", "accountDate"],
    ] as const
  ).map(([label, words, reason]): Row => {
    return ["q2", `Error messages, ${label}`, json(errorBody("INVALID_INPUT", words), 400), reason, words];
  }),
  ["q2", "Error messages, NA", json(errorBody("API_EXCEPTION", "Eh"), 500), "accountException", "Eh"],
  [
    "drap",
    "Authentication Failure 401",
    json({ message: "Unauthorised" }, 401),
    "accessRefused",
    "Unauthorised",
  ],
  ["drap", "a gateway's 502", html(502, "nginx"), "systemFault", "nginx"],
  ["apollo", "a fault in JSON", says("Internal Server Error", 500), "systemFault", "Internal Server Error"],
  [
    "q2",
    "a fault in Salesforce's list",
    json([{ message: "Busy", errorCode: "X" }], 503),
    "systemFault",
    "Busy",
  ],
  ["interswitch", "a fault in JSON without words", json({ timestamp: 1 }, 500), "systemFault", "HTTP 500"],
  ...(["drap", "interswitch", "q2", "apollo"] as const).flatMap((system): Row[] => [
    [system, "a sign-in page", html(200, "Wi-Fi"), "webPage"],
    [system, "nothing", { status: 200, body: "" }, "emptyAnswer"],
    [system, "no JSON", { ...json({}), body: "{" }, "unreadableAnswer"],
    [system, "a redirect", { ...html(302, ""), headers: { Location: "/login" } }, "redirected"],
    [
      system,
      "5 MB",
      { ...json({}), body: `{"status":"success","message":"${"x".repeat(5 * 1024 * 1024)}"}` },
      "answerTooLarge",
    ],
  ]),
];

describe("an answer that is none", () => {
  it.each(rows)("%s, %s", async (system, _row, reply, reason, said) => {
    const answer = await asking[system](reply);
    expect(answer.kind).not.toBe("answer");
    expect(answer).toMatchObject({ reason, message: expect.stringMatching(/\S/) });
    if (said !== undefined) expect(answer).toMatchObject({ said });
  });
});

describe("signing in", () => {
  const refused = (error: string) => json({ error, error_description: "No" }, 401);
  it.each<[error: string, reply: Reply, reason: ProviderReason]>([
    ["invalid_client", refused("invalid_client"), "tokenClient"],
    ["invalid_grant", refused("invalid_grant"), "tokenUser"],
    ["invalid_scope", refused("invalid_scope"), "tokenScope"],
    ["something else", refused("unsupported_grant_type"), "tokenRefused"],
    ["a sign-in page of the network", html(200, "Wi-Fi"), "webPage"],
    ["no token in the answer", json({}), "tokenUnreadable"],
    ["a fault", html(500, "Oops"), "tokenUnreadable"],
  ])("%s", async (_error, reply, reason) => {
    for (const system of ["drap", "interswitch", "q2", "apollo"] as const)
      expect(await asking[system](json({}), reply)).toMatchObject({ reason });
  });

  it("nobody answers", async () => {
    const answer = await loansOf(configOf("interswitch", "http://127.0.0.1:9")).loans("2348123456789", false);
    expect(answer).toMatchObject({ kind: "noLine", reason: "connectionRefused" });
  });
});

describe("a test of the connection", () => {
  type Trial = [what: string, system: System, reply: Reply, kind: string, reason: ProviderReason];
  const OTHER_LETTER = {
    partner_tag: "TEST",
    loan_type: "PL",
    partner_loan_id: "TST10",
    "S3 key": "http://127.0.0.1:9/noc.pdf",
  };
  const success = { status: "failure", statusCode: 200, message: "Customer Not Found" };
  it.each<Trial>([
    ["answers", "drap", json(success), "answer", "testAccepted"],
    ["another address", "drap", html(404, "Not here"), "unclear", "testAddress"],
    ["answers about somebody else", "drap", json(FOUND), "answer", "testAccepted"],
    ["answers", "interswitch", json({ responseCode: "00", loans: [] }), "answer", "testAccepted"],
    ["answers about nobody", "interswitch", code("96"), "answer", "testSignedIn"],
    ["another address", "interswitch", html(404, "Not here"), "unclear", "undocumentedAnswer"],
    ["answers", "q2", json({ status: "SUCCESS", content: [] }), "answer", "testAccepted"],
    ["the user may not", "q2", html(403, "No"), "answer", "testUser"],
    ["another address", "q2", html(404, "Not here"), "answer", "testAddress"],
    ["answers", "apollo", says("Loan does not exist", 404), "answer", "testAccepted"],
    ["answers about another loan", "apollo", json(OTHER_LETTER), "answer", "testAccepted"],
    ["wrong partner tag", "apollo", says("Invalid partner tag", 400), "refused", "letterPartnerTag"],
    ["wrong key", "apollo", says("Forbidden", 403), "credentials", "letterKey"],
    ["another address", "apollo", html(404, "Not here"), "unclear", "testAddress"],
  ])("%s, %s", async (_what, system, reply, kind, reason) => {
    const tokens = system === "drap" ? DRAP_TOKENS : undefined;
    const provider = providerOf(configOf(system, await answering(reply, undefined, tokens)));
    expect(await provider.test()).toMatchObject({ kind, reason });
  });
});

it("each reason has its sentence", () => {
  expect(Object.keys(en.reasons).toSorted()).toEqual([...providerReasons].toSorted());
});
