/** apollo-noc.postman.json, description and items: what is sent, and what each documented answer comes to. */
import { describe, expect, it } from "vitest";
import { checkLink } from "../../../electron/providers/apollo/answers.ts";
import { configOf, lettersOf, providerOf } from "../adapters.ts";
import { type Asked, html, json, type Reply, scriptedProvider } from "../scriptedProvider.ts";

const PDF = Buffer.from("%PDF-1.7\n%%EOF\n");
const letter: Reply = { status: 200, body: PDF, headers: { "Content-Type": "application/pdf" } };

interface Script {
  noc?: Reply | ((origin: string) => Reply);
  letter?: Reply;
  scheme?: "bearer" | "bare" | "";
}

function linkReply(origin: string, changes: Record<string, unknown> = {}): Reply {
  return json({
    partner_tag: "TEST",
    loan_type: "PL",
    partner_loan_id: "TST10",
    "S3 key": `${origin}/letters/1.pdf?X-Amz-Signature=abc`,
    ...changes,
  });
}

async function asking(script: Script = {}) {
  const provider = await scriptedProvider();
  const noc = script.noc ?? ((origin: string) => linkReply(origin));
  provider.answer(({ url }: Asked) =>
    url.startsWith("/letters/")
      ? (script.letter ?? letter)
      : typeof noc === "function"
        ? noc(provider.origin)
        : noc,
  );
  const config = configOf("apollo", `${provider.origin}/uat/v1`);
  const settings = { ...config.settings, authorizationScheme: script.scheme ?? "bearer" };
  return { provider, answer: await lettersOf({ ...config, settings }).noDuesLetter("TST10", "PL") };
}

describe("what is sent", () => {
  it("Authentication/Authorization: the code's POST with Basic, its payload byte for byte", async () => {
    const { provider } = await asking();
    expect(provider.tokenRequests).toMatchObject([
      {
        method: "POST",
        body: "grant_type=client_credentials&scope=",
        headers: {
          authorization: `Basic ${Buffer.from("client:s3cret&=").toString("base64")}`,
          "content-type": "application/x-www-form-urlencoded",
        },
      },
    ]);
  });

  it.each<[scheme: "bearer" | "bare" | "", header: string]>([
    ["bearer", "Bearer token-1"],
    ["", "Bearer token-1"],
    // The sample's header is masked: both are possible.
    ["bare", "token-1"],
  ])("NOC Request API, authorizationScheme %j", async (scheme, authorization) => {
    const { provider } = await asking({ scheme });
    expect(provider.asked[0]).toMatchObject({
      method: "GET",
      url: "/uat/v1/noc?partner_tag=TEST&loan_type=PL&partner_loan_id=TST10",
      headers: { "x-api-key": "key-1", authorization },
    });
  });

  it("the link is followed at once, as it is, without key and token", async () => {
    const { provider } = await asking();
    expect(provider.asked).toHaveLength(2);
    const fetched = provider.asked[1];
    expect(fetched).toMatchObject({ method: "GET", url: "/letters/1.pdf?X-Amz-Signature=abc" });
    expect(fetched?.headers).not.toHaveProperty("authorization");
    expect(fetched?.headers).not.toHaveProperty("x-api-key");
    expect(fetched?.headers).not.toHaveProperty("cookie");
  });
});

it("Sample Response: the letter, named after the loan, and the host it came from", async () => {
  const { provider, answer } = await asking();
  expect(answer).toMatchObject({
    kind: "answer",
    value: {
      given: true,
      host: new URL(provider.origin).host,
      letter: { name: "no_dues_letter_TST10.pdf", mime: "application/pdf" },
    },
  });
  if (answer.kind === "answer" && answer.value.given)
    expect(Buffer.from(answer.value.letter.bytes)).toEqual(PDF);
});

describe("the documented messages, whatever their status", () => {
  it.each<[message: string, status: number, because: string, words: RegExp]>([
    [
      "NOC cannot be generated as the requested loan is not closed yet",
      404,
      "notClosed",
      /not closed this loan yet/,
    ],
    ["Loan does not exist", 404, "unknownLoan", /no loan with this number/],
    ["Loan does not exist", 400, "unknownLoan", /no loan with this number/],
    ["Loan does not exist", 200, "unknownLoan", /no loan with this number/],
    ["Invalid partner tag", 400, "wrongPartnerTag", /partner tag in this office's settings/],
    ["Invalid partner tag", 403, "wrongPartnerTag", /partner tag in this office's settings/],
    ["Unsupported loan type KL", 400, "unsupportedLoanType", /this type of loan.*KL/],
  ])("%s (%i): %s", async (message, status, because, words) => {
    const { provider, answer } = await asking({ noc: json({ message }, status) });
    expect(answer).toMatchObject({
      kind: "answer",
      value: { given: false, because, message: expect.stringMatching(words) },
    });
    expect(provider.asked).toHaveLength(1);
  });
});

describe("Response status Codes", () => {
  it.each<[status: number, reply: Reply, kind: string, words: RegExp]>([
    [
      400,
      json({ message: "Missing required request parameters" }, 400),
      "refused",
      /invalid.*Missing required/,
    ],
    [401, json({ message: "The incoming token has expired" }, 401), "credentials", /expired/],
    [403, json({ message: "Forbidden" }, 403), "credentials", /x-api-key/],
    [404, json({ message: "Noc Not Found" }, 404), "refused", /no letter.*Noc Not Found/],
    [500, html(500, "Internal Server Error"), "unclear", /500/],
    [504, html(504, "Bad gateway"), "unclear", /504.*Bad gateway/],
    [302, { status: 302, body: "", headers: { Location: "https://x.example" } }, "unclear", /not followed/],
  ])("%i", async (_status, reply, kind, words) => {
    const { answer } = await asking({ noc: reply });
    expect(answer).toMatchObject({ kind, message: expect.stringMatching(words) });
  });
});

describe("no letter is fetched when the reply", () => {
  it.each<[what: string, changes: Record<string, unknown>]>([
    ["names another loan", { partner_loan_id: "TST11" }],
    ["names another type", { loan_type: "CL" }],
    ["names another partner", { partner_tag: "OTHER" }],
    ["names no loan", { partner_loan_id: undefined }],
    ["has no link", { "S3 key": undefined }],
    ["writes the key without its blank", { "S3 key": undefined, S3key: "http://127.0.0.1/x" }],
    ["gives a key and no address", { "S3 key": "noc/TST10.pdf" }],
    ["gives plain http elsewhere", { "S3 key": "http://letters.example/1.pdf" }],
    ["gives a user name", { "S3 key": "https://a@letters.example/1.pdf" }],
    ["gives a file", { "S3 key": "file:///etc/passwd" }],
  ])("%s", async (_what, changes) => {
    const { provider, answer } = await asking({ noc: (origin) => linkReply(origin, changes) });
    expect(answer.kind).toBe("unclear");
    expect(provider.asked).toHaveLength(1);
  });
});

describe("behind the link", () => {
  it.each<[what: string, reply: Reply, words: RegExp]>([
    ["a web page", html(200, "Sign in"), /not a PDF/],
    [
      "a JPEG named PDF",
      { status: 200, body: Buffer.from([0xff, 0xd8, 0xff]), headers: { "Content-Type": "application/pdf" } },
      /not a PDF/,
    ],
    ["nothing", { status: 200, body: "" }, /not a PDF/],
    [
      "an expired link",
      { status: 403, body: "<Error/>", headers: { "Content-Type": "application/xml" } },
      /HTTP 403/,
    ],
    ["a redirect", { status: 302, body: "", headers: { Location: "https://x.example" } }, /leads on/],
    [
      "26 MB",
      {
        status: 200,
        body: Buffer.alloc(26 * 1024 * 1024, "%PDF-"),
        headers: { "Content-Type": "application/pdf" },
      },
      /larger/,
    ],
  ])("%s is no letter", async (_what, reply, words) => {
    const { answer } = await asking({ letter: reply });
    expect(answer).toMatchObject({ kind: "unclear", message: expect.stringMatching(words) });
  });

  it("a PDF counts under any binary type", async () => {
    const { answer } = await asking({
      letter: { status: 200, body: PDF, headers: { "Content-Type": "binary/octet-stream" } },
    });
    expect(answer.kind).toBe("answer");
  });
});

describe("checkLink", () => {
  it.each<[link: string, providerIsLocal: boolean, ok: boolean]>([
    ["https://bucket.s3.ap-south-1.amazonaws.com/noc.pdf?X-Amz-Signature=1", false, true],
    ["https://bucket.s3.amazonaws.com/noc.pdf", true, true],
    ["http://bucket.s3.amazonaws.com/noc.pdf", false, false],
    ["http://bucket.s3.amazonaws.com/noc.pdf", true, false],
    ["http://127.0.0.1:9/noc.pdf", true, true],
    // A provider on the network has no business with this computer's own ports.
    ["http://127.0.0.1:9/noc.pdf", false, false],
    ["https://localhost/noc.pdf", false, false],
    ["https://[::1]/noc.pdf", false, false],
    ["https://user:password@bucket.example/noc.pdf", false, false],
    ["ftp://bucket.example/noc.pdf", false, false],
    ["javascript:alert(1)", false, false],
    ["https://bucket.example/a b.pdf", false, false],
    ["https://bucket.example/\u202efdp.pdf", false, false],
    ["noc.pdf", false, false],
  ])("%s, provider on this computer: %s", (link, providerIsLocal, ok) => {
    expect(checkLink(link, providerIsLocal).ok).toBe(ok);
  });
});

it("names what is missing in the settings", () => {
  const config = configOf("apollo", "https://apollo.example/uat/v1");
  expect(() => providerOf({ ...config, settings: { ...config.settings, partnerTag: "" } })).toThrow(
    "settings.partnerTag",
  );
  expect(() =>
    providerOf({ ...config, settings: { ...config.settings, tokenUrl: "http://a.example" } }),
  ).toThrow("settings.tokenUrl");
  expect(() =>
    providerOf({ ...config, settings: { ...config.settings, authorizationScheme: "basic" } }),
  ).toThrow("settings.authorizationScheme");
  expect(() => providerOf({ ...config, secrets: { ...config.secrets, apiKey: "with blank" } })).toThrow(
    "secrets.apiKey",
  );
});
