// Setting a till up from a file: once, whole, and without its secrets ever coming back.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startTrainingIute } from "../../electron/training/iute/server.ts";
import { callNames } from "../../shared/callNames.ts";
import { Refusal } from "../../shared/errors.ts";
import { testKeyring } from "../journal/parts.ts";
import { temporaryFolder } from "../journal/till.ts";
import { ANA, BESA, CELIK, OFFICE, openAgent, provision, refusal, signIn, value } from "./counter.ts";

const SECRETS = { username: "partner-user", password: "Sehr#geheim-4711" };

function iute(baseUrl: string) {
  return {
    id: "iute",
    kind: "iute",
    name: "Iute",
    baseUrl,
    settings: { partnerType: "post", languages: ["alb"] },
    secrets: SECRETS,
  };
}

test("a provisioned till is ready: office, people, limits and provider", async () => {
  const agent = openAgent({
    provision: {
      ...provision,
      providers: [iute("https://partner.example.com")],
      limits: { idleLockSeconds: 77 },
    },
  });
  expect(await value(agent.call("setup.get"))).toMatchObject({
    ...OFFICE,
    ready: true,
    training: false,
    locked: null,
    providers: [
      { id: "iute", environment: "production", capabilities: expect.arrayContaining(["repayment"]) },
    ],
    limits: { idleLockSeconds: 77, releaseCheckSeconds: 120 },
  });
  const free = { lock: null, hasCodes: false };
  expect((await value(agent.call("staff.list"))).staff).toEqual([
    { name: "Ana", role: "admin", active: true, language: null, ...free },
    { name: "Besa", role: "supervisor", active: true, language: null, ...free },
    { name: "Celik", role: "cashier", active: true, language: null, ...free },
  ]);
  for (const person of [ANA, BESA, CELIK]) await signIn(agent, person);
  expect(await value(agent.call("staff.session"))).toMatchObject({
    signedIn: { name: "Celik", role: "cashier" },
  });
});

for (const [what, wrong, field] of [
  ["a currency in words", { ...provision, currency: "lek" }, "currency"],
  [
    "a person without a PIN",
    { ...provision, staff: [ANA, { name: "Besa", role: "cashier" }] },
    "staff.1.pin",
  ],
  ["one name twice", { ...provision, staff: [ANA, { ...BESA, name: "ana" }] }, "staff.1.name"],
  ["a misspelled member", { ...provision, provider: [] }, "provider"],
  ["plain http", { ...provision, providers: [iute("http://partner.example.com")] }, "providers.0.baseUrl"],
  [
    "a provider without its password",
    { ...provision, providers: [{ ...iute("https://a.example"), secrets: { username: "u" } }] },
    "providers.0.secrets.password",
  ],
] as const) {
  test(`${what} is named by its field, and nothing is set up`, async () => {
    const dataDir = join(temporaryFolder(), "till");
    const agent = openAgent({ dataDir, provision: wrong });
    const error: unknown = await agent.ready.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toMatchObject({ code: "invalidInput", field });
    await agent.close();
    const again = openAgent({ dataDir });
    expect(await value(again.call("setup.get"))).toMatchObject({
      ready: false,
      office: "",
      staffExists: false,
    });
  });
}

test("a till that is set up takes nothing more from a file, not even a broken one", async () => {
  const dataDir = temporaryFolder();
  const first = openAgent({ dataDir, provision });
  await first.ready;
  await first.close();
  for (const later of [{ ...provision, office: "Durres 1" }, { ...provision, training: true }, "nonsense"]) {
    const agent = openAgent({ dataDir, provision: later });
    expect(await value(agent.call("setup.get"))).toMatchObject({ office: "Tirana 12", training: false });
    await agent.close();
  }
});

test("a training till from a file starts in training, and is still there after a restart", async () => {
  const dataDir = temporaryFolder();
  const first = openAgent({ dataDir, provision: { ...provision, training: true } });
  const view = await value(first.call("setup.get"));
  expect(view).toMatchObject({ ...OFFICE, ready: true, training: true });
  expect(view.providers.map(({ id }) => id)).toContain("iute");
  await signIn(first, CELIK);
  expect(await value(first.call("setup.testProvider", { providerId: "iute" }))).toMatchObject({
    reachable: true,
  });
  await first.close();
  const second = openAgent({ dataDir });
  expect(await value(second.call("setup.get"))).toMatchObject({ ...OFFICE, training: true });
  await signIn(second, CELIK);
  expect(await value(second.call("setup.leaveTraining"))).toMatchObject({
    training: false,
    office: "",
    ready: false,
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

test("secrets never come back: not in a reply, and nowhere in the data folder", async () => {
  const lender = await startTrainingIute({ credentials: SECRETS, partnerType: "post", seedExamples: true });
  const dataDir = temporaryFolder();
  const agent = openAgent({ dataDir, provision: { ...provision, providers: [iute(lender.baseUrl)] } });
  await signIn(agent, ANA);
  const said: unknown[] = [];
  for (const name of callNames) {
    if (["setup.startTraining", "staff.signOut", "staff.switchUser"].includes(name)) continue;
    said.push(await agent.call(name, {}), await agent.call(name, { providerId: "iute", loanRef: "80001" }));
  }
  const changed = await agent.call("setup.saveProvider", { ...iute(lender.baseUrl), name: "Iute again" });
  expect(changed).toMatchObject({ ok: true, value: { secretsSet: ["password", "username"] } });
  expect(await value(agent.call("setup.testProvider", { providerId: "iute" }))).toMatchObject({
    reachable: true,
  });
  said.push(changed, await agent.call("journal.search", {}), await agent.call("setup.backUp"));
  expect(said.filter((reply) => JSON.stringify(reply).includes('"ok":true')).length).toBeGreaterThan(10);
  await agent.close();
  await lender.close();
  const basic = Buffer.from(`${SECRETS.username}:${SECRETS.password}`).toString("base64");
  const forms = [SECRETS.password, Buffer.from(SECRETS.password).toString("base64"), basic, ANA.pin];
  for (const form of forms) {
    expect(JSON.stringify(said)).not.toContain(form);
    for (const path of filesIn(dataDir)) expect(readFileSync(path).includes(form), path).toBe(false);
  }
});

test("a settings file that somebody damaged is kept aside, and the office is still there", async () => {
  const dataDir = temporaryFolder();
  const first = openAgent({ dataDir, provision });
  await first.ready;
  await first.close();
  writeFileSync(join(dataDir, "settings.json"), "{");
  const second = openAgent({ dataDir });
  expect(await value(second.call("setup.get"))).toMatchObject({ office: "Tirana 12", locked: null });
  const kept = readdirSync(dataDir).filter((name) => name.startsWith("settings.damaged-"));
  expect(kept).toHaveLength(1);
  expect(readFileSync(join(dataDir, kept[0] ?? ""), "utf8")).toBe("{");
});

test.each([
  ["a file", (file: string) => file],
  ["a folder below a file", (file: string) => join(file, "till")],
])(
  "where the data folder should be and %s is: said in words, and the file is left alone",
  async (_what, at) => {
    const file = join(temporaryFolder(), "notes.txt");
    writeFileSync(file, "shopping: milk");
    const told = await refusal(openAgent({ dataDir: at(file), provision }).call("setup.get"));
    expect(told).toMatchObject({ code: "readOnlyData", message: expect.stringContaining(file) });
    expect(readFileSync(file, "utf8")).toBe("shopping: milk");
  },
);

test("a second program on the same folder is told so, and the first goes on", async () => {
  const dataDir = temporaryFolder();
  const first = openAgent({ dataDir, provision });
  await first.ready;
  const second = openAgent({ dataDir, keyring: testKeyring() });
  await expect(second.ready).rejects.toMatchObject({ code: "alreadyRunning" });
  expect(await refusal(second.call("setup.get"))).toMatchObject({ code: "alreadyRunning" });
  await second.close();
  expect(await value(first.call("setup.get"))).toMatchObject({ ready: true });
  expect(existsSync(join(dataDir, "journal.sqlite"))).toBe(true);
});
