/** Loan accounts opened at Q2 from the counter, against the training lender's own book. */
import { describe, expect, it } from "vitest";
import { refusal, value } from "../agent/counter.ts";
import { accountForm as form } from "./forms.ts";
import { office } from "./office.ts";

describe("accounts.create", () => {
  it("opens the account and explains the amount that was booked", async () => {
    const { agent, systems } = await office();
    const account = await value(agent.call("accounts.create", form()));
    expect(account).toMatchObject({
      accountId: "a1WG00000000001MAA",
      status: "Partial Application",
      requestedAmountMinor: 1_000_000,
      bookedAmountMinor: 1_020_000,
      feeMinor: 20_000,
      differenceMinor: 20_000,
      explanation:
        "The lender added an origination fee of 200.00 to the 10000.00 asked for, and booked 10200.00.",
      currency: "ALL",
      schedule: {
        instalments: 12,
        frequency: "Monthly",
        firstInstalmentDate: "2027-01-09",
        lastInstalmentDate: "2027-12-09",
        interestPercent: "9.1",
      },
    });
    expect(systems.q2.entries().accounts).toMatchObject([{ requestedMinor: 1_000_000, term: 12 }]);
    expect((await value(agent.call("accounts.list"))).accounts).toMatchObject([
      { accountId: account.accountId, captureId: "capture-0001", schedule: { instalments: 12 } },
    ]);
  });

  it("takes every optional field; a product without a fee is booked as asked for", async () => {
    const { agent, systems } = await office();
    const account = await value(
      agent.call(
        "accounts.create",
        form({
          loanProductId: "a8B6g000000gKySEAU",
          loanAmountMinor: 1_000_055,
          interestRate: "10,5",
          purpose: "a8D6g000000PVfJ",
          frequencyOfPayment: "Weekly",
          interestOnlyPeriod: 2,
          balloonPaymentMinor: 50_050,
          ach: false,
          bankId: "B1",
          eodAccrualType: "Accrual To Date",
          eodFeeAccrual: true,
        }),
      ),
    );
    expect(account).toMatchObject({
      bookedAmountMinor: 1_000_055,
      differenceMinor: 0,
      explanation: "The lender booked 10000.55, as asked for.",
      schedule: { frequency: "Weekly", interestPercent: "10.5" },
    });
    expect(systems.q2.entries().accounts).toMatchObject([{ interestRate: 10.5, balloonMinor: 50_050 }]);
  });

  it.each<[change: Record<string, unknown>, field: string]>([
    [{ borrowerId: "" }, "account.borrowerId"],
    [{ loanProductId: undefined }, "account.loanProductId"],
    [{ loanAmountMinor: 0 }, "account.loanAmountMinor"],
    [{ loanAmountMinor: 10.5 }, "account.loanAmountMinor"],
    [{ term: 0 }, "account.term"],
    [{ term: "twelve" }, "account.term"],
    [{ term: "1e1" }, "account.term"],
    [{ term: "0x10" }, "account.term"],
    [{ term: true }, "account.term"],
    [{ interestOnlyPeriod: [] }, "account.interestOnlyPeriod"],
    [{ expectedDisbursalDate: "2027-02-30" }, "account.expectedDisbursalDate"],
    [{ firstInstallmentDate: undefined }, "account.firstInstallmentDate"],
    [{ firstInstallmentDate: "2026-12-21" }, "account.firstInstallmentDate"],
    [{ interestRate: "1e3" }, "account.interestRate"],
    [{ ach: "yes" }, "account.ach"],
    [{ color: "red" }, "account.color"],
  ])("%j is refused beside %s, and nothing is sent", async (change, field) => {
    const { agent, systems } = await office();
    expect(await refusal(agent.call("accounts.create", form(change)))).toMatchObject({
      code: "invalidInput",
      field,
    });
    expect(systems.requests("q2")).toEqual([]);
  });

  it("says in whole sentences what belongs into an empty field", async () => {
    const { agent } = await office();
    for (const change of [{ borrowerId: " " }, { loanProductId: "" }, { loanAmountMinor: 0 }, { term: "" }])
      expect((await refusal(agent.call("accounts.create", form(change)))).message).toMatch(
        /^Enter the .*\.$/,
      );
  });

  it("an amount in yen is sent and explained in whole yen", async () => {
    const { agent, systems } = await office(undefined, { q2: { currency: "JPY" } });
    const account = await value(agent.call("accounts.create", form({ loanAmountMinor: 10_000 })));
    expect(account).toMatchObject({
      bookedAmountMinor: 10_200,
      feeMinor: 200,
      explanation: "The lender added an origination fee of 200 to the 10000 asked for, and booked 10200.",
      currency: "JPY",
    });
    const { entries } = await value(agent.call("journal.search", { kinds: ["account.creating"] }));
    expect(entries).toMatchObject([{ amountMinor: 10_000, currency: "JPY" }]);
    // The training lender counts in hundredths: it was asked for ten thousand.
    expect(systems.q2.entries().accounts).toMatchObject([{ requestedMinor: 1_000_000 }]);
  });

  it.each<[change: Record<string, unknown>, words: RegExp, field: string]>([
    [{ borrowerId: "001G000001ZZZby" }, /no borrower.*Unable to find the Account/, "account.borrowerId"],
    [
      { loanProductId: "a1gG00000099OFe" },
      /no loan product.*Loan Product Id is null/,
      "account.loanProductId",
    ],
  ])("%j is refused by the lender in its words, beside its field", async (change, words, field) => {
    const { agent, systems } = await office();
    expect(await refusal(agent.call("accounts.create", form(change)))).toMatchObject({
      code: "providerRefused",
      message: expect.stringMatching(words),
      field,
    });
    expect(systems.q2.entries().accounts).toEqual([]);
    // Nothing was opened, so the mended form may be sent under the same id.
    expect((await value(agent.call("accounts.create", form()))).accountId).not.toBeNull();
  });

  it.each([
    ["apiException", /The product is not active/, undefined],
    ["datesNull", /One of the dates is null/, "account.firstInstallmentDate"],
  ])("%s: %s", async (kind, words, field) => {
    const { agent, systems } = await office();
    systems.misbehave("q2", kind, 1);
    const error = await refusal(agent.call("accounts.create", form()));
    expect(error).toMatchObject({ code: "providerRefused", message: expect.stringMatching(words) });
    expect(error.field).toBe(field);
  });

  it("a session that has expired is renewed once", async () => {
    const { agent, systems } = await office();
    await value(agent.call("accounts.create", form()));
    systems.q2.withdrawTokens();
    expect((await value(agent.call("accounts.create", form({}, "capture-0002")))).accountId).not.toBeNull();
    expect(systems.q2.entries().accounts).toHaveLength(2);
  });
});

describe("the same form", () => {
  it("again gives the first result and opens nothing more", async () => {
    const { agent, systems } = await office();
    const first = await value(agent.call("accounts.create", form()));
    expect(await value(agent.call("accounts.create", form()))).toEqual(first);
    expect(systems.q2.entries().accounts).toHaveLength(1);
  });

  it("twice at once opens one account", async () => {
    const { agent, systems } = await office();
    const both = await Promise.all([
      value(agent.call("accounts.create", form())),
      value(agent.call("accounts.create", form())),
    ]);
    expect(both[1]).toEqual(both[0]);
    expect(systems.q2.entries().accounts).toHaveLength(1);
  });

  it.each([
    [{ loanAmountMinor: 1_000_001 }, "exists_with_different_amount"],
    [{ term: 13 }, "exists_with_different_fields"],
  ])("with %j is refused: %s", async (change, code) => {
    const { agent, systems } = await office();
    await value(agent.call("accounts.create", form()));
    expect(await refusal(agent.call("accounts.create", form(change)))).toMatchObject({ code });
    expect(systems.q2.entries().accounts).toHaveLength(1);
  });

  it("that never left is sent when the line is back", async () => {
    const { agent, systems } = await office();
    await systems.setLine(false);
    expect(await refusal(agent.call("accounts.create", form()))).toMatchObject({
      code: "noLine",
      retry: true,
    });
    await systems.setLine(true);
    expect((await value(agent.call("accounts.create", form()))).status).toBe("Partial Application");
  });
});
