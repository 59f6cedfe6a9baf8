/** The no-dues letter from Apollo, as the counter gets it. */
import { describe, expect, it } from "vitest";
import { CELIK, officeWith, provision, refusal, value } from "../agent/counter.ts";
import { json, scriptedProvider } from "../providers/scriptedProvider.ts";
import { type Office, office as openOffice } from "./office.ts";

/** Drawing a letter with every alphabet's typeface takes a busy computer its time. */
const office = (changes: Record<string, Record<string, unknown>> = {}): Promise<Office> =>
  openOffice(CELIK, changes, 20_000);

const LETTER = { providerId: "apollo", loanId: "TST10", loanType: "PL" };

describe("letters.noc", () => {
  it.each([
    ["TST10", "PL"],
    ["TST12", "CL"],
    // A loan of the Iute training lender that was repaid.
    ["80003", "PL"],
  ])(
    "keeps the letter of %s, %s: a PDF that names the loan, and where it came from",
    async (loanId, loanType) => {
      const { agent, systems } = await office();
      const letter = await value(agent.call("letters.noc", { ...LETTER, loanId, loanType }));
      expect(letter).toMatchObject({
        mime: "application/pdf",
        pages: 1,
        host: new URL(systems.apollo.baseUrl).host,
      });
      expect(letter.checks.filter(({ level }) => level !== "ok")).toEqual([]);
      const { bytes } = await value(agent.call("documents.read", { documentId: letter.documentId }));
      expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
      const { entries } = await value(agent.call("journal.search", { kinds: ["letter.issued"] }));
      expect(entries).toMatchObject([{ loanRef: loanId, actor: "Celik" }]);
    },
  );

  it.each<[what: string, input: Record<string, string>, words: RegExp, field: string | undefined]>([
    ["not closed yet", { loanId: "TST11", loanType: "ML" }, /not closed this loan yet/, undefined],
    ["not repaid at Iute yet", { loanId: "80001" }, /not closed this loan yet/, undefined],
    ["never paid out", { loanId: "80004" }, /no loan with this number/, "loanId"],
    ["does not exist", { loanId: "TST99" }, /no loan with this number/, "loanId"],
    ["of another type", { loanType: "ML" }, /no loan with this number/, "loanId"],
    ["too long a number", { loanId: "12345678901" }, /invalid/, undefined],
  ])("%s", async (_what, input, words, field) => {
    const { agent } = await office();
    const error = await refusal(agent.call("letters.noc", { ...LETTER, ...input }));
    expect(error).toMatchObject({ code: "providerRefused", message: expect.stringMatching(words) });
    expect(error.field).toBe(field);
  });

  it("an unsupported type is refused before it is sent", async () => {
    const { agent } = await office();
    expect(await refusal(agent.call("letters.noc", { ...LETTER, loanType: "KL" }))).toMatchObject({
      code: "invalidInput",
      field: "loanType",
    });
  });

  it("the wrong partner tag", async () => {
    const { agent } = await office({ apollo: { partnerTag: "OTHER" } });
    expect(await refusal(agent.call("letters.noc", LETTER))).toMatchObject({
      code: "providerRefused",
      message: expect.stringMatching(/partner tag in this office's settings/),
    });
  });

  it("the token alone, where the office has chosen so", async () => {
    const { agent } = await office({ apollo: { authorizationScheme: "bare" } });
    expect((await value(agent.call("letters.noc", LETTER))).pages).toBe(1);
  });

  it("an expired token is renewed once", async () => {
    const { agent, systems } = await office();
    await value(agent.call("letters.noc", LETTER));
    systems.apollo.withdrawTokens();
    expect((await value(agent.call("letters.noc", LETTER))).pages).toBe(1);
    const tokens = systems.requests("apollo").filter(({ operation }) => operation === "token");
    expect(tokens).toHaveLength(2);
  });

  it.each([
    ["anotherLoan", /another loan/],
    ["insecureLink", /not secure/],
    ["foreignLink", /user name/],
    ["linkGone", /HTTP 403/],
    ["linkLeadsOn", /not followed/],
    ["notAPdf", /not a PDF/],
    ["malformedJson", /not well-formed/],
  ])("on a bad day (%s) nothing is kept", async (kind, words) => {
    const { agent, systems } = await office();
    systems.misbehave("apollo", kind, 1);
    expect(await refusal(agent.call("letters.noc", LETTER))).toMatchObject({
      code: "providerUnclear",
      message: expect.stringMatching(words),
    });
    const { entries } = await value(
      agent.call("journal.search", { kinds: ["document.stored", "letter.issued"] }),
    );
    expect(entries).toEqual([]);
  });
});

it("a letter that breaks off or cannot be opened is Apollo's fault, not the clerk's scan", async () => {
  const apollo = await scriptedProvider();
  const letter = {
    partner_tag: "TEST",
    loan_type: "PL",
    partner_loan_id: "TST10",
    "S3 key": `${apollo.origin}/x.pdf`,
  };
  apollo.answer(({ url }) =>
    url.startsWith("/noc?")
      ? json(letter)
      : { status: 200, body: "%PDF-1.7\n1 0 obj", headers: { "Content-Type": "application/pdf" } },
  );
  const agent = await officeWith(CELIK, {
    provision: {
      ...provision,
      providers: [
        {
          id: "apollo",
          kind: "apollo",
          name: "Apollo",
          baseUrl: apollo.origin,
          settings: { tokenUrl: `${apollo.origin}/token`, partnerTag: "TEST" },
          secrets: { apiKey: "key", clientId: "client", clientSecret: "secret" },
        },
      ],
    },
  });
  const error = await refusal(agent.call("letters.noc", LETTER));
  expect(error).toMatchObject({ code: "providerUnclear", reason: "letterNotPdf", retry: true });
  expect(error.message).not.toMatch(/scan/i);
  expect(error.field).toBeUndefined();
  expect((await value(agent.call("letters.list"))).letters).toEqual([]);
});
