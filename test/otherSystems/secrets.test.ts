/** What stays behind of a person and of the office's secrets: digests and sealed cells, and nothing in clear. */
import { expect, it } from "vitest";
import { ANA, value } from "../agent/counter.ts";
import { MIRA } from "./forms.ts";
import { everythingIn, office } from "./office.ts";

it("who asked about whom stands in the journal, as a digest", async () => {
  const { agent, dataDir } = await office();
  await value(agent.call("customers.lookup", MIRA));
  await value(agent.call("customers.get", { providerId: "drap", ecrn: "7841000000000001" }));
  await value(agent.call("customers.loans", { providerId: "interswitch", customerId: "2348123456789" }));
  const { entries } = await value(agent.call("journal.search", { kinds: ["customer.read"] }));
  expect(entries.map(({ actor, kind }) => [actor, kind])).toEqual([
    ["Celik", "customer.read"],
    ["Celik", "customer.read"],
    ["Celik", "customer.read"],
  ]);
  await agent.close();
  const left = everythingIn(dataDir);
  for (const personal of ["Dushaj", "I45612378K", "2348123456789", "7841000000000001"]) {
    expect(left).not.toContain(personal);
  }
});

it("no secret and no token is left in the data folder, and none crosses the bridge", async () => {
  const { agent, systems, dataDir } = await office(ANA);
  await value(agent.call("customers.lookup", MIRA));
  await value(agent.call("customers.loans", { providerId: "interswitch", customerId: "2348123456789" }));
  const crossed = JSON.stringify(await value(agent.call("setup.providers")));
  await agent.close();
  const left = everythingIn(dataDir);
  for (const { secrets } of systems.configurations) {
    for (const secret of Object.values(secrets).filter((text) => text.length > 10)) {
      expect(left).not.toContain(secret);
      expect(crossed).not.toContain(secret);
    }
  }
  expect(left).not.toMatch(/Bearer [A-Za-z0-9_-]{20,}/);
});

it("test connection explains what failed", async () => {
  const { agent, systems } = await office(ANA);
  for (const providerId of ["drap", "interswitch", "q2", "apollo"]) {
    expect(await value(agent.call("setup.testProvider", { providerId }))).toMatchObject({ reachable: true });
    systems.misbehave(providerId, "credentialsRefused", 1);
  }
  await systems.setLine(false);
  for (const providerId of ["drap", "interswitch", "q2", "apollo"]) {
    const { reachable, detail } = await value(agent.call("setup.testProvider", { providerId }));
    expect(reachable).toBe(false);
    expect(detail).toMatch(/refused the connection/);
  }
});
