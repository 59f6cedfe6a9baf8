// Configuring providers at the set-up desk: what is refused and where, what is kept, and what stands on record.
import { expect, onTestFinished, test } from "vitest";
import { startTrainingIute } from "../../electron/training/iute/server.ts";
import { ANA, BESA, CELIK, OFFICE, officeWith, openAgent, refusal, signIn, value } from "./counter.ts";

const approval = { name: BESA.name, pin: BESA.pin };
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
  const save = (more: object) => value(agent.call("setup.saveProvider", { ...iute, approval, ...more }));
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

test("a new address of the lender is for two people, and stands in the journal with both their names", async () => {
  const agent = await officeWith(ANA);
  await value(agent.call("setup.saveProvider", iute));
  const elsewhere = { ...iute, baseUrl: "https://elsewhere.example.com" };
  expect(await refusal(agent.call("setup.saveProvider", elsewhere))).toMatchObject({
    code: "approvalNeeded",
    field: "approval",
  });
  const [still] = (await value(agent.call("setup.providers"))).providers;
  expect(still?.baseUrl).toBe(iute.baseUrl.replace(/\/$/, ""));
  const own = { ...elsewhere, approval: { name: ANA.name, pin: ANA.pin } };
  expect(await refusal(agent.call("setup.saveProvider", own))).toMatchObject({
    code: "approvalBySamePerson",
  });
  await value(agent.call("setup.saveProvider", { ...elsewhere, approval }));
  const approved = await value(agent.call("journal.search", { kinds: ["staff.approved"] }));
  expect(approved.entries).toMatchObject([
    { actor: "Ana", summary: "Besa approved setup.provider of iute for Ana." },
  ]);
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

test("what a token is asked from is an address, too", async () => {
  const agent = await officeWith(ANA);
  const q2 = {
    id: "q2",
    kind: "q2",
    name: "Q2",
    baseUrl: "https://q2.example.com",
    settings: { tokenUrl: "https://login.example.com/token" },
    secrets: { clientId: "a", clientSecret: "b", username: "c", password: "d" },
  } as const;
  await value(agent.call("setup.saveProvider", q2));
  await value(agent.call("setup.saveProvider", { ...q2, name: "The book", secrets: { password: "e" } }));
  const settings = { tokenUrl: "https://login.elsewhere.example.com/token" };
  expect(await refusal(agent.call("setup.saveProvider", { ...q2, settings }))).toMatchObject({
    code: "approvalNeeded",
  });
});

test("a limit is for two people to change, and the approval says which number it was for", async () => {
  const agent = await officeWith(ANA);
  const limits = { offlineMaxCount: 20, idleLockSeconds: 300 };
  expect(await refusal(agent.call("setup.saveLimits", { limits }))).toMatchObject({ code: "approvalNeeded" });
  expect((await value(agent.call("setup.get"))).limits["offlineMaxCount"]).toBe(500);
  await value(agent.call("setup.saveLimits", { limits, approval }));
  expect((await value(agent.call("setup.get"))).limits["offlineMaxCount"]).toBe(20);
  const { entries } = await value(agent.call("journal.search", { kinds: ["staff.approved"] }));
  expect(entries).toMatchObject([
    { actor: "Ana", summary: "Besa approved setup.limits of offlineMaxCount=20 for Ana." },
  ]);
  // Nothing is changed, nothing is asked.
  await value(agent.call("setup.saveLimits", { limits }));
});

test("an administrator who is alone changes address and limits alone", async () => {
  const agent = await officeWith(ANA, {
    provision: { ...OFFICE, staff: [ANA, CELIK], providers: [iute] },
  });
  await value(agent.call("setup.saveLimits", { limits: { offlineMaxCount: 20 } }));
  await value(agent.call("setup.saveProvider", { ...iute, baseUrl: "https://elsewhere.example.com" }));
});
