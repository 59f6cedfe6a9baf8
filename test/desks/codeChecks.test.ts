/** What the codes on scanned pages tell a clerk before they leave: another loan's, an older agreement's, missing, double, out of order. */
import { describe, expect, test } from "vitest";
import { codeChecks } from "../../electron/desks/scanning/codeChecks.ts";

const LOAN = { loanRef: "90001", agreementDocumentId: "document-00ab7f3a" };

function code(page: number, more: { loanRef?: string; mark?: string; print?: number; pages?: number } = {}) {
  const { loanRef = "90001", mark = "7F3A", print = 1, pages = 3 } = more;
  return [`CFA:${loanRef}:${page}/${pages}:${print}:${mark}`];
}

const told = (pages: string[][]) => codeChecks(pages, LOAN).map(({ code: name, facts }) => [name, facts]);

describe("scanned pages", () => {
  test.each<[string, string[][], unknown]>([
    ["whole and in order", [code(1), code(2), code(3)], [["agreementCode", { loanRef: "90001" }]]],
    ["with one code unread", [code(1), [], code(3)], [["agreementCode", { loanRef: "90001" }]]],
    [
      "of two prints of one document",
      [code(1), code(2, { print: 2 }), code(3)],
      [["agreementCode", { loanRef: "90001" }]],
    ],
    ["without codes", [[], [], []], []],
    [
      "of another loan",
      [code(1), code(2, { loanRef: "90002" }), code(3)],
      [["otherLoanCode", { pages: "2", loanRef: "90002" }]],
    ],
    [
      "of an agreement issued anew since",
      [code(1, { mark: "0000" }), code(2, { mark: "0000" }), code(3)],
      [["earlierAgreement", { pages: "1, 2" }]],
    ],
    ["with a page missing", [code(1), code(3)], [["missingPages", { pages: "2" }]]],
    [
      "with a page twice and one missing",
      [code(1), code(2), code(2)],
      [
        ["duplicatePages", { pages: "2" }],
        ["missingPages", { pages: "3" }],
      ],
    ],
    ["out of order", [code(1), code(3), code(2)], [["wrongOrder", { pages: "1, 3, 2" }]]],
    [
      "with another code beside ours",
      [["ignored", ...code(1)], code(2), code(3)],
      [["agreementCode", { loanRef: "90001" }]],
    ],
  ])("%s", (_name, pages, expected) => expect(told(pages)).toEqual(expected));

  test("each warning is a sentence that says what to do", () => {
    const [missing] = codeChecks([code(1), code(3)], LOAN);
    expect(missing?.message).toBe("Page 2 of the agreement is missing. Scan what is missing and add it.");
    const [other] = codeChecks([code(1, { loanRef: "90002" })], LOAN);
    expect(other?.message).toBe(
      "Page 1: the code says loan 90002, not 90001. Scan the agreement of this loan.",
    );
  });

  test("a loan without a reference has nothing to compare with", () => {
    expect(codeChecks([code(1)], { ...LOAN, loanRef: null })).toEqual([]);
  });
});
