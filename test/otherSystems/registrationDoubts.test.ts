/** Registrations in doubt: a change is read back field by field, and what no look-up can tell a person decides. */
import { describe, expect, it } from "vitest";
import { arrivalOf } from "../../electron/desks/customers/arrival.ts";
import { BESA, CELIK, refusal, value } from "../agent/counter.ts";
import { MIRA, NEW, onboard, UNKNOWN } from "./forms.ts";
import { everythingIn, type Office, office } from "./office.ts";

const approval = { name: BESA.name, pin: BESA.pin };
const CHANGE = {
  ...NEW,
  ecrn: "7841000000000001",
  firstName: "Mira",
  primaryMobileNumber: "+355697777777",
  idDetails: [{ idType: 4, idNumber: MIRA.idNumber }],
};

async function inDoubt(
  kind: string,
  customer: Record<string, unknown>,
  person: { name: string; pin: string } = CELIK,
): Promise<Office & { id: string }> {
  const opened = await office(person);
  opened.systems.drap.misbehave(kind, 1, { operation: "onboard" });
  expect((await value(opened.agent.call("customers.onboard", onboard(customer)))).outcome).toBe("failed");
  const { doubts } = await value(opened.agent.call("customers.doubts"));
  return { ...opened, id: doubts[0]?.onboardingId ?? "" };
}

describe("a change without an answer", () => {
  it("is over once the register shows what was sent", async () => {
    const { agent, systems, id } = await inDoubt("timeoutAfterBooking", CHANGE);
    const reply = await value(agent.call("customers.readBack", { onboardingId: id }));
    expect(reply).toMatchObject({ outcome: "found", customer: { primaryMobileNumber: "+355697777777" } });
    expect(reply.stillInDoubt).toBeUndefined();
    expect(await value(agent.call("customers.doubts"))).toEqual({ doubts: [] });
    expect(systems.requests("drap").filter(({ operation }) => operation === "onboard")).toHaveLength(1);
  });

  it("stays a doubt while the register shows the earlier data, and says which", async () => {
    const { agent, id } = await inDoubt("timeoutBeforeBooking", CHANGE);
    const reply = await value(agent.call("customers.readBack", { onboardingId: id }));
    expect(reply).toMatchObject({ outcome: "found", stillInDoubt: true });
    expect(reply.differing).toContain("primaryMobileNumber");
    expect((await value(agent.call("customers.doubts"))).doubts).toHaveLength(1);
  });

  it("is not ended by an ordinary look-up of the same person", async () => {
    const { agent } = await inDoubt("timeoutBeforeBooking", CHANGE);
    await value(agent.call("customers.lookup", MIRA));
    expect((await value(agent.call("customers.doubts"))).doubts).toHaveLength(1);
  });

  it("keeps a second change from being sent until it is certain or decided", async () => {
    const { agent, systems, id } = await inDoubt("timeoutBeforeBooking", CHANGE);
    const second = onboard({ ...CHANGE, primaryMobileNumber: "+355698888888" });
    expect(await refusal(agent.call("customers.onboard", second))).toMatchObject({ code: "notYetCertain" });
    const decided = { onboardingId: id, decision: "notArrived", note: "Asked", approval };
    await value(agent.call("customers.decideDoubt", decided));
    expect(await value(agent.call("customers.onboard", second))).toMatchObject({ outcome: "found" });
    expect(systems.requests("drap").filter(({ operation }) => operation === "onboard")).toHaveLength(2);
  });

  it("leaves what was typed in the data folder sealed only", async () => {
    const { agent, dataDir } = await inDoubt("timeoutBeforeBooking", CHANGE);
    await agent.close();
    expect(everythingIn(dataDir)).not.toContain("+355697777777");
  });
});

describe("a person who has asked the register", () => {
  it.each(["arrived", "notArrived"] as const)(
    "decides: %s; a cashier with a second person",
    async (decision) => {
      const { agent, id } = await inDoubt("timeoutBeforeBooking", NEW);
      const decided = { onboardingId: id, decision, note: "Ms Hoxha, by phone at 10:40" };
      expect(await refusal(agent.call("customers.decideDoubt", decided))).toMatchObject({
        code: "approvalNeeded",
      });
      expect(await value(agent.call("customers.decideDoubt", { ...decided, approval }))).toEqual({
        doubts: [],
      });
      expect(await refusal(agent.call("customers.decideDoubt", { ...decided, approval }))).toMatchObject({
        code: "wrongState",
        field: "onboardingId",
      });
      const { entries } = await value(agent.call("journal.search", { kinds: ["customer.doubtDecided"] }));
      expect(entries).toMatchObject([{ actor: "Celik" }]);
    },
  );

  it("a supervisor decides alone", async () => {
    const { agent, id } = await inDoubt("timeoutBeforeBooking", NEW, BESA);
    const decided = { onboardingId: id, decision: "notArrived", note: "Asked" };
    expect(await value(agent.call("customers.decideDoubt", decided))).toEqual({ doubts: [] });
    expect(await value(agent.call("journal.verify"))).toMatchObject({ ok: true });
  });
});

it("a doubt about a person who is registered later is over", async () => {
  const { agent } = await inDoubt("timeoutBeforeBooking", NEW);
  expect(await value(agent.call("customers.onboard", onboard()))).toMatchObject({ outcome: "found" });
  expect(await value(agent.call("customers.doubts"))).toEqual({ doubts: [] });
});

it("what was done for a customer is found by the number of the document", async () => {
  const { agent } = await office(BESA);
  await value(agent.call("customers.onboard", onboard()));
  const { entries } = await value(agent.call("journal.search", { text: UNKNOWN.idNumber }));
  expect(entries.map(({ kind }) => kind)).toEqual(["customer.onboardingAnswered", "customer.onboarding"]);
  expect((await value(agent.call("journal.search", { text: MIRA.idNumber }))).entries).toEqual([]);
});

describe("arrivalOf", () => {
  it.each<[what: string, sent: Record<string, never>, shown: Record<string, never>, arrived: boolean]>([
    ["the same", { firstName: "Mira" }, { firstName: "Mira", ecrn: "7" }, true],
    ["another value", { firstName: "Mira" }, { firstName: "Myra" }, false],
    ["nothing that could be compared", { firstName: "Mira" }, { ecrn: "7" }, false],
    ["a number written as text", { occupationId: 4 }, { occupationId: "4" }, true],
    ["emptied and null", { middleName: "" }, { middleName: null }, true],
    [
      "one of two addresses",
      { addressList: [{ city: "Tirana" }] },
      { addressList: [{ city: "Vlora" }, { city: "Tirana" }] },
      true,
    ],
    ["no such address", { addressList: [{ city: "Tirana" }] }, { addressList: [{ city: "Vlora" }] }, false],
    ["no address at all", { addressList: [{ city: "Tirana" }] }, { addressList: [] }, false],
  ] as never)("%s", (_what, sent, shown, arrived) => {
    expect(arrivalOf(sent, shown).hasArrived).toBe(arrived);
  });
});
