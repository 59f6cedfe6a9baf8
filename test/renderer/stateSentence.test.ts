// What a payment's state says beside its badge: above all, when cash may go back to the customer.
import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { en } from "../../renderer/i18n/en.ts";
import { stateSentence } from "../../renderer/outbox/stateSentence.ts";
import type { OutboxItem } from "../../shared/outbox.ts";

const now = Date.parse("2026-11-26T10:00:00Z");

const item: OutboxItem = {
  ...{ itemId: "item-1", kind: "repayment", providerId: "iute", loanRef: "80001", amountMinor: 20_100 },
  ...{ currency: "ALL", receiptNo: "Tirana-3-1", capturedAt: "2026-11-26T09:59:00Z", capturedBy: "Ana" },
  ...{ businessDate: "2026-11-26", shiftId: "shift-1", state: "refused", attempts: 1, decisions: [] },
  ...{ cashToReturn: true, givenBack: false },
  evidence: {
    ...{ attempts: [], readings: [], notes: [] },
    next: { action: "readBack", at: "2026-11-26T10:00:30Z" },
  },
};

beforeAll(() => i18next.init({ lng: "en", resources: { en } }));
const said = (changes: Partial<OutboxItem>) =>
  stateSentence(i18next.getFixedT("en", "states"), { ...item, ...changes }, "en", now);

describe("the cash of a payment that was not booked", () => {
  it("stays in the till until the books were read a second time", () => {
    expect(said({})).toBe(
      "The lender refused it. Keep the cash in the till until its books have been read again. We read the balance again in 0:30.",
    );
    expect(said({ state: "voided" })).toMatch(/^Withdrawn before it was sent\. Keep the cash in the till/);
  });

  it.each(["refused", "voided"] as const)("%s: goes back once the core offers it", (state) => {
    expect(said({ state, decisions: ["giveBack"], evidence: { ...item.evidence, next: null } })).toMatch(
      /give it back\.$/,
    );
  });

  it("was given back", () => {
    expect(said({ givenBack: true, cashToReturn: false })).toBe(
      "Not booked. The cash was given back to the customer.",
    );
  });

  it("of a payout has left the till: nothing is kept", () => {
    expect(said({ kind: "payout" })).toMatch(/^The lender refused the report\./);
  });
});

describe("a doubt", () => {
  it("says what is wrong, and never to take the money again", () => {
    expect(said({ state: "attention", reason: "absentTwice" })).toMatch(
      /the books do not show this payment\..*Do not take this money again\.$/,
    );
  });

  it("says how long until the books are read", () => {
    expect(said({ state: "unconfirmed" })).toMatch(/We read the balance again in 0:30\.$/);
  });
});
