/** Which addresses a provider may have, how a call's URL and form are written, and what the wire is said to have done. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WireFailure } from "../../electron/ports.ts";
import {
  type AddressProblem,
  callUrl,
  checkBaseUrl,
  encodedParameters,
  isLoopbackHost,
} from "../../electron/providers/addresses.ts";
import { multipart, plainFileName } from "../../electron/providers/form.ts";
import { mediaTypeOf, wireAnswer, wireRecord } from "../../electron/providers/wire.ts";
import { wireRecordSchema } from "../../shared/outbox.ts";
import { exchangeOf, failed } from "./iuteLender.ts";

/** Any code units, lone surrogates among them. */
const anyText = fc
  .array(
    fc.oneof(
      fc.nat(0xffff),
      fc.constantFrom(...[..."0123456789.,- ab%&"].map((letter) => letter.charCodeAt(0))),
    ),
    { maxLength: 12 },
  )
  .map((units) => String.fromCharCode(...units));

describe("an address", () => {
  it.each<[typed: string, baseUrl: string]>([
    ["https://partner.example.com/iute", "https://partner.example.com/iute"],
    [" https://partner.example.com/iute/ ", "https://partner.example.com/iute"],
    ["HTTPS://Partner.Example.com", "https://partner.example.com"],
    ["https://partner.example.com:8443/a/b", "https://partner.example.com:8443/a/b"],
    ["http://127.0.0.1:8080/iute", "http://127.0.0.1:8080/iute"],
    ["http://localhost:8080", "http://localhost:8080"],
    ["http://[::1]:8080", "http://[::1]:8080"],
    ["https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example"],
  ])("%j is %s", (typed, baseUrl) => {
    expect(checkBaseUrl(typed)).toEqual({ ok: true, baseUrl });
  });

  it.each<[typed: string, problem: AddressProblem]>([
    ["http://partner.example.com/iute", "notHttps"],
    ["http://127.0.0.1.example.com", "notHttps"],
    ["http://192.168.0.1", "notHttps"],
    ["ftp://partner.example.com", "notHttps"],
    ["file:///etc/passwd", "notAnAddress"],
    ["javascript:alert(1)", "notAnAddress"],
    ["partner.example.com", "notAnAddress"],
    ["", "notAnAddress"],
    ["https://", "notAnAddress"],
    ["https://user@partner.example.com", "hasUserName"],
    ["https://partner.example.com@evil.example", "hasUserName"],
    ["https://user:pw@partner.example.com", "hasUserName"],
    ["https://partner.example.com/?a=1", "hasQuery"],
    ["https://partner.example.com/#x", "hasQuery"],
    ["https://pаrtner.example.com", "lookAlike"],
    ["https://ｐartner.example.com", "lookAlike"],
    ["https://127.1", "lookAlike"],
    ["https://0x7f000001", "lookAlike"],
    ["https://2130706433", "lookAlike"],
    ["https://partner.exa\u200bmple.com", "hiddenCharacters"],
    ["https://partner.example.com/a b", "hiddenCharacters"],
    ["https:\\\\partner.example.com", "hiddenCharacters"],
    ["https://partner.exam\tple.com", "hiddenCharacters"],
    ["https://partner.example.com\n.evil.example", "hiddenCharacters"],
    ["https://partner.example.com/\u202egnp", "hiddenCharacters"],
  ])("%j is refused: %s", (typed, problem) => {
    expect(checkBaseUrl(typed)).toMatchObject({ ok: false, problem });
  });

  it.each<[host: string, loopback: boolean]>([
    ["localhost", true],
    ["127.0.0.1", true],
    ["127.255.0.9", true],
    ["[::1]", true],
    ["localhost.example.com", false],
    ["127.0.0.1.nip.io", false],
    ["10.0.0.1", false],
    ["[::]", false],
    ["0.0.0.0", false],
  ])("%s is this computer: %s", (host, loopback) => {
    expect(isLoopbackHost(host)).toBe(loopback);
  });
});

describe("a call's URL", () => {
  it("is the address and the document's path, and values stay data", () => {
    const query = { loanRef: "1&partner_type=x#/../%41\r\n", lang: "Çe +=?" };
    const url = new URL(callUrl("https://a.example/iute/", "/rest/x", query));
    expect([url.origin, url.pathname, url.hash]).toEqual(["https://a.example", "/iute/rest/x", ""]);
    expect(Object.fromEntries(url.searchParams)).toEqual(query);
    expect(callUrl("https://a.example", "/x")).toBe("https://a.example/x");
  });

  it("of any text comes back as that text, half letters replaced", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const wellFormed = Buffer.from(text, "utf8").toString("utf8");
        expect(new URLSearchParams(encodedParameters({ a: text, b: "1" })).get("a")).toBe(wellFormed);
      }),
    );
    expect(encodedParameters({ a: "\ud800" })).toBe("a=%EF%BF%BD");
  });
});

describe("a form", () => {
  it("is the same for the same fields, and no content holds its boundary", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 4 }), (files) => {
        const fields = files.map(
          (bytes, at) => [`f${at}`, { name: "a.pdf", mime: "application/pdf", bytes }] as const,
        );
        const { contentType, bytes } = multipart(fields);
        expect(multipart(fields).bytes.equals(bytes)).toBe(true);
        const boundary = contentType.split("boundary=")[1] ?? "";
        expect(bytes.toString("latin1").split(`--${boundary}`)).toHaveLength(files.length + 2);
        for (const file of files) expect(Buffer.from(file).includes(boundary)).toBe(false);
      }),
    );
  });

  it.each([
    ["id_doc.jpg", "image/jpeg", "id_doc.jpg"],
    ["Договор №5.PDF", "application/pdf", "No5.pdf"],
    ["../../etc/passwd", "application/pdf", "etc_passwd.pdf"],
    ['a"; name="pin".jpg', "image/jpeg", "a_name_pin.jpg"],
    ["a\r\nX: y.pdf", "application/pdf", "a_X_y.pdf"],
    ["Élise.jpeg", "image/jpeg", "Elise.jpg"],
    ["", "image/jpeg", "document.jpg"],
    ["👍.pdf", "application/pdf", "document.pdf"],
    [`${"x".repeat(300)}.pdf`, "application/pdf", `${"x".repeat(80)}.pdf`],
    ["script.exe", "text/plain", "script"],
  ])("the file name %j (%s) is sent as %s", (name, mime, plain) => {
    expect(plainFileName(name, mime)).toBe(plain);
  });
});

describe("what the wire did, in words", () => {
  const failures: WireFailure[] = [
    "nameLookup",
    "refused",
    "unreachable",
    "certificate",
    "tls",
    "proxy",
    "connectTimeout",
    "timeout",
    "reset",
    "truncated",
    "tooLarge",
    "aborted",
    "other",
  ];

  it.each(failures)("%s: no line where nothing has left, unclear where something may have", (failure) => {
    expect(wireAnswer(failed(failure, false))).toMatchObject({
      kind: "noLine",
      message: expect.stringMatching(/\.$/),
    });
    expect(wireAnswer(failed(failure, true))).toMatchObject({
      kind: "unclear",
      message: expect.stringMatching(/\.$/),
    });
  });

  it("a whole answer is for the adapter to read, half of one is not", () => {
    expect(wireAnswer(exchangeOf(500))).toBeNull();
    const whole = exchangeOf(200, "hi");
    const half = {
      ...whole,
      response: whole.response === null ? null : { ...whole.response, complete: false },
    };
    expect(wireAnswer(half)).toMatchObject({ kind: "unclear" });
    expect(wireAnswer({ ...whole, response: null })).toMatchObject({ kind: "unclear" });
  });

  it("the journal's record says how far it got and nothing that was said", () => {
    const record = wireRecord(exchangeOf(200, "secret", "text/HTML; charset=x"));
    expect(wireRecordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({ status: 200, bodyBytes: 6, contentType: "text/HTML; charset=x" });
    expect(JSON.stringify(record)).not.toContain("secret");
    expect(mediaTypeOf(exchangeOf(200, "", "Text/HTML; charset=x"))).toBe("text/html");
    expect(mediaTypeOf(exchangeOf(200, "", null))).toBeNull();
  });
});
