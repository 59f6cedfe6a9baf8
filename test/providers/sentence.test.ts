/** The one sentence that a clerk can read out of whatever page a refusal came with. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentenceOf } from "../../electron/providers/sentence.ts";

const HTML = "text/html;charset=UTF-8";
const of = (page: string | Buffer, type: string | null = HTML) => sentenceOf(Buffer.from(page), type);

describe("a page", () => {
  it.each<[what: string, page: string, sentence: string | null]>([
    [
      "a paragraph",
      "<html><head><title>Error</title></head><body><p>The loan is not active.</p></body></html>",
      "The loan is not active.",
    ],
    ["several", "<ul><li>gsm is wrong</li><li>pin is wrong</li></ul>", "gsm is wrong. pin is wrong"],
    ["the same twice", "<h1>No loan</h1><p>No loan</p>", "No loan"],
    [
      "only a title",
      "<html><head><title>Bad credentials</title></head><body></body></html>",
      "Bad credentials",
    ],
    [
      "scripts and styles are not words",
      "<style>p{}</style><script>alert('x')</script><p>No.</p><noscript>on</noscript>",
      "No.",
    ],
    ["comments neither", "<!-- secret --><p>No.</p><!-- open", "No."],
    ["entities", "<p>5 &lt; 6 &amp; caf&eacute; &#8364; &nbsp;x</p>", "5 < 6 & café € x"],
    ["a less-than sign in the text", "<p>amount < 100</p>", "amount < 100"],
    ["words without markup", "Loan not found", "Loan not found"],
    ["markup that never ends", "<p>Loan <b", "Loan"],
    ["what could reverse or hide words", "<p>pa\u202ey\u200b 5</p>", "pa y 5"],
    ["nothing", "", null],
    ["nothing but space", "<p> &nbsp; </p>\n", null],
    ["a script alone", "<script>1</script>", null],
  ])("%s", (_what, page, sentence) => {
    expect(of(page)).toBe(sentence);
  });

  it("is cut at three hundred letters, between letters", () => {
    const sentence = of(`<p>${"👍".repeat(400)}</p>`) ?? "";
    expect([...sentence]).toHaveLength(300);
    expect(sentence.endsWith("👍…")).toBe(true);
  });

  it.each<[type: string | null, bytes: Buffer, sentence: string]>([
    [HTML, Buffer.from("<p>Кредит</p>"), "Кредит"],
    ["text/html; charset=windows-1251", Buffer.from([0x3c, 0x70, 0x3e, 0xca, 0xf0]), "Кр"],
    ["text/html", Buffer.from([0x63, 0x61, 0x66, 0xe9]), "café"],
    ["text/html; charset=no-such-thing", Buffer.from("ok"), "ok"],
    ["text/plain", Buffer.from("a <b>\r\nc"), "a <b>. c"],
    [null, Buffer.from("<p>x</p>"), "x"],
    ["application/xml", Buffer.from("<e><m>x</m></e>"), "x"],
  ])("is read in its character set: %s", (type, bytes, sentence) => {
    expect(of(bytes, type)).toBe(sentence);
  });

  it.each(["<script", "<title", "<!--", "<p", "</", "<script></script ", "&lt;", "<script>", "<a b='"])(
    "of nothing but %j gives a bounded sentence or none",
    (piece) => {
      const page = piece.repeat(Math.ceil(65_536 / piece.length));
      const sentence = of(page);
      expect(sentence === null || [...sentence].length <= 300).toBe(true);
    },
  );

  it("any bytes under any name give words that can be seen, or none", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom(HTML, "text/plain", null, "x"),
        (bytes, type) => {
          const sentence = sentenceOf(bytes, type);
          if (sentence === null) return;
          expect(sentence).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
          expect(sentence.trim()).not.toBe("");
          expect([...sentence].length).toBeLessThanOrEqual(300);
        },
      ),
    );
  });
});
