/** Operations that are done once: exactly the documented success and refusal, and nothing that only looks like one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Exchange } from "../../electron/ports.ts";
import { minorFromDecimalText } from "../../shared/money.ts";
import { exchangeOf, failed, html, lenderGetting, samples } from "./iuteLender.ts";

const { lender } = lenderGetting(exchangeOf(200));
const operations = {
  repayment: lender.insertRepayment("90000", "2018-05-22", 109_568),
  confirmation: lender.confirmCashRelease("90000"),
  cancellation: lender.cancel("90000"),
};
const incomplete = (exchange: Exchange): Exchange => ({
  ...exchange,
  response: exchange.response === null ? null : { ...exchange.response, complete: false },
});

describe("the documented success: 200 and not a byte", () => {
  it.each<[what: string, exchange: Exchange, success: boolean]>([
    ["empty", exchangeOf(200, "", null), true],
    ["empty under any type", exchangeOf(200, "", "text/html"), true],
    ["a space", exchangeOf(200, " "), false],
    ["a line break", exchangeOf(200, "\n"), false],
    ["OK", exchangeOf(200, "OK"), false],
    ["a portal's page", html("Welcome to our free Wi-Fi", 200), false],
    ["XML that says success", exchangeOf(200, samples.info), false],
    ["201", exchangeOf(201), false],
    ["204", exchangeOf(204), false],
    ["302", exchangeOf(302), false],
    ["304", exchangeOf(304), false],
    ["400", exchangeOf(400), false],
    ["500", exchangeOf(500), false],
    ["an answer that broke off", incomplete(exchangeOf(200)), false],
    ["a failure that came with one", { ...exchangeOf(200), failure: "timeout" }, false],
    ["a time-out", failed("timeout", true), false],
    ["nobody listened", failed("refused", false), false],
  ])("%s", (_what, exchange, success) => {
    for (const operation of Object.values(operations))
      expect(operation.isDocumentedSuccess(exchange)).toBe(success);
  });
});

describe("the documented refusal", () => {
  const refused = (message: string, credentials = false) => ({ message, credentials });
  it.each<[what: string, exchange: Exchange, refusal: ReturnType<typeof refused> | null]>([
    ["400 with a sentence", html("The loan is not active."), refused("The loan is not active.")],
    ["403 with one", html("Bad credentials", 403), refused("Bad credentials", true)],
    ["401 with one", html("Who?", 401), refused("Who?", true)],
    [
      "403 without words",
      exchangeOf(403),
      refused("The lender did not accept the user name or the password.", true),
    ],
    ["400 without words", exchangeOf(400), null],
    ["400 that broke off", incomplete(html("The loan")), null],
    ["400 and a failure", { ...html("The loan"), failure: "reset" }, null],
    ["200 with a sentence", html("The loan is not active.", 200), null],
    ["404", html("Nothing here", 404), null],
    ["409", html("Twice", 409), null],
    ["422", html("No", 422), null],
    ["429", html("Slow down", 429), null],
    ["500", html("Oops", 500), null],
    ["502", html("Bad gateway", 502), null],
    ["302", html("Log in", 302), null],
    ["a time-out", failed("timeout", true), null],
  ])("of a repayment or a confirmation: %s", (_what, exchange, refusal) => {
    expect(operations.repayment.documentedRefusal(exchange)).toEqual(refusal);
    expect(operations.confirmation.documentedRefusal(exchange)).toEqual(refusal);
  });

  it.each<[status: number, isRefusal: boolean]>([
    [399, false],
    [400, true],
    [404, true],
    [409, true],
    [410, false],
    [500, false],
  ])("of a cancellation (documented as 40*): %i", (status, isRefusal) => {
    const exchange = html("It went further.", status);
    expect(operations.cancellation.documentedRefusal(exchange)?.message).toBe(
      isRefusal ? "It went further." : undefined,
    );
  });

  it("is never also a success", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.string(), (status, body) => {
        const exchange = exchangeOf(status, body, "text/html");
        for (const operation of Object.values(operations)) {
          const success = operation.isDocumentedSuccess(exchange);
          expect(success && operation.documentedRefusal(exchange) !== null).toBe(false);
          expect(success).toBe(status === 200 && body === "");
        }
      }),
    );
  });
});

describe("a thousand replies that something has gnawed at", () => {
  /** What stands in the elements of this name, read by other means than the adapter's. */
  function written(text: string, name: string): string[] {
    return [...text.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>\\s*([^<]*?)\\s*</${name}\\s*>`, "g"))].map(
      ([, content = ""]) => content,
    );
  }

  const bite = fc.record({
    at: fc.nat(samples.info.length),
    length: fc.constantFrom(0, 0, 1, 1, 2, 5, 40, 400),
    put: fc.oneof(
      fc.constantFrom(
        "",
        "<",
        ">",
        "&",
        "0",
        "9",
        ".",
        ",",
        "-",
        "E3",
        " ",
        "</loan>",
        "<repaid>1.0</repaid>",
        "<loan_ref>90001</loan_ref>",
        "]]>",
        "<!--",
        "\u0000",
        "\ufeff",
      ),
      fc.string({ maxLength: 3 }),
    ),
  });

  it("never a crash, never another loan's books, never a sum that does not stand there", async () => {
    let understood = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(bite, { minLength: 1, maxLength: 3 }), async (bites) => {
        const text = bites.reduce(
          (gnawed, { at, length, put }) => gnawed.slice(0, at) + put + gnawed.slice(at + length),
          samples.info,
        );
        const answer = await lenderGetting(exchangeOf(200, text)).lender.loanInfo("90000");
        if (answer.kind !== "answer") return;
        understood += 1;
        if (!answer.value.active) {
          expect(written(text, "status")).toContain("-1");
          return;
        }
        const { loan } = answer.value;
        expect(loan.loanRef).toBe("90000");
        for (const [element, minor] of [
          ["total_balance", loan.totalMinor],
          ["repaid", loan.repaidMinor],
          ["remaining_balance", loan.remainingMinor],
        ] as const) {
          const found = written(text, element);
          // Where plain reading finds nothing, only a comment or a character reference may have come in between.
          if (found.length === 0) expect(text).toMatch(/<!--|&#/);
          else expect(found.map((sum) => minorFromDecimalText(sum))).toContain(minor);
        }
        expect(loan.repaidMinor).toBeLessThanOrEqual(loan.totalMinor);
      }),
      { numRuns: 1_000 },
    );
    expect(understood).toBeGreaterThan(10);
  });

  it("nor does anything else", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 100, max: 599 }),
        async (bytes, status) => {
          const { lender: gnawed } = lenderGetting(exchangeOf(status, bytes));
          for (const answer of [
            await gnawed.quote(1, 1),
            await gnawed.loanInfo("1"),
            await gnawed.allowCashRelease("1"),
          ])
            expect(answer.kind).not.toBe("answer");
        },
      ),
      { numRuns: 200 },
    );
  });
});
