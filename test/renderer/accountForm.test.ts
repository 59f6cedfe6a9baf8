// The form of a loan account: what was typed means, in the currency of the lender's book, and how it is kept.
import { describe, expect, it } from "vitest";
import { asDraft, asText, newAccount } from "../../renderer/accounts/accountDraft.ts";
import { emptyAccount, readAccount } from "../../renderer/accounts/accountForm.ts";

const TYPED = {
  ...emptyAccount,
  borrowerId: "001G000001KY8by",
  loanProductId: "a1gG00000019OFe",
  loanAmount: "10000",
  term: "12",
  expectedDisbursalDate: "22.12.2026",
  firstInstallmentDate: "2027-01-09",
};

describe("amounts", () => {
  it.each([
    [2, "10000,55", 1_000_055],
    [0, "10000", 10_000],
    [3, "10000,125", 10_000_125],
  ])("with %i decimals, %s is %i minor units", (decimals, loanAmount, loanAmountMinor) => {
    const reading = readAccount({ ...TYPED, loanAmount }, decimals);
    expect(reading).toMatchObject({ ok: true, account: { loanAmountMinor } });
  });

  it.each([
    [2, "10000,555"],
    [0, "10000,5"],
    [3, "10000,1255"],
  ])("with %i decimals, %s has one too many", (decimals, loanAmount) => {
    expect(readAccount({ ...TYPED, loanAmount }, decimals)).toEqual({
      ok: false,
      problems: { loanAmount: "amount.tooManyDecimals" },
    });
  });
});

describe("what was being typed", () => {
  const facts = { providerId: "q2", customerPin: "I45612378K", customerName: "Mira Dushaj" };

  it("comes back with its id and for whom it is", () => {
    const draft = { ...newAccount(facts), typed: TYPED };
    expect(asDraft(asText(draft), "q2")).toEqual(draft);
  });

  it("is nothing where nothing was typed, and belongs to one lender's book", () => {
    expect(asDraft(asText(newAccount(facts)), "q2")).toBeNull();
    expect(asDraft(asText({ ...newAccount(facts), typed: TYPED }), "another")).toBeNull();
    expect(asDraft({ borrowerId: "001G000001KY8by" }, "q2")).toBeNull();
  });
});
