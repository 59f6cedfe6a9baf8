/** What stands on paper: every state in words, nothing that a name smuggles in, and the code that opens the entry. */
import { describe, expect, test } from "vitest";
import type { Counter } from "../../electron/documents/receipts/counter.ts";
import { type ItemFacts, receiptSheet, slipSheet } from "../../electron/documents/receipts/itemSheet.ts";
import { A4 } from "../../electron/documents/receipts/paperSize.ts";
import { printableText } from "../../electron/documents/receipts/printableText.ts";
import { receiptStateOf } from "../../electron/documents/receipts/receiptState.ts";
import type { Paper } from "../../electron/documents/receipts/sheet.ts";
import { asCopy, drawSheet, readSheet } from "../../electron/documents/receipts/sheetHtml.ts";
import { receiptTexts } from "../../electron/documents/receipts/texts.ts";
import { receiptStates } from "../../electron/documents/receipts/wording.ts";
import { languages } from "../../shared/api/values.ts";

const counter: Counter = { office: "Chișinău 12", till: "2", language: "en", training: false };

function item(more: Partial<ItemFacts> = {}): ItemFacts {
  return {
    itemId: "item-1",
    kind: "repayment",
    receiptNo: "Chisinau12-2-k4f7-42",
    amountMinor: 109_568,
    currency: "MDL",
    capturedAt: "2026-03-21T08:42:00.000Z",
    cashier: "Ana",
    customer: "Ion Popescu",
    payer: null,
    lender: "Iute",
    loanRef: "1234567",
    state: "posted",
    certainty: "confirmed",
    givenBack: false,
    lenderSaid: null,
    ...more,
  };
}

/** The words on the paper, as a person reads them. */
function wordsOn(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

function receipt(more: Partial<ItemFacts> = {}, at: Partial<Counter> = {}, paper: Paper = "a4"): string {
  return drawSheet(receiptSheet(item(more), { ...counter, ...at }), paper).html;
}

describe("a repayment receipt", () => {
  test("says who, what, for whom, how much, and has the stub below the tear line", () => {
    const words = wordsOn(receipt());
    for (const expected of [
      "Repayment receipt",
      "Chișinău 12",
      "Till 2",
      "1,095.68 MDL",
      "One thousand and ninety-five 68/100 MDL",
      "No. Chisinau12-2-k4f7-42",
      "Ion Popescu",
      "Loan reference 1234567",
      "Cashier Ana",
      "Booked by the lender",
    ])
      expect(words).toContain(expected);
    const [, stub] = words.split("Counterfoil, stays at the counter");
    expect(stub).toContain("Chisinau12-2-k4f7-42");
    expect(stub).toContain("1,095.68 MDL");
    expect(stub).toContain("Customer's signature");
  });

  const states: [string, Partial<ItemFacts>, string][] = [
    ["confirmed", { state: "posted", certainty: "confirmed" }, "Booked by the lender"],
    ["inferred", { state: "posted", certainty: "inferred" }, "Booked in the lender's books"],
    ["settled by hand", { state: "posted", certainty: "byHand" }, "Booked, checked by the office"],
    ["queued", { state: "queued" }, "The lender has not confirmed this payment yet."],
    ["held", { state: "held" }, "The lender has not confirmed this payment."],
    ["sending", { state: "sending" }, "The lender has not confirmed this payment yet."],
    [
      "acknowledged without movement",
      { state: "acknowledged" },
      "The lender has not confirmed this payment yet.",
    ],
    ["unconfirmed", { state: "unconfirmed" }, "The lender has not confirmed this payment yet."],
    ["attention", { state: "attention" }, "The lender has not confirmed this payment."],
    ["refused", { state: "refused" }, "Refused by the lender"],
    ["voided", { state: "voided" }, "Withdrawn before it was sent"],
    ["refused and given back", { state: "refused", givenBack: true }, "money given back"],
  ];
  test.each(states)("%s is said in words", (_, state, sentence) => {
    const words = wordsOn(receipt({ certainty: null, ...state }));
    expect(words).toContain(sentence);
    // Only what is in the lender's books may look booked.
    expect(/Booked/.test(words)).toBe(state.state === "posted");
  });

  test("a refusal carries the lender's own sentence", () => {
    const words = wordsOn(receipt({ state: "refused", certainty: null, lenderSaid: "Loan is <closed>" }));
    expect(words).toContain("Loan is <closed>");
  });

  test("a payout voucher says that the customer has the cash", () => {
    const words = wordsOn(receipt({ kind: "payout", state: "queued", certainty: null }));
    expect(words).toContain("Payout voucher");
    expect(words).toContain("I have received this amount in cash.");
  });

  test("slips name the receipt that they belong to", () => {
    const slip = { number: "Chisinau12-2-k4f7-43", at: "2026-03-22T08:00:00Z", cashier: "Eva", reason: null };
    const { html } = drawSheet(slipSheet("giveBack", item({ state: "refused" }), slip, counter), "roll80");
    expect(wordsOn(html)).toContain("For receipt Chisinau12-2-k4f7-42");
    expect(wordsOn(html)).toContain("No. Chisinau12-2-k4f7-43");
  });
});

describe("every language", () => {
  test.each(languages)("%s has its own words for every state, and no letter is missing", (language) => {
    const { states } = receiptTexts[language];
    const headings = receiptStates.map((state) => states[state].heading);
    expect(new Set(headings).size).toBe(receiptStates.length);
    const all = JSON.stringify(receiptTexts[language]);
    expect(all).not.toContain('""');
    if (language !== "en")
      for (const state of receiptStates)
        expect(states[state].detail).not.toBe(receiptTexts.en.states[state].detail);
  });

  test.each([
    ["sq", "1 095,68", "Një mijë e nëntëdhjetë e pesë"],
    ["ro", "1.095,68", "O mie nouăzeci și cinci"],
    ["ru", "1 095,68", "Одна тысяча девяносто пять"],
    ["mk", "1.095,68", "Илјада деведесет и пет"],
  ] as const)("%s writes the amount as people there do", (language, figures, words) => {
    const text = wordsOn(receipt({}, { language }));
    expect(text).toContain(figures);
    expect(text).toContain(words);
  });
});

describe("marks", () => {
  test("a reprint says COPY, a first print does not, and a kept one can be marked", () => {
    const first = receipt();
    expect(first).toContain('data-copy="no"');
    expect(first).toContain('[data-copy="yes"] .copy-mark { display: block;');
    expect(asCopy(first)).toContain('data-copy="yes"');
    const again = drawSheet({ ...receiptSheet(item(), counter), isCopy: true }, "a4").html;
    expect(again).toBe(asCopy(first));
  });

  test("training paper says so across everything, real paper never", () => {
    const words = wordsOn(receipt({}, { training: true }));
    expect(words.match(/TRAINING/g)?.length).toBeGreaterThan(3);
    expect(words).toContain("No money was moved.");
    expect(wordsOn(receipt())).not.toContain("TRAINING");
  });
});

describe("what a name smuggles in", () => {
  const names = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    `{{7*7}} ${"$"}{7*7}`,
    "Ana\u001b@\u0007\u0000\u001d\u009b Maria",
    "Ana\u202egnp.exe",
    "A\nB\r\nC\u2028D",
    "\ud800lone",
    "e\u0301\u0302\u0303\u0304\u0305\u0306",
    "x".repeat(3000),
  ];
  test.each(names)("%j stays text", (name) => {
    for (const field of ["customer", "payer", "cashier", "lender", "lenderSaid"] as const) {
      const html = receipt({ [field]: name, state: "refused", certainty: null });
      expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>/);
      const odd = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]/u.exec(
        html.replaceAll("\n", ""),
      );
      expect(odd).toBeNull();
      expect(html.length).toBeLessThan(40_000);
    }
  });

  test("is shown as it was typed, as far as it is text", () => {
    expect(wordsOn(receipt({ customer: '<b>O\'Neil & "Sons"</b>' }))).toContain('<b>O\'Neil & "Sons"</b>');
    expect(printableText("  Ana\u001b@ \t Maria ")).toBe("Ana@ Maria");
    expect(printableText("A\nB")).toBe("A B");
    expect(printableText("e\u0301")).toBe("é");
  });

  test("paper needs nothing from outside and runs nothing", () => {
    for (const paper of ["a4", "roll80", "roll58"] as const) {
      const html = receipt({}, { training: true }, paper);
      expect(html).not.toMatch(/\b(?:src|href)=/);
      expect(html).not.toMatch(/url\(|@import|<script|https?:\/\/(?!www\.w3\.org)/);
    }
  });
});

describe("the sheet", () => {
  test("knows its size and what its prints are counted by", () => {
    const sheet = receiptSheet(item(), counter);
    expect(readSheet(drawSheet(sheet, "a4").html)).toEqual({ page: A4, subjectId: "item-1" });
    const roll = drawSheet(sheet, "roll80");
    expect(roll.page).toMatchObject({ widthUm: 80_000, isCutToLength: true });
    expect(readSheet(roll.html)).toEqual({ page: roll.page, subjectId: "item-1" });
    expect(drawSheet(sheet, "roll58").page.widthUm).toBe(58_000);
    expect(readSheet("<!doctype html><p>Something else")).toBeNull();
  });

  test("a roll is longer for more words, and not for nothing", () => {
    const short = drawSheet(receiptSheet(item(), counter), "roll80").page.heightUm;
    const long = drawSheet(receiptSheet(item({ state: "queued", certainty: null }), counter), "roll80").page
      .heightUm;
    expect(long).toBeGreaterThan(short);
    expect(long).toBeLessThan(270_000);
  });
});

test("a payout is never said to be refused or given back", () => {
  for (const state of ["queued", "held", "sending", "unconfirmed", "refused", "voided"] as const)
    expect(receiptStateOf({ kind: "payout", state, certainty: null, givenBack: false })).toBe(
      "payoutPending",
    );
});
