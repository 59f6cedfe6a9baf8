/** Iute's ten requests, compared with the document's samples byte for byte: names, order, encoding, dates, authentication. */
import { describe, expect, it } from "vitest";
import type { HttpRequest } from "../../electron/ports.ts";
import type { Lender, OperationFacts } from "../../electron/providers/contract.ts";
import { createTransport } from "../../electron/providers/http.ts";
import { iuteOperations } from "../../electron/providers/iute/operations.ts";
import { exchangeOf, lenderGetting, nelea } from "./iuteLender.ts";
import { answer, httpAnswer, startRaw, turnedClock } from "./wires.ts";

async function sentBy(
  ask: (held: ReturnType<typeof lenderGetting>) => Promise<unknown>,
): Promise<HttpRequest> {
  const held = lenderGetting(exchangeOf(200));
  await ask(held);
  const [request, ...others] = held.sent;
  if (request === undefined || others.length > 0) throw new Error("One call is one request.");
  return request;
}

const jpg = { name: "id_doc.jpg", mime: "image/jpeg", bytes: Buffer.from([0xff, 0xd8, 0x0d, 0x0a]) };
const pdf = { name: "signed.pdf", mime: "application/pdf", bytes: Buffer.from("%PDF-1.7") };
const submitter = { person: "wu", office: "o.p.6514" };

describe("GET, as the samples print them", () => {
  it.each<[what: string, ask: Parameters<typeof sentBy>[0], target: string]>([
    [
      "Cancel loan",
      ({ lender, transport }) => lender.cancel("90007").send(transport),
      "/iute/rest/api/partner/cancel/loan?loanRef=90007&partner_type=post",
    ],
    [
      "Check loan info",
      ({ lender }) => lender.loanInfo("90000"),
      "/iute/rest/api/partner/loan/info?loanRef=90000&partner_type=post",
    ],
    [
      "Generate agreement",
      ({ lender }) => lender.agreement("90000", "alb"),
      "/iute/rest/api/partner/generate/agreement?loanRef=90000&lang=alb&partner_type=post",
    ],
    [
      "Allow cash release",
      ({ lender }) => lender.allowCashRelease("90000"),
      "/iute/rest/api/partner/allow/cash/release?loanRef=90000&partner_type=post",
    ],
    [
      "Confirm cash release",
      ({ lender, transport }) => lender.confirmCashRelease("90000").send(transport),
      "/iute/rest/api/partner/confirm/cash/release?loanRef=90000&partner_type=post",
    ],
    [
      "Insert repayment",
      ({ lender, transport }) => lender.insertRepayment("90000", "2018-05-22", 109_568).send(transport),
      "/iute/rest/api/partner/insert/repayment?loanRef=90000&date=22052018&amount=1095.68&partner_type=post",
    ],
  ])("%s", async (_what, ask, target) => {
    const request = await sentBy(ask);
    expect(request).toMatchObject({
      method: "GET",
      url: `https://partner.example.com${target}`,
      ownConnection: true,
    });
    expect(request.body).toBeUndefined();
    expect(request.headers).toEqual({
      Authorization: `Basic ${Buffer.from("wuser:näyte:pw").toString("base64")}`,
    });
  });
});

/** The body with its boundary under the name that the document's samples use. */
function readable(request: HttpRequest): { type: string; body: string } {
  const type = request.headers["Content-Type"] ?? "";
  const boundary = /boundary=(.+)$/.exec(type)?.[1] ?? "(none)";
  return {
    type: type.replace(boundary, "BOUNDARY"),
    body: (request.body ?? Buffer.alloc(0)).toString("latin1").replaceAll(boundary, "BOUNDARY"),
  };
}

const field = (name: string, value: string) =>
  `--BOUNDARY\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, fileName: string, mime: string, content: string) =>
  `--BOUNDARY\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: ${mime}\r\n\r\n${content}\r\n`;
const END = "--BOUNDARY--\r\n";
const MULTIPART = "multipart/form-data; boundary=BOUNDARY";

describe("POST, as the samples print them", () => {
  it("Calculate loan conditions", async () => {
    const request = await sentBy(({ lender }) => lender.quote(100_055, 6));
    expect([request.method, request.url]).toEqual([
      "POST",
      "https://partner.example.com/iute/rest/api/partner/loan/calc",
    ]);
    expect(readable(request)).toEqual({
      type: "application/x-www-form-urlencoded",
      body: "loan_amount=1000.55&loan_duration=6&partner_type=post",
    });
  });

  /** Of the sample nothing differs but the amount, which we always write with its two decimals. */
  const fields = [
    ["pin", "I80606014N"],
    ["first_name", "Nelea"],
    ["last_name", "Iacovet"],
    ["patronymic", "asd"],
    ["birth_date", "31.08.1997"],
    ["document_serial", "asdasdasd"],
    ["gsm", "0602160911"],
    ["phone_home", "0602160911"],
    ["alt_contact_name", "asdsad"],
    ["alt_contact_relation", "asdasdasdasd"],
    ["alt_contact_phone", "0602160911"],
    ["town", "Chisinau"],
    ["street", "asdasda"],
    ["house_nr", "1"],
    ["apartment_nr", "1"],
    ["loan_amount", "2000.00"],
    ["loan_duration", "6"],
    ["submit_person", "wu"],
    ["submit_post_office", "o.p.6514"],
  ].map(([name = "", value = ""]) => field(name, value));

  it("Add new loan, with its two optional files", async () => {
    const files = { idCopy: jpg, dataVerification: { ...pdf, name: "data_ver.pdf" } };
    const request = await sentBy(({ lender }) => lender.apply(nelea, submitter, files));
    expect(request.url).toBe("https://partner.example.com/iute/rest/api/partner/new/loan");
    expect(readable(request)).toEqual({
      type: MULTIPART,
      body: [
        ...fields,
        file("id_copy", "id_doc.jpg", "image/jpeg", "\xff\xd8\r\n"),
        file("data_verification", "data_ver.pdf", "application/pdf", "%PDF-1.7"),
        field("partner_type", "post"),
        END,
      ].join(""),
    });
  });

  it("Add new loan, without them, for a house without flats", async () => {
    const request = await sentBy(({ lender }) => lender.apply({ ...nelea, apartmentNr: "" }, submitter, {}));
    const expected = [
      ...fields.map((text) => (text.includes('"apartment_nr"') ? field("apartment_nr", "") : text)),
      field("partner_type", "post"),
      END,
    ];
    expect(readable(request)).toEqual({ type: MULTIPART, body: expected.join("") });
  });

  it("Check loan status", async () => {
    const request = await sentBy(({ lender }) => lender.checkStatus("90000"));
    expect(request.url).toBe("https://partner.example.com/iute/rest/api/partner/loan/check/status");
    expect(readable(request)).toEqual({
      type: MULTIPART,
      body: field("loan_ref", "90000") + field("partner_type", "post") + END,
    });
  });

  it.each([
    ["with a bank statement", pdf, file("bank_statement", "signed.pdf", "application/pdf", "%PDF-1.7")],
    [
      "without one, as the sample: no name and no content",
      null,
      file("bank_statement", "", "application/octet-stream", ""),
    ],
  ])("Upload file, %s", async (_what, statement, part) => {
    const request = await sentBy(({ lender }) => lender.upload("90000", jpg, statement));
    expect(request.url).toBe("https://partner.example.com/iute/rest/api/partner/loan/files/upload");
    expect(readable(request)).toEqual({
      type: MULTIPART,
      body:
        file("loan_agreement", "id_doc.jpg", "image/jpeg", "\xff\xd8\r\n") +
        part +
        field("loan_ref", "90000") +
        field("partner_type", "post") +
        END,
    });
  });

  it("a value is data: no line break, quote or boundary in it becomes a part", async () => {
    const nasty = 'x\r\n--BOUNDARY--\r\nContent-Disposition: form-data; name="pin"\r\n\r\nI1';
    const request = await sentBy(({ lender }) =>
      lender.apply({ ...nelea, street: nasty, town: "Çair & Ko=1%#" }, submitter, {}),
    );
    const text = (request.body ?? "").toString();
    const boundary = /boundary=(.+)$/.exec(request.headers["Content-Type"] ?? "")?.[1] ?? "none";
    expect(text.split(`--${boundary}\r\n`)).toHaveLength(21);
    expect(text).toContain("\r\n\r\nÇair & Ko=1%#\r\n");
  });

  it("a large upload is given the time that a slow line takes", async () => {
    const bytes = Buffer.alloc(16_000_000);
    const request = await sentBy(({ lender }) => lender.upload("90000", { ...pdf, bytes }, null));
    expect(request.totalTimeoutMs).toBeGreaterThan(1_000_000);
  });
});

describe("on the wire", () => {
  it("arrive as they are: one GET, one connection, no body", async () => {
    const server = await startRaw(answer(httpAnswer("200 OK")));
    const transport = createTransport({ clock: turnedClock() });
    const { lender } = lenderGetting(exchangeOf(200), { baseUrl: `http://127.0.0.1:${server.port}/iute/` });
    const operation = lender.insertRepayment("90000", "2018-05-22", 5);
    expect(operation.isDocumentedSuccess(await operation.send(transport))).toBe(true);
    expect(server.received.map((bytes) => String(bytes).split("\r\n")[0])).toEqual([
      "GET /iute/rest/api/partner/insert/repayment?loanRef=90000&date=22052018&amount=0.05&partner_type=post HTTP/1.1",
    ]);
  });

  it.each([0.5, Number.NaN, 2 ** 60])("an amount that is none (%d) is never sent", (amountMinor) => {
    const { lender, sent } = lenderGetting(exchangeOf(200));
    expect(() => lender.insertRepayment("90000", "2018-05-22", amountMinor)).toThrow(RangeError);
    expect(() => lender.insertRepayment("90000", "2018-02-30", 100)).toThrow(RangeError);
    expect(sent).toEqual([]);
  });
});

describe("what each operation does to the lender", () => {
  it.each<
    [
      operation: keyof typeof iuteOperations,
      effect: OperationFacts["effect"],
      readBack: OperationFacts["readBack"],
    ]
  >([
    ["calculate", "read", null],
    ["newLoan", "once", "person"],
    ["cancel", "once", "checkStatus"],
    ["checkStatus", "read", null],
    ["loanInfo", "read", null],
    ["agreement", "repeatable", null],
    ["upload", "repeatable", "releaseCheck"],
    ["allowCashRelease", "read", null],
    ["confirmCashRelease", "once", "loanInfoThenRelease"],
    ["insertRepayment", "once", "loanInfoMovement"],
  ])("%s: %s, read back by %s", (operation, effect, readBack) => {
    expect(iuteOperations[operation]).toMatchObject({ effect, readBack });
    expect(iuteOperations[operation].source).toMatch(/^iute-partner-api\.md, /);
  });

  it("the three that move money or a loan by GET carry their facts with them", () => {
    const { lender } = lenderGetting(exchangeOf(200));
    const facts = (operation: ReturnType<Lender["cancel"]>) => operation.facts;
    expect([
      facts(lender.cancel("1")),
      facts(lender.confirmCashRelease("1")),
      facts(lender.insertRepayment("1", "2018-05-22", 1)),
    ]).toMatchObject([
      { effect: "once", readBack: "checkStatus" },
      { effect: "once", readBack: "loanInfoThenRelease" },
      { effect: "once", readBack: "loanInfoMovement" },
    ]);
  });
});
