/** Customers at DRAP, looked up and fetched at the counter, against the training system's own books. */
import { describe, expect, it } from "vitest";
import { ANA, BESA, CELIK, refusal, value } from "../agent/counter.ts";
import { BLOCKED, INVESTIGATED, MIRA, NEW, onboard, PENDING, UNKNOWN } from "./forms.ts";
import { everythingIn, office } from "./office.ts";

describe("customers.lookup", () => {
  it("finds a customer with what an application needs", async () => {
    const { agent } = await office();
    expect(await value(agent.call("customers.lookup", MIRA))).toMatchObject({
      outcome: "found",
      customer: {
        ecrn: "7841000000000001",
        firstName: "Mira",
        lastName: "Dushaj",
        dateOfBirth: "1984-05-17",
      },
    });
  });

  it.each([
    [UNKNOWN, "notFound"],
    [PENDING, "subscriptionPending"],
    [{ ...MIRA, idType: "ABC" }, "badRequest"],
  ])("%j: %s, all of them HTTP 200", async (input, outcome) => {
    const { agent } = await office();
    const reply = await value(agent.call("customers.lookup", input));
    expect(reply.outcome).toBe(outcome);
    expect(reply).not.toHaveProperty("customer");
  });

  it("a server's error as HTTP 200 is `failed`, in the provider's words", async () => {
    const { agent, systems } = await office();
    systems.misbehave("drap", "internalError200", 1);
    expect(await value(agent.call("customers.lookup", MIRA))).toEqual({
      outcome: "failed",
      message: "Internal Server Error",
    });
  });

  it("finds the same outcomes by their names where the office has no table of codes", async () => {
    const { agent } = await office(BESA, { drap: { errorCodes: {} } });
    const outcomes: string[] = [];
    for (const input of [UNKNOWN, PENDING, BLOCKED, INVESTIGATED]) {
      outcomes.push((await value(agent.call("customers.lookup", input))).outcome);
    }
    expect(outcomes).toEqual(["notFound", "subscriptionPending", "blocked", "underInvestigation"]);
  });

  it.each([
    ["captivePortal", "noLine"],
    ["resetBeforeBooking", "providerUnclear"],
    ["malformedJson", "providerUnclear"],
    ["nullFields", "providerUnclear"],
    ["anotherCustomer", "providerUnclear"],
  ])("on a bad day (%s) it shows nobody: %s", async (kind, code) => {
    const { agent, systems } = await office();
    if (kind !== "captivePortal") await value(agent.call("customers.lookup", MIRA));
    systems.drap.misbehave(kind, 1, kind === "captivePortal" ? {} : { operation: "lookup" });
    expect(await refusal(agent.call("customers.lookup", MIRA))).toMatchObject({ code, retry: true });
  });

  it("needs a line, and says so", async () => {
    const { agent, systems } = await office();
    await systems.setLine(false);
    expect(await refusal(agent.call("customers.lookup", MIRA))).toMatchObject({
      code: "noLine",
      retry: true,
    });
  });

  it("is for a provider that offers it", async () => {
    const { agent } = await office();
    expect(await refusal(agent.call("customers.lookup", { ...MIRA, providerId: "q2" }))).toMatchObject({
      code: "capabilityMissing",
      field: "providerId",
    });
  });
});

describe("a customer who must not be served", () => {
  it("looks to a cashier the same for either reason, and tells nothing else", async () => {
    const { agent } = await office(CELIK);
    const blocked = await value(agent.call("customers.lookup", BLOCKED));
    const investigated = await value(agent.call("customers.lookup", INVESTIGATED));
    expect(investigated).toEqual(blocked);
    expect(blocked).toEqual({
      outcome: "blocked",
      message: expect.not.stringMatching(/blocked|investigat|compliance/i),
    });
  });

  it("looks the same when a registration is refused", async () => {
    const { agent } = await office(CELIK);
    const refused = await Promise.all(
      [BLOCKED, INVESTIGATED].map(({ idNumber }) =>
        value(agent.call("customers.onboard", onboard({ ...NEW, idDetails: [{ idType: 4, idNumber }] }))),
      ),
    );
    expect(refused[0]).toEqual(refused[1]);
  });

  it.each([BESA, ANA])("shows $name which it is, in the same neutral words", async (person) => {
    const { agent } = await office(person);
    const blocked = await value(agent.call("customers.lookup", BLOCKED));
    const investigated = await value(agent.call("customers.lookup", INVESTIGATED));
    expect([blocked.outcome, investigated.outcome]).toEqual(["blocked", "underInvestigation"]);
    expect(investigated.message).toBe(blocked.message);
  });

  it("is not told apart by the journal, which every clerk can search", async () => {
    const { agent, dataDir } = await office(CELIK);
    await value(agent.call("customers.lookup", INVESTIGATED));
    await value(
      agent.call(
        "customers.onboard",
        onboard({ ...NEW, idDetails: [{ idType: 4, idNumber: INVESTIGATED.idNumber }] }),
      ),
    );
    const { entries } = await value(agent.call("journal.search", { page: { number: 1, size: 500 } }));
    const said = JSON.stringify(entries);
    expect(said).toContain("customer.onboardingAnswered");
    expect(said).not.toMatch(/underInvestigation|ompliance/);
    await agent.close();
    expect(everythingIn(dataDir)).not.toContain("Compliance");
  });
});

describe("customers.get", () => {
  it.each(["..", ".", "a/b", "1?x=2", "78 41"])("asks nobody about %j, which is no ecrn", async (ecrn) => {
    const { agent, systems } = await office();
    expect(await refusal(agent.call("customers.get", { providerId: "drap", ecrn }))).toMatchObject({
      code: "invalidInput",
      field: "ecrn",
    });
    expect(systems.requests("drap")).toEqual([]);
  });

  it("fetches by the ecrn", async () => {
    const { agent } = await office();
    expect(
      await value(agent.call("customers.get", { providerId: "drap", ecrn: "7841000000000002" })),
    ).toMatchObject({
      outcome: "found",
      customer: { firstName: "Andrei" },
    });
  });
  it.each([
    ["7841000000000006", "notSubscribed"],
    ["1234567890123456", "notFound"],
  ])("%s: %s", async (ecrn, outcome) => {
    const { agent } = await office();
    expect(await value(agent.call("customers.get", { providerId: "drap", ecrn }))).toMatchObject({ outcome });
  });
});
