/** The loans that a customer serves elsewhere, asked for at Interswitch. */
import { describe, expect, it } from "vitest";
import { refusal, value } from "../agent/counter.ts";
import { office } from "./office.ts";

describe("customers.loans", () => {
  const ask = { providerId: "interswitch", customerId: "2348123456789" };

  it("shows what is owed where, in minor units and letters of the currency", async () => {
    const { agent } = await office();
    const { loans } = await value(agent.call("customers.loans", ask));
    expect(
      loans.map(({ amountPayableMinor, currency, status }) => [amountPayableMinor, currency, status]),
    ).toEqual([
      [11_250_000, "NGN", "Open"],
      [2_750_055, "NGN", "Open"],
      [11_250_000, "NGN", "Closed"],
    ]);
    expect(loans[0]?.dueDate).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(loans.every(({ otherCustomer }) => otherCustomer === false)).toBe(true);
  });

  it.each(["+234 812 345 6789", "ngozi@customers.example"])("asked for by %s", async (customerId) => {
    const { agent } = await office();
    expect((await value(agent.call("customers.loans", { ...ask, customerId }))).loans).toHaveLength(3);
  });

  it("strict leaves out other channels; nobody's loans are none; a null date stays unknown", async () => {
    const { agent } = await office();
    expect((await value(agent.call("customers.loans", { ...ask, strict: true }))).loans).toHaveLength(2);
    expect(await value(agent.call("customers.loans", { ...ask, customerId: "2348033334444" }))).toEqual({
      loans: [],
    });
    const { loans } = await value(agent.call("customers.loans", { ...ask, customerId: "2348124888436" }));
    expect(loans).toMatchObject([{ status: "Overdue", dueDate: null, acceptedAt: null }]);
  });

  it.each([
    ["wentWrong", "providerRefused", /Try again later.*code 96/],
    ["systemError5000", "providerRefused", /code 5000/],
    ["withoutLoans", "providerUnclear", /loans/],
  ])("%s: %s", async (kind, code, words) => {
    const { agent, systems } = await office();
    systems.misbehave("interswitch", kind, 1);
    expect(await refusal(agent.call("customers.loans", ask))).toMatchObject({
      code,
      message: expect.stringMatching(words),
    });
  });

  it("marks loans that the answer gives to somebody else", async () => {
    const { agent, systems } = await office();
    systems.misbehave("interswitch", "anotherCustomer", 1);
    const { loans } = await value(agent.call("customers.loans", ask));
    expect(loans.every(({ otherCustomer }) => otherCustomer)).toBe(true);
  });

  it.each(["Ngozi", "12", "a b@c.example"])("%j is neither a number nor an address", async (customerId) => {
    const { agent, systems } = await office();
    expect(await refusal(agent.call("customers.loans", { ...ask, customerId }))).toMatchObject({
      code: "invalidInput",
      field: "customerId",
    });
    expect(systems.requests("interswitch")).toEqual([]);
  });
});
