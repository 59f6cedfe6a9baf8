/** Replies that are not the document's: each is named as unclear, with what is wrong, and none is ever taken for an answer. */
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../electron/ports.ts";
import type { Answer, Lender } from "../../electron/providers/contract.ts";
import { createTransport } from "../../electron/providers/http.ts";
import { createIute } from "../../electron/providers/iute/iute.ts";
import { config, exchangeOf, lenderGetting, nelea, samples } from "./iuteLender.ts";
import { answer, httpAnswer, startRaw, turnedClock } from "./wires.ts";

type Asking = (lender: Lender) => Promise<Answer<unknown>>;
const asking = {
  quote: (lender) => lender.quote(100_055, 6),
  apply: (lender) => lender.apply(nelea, { person: "wu", office: "o" }, {}),
  status: (lender) => lender.checkStatus("90000"),
  info: (lender) => lender.loanInfo("90000"),
  release: (lender) => lender.allowCashRelease("90000"),
  agreement: (lender) => lender.agreement("90000", "alb"),
  upload: (lender) =>
    lender.upload("90000", { name: "a.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF") }, null),
} satisfies Record<string, Asking>;

const told = async (ask: Asking, exchange: Exchange) => ask(lenderGetting(exchange).lender);

const infoWith = (from: string | RegExp, to: string) => samples.info.replace(from, to);
const manyInstalments = (count: number) =>
  infoWith(
    /<installment>[\s\S]*<\/installment>/,
    Array.from(
      { length: count },
      (_, at) =>
        `<installment><number>${at + 1}</number><due_date>26.07.2018</due_date><total>1.0</total><to_be_paid>1.0</to_be_paid></installment>`,
    ).join(""),
  );
const bomb = `<!DOCTYPE loan [<!ENTITY a "${"lol".repeat(100)}"><!ENTITY b "${"&a;".repeat(100)}">]>\n`;

describe("answers about a loan that are none", () => {
  it.each<[what: string, body: string | Buffer]>([
    ["empty", ""],
    ["[]", "[]"],
    ["{}", "{}"],
    ["null", "null"],
    ["plain words", "success"],
    ["a login page", "<!DOCTYPE html><html><body>Sign in to the network</body></html>"],
    ["a login page that is XML", "<html><body><p>Sign in</p></body></html>"],
    ["an entity bomb", bomb + samples.info.replace("John Smith", "&b;")],
    ["a document type from outside", `<!DOCTYPE loan SYSTEM "http://127.0.0.1/x.dtd">${samples.info}`],
    ["entities without a document type", infoWith("John Smith", "<!ENTITY x 'y'>")],
    ["cut off", samples.info.slice(0, -20)],
    ["text between its end and a comment", `${samples.info}and more<!-- 14 ms -->`],
    ["text after its end", `${samples.info}and more`],
    ["text before its beginning", `hello ${samples.info}`],
    ["two roots", samples.info + samples.none],
    ["the same root twice", samples.info + samples.info],
    ["another root", samples.info.replaceAll("loan_response", "loans")],
    ["another loan's number", infoWith(">90000<", ">90001<")],
    ["no number", infoWith("<loan_ref>90000</loan_ref>", "")],
    ["a number with a letter", infoWith(">90000<", ">9OOOO<")],
    [
      "two numbers",
      infoWith("<loan_ref>90000</loan_ref>", "<loan_ref>90000</loan_ref><loan_ref>90000</loan_ref>"),
    ],
    [
      "two balances",
      infoWith(
        "<remaining_balance>5478.4</remaining_balance>",
        "<remaining_balance>5478.4</remaining_balance><remaining_balance>1.0</remaining_balance>",
      ),
    ],
    [
      "two loans",
      infoWith(/<loan>[\s\S]*<\/loan>/, (samples.info.match(/<loan>[\s\S]*<\/loan>/)?.[0] ?? "").repeat(2)),
    ],
    [
      "two tables",
      infoWith(
        /<installment_table>[\s\S]*<\/installment_table>/,
        "<installment_table></installment_table>".repeat(2),
      ),
    ],
    ["an exponent", infoWith("5478.4", "5.4784E3")],
    ["a comma", infoWith("5478.4", "5478,4")],
    ["words", infoWith("5478.4", "five thousand")],
    ["a third decimal", infoWith("5478.4", "5478.401")],
    ["a minus", infoWith("<repaid>1095.68", "<repaid>-1095.68")],
    ["a hidden character", infoWith("5478.4", "5478\u200b.4")],
    ["nothing where an amount belongs", infoWith("5478.4", "")],
    ["an element where an amount belongs", infoWith("5478.4", "<b>5478.4</b>")],
    ["more repaid than its total", infoWith("<repaid>1095.68", "<repaid>6574.09")],
    ["a date that does not exist", infoWith("26.07.2018", "31.06.2018")],
    ["the date of another country", infoWith("26.07.2018", "07/26/2018")],
    [
      "no instalments",
      infoWith(/<installment_table>[\s\S]*<\/installment_table>/, "<installment_table></installment_table>"),
    ],
    ["more instalments than any loan has", manyInstalments(1_201)],
    ["the same instalment twice", infoWith("<number>2<", "<number>1<")],
    ["an instalment without its sum", infoWith("<total>1095.68</total>", "")],
    ["status 1", infoWith("<status>0<", "<status>1<")],
    ["status -1 and yet a loan", infoWith("<status>0<", "<status>-1<")],
    ["no status", infoWith("<status>0</status>", "")],
    ["no PIN", infoWith("<client_pin>I123456789T</client_pin>", "")],
    ["a PIN with a hidden character", infoWith("I123456789T", "I12345\u202e6789T")],
    [
      "bytes that are not UTF-8",
      Buffer.concat([
        Buffer.from(samples.info.slice(0, 300)),
        Buffer.from([0xc3, 0x28]),
        Buffer.from(samples.info.slice(300)),
      ]),
    ],
    ["another encoding", `<?xml version="1.0" encoding="UTF-16"?>${samples.info}`],
    ["UTF-16", Buffer.from(`\ufeff${samples.info}`, "utf16le")],
    ["nested without end", "<a>".repeat(20_000)],
    ["nested with an end", "<a>".repeat(5_000) + "</a>".repeat(5_000)],
    ["an element named after a prototype", samples.info.replaceAll("repaid", "__proto__")],
  ])("%s", async (_what, body) => {
    const answer = await told(asking.info, exchangeOf(200, body));
    expect(answer.kind).toBe("unclear");
    if (answer.kind === "unclear") expect(answer.message).toMatch(/^(The lender|A web page)/);
  });

  it.each<[what: string, body: string]>([
    ["a byte order mark", `\ufeff${samples.info}`],
    ["fields that we do not know", infoWith("<repaid>", "<penalty>1.0</penalty><repaid>")],
    [
      "instalments out of order",
      infoWith(/( *<installment>[\s\S]*?<\/installment>\n)([\s\S]*<\/installment>\n)/, "$2$1"),
    ],
    ["a declaration and comments", `<?xml version="1.0" encoding="UTF-8"?><!-- books -->${samples.info}`],
    ["one line", samples.info.replaceAll(/\n\s*/g, "")],
    ["more zeros", infoWith("5478.4", "5478.4000")],
  ])("%s does no harm", async (_what, body) => {
    expect(await told(asking.info, exchangeOf(200, body))).toMatchObject({
      kind: "answer",
      value: {
        loan: {
          remainingMinor: 547_840,
          instalments: [
            { number: 1, toBePaidMinor: 0 },
            { number: 2 },
            { number: 3 },
            { number: 4 },
            { number: 5 },
            { number: 6 },
          ],
        },
      },
    });
  });

  it("50,000 instalments are more than is taken off the line", async () => {
    const server = await startRaw(answer(httpAnswer("200 OK", manyInstalments(50_000))));
    const transport = createTransport({ clock: turnedClock() });
    const creation = createIute({ ...config, baseUrl: `http://127.0.0.1:${server.port}` }, transport);
    if (!creation.ok) throw new Error(creation.message);
    expect(await creation.provider.lender?.loanInfo("90000")).toMatchObject({
      kind: "unclear",
      message: "The answer was larger than any answer of the provider can be.",
    });
  });

  it("one instalment is a table, too", async () => {
    expect(await told(asking.info, exchangeOf(200, manyInstalments(1)))).toMatchObject({
      value: { loan: { instalments: [{ number: 1 }] } },
    });
  });

  it("a name is shown without what cannot be seen", async () => {
    expect(
      await told(
        asking.info,
        exchangeOf(200, infoWith("John Smith", "J\u202eohn &lt;b&gt; &amp; \u200bSmith")),
      ),
    ).toMatchObject({
      value: { loan: { clientName: "J ohn <b> & Smith" } },
    });
  });
});

describe("a page of the network in between", () => {
  it.each([
    ["well-formed", "<html><body><p>Sign in to use this network</p></body></html>"],
    ["as browsers take it", "<!doctype html><p>Sign in<br>to use this network"],
  ])("%s: is said to be one, and no answer with something missing", async (_what, page) => {
    for (const ask of [asking.info, asking.release, asking.quote])
      expect(await told(ask, exchangeOf(200, page, "text/html"))).toMatchObject({
        kind: "unclear",
        message: expect.stringMatching(/^A web page came back/),
      });
  });
});

describe("other answers that are none", () => {
  it.each<[what: string, ask: Asking, body: string]>([
    ["a release of another loan", asking.release, samples.release.replace("90000", "90001")],
    ["a release in other words", asking.release, samples.release.replace(">true<", ">yes<")],
    [
      "a release twice",
      asking.release,
      samples.release.replace("<allowed>true</allowed>", "<allowed>true</allowed><allowed>false</allowed>"),
    ],
    ["a release without a sum", asking.release, samples.release.replace("5000.0", "")],
    ["a status of another loan", asking.status, samples.status.replace("90000", "90001")],
    ["a status in other words", asking.status, samples.status.replace("false", "perhaps")],
    [
      "an application without a reference",
      asking.apply,
      samples.applied.replace("<loan_ref>90000</loan_ref>", ""),
    ],
    ["an application with reference 0", asking.apply, samples.applied.replace("90000", "0")],
    ["a quote with a comma", asking.quote, samples.quote.replace("865.24", "865,24")],
    ["a page", asking.quote, "<html><body>Free Wi-Fi</body></html>"],
    ["an upload that answers something", asking.upload, "OK"],
    ["an agreement that is no PDF", asking.agreement, "%PDF-1.7"],
  ])("%s", async (_what, ask, body) => {
    expect((await told(ask, exchangeOf(200, body))).kind).toBe("unclear");
  });

  it.each<[what: string, type: string, body: string, disposition: string]>([
    [
      "of another loan",
      "application/pdf",
      "%PDF-1.7",
      "attachment;filename=specific_agreement_90001_alb.pdf",
    ],
    ["that is a page", "application/pdf", "<html></html>", ""],
    ["of another type", "text/html", "%PDF-1.7", ""],
    ["that is empty", "application/pdf", "", ""],
  ])("an agreement %s", async (_what, type, body, disposition) => {
    const exchange = exchangeOf(200, body, type, { "content-disposition": disposition });
    expect((await told(asking.agreement, exchange)).kind).toBe("unclear");
  });
});
