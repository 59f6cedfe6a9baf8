// Configuring providers at the set-up desk: what is refused and where, what is kept, and what stands on record.
import { expect, onTestFinished, test } from "vitest";
import { startTrainingIute } from "../../electron/training/iute/server.ts";
import { ANA, CELIK, OFFICE, officeWith, openAgent, refusal, signIn, value } from "./counter.ts";

const CREDENTIALS = { username: "partner", password: "right-password" };

async function lenderAt() {
  const lender = await startTrainingIute({
    credentials: CREDENTIALS,
    partnerType: "post",
    seedExamples: true,
  });
  onTestFinished(() => lender.close());
  return lender;
}

const iute = {
  id: "iute",
  kind: "iute",
  name: "Iute",
  baseUrl: "https://partner.example.com/iute/",
  settings: { partnerType: "post", languages: ["alb"] },
  secrets: CREDENTIALS,
} as const;

for (const [what, change, code, field] of [
  ["plain http", { baseUrl: "http://partner.example.com" }, "insecureAddress", "baseUrl"],
  ["a user name in it", { baseUrl: "https://me@partner.example.com" }, "insecureAddress", "baseUrl"],
  ["a look-alike", { baseUrl: "https://pаrtner.example.com" }, "insecureAddress", "baseUrl"],
  ["no address at all", { baseUrl: "partner" }, "invalidInput", "baseUrl"],
  ["no partner type", { settings: {} }, "invalidInput", "settings.partnerType"],
  ["no password", { secrets: { username: "partner" } }, "invalidInput", "secrets.password"],
  [
    "an unsafe token address",
    { settings: { ...iute.settings, tokenUrl: "http://x.example" } },
    "insecureAddress",
    "settings.tokenUrl",
  ],
] as const)
  test(`a provider with ${what} is refused beside its field`, async () => {
    const agent = await officeWith(ANA);
    expect(await refusal(agent.call("setup.saveProvider", { ...iute, ...change }))).toMatchObject({
      code,
      field,
    });
    expect((await value(agent.call("setup.get"))).providers).toEqual([]);
  });

test("an address is a production one unless its name, or a person, says that it is a test", async () => {
  const agent = await officeWith(ANA);
  const save = (more: object) => value(agent.call("setup.saveProvider", { ...iute, ...more }));
  expect(await save({})).toMatchObject({
    environment: "production",
    baseUrl: "https://partner.example.com/iute",
  });
  expect(await save({ baseUrl: "https://test.partner.example.com" })).toMatchObject({ environment: "test" });
  expect(await save({ baseUrl: "https://partner-uat.example.com" })).toMatchObject({ environment: "test" });
  expect(await save({ baseUrl: "https://attest.example.com" })).toMatchObject({ environment: "production" });
  expect(await save({ environment: "test" })).toMatchObject({ environment: "test" });
});

test("secrets stay where they are when something else is changed, one by one", async () => {
  const lender = await lenderAt();
  const agent = await officeWith(ANA);
  const at = { ...iute, baseUrl: lender.baseUrl };
  await value(agent.call("setup.saveProvider", { ...at, secrets: { ...CREDENTIALS, password: "wrong" } }));
  const test = () => value(agent.call("setup.testProvider", { providerId: "iute" }));
  expect(await test()).toMatchObject({ reachable: false });
  await value(agent.call("setup.saveProvider", { ...at, secrets: { password: CREDENTIALS.password } }));
  const renamed = await value(
    agent.call("setup.saveProvider", { ...at, name: "The lender", secrets: undefined }),
  );
  expect(renamed).toMatchObject({ name: "The lender", secretsSet: ["password", "username"] });
  expect(await test()).toMatchObject({ reachable: true });
  await lender.setLine(false);
  expect(await test()).toMatchObject({
    reachable: false,
    detail: "The provider's computer refused the connection.",
  });
});

test("a new address of the lender stands in the journal with the name of whoever changed it", async () => {
  const agent = await officeWith(ANA);
  await value(agent.call("setup.saveProvider", iute));
  await value(agent.call("setup.saveProvider", { ...iute, baseUrl: "https://elsewhere.example.com" }));
  const { entries } = await value(agent.call("journal.search", { kinds: ["setup.providerSaved"] }));
  expect(entries.map(({ actor, summary }) => [actor, summary])).toEqual([
    ["Ana", "Provider Iute was saved with the address https://elsewhere.example.com."],
    ["Ana", "Provider Iute was saved with the address https://partner.example.com/iute."],
  ]);
});

test("only an administrator changes a provider once there is staff; at the first run nobody has to sign in", async () => {
  const agent = openAgent();
  await value(agent.call("setup.save", OFFICE));
  await value(agent.call("setup.saveProvider", iute));
  await value(agent.call("staff.save", ANA));
  expect(await refusal(agent.call("setup.saveProvider", iute))).toMatchObject({ code: "notSignedIn" });
  await signIn(agent, ANA);
  await value(agent.call("staff.save", CELIK));
  await signIn(agent, CELIK);
  expect(await refusal(agent.call("setup.saveProvider", iute))).toMatchObject({ code: "wrongRole" });
  expect(await refusal(agent.call("setup.testProvider", { providerId: "bank" }))).toMatchObject({
    code: "unknownProvider",
    field: "providerId",
  });
});

test("the currency stays while the till is open", async () => {
  const agent = await officeWith(ANA);
  await value(agent.call("till.open", { floatMinor: 5 }));
  expect(await refusal(agent.call("setup.save", { ...OFFICE, currency: "EUR" }))).toMatchObject({
    code: "tillOpen",
    field: "currency",
  });
  expect(await value(agent.call("setup.save", { ...OFFICE, office: "Tirana 13" }))).toMatchObject({
    office: "Tirana 13",
  });
});

test("a backup is made, named and on record", async () => {
  const agent = await officeWith(ANA);
  const { path, entries } = await value(agent.call("setup.backUp"));
  expect(path).toMatch(/counterfoil-.*\.sqlite$/);
  const found = await value(agent.call("journal.search", { kinds: ["setup.backedUp"] }));
  expect(found.entries).toMatchObject([{ summary: `A backup of ${entries} entries was made.` }]);
});
