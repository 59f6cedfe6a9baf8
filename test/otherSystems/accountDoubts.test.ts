/** Requests for an account that got no answer: never sent again by themselves, read back, and decided by a person. */
import { describe, expect, it } from "vitest";
import { BESA, CELIK, refusal, value } from "../agent/counter.ts";
import { accountForm as form } from "./forms.ts";
import { office } from "./office.ts";

describe("without an answer", () => {
  const creations = (requests: readonly { operation: string | null }[]) =>
    requests.filter(({ operation }) => operation === "create");

  it.each([
    "timeoutAfterBooking",
    "error500AfterBooking",
    "html502AfterBooking",
    "resetAfterBooking",
    "truncatedBody",
    "anotherBorrower",
    "nullFields",
    "malformedJson",
  ])("%s: in doubt, never sent again by itself, and found by reading back", async (kind) => {
    const { agent, systems } = await office();
    systems.q2.misbehave(kind, 1, { operation: "create" });
    const doubt = {
      accountId: null,
      status: "inDoubt",
      requestedAmountMinor: 1_000_000,
      bookedAmountMinor: null,
    };
    expect(await value(agent.call("accounts.create", form()))).toMatchObject(doubt);
    // The form again is no reason to send again.
    expect(await value(agent.call("accounts.create", form()))).toMatchObject(doubt);
    expect(await value(agent.call("accounts.readBack", { captureId: "capture-0001" }))).toMatchObject({
      accountId: "a1WG00000000001MAA",
      bookedAmountMinor: 1_020_000,
      inferred: true,
      candidates: [],
      message: expect.stringMatching(/had arrived/),
    });
    expect(await value(agent.call("accounts.create", form()))).toMatchObject({
      accountId: "a1WG00000000001MAA",
    });
    expect(creations(systems.requests("q2"))).toHaveLength(1);
  });

  it.each([
    "timeoutBeforeBooking",
    "error500BeforeBooking",
    "resetBeforeBooking",
    "redirectToLogin",
    "emptyBody",
  ])("%s: what is not there yet stays in doubt, also after a restart", async (kind) => {
    const { agent, systems, reopened } = await office();
    systems.q2.misbehave(kind, 1, { operation: "create" });
    await value(agent.call("accounts.create", form()));
    await agent.close();
    const after = await reopened();
    expect(await value(after.call("accounts.readBack", { captureId: "capture-0001" }))).toMatchObject({
      accountId: null,
      status: "inDoubt",
      message: expect.stringMatching(/not there|does not prove|No such account/),
    });
    expect((await value(after.call("accounts.list"))).accounts).toMatchObject([{ status: "inDoubt" }]);
    expect(creations(systems.requests("q2"))).toHaveLength(1);
  });

  it("an account that this counter knows already is not taken for the one in doubt", async () => {
    const { agent, systems } = await office();
    await value(agent.call("accounts.create", form()));
    systems.q2.misbehave("timeoutBeforeBooking", 1, { operation: "create" });
    await value(agent.call("accounts.create", form({}, "capture-0002")));
    expect(await value(agent.call("accounts.readBack", { captureId: "capture-0002" }))).toMatchObject({
      status: "inDoubt",
      candidates: [],
    });
  });

  it("two that could be it are shown, and a person decides with a supervisor", async () => {
    const { agent, systems } = await office(CELIK);
    systems.q2.misbehave("timeoutAfterBooking", 1, { operation: "create" });
    await value(agent.call("accounts.create", form()));
    await systems.q2.change((entries) => {
      const [first] = entries.accounts;
      return first
        ? {
            ...entries,
            accounts: [...entries.accounts, { ...first, id: "a1WG00000000099MAA", name: "LAI-99" }],
          }
        : entries;
    });
    const reading = await value(agent.call("accounts.readBack", { captureId: "capture-0001" }));
    expect(reading.status).toBe("inDoubt");
    expect(reading.candidates.map(({ accountId }) => accountId)).toEqual([
      "a1WG00000000001MAA",
      "a1WG00000000099MAA",
    ]);
    const decision = {
      captureId: "capture-0001",
      decision: "created",
      accountId: "a1WG00000000001MAA",
      note: "Asked the lender by phone.",
    };
    expect(await refusal(agent.call("accounts.decideDoubt", decision))).toMatchObject({
      code: "approvalNeeded",
    });
    const approval = { name: BESA.name, pin: BESA.pin };
    const decided = await value(agent.call("accounts.decideDoubt", { ...decision, approval }));
    expect(decided).toMatchObject({ accountId: "a1WG00000000001MAA", status: "byHand" });
    // A person has told it; nothing was found by reading back.
    expect(decided).not.toHaveProperty("inferred");
    expect(await refusal(agent.call("accounts.decideDoubt", { ...decision, approval }))).toMatchObject({
      code: "wrongState",
    });
  });

  it("the short form of an id that is known is the same account, and is not recorded twice", async () => {
    const { agent, systems } = await office(BESA);
    await value(agent.call("accounts.create", form()));
    systems.q2.misbehave("timeoutBeforeBooking", 1, { operation: "create" });
    await value(agent.call("accounts.create", form({}, "capture-0002")));
    const decision = { captureId: "capture-0002", decision: "created", note: "Asked the lender." };
    for (const accountId of ["a1WG00000000001", "a1WG00000000001MAA"])
      expect(await refusal(agent.call("accounts.decideDoubt", { ...decision, accountId }))).toMatchObject({
        code: "exists",
        field: "accountId",
      });
    // The case of an id's letters counts.
    const other = await value(
      agent.call("accounts.decideDoubt", { ...decision, accountId: "A1WG00000000001" }),
    );
    expect(other.accountId).toBe("A1WG00000000001");
  });

  it("after the lender has said that nothing was opened, the form may be sent again", async () => {
    const { agent, systems } = await office(BESA);
    systems.q2.misbehave("timeoutBeforeBooking", 1, { operation: "create" });
    await value(agent.call("accounts.create", form()));
    const decision = { captureId: "capture-0001", decision: "notCreated", note: "Asked the lender." };
    expect(await value(agent.call("accounts.decideDoubt", decision))).toMatchObject({ status: "notCreated" });
    expect((await value(agent.call("accounts.create", form()))).accountId).toBe("a1WG00000000001MAA");
  });

  it("what became of every request can be derived again from the journal alone", async () => {
    const { agent, systems } = await office(BESA);
    await value(agent.call("accounts.create", form()));
    systems.misbehave("q2", "apiException", 1);
    await refusal(agent.call("accounts.create", form({}, "capture-0002")));
    await value(agent.call("accounts.create", form({}, "capture-0002")));
    systems.q2.misbehave("resetAfterBooking", 1, { operation: "create" });
    await value(agent.call("accounts.create", form({ term: 6 }, "capture-0003")));
    await value(agent.call("accounts.readBack", { captureId: "capture-0003" }));
    // Compares the derived tables with a replay of all rows.
    expect(await value(agent.call("journal.verify"))).toMatchObject({ ok: true });
    const { accounts } = await value(agent.call("accounts.list"));
    expect(accounts.map(({ captureId, inferred }) => [captureId, inferred ?? false])).toEqual([
      ["capture-0003", true],
      ["capture-0002", false],
      ["capture-0001", false],
    ]);
  });
});
