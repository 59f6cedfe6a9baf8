// Who may do what at a counter: first run, PINs, lock-outs, roles, and the lock of an idle counter.
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../journal/till.ts";
import {
  ANA,
  BESA,
  CELIK,
  OFFICE,
  officeWith,
  openAgent,
  provision,
  refusal,
  signIn,
  turnedClock,
  value,
} from "./counter.ts";

test("a first run needs nobody signed in until there is staff, and then it does", async () => {
  const agent = openAgent();
  expect(await value(agent.call("setup.get"))).toMatchObject({ ready: false, staffExists: false });
  expect(await refusal(agent.call("till.open", { floatMinor: 0 }))).toMatchObject({ code: "notSignedIn" });
  await value(agent.call("setup.save", OFFICE));
  expect(await refusal(agent.call("staff.save", CELIK))).toMatchObject({
    code: "invalidInput",
    field: "role",
  });
  expect(await value(agent.call("staff.save", ANA))).toEqual({
    name: "Ana",
    role: "admin",
    active: true,
    language: null,
  });
  expect(await value(agent.call("setup.get"))).toMatchObject({ ready: true, ...OFFICE });
  expect(await refusal(agent.call("staff.save", CELIK))).toMatchObject({ code: "notSignedIn" });
  expect(await refusal(agent.call("setup.save", OFFICE))).toMatchObject({ code: "notSignedIn" });
  await signIn(agent, ANA);
  await value(agent.call("staff.save", CELIK));
  await signIn(agent, CELIK);
  expect(await refusal(agent.call("staff.save", BESA))).toMatchObject({ code: "wrongRole" });
  expect(await refusal(agent.call("journal.export", { format: "csv", path: "/tmp/x" }))).toMatchObject({
    code: "wrongRole",
  });
});

for (const [pin, code] of [
  ["111111", "pinTooSimple"],
  ["123456", "pinTooSimple"],
  ["454545", "pinTooSimple"],
  ["311290", "pinTooSimple"],
  ["0123", "invalidInput"],
  ["48291", "invalidInput"],
  ["482 915", "invalidInput"],
] as const) {
  test(`nobody gets the PIN ${pin}`, async () => {
    const agent = await officeWith(ANA);
    expect(await refusal(agent.call("staff.save", { name: "Drita", role: "cashier", pin }))).toMatchObject({
      code,
      field: "pin",
    });
    expect((await value(agent.call("staff.list"))).staff.map(({ name }) => name)).not.toContain("Drita");
  });
}

test("nobody has the program's name: what it does and what people do stay apart", async () => {
  const agent = await officeWith(ANA);
  for (const name of ["system", "System", " SYSTEM "])
    expect(await refusal(agent.call("staff.save", { ...CELIK, name }))).toMatchObject({
      code: "nameTaken",
      field: "name",
    });
  const staff = [ANA, { ...CELIK, name: "System" }];
  await expect(openAgent({ provision: { ...provision, staff } }).ready).rejects.toMatchObject({
    code: "nameTaken",
    field: "staff.1.name",
  });
});

test("two spellings of one name are one name", async () => {
  const agent = await officeWith(ANA);
  expect(await refusal(agent.call("staff.save", { ...CELIK, name: "CELIK" }))).toMatchObject({
    code: "nameTaken",
    field: "name",
  });
  for (const name of ["Cel\u00adik", "Ｃｅｌｉｋ", "Celik\ufe0f", "C\u034felik", "Celi\u212a"])
    expect(await refusal(agent.call("staff.save", { ...CELIK, name }))).toMatchObject({ field: "name" });
  expect((await value(agent.call("staff.list"))).staff).toHaveLength(3);
  await signIn(agent, { name: "celik", pin: CELIK.pin });
  expect(await value(agent.call("staff.session"))).toMatchObject({ signedIn: { name: "Celik" } });
});

test("a wrong PIN, somebody unknown and somebody who left get the same answer", async () => {
  const agent = await officeWith(ANA);
  await value(agent.call("staff.save", { name: "Celik", role: "cashier", active: false }));
  const replies = await Promise.all([
    refusal(agent.call("staff.signIn", { name: "Besa", pin: "999999" })),
    refusal(agent.call("staff.signIn", { name: "Nobody", pin: "999999" })),
    refusal(agent.call("staff.signIn", CELIK)),
  ]);
  expect(replies).toEqual(replies.map(() => replies[0]));
  expect(replies[0]).toEqual({ code: "wrongPin", message: "The name or the PIN is wrong.", field: "pin" });
  expect((await value(agent.call("staff.list"))).staff).toContainEqual({
    name: "Celik",
    role: "cashier",
    active: false,
    language: null,
    lock: null,
    hasCodes: false,
  });
});

test("five wrong PINs lock for a minute, five more for five; a restart forgives nothing", async () => {
  const dataDir = temporaryFolder();
  const clock = turnedClock();
  const wrong = { name: "Celik", pin: "000001" };
  const first = await officeWith(null, { dataDir, clock });
  for (let tries = 0; tries < 5; tries += 1)
    expect(await refusal(first.call("staff.signIn", wrong))).toMatchObject({ code: "wrongPin" });
  expect(await refusal(first.call("staff.signIn", CELIK))).toMatchObject({ code: "pinLocked", retry: true });
  await first.close();

  const second = openAgent({ dataDir, clock });
  expect(await refusal(second.call("staff.signIn", CELIK))).toMatchObject({ code: "pinLocked" });
  clock.turn(59_000);
  expect(await refusal(second.call("staff.signIn", CELIK))).toMatchObject({ code: "pinLocked" });
  clock.turn(1_000);
  for (let tries = 0; tries < 5; tries += 1)
    expect(await refusal(second.call("staff.signIn", wrong))).toMatchObject({ code: "wrongPin" });
  clock.turn(60_000);
  expect(await refusal(second.call("staff.signIn", CELIK))).toMatchObject({
    code: "pinLocked",
    message: expect.stringContaining("4 minutes"),
  });
  // Others go on meanwhile, and an administrator can give a new PIN.
  await signIn(second, ANA);
  await value(second.call("staff.save", { ...CELIK, pin: "806143" }));
  await signIn(second, { name: "Celik", pin: "806143" });
});

test("a right PIN ends the count of wrong ones", async () => {
  const agent = await officeWith(null);
  for (let round = 0; round < 3; round += 1) {
    for (let tries = 0; tries < 4; tries += 1)
      await refusal(agent.call("staff.signIn", { name: "Celik", pin: "000001" }));
    await signIn(agent, CELIK);
  }
});

test("a name that nobody has is locked out as a real one is", async () => {
  const agent = await officeWith(null);
  for (let tries = 0; tries < 5; tries += 1)
    expect(await refusal(agent.call("staff.signIn", { name: "Ghost", pin: "1" }))).toMatchObject({
      code: "wrongPin",
    });
  expect(await refusal(agent.call("staff.signIn", { name: "ghost", pin: "1" }))).toMatchObject({
    code: "pinLocked",
  });
});

test("the last administrator stays", async () => {
  const agent = await officeWith(ANA);
  for (const change of [{ active: false }, { role: "cashier" }] as const)
    expect(await refusal(agent.call("staff.save", { ...ANA, ...change, pin: undefined }))).toMatchObject({
      code: "invalidInput",
      field: Object.keys(change)[0],
    });
  await value(agent.call("staff.save", { name: "Besa", role: "admin" }));
  await value(agent.call("staff.save", { name: "Ana", role: "admin", active: false }));
  // Whoever was just sent away is no longer at the counter.
  expect(await value(agent.call("staff.session"))).toEqual({ signedIn: null });
  await signIn(agent, BESA);
});

test("two administrators who are demoted at the same moment leave one", async () => {
  const agent = await officeWith(ANA);
  await value(agent.call("staff.save", { name: "Drita", role: "admin", pin: "730195" }));
  const demoted = await Promise.all([
    agent.call("staff.save", { name: "Drita", role: "cashier", pin: "730196" }),
    agent.call("staff.save", { name: "Ana", role: "cashier", pin: "274917" }),
  ]);
  expect(demoted.filter(({ ok }) => ok)).toHaveLength(1);
  const { staff } = await value(agent.call("staff.list"));
  expect(staff.filter(({ role }) => role === "admin")).toHaveLength(1);
});

test("a language is a person's own and stays", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("staff.setLanguage", { language: "mk" }));
  expect(await value(agent.call("staff.session"))).toEqual({
    signedIn: { name: "Celik", role: "cashier", language: "mk" },
  });
});

test("an idle counter locks itself; a page that only looks does not keep it open, a person does", async () => {
  const clock = turnedClock();
  const agent = await officeWith(CELIK, { clock });
  const locked: string[] = [];
  agent.on("session.locked", ({ reason }) => locked.push(reason));
  clock.turn(200_000);
  await value(agent.call("staff.active"));
  clock.turn(299_000);
  await value(agent.call("till.status"));
  await value(agent.call("outbox.list", {})).catch(() => undefined);
  expect(locked).toEqual([]);
  clock.turn(1_000);
  expect(locked).toEqual(["idle"]);
  expect(await value(agent.call("staff.session"))).toEqual({ signedIn: null });
  expect(await refusal(agent.call("till.report", {}))).toMatchObject({ code: "notSignedIn" });
  await signIn(agent, ANA);
  const { entries } = await value(agent.call("journal.search", { kinds: ["staff.signedOut"] }));
  expect(entries).toMatchObject([{ actor: "system", summary: "Celik signed out (idle)." }]);
});

test("switching people signs the one before out, and signing out tells the page", async () => {
  const agent = await officeWith(CELIK);
  const locked: string[] = [];
  agent.on("session.locked", ({ reason }) => locked.push(reason));
  await signIn(agent, BESA);
  await value(agent.call("staff.signOut"));
  await value(agent.call("staff.signOut"));
  expect(locked).toEqual(["signedOut"]);
  await signIn(agent, ANA);
  const { entries } = await value(
    agent.call("journal.search", { kinds: ["staff.signedIn", "staff.signedOut"] }),
  );
  expect(entries.map(({ summary }) => summary).toReversed()).toEqual([
    "Celik signed in.",
    "Celik signed out (person).",
    "Besa signed in.",
    "Besa signed out (person).",
    "Ana signed in.",
  ]);
});

test("a program that ended while somebody was signed in says so at the next start", async () => {
  const dataDir = temporaryFolder();
  const first = await officeWith(CELIK, { dataDir });
  await first.close();
  const second = openAgent({ dataDir });
  await signIn(second, ANA);
  const { entries } = await value(second.call("journal.search", { kinds: ["staff.signedOut"] }));
  expect(entries).toMatchObject([{ actor: "system", summary: "Celik signed out (restart)." }]);
});

test("a relative data folder is the one below the working folder", async () => {
  const folder = temporaryFolder();
  const before = process.cwd();
  process.chdir(folder);
  const agent = openAgent({ dataDir: "till" });
  process.chdir(before);
  await agent.ready;
  await agent.close();
  const again = openAgent({ dataDir: join(folder, "till") });
  await again.ready;
});
