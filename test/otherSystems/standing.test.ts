/** A person whom the register does not let be served: the application stops here, too, in one neutral sentence. */
import { expect, it } from "vitest";
import { BESA, CELIK, refusal, value } from "../agent/counter.ts";
import { NELEA } from "../desks/counter.ts";
import { BLOCKED, INVESTIGATED, MIRA, NEW, onboard } from "./forms.ts";
import { office } from "./office.ts";

const application = (pin: string, captureId: string) => ({
  providerId: "iute",
  application: { ...NELEA, pin },
  captureId,
});

it("stops an application for either reason in the same words, and nothing reaches the lender", async () => {
  const { agent, systems } = await office(CELIK);
  const refusals: unknown[] = [];
  for (const person of [BLOCKED, INVESTIGATED]) {
    await value(agent.call("customers.lookup", person));
    refusals.push(await refusal(agent.call("loans.apply", application(person.idNumber, person.idNumber))));
  }
  expect(refusals[0]).toEqual(refusals[1]);
  expect(refusals[0]).toEqual({
    code: "customerNotServed",
    field: "application.pin",
    message: expect.not.stringMatching(/blocked|investigat|compliance/i),
  });
  expect(systems.requests("iute").filter(({ operation }) => operation === "newLoan")).toEqual([]);
});

it("stops it after a refused registration as well, and also after a restart", async () => {
  const { agent, reopened } = await office(CELIK);
  const { idNumber } = INVESTIGATED;
  await value(agent.call("customers.onboard", onboard({ ...NEW, idDetails: [{ idType: 4, idNumber }] })));
  await agent.close();
  const after = await reopened();
  // Written with other blanks and letters it is the same number.
  expect(await refusal(after.call("loans.apply", application(` ${idNumber} `, "capture-1")))).toMatchObject({
    code: "customerNotServed",
  });
});

it("lets it go on once the register serves the person again", async () => {
  const { agent, systems } = await office(CELIK);
  await value(agent.call("customers.lookup", BLOCKED));
  await systems.drap.change((entries) => ({
    ...entries,
    customers: entries.customers.map((customer) =>
      customer.idNumber === BLOCKED.idNumber ? { ...customer, state: "active" } : customer,
    ),
  }));
  await value(agent.call("customers.lookup", BLOCKED));
  const applied = await value(agent.call("loans.apply", application(BLOCKED.idNumber, "capture-1")));
  expect(applied).toMatchObject({ step: "submitted" });
  // The derived tables say the same when they are made anew from the rows.
  expect(await value(agent.call("journal.verify"))).toMatchObject({ ok: true });
});

it("stands in the journal once for each change, without the reason", async () => {
  const { agent } = await office(BESA);
  for (const person of [INVESTIGATED, INVESTIGATED, MIRA])
    await value(agent.call("customers.lookup", person));
  const { entries } = await value(agent.call("journal.search", { kinds: ["customer.standing"] }));
  expect(entries).toMatchObject([{ actor: "Besa" }]);
  expect(JSON.stringify(entries)).not.toMatch(/investigat|blocked/i);
});
