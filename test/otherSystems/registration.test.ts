/** Customers registered and updated at DRAP, and the doubts that are left where no answer came. */
import { describe, expect, it } from "vitest";
import { refusal, value } from "../agent/counter.ts";
import { MIRA, NEW, onboard, UNKNOWN } from "./forms.ts";
import { office } from "./office.ts";

describe("customers.onboard", () => {
  it("registers a customer, who is then found", async () => {
    const { agent, systems } = await office();
    const registered = await value(agent.call("customers.onboard", onboard()));
    expect(registered).toMatchObject({ outcome: "found", customer: { ecrn: "7841000000000007" } });
    expect(await value(agent.call("customers.lookup", UNKNOWN))).toMatchObject({
      outcome: "found",
      customer: { firstName: "Teuta" },
    });
    expect(systems.drap.entries().customers.at(-1)).toMatchObject({
      fields: {
        channel: "Direct",
        agent_location_id: "784101",
        customer_classification: { txn_vol_month: 2 },
      },
      updates: 0,
    });
    expect(await value(agent.call("customers.doubts"))).toEqual({ doubts: [] });
  });

  it("sends the pictures of the document that the counter has taken", async () => {
    const { agent, systems } = await office();
    const jpg = Uint8Array.from(
      Buffer.from(
        "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z",
        "base64",
      ),
    );
    const picture = await value(agent.call("documents.import", { name: "id.jpg", bytes: jpg }));
    const [document] = NEW.idDetails;
    const idDetails = [{ ...document, idFront: { storedDocumentId: picture.documentId } }];
    await value(agent.call("customers.onboard", onboard({ ...NEW, idDetails })));
    const characters = Buffer.from(jpg).toString("base64").length;
    expect(systems.drap.entries().customers.at(-1)?.fields["id_details"]).toMatchObject([
      { id_front: { base64_data: `${characters} characters`, content_type: "image/jpeg" } },
    ]);
  });

  it("updates the customer whose ecrn it carries", async () => {
    const { agent, systems } = await office();
    const idDetails = [{ idType: 4, idNumber: MIRA.idNumber }];
    const update = { ...NEW, ecrn: "7841000000000001", firstName: "Mira", lastName: "Leka", idDetails };
    expect(await value(agent.call("customers.onboard", onboard(update)))).toMatchObject({ outcome: "found" });
    expect(systems.drap.entries().customers).toHaveLength(6);
    expect(systems.drap.entries().customers.at(-1)).toMatchObject({ ecrn: update.ecrn, updates: 1 });
  });

  it.each([
    [{ lastName: "" }, "fieldMissing", "lastName"],
    [{ nationality: "Albania" }, "invalidMasterData", "nationality"],
    [{ ecrn: "7841999999999999" }, "updateFailed", undefined],
  ])("%j: %s beside %s", async (change, outcome, field) => {
    const { agent } = await office();
    const reply = await value(agent.call("customers.onboard", onboard({ ...NEW, ...change })));
    expect([reply.outcome, reply.field]).toEqual([outcome, field]);
    expect(await value(agent.call("customers.doubts"))).toEqual({ doubts: [] });
  });

  it("a double click registers once", async () => {
    const { agent, systems } = await office();
    const [first, second] = await Promise.all([
      value(agent.call("customers.onboard", onboard())),
      value(agent.call("customers.onboard", onboard())),
    ]);
    expect(second).toEqual(first);
    expect(systems.requests("drap").filter(({ operation }) => operation === "onboard")).toHaveLength(1);
  });

  it.each([
    "timeoutAfterBooking",
    "internalError502",
    "html502AfterBooking",
    "resetAfterBooking",
    "truncatedBody",
  ])("without an answer (%s) it is read back by look-up: registered", async (kind) => {
    const { agent, systems } = await office();
    systems.drap.misbehave(kind, 1, { operation: "onboard" });
    expect(await value(agent.call("customers.onboard", onboard()))).toMatchObject({
      outcome: "found",
      customer: { ecrn: "7841000000000007", firstName: "Teuta" },
    });
    expect(systems.requests("drap").filter(({ operation }) => operation === "onboard")).toHaveLength(1);
    expect(await value(agent.call("customers.doubts"))).toEqual({ doubts: [] });
  });

  it("without an answer and without being found it stays a doubt, also after a restart, until a look-up finds it", async () => {
    const { agent, systems, reopened } = await office();
    systems.drap.misbehave("timeoutBeforeBooking", 1, { operation: "onboard" });
    const reply = await value(agent.call("customers.onboard", onboard()));
    expect(reply.outcome).toBe("failed");
    expect(reply.message).toMatch(/not known yet/);
    await agent.close();
    const after = await reopened();
    const { doubts } = await value(after.call("customers.doubts"));
    expect(doubts).toMatchObject([
      { providerId: "drap", idType: "4", idNumber: UNKNOWN.idNumber, update: false },
    ]);
    const onboardingId = doubts[0]?.onboardingId;
    expect(await value(after.call("customers.readBack", { onboardingId }))).toMatchObject({
      outcome: "notFound",
    });
    expect((await value(after.call("customers.doubts"))).doubts).toHaveLength(1);
    // The request arrives at last.
    await systems.drap.change((entries) => ({
      ...entries,
      customers: entries.customers.map((customer) =>
        customer.ecrn === "7841000000000002"
          ? { ...customer, idNumber: UNKNOWN.idNumber, fields: { first_name: "Teuta" } }
          : customer,
      ),
    }));
    expect(await value(after.call("customers.readBack", { onboardingId }))).toMatchObject({
      outcome: "found",
    });
    expect(await value(after.call("customers.doubts"))).toEqual({ doubts: [] });
    expect(systems.requests("drap").filter(({ operation }) => operation === "onboard")).toHaveLength(1);
  });

  it("a second form for a person in doubt is not sent where the first one has arrived after all", async () => {
    const { agent, systems } = await office();
    systems.drap.misbehave("timeoutAfterBooking", 1, { operation: "onboard" });
    systems.drap.misbehave("error500BeforeBooking", 1, { operation: "lookup" });
    expect((await value(agent.call("customers.onboard", onboard()))).outcome).toBe("failed");
    expect(await value(agent.call("customers.onboard", onboard({ ...NEW, gender: "Male" })))).toMatchObject({
      outcome: "found",
      customer: { ecrn: "7841000000000007" },
    });
    expect(systems.requests("drap").filter(({ operation }) => operation === "onboard")).toHaveLength(1);
  });

  it("what never left may be sent again", async () => {
    const { agent, systems } = await office();
    await systems.setLine(false);
    expect(await refusal(agent.call("customers.onboard", onboard()))).toMatchObject({
      code: "noLine",
      retry: true,
    });
    await systems.setLine(true);
    expect(await value(agent.call("customers.doubts"))).toEqual({ doubts: [] });
    expect(await value(agent.call("customers.onboard", onboard()))).toMatchObject({ outcome: "found" });
  });
});
