// A second person who is elsewhere: one-time codes from their telephone.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Agent } from "../../electron/agent.ts";
import { stepOfCode } from "../../electron/desks/oneTimeCodes.ts";
import { temporaryFolder } from "../journal/till.ts";
import { codeOf } from "./codes.ts";
import { ANA, BESA, CELIK, officeWith, openAgent, refusal, signIn, turnedClock, value } from "./counter.ts";
import { shortShift, WITHDRAWN } from "./shortShift.ts";

const STEP = 30_000;

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("RFC 6238, appendix B: at %i seconds the code is %s", (seconds, code) => {
  const secret = Buffer.from("12345678901234567890", "ascii");
  const now = seconds * 1000;
  expect(stepOfCode(secret, code, { now, lastStep: 0 })).toBe(Math.floor(seconds / 30));
  expect(stepOfCode(secret, "000000", { now, lastStep: 0 })).toBeNull();
});

test.each([
  ["two steps early", -2, null],
  ["one step early", -1, 99],
  ["one step late", 1, 101],
  ["two steps late", 2, null],
])("a code that comes %s", (_when, steps, expected) => {
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  const bytes = Buffer.from("12345678901234567890", "ascii");
  const now = 100 * STEP + 4_000;
  expect(stepOfCode(bytes, codeOf(secret, now + steps * STEP), { now, lastStep: 0 })).toBe(expected);
});

/** Gives the secret as a telephone has it. */
async function enrol(agent: Agent, person: { name: string; pin: string }, now: () => number) {
  await signIn(agent, person);
  const { uri, secret, qrSvg } = await value(agent.call("approvals.enrol", { pin: person.pin }));
  expect(uri).toBe(
    `otpauth://totp/Counterfoil%20Tirana%2012%20T3:${person.name}?issuer=Counterfoil%20Tirana%2012%20T3&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
  expect(qrSvg).toContain("<svg");
  await value(agent.call("approvals.confirm", { code: codeOf(secret, now()) }));
  return secret;
}

test("a supervisor elsewhere approves with the code on their telephone; each code is good once", async () => {
  const dataDir = temporaryFolder();
  const clock = turnedClock();
  const first = await officeWith(null, { dataDir, clock });
  const secret = await enrol(first, BESA, clock.now);
  await signIn(first, CELIK);
  await shortShift(first);
  // The code that confirmed the telephone is used up.
  const used = { name: "Besa", code: codeOf(secret, clock.now()) };
  expect(await refusal(first.call("till.close", { ...WITHDRAWN, approval: used }))).toMatchObject({
    code: "wrongCode",
    field: "approval.code",
  });
  clock.turn(STEP);
  const code = codeOf(secret, clock.now());
  const spoken = `${code.slice(0, 3)} ${code.slice(3)}`;
  const report = await value(
    first.call("till.close", { ...WITHDRAWN, approval: { name: "besa", code: spoken } }),
  );
  expect(report).toMatchObject({ differenceMinor: -20_000 });
  await shortShift(first);
  const again = { ...WITHDRAWN, approval: { name: "Besa", code } };
  expect(await refusal(first.call("till.close", again))).toMatchObject({ code: "wrongCode" });
  await first.close();

  // Used up is used up, after a restart and with the clock set back, too.
  const second = openAgent({ dataDir, clock });
  await signIn(second, CELIK);
  clock.turn(-STEP);
  expect(await refusal(second.call("till.close", again))).toMatchObject({ code: "wrongCode" });
  await signIn(second, ANA);
  const { entries } = await value(second.call("journal.search", { kinds: ["staff.approved"] }));
  expect(entries.map(({ summary, actor }) => [actor, summary])).toEqual([
    ["Celik", `Besa approved till.difference of ${report.shiftId} for Celik, with a one-time code.`],
  ]);
  expect(await value(second.call("journal.verify"))).toMatchObject({ ok: true });
});

test("wrong codes count like wrong PINs, and a right code forgives no wrong PIN", async () => {
  const clock = turnedClock();
  const agent = await officeWith(null, { clock });
  const secret = await enrol(agent, BESA, clock.now);
  await signIn(agent, CELIK);
  await shortShift(agent);
  const close = (approval: object) => agent.call("till.close", { ...WITHDRAWN, approval });
  for (let tries = 0; tries < 2; tries += 1)
    expect(await refusal(close({ name: "Besa", pin: "000001" }))).toMatchObject({ code: "wrongPin" });
  clock.turn(STEP);
  await value(close({ name: "Besa", code: codeOf(secret, clock.now()) }));
  await shortShift(agent);
  clock.turn(STEP);
  for (let tries = 0; tries < 3; tries += 1)
    expect(await refusal(close({ name: "Besa", code: "000000" }))).toMatchObject({ code: "wrongCode" });
  for (const approval of [
    { name: "Besa", code: codeOf(secret, clock.now()) },
    { name: "Besa", pin: BESA.pin },
  ])
    expect(await refusal(close(approval))).toMatchObject({ code: "pinLocked", retry: true });
});

test("somebody without a telephone, somebody unknown and a cashier's own code get no consent", async () => {
  const clock = turnedClock();
  const agent = await officeWith(null, { clock });
  const secret = await enrol(agent, BESA, clock.now);
  await signIn(agent, CELIK);
  await shortShift(agent);
  clock.turn(STEP);
  const code = codeOf(secret, clock.now());
  const close = (name: string) =>
    refusal(agent.call("till.close", { ...WITHDRAWN, approval: { name, code } }));
  const replies = [await close("Ana"), await close("Nobody")];
  expect(replies).toEqual(replies.map(() => replies[0]));
  expect(replies[0]).toMatchObject({ code: "wrongCode", field: "approval.code" });
  expect(await close("Celik")).toMatchObject({ code: "approvalBySamePerson" });
  // Who no longer works here approves nothing, whatever the telephone still shows.
  await signIn(agent, ANA);
  await value(agent.call("staff.save", { name: "Besa", role: "supervisor", active: false }));
  await signIn(agent, CELIK);
  expect(await close("Besa")).toMatchObject({ code: "wrongCode" });
});

test("a telephone is set up with the person's own PIN and its first code, and forgotten when it is lost", async () => {
  const clock = turnedClock();
  const agent = await officeWith(CELIK, { clock });
  expect(await refusal(agent.call("approvals.enrol", { pin: CELIK.pin }))).toMatchObject({
    code: "wrongRole",
  });
  await signIn(agent, BESA);
  expect(await refusal(agent.call("approvals.confirm", { code: "123456" }))).toMatchObject({
    code: "wrongState",
  });
  expect(await refusal(agent.call("approvals.enrol", { pin: CELIK.pin }))).toMatchObject({
    code: "wrongPin",
  });
  const { secret } = await value(agent.call("approvals.enrol", { pin: BESA.pin }));
  expect(await refusal(agent.call("approvals.confirm", { code: "000000" }))).toMatchObject({
    code: "wrongCode",
    field: "code",
  });
  const hasCodes = async () =>
    (await value(agent.call("staff.list"))).staff.find(({ name }) => name === "Besa")?.hasCodes;
  expect(await hasCodes()).toBe(false);
  await value(agent.call("approvals.confirm", { code: codeOf(secret, clock.now()) }));
  expect(await hasCodes()).toBe(true);
  expect(await refusal(agent.call("approvals.forget", { name: "Ana" }))).toMatchObject({ code: "wrongRole" });
  await signIn(agent, ANA);
  await value(agent.call("approvals.forget", { name: "besa" }));
  expect(await hasCodes()).toBe(false);
  await signIn(agent, CELIK);
  await shortShift(agent);
  clock.turn(STEP);
  const approval = { name: "Besa", code: codeOf(secret, clock.now()) };
  expect(await refusal(agent.call("till.close", { ...WITHDRAWN, approval }))).toMatchObject({
    code: "wrongCode",
  });
});

test("the secret of a telephone stands nowhere on the disk but sealed, and comes back in no reply", async () => {
  const dataDir = temporaryFolder();
  const clock = turnedClock();
  const agent = await officeWith(null, { dataDir, clock });
  const secret = await enrol(agent, BESA, clock.now);
  const replies = JSON.stringify([
    await value(agent.call("staff.list")),
    await value(agent.call("approvals.list", {})),
    await value(agent.call("journal.search", {})),
  ]);
  expect(replies).not.toContain(secret);
  await agent.close();
  const files = readdirSync(dataDir, { recursive: true, encoding: "utf8" })
    .map((name) => join(dataDir, name))
    .filter((path) => statSync(path).isFile());
  const raw = Buffer.from(
    [...secret]
      .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
      .join("")
      .match(/[01]{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [],
  );
  expect(raw).toHaveLength(20);
  for (const path of files) {
    const bytes = readFileSync(path);
    expect([path, bytes.includes(secret), bytes.includes(raw)]).toEqual([path, false, false]);
  }
});

test("a code from elsewhere opens a locked name, with nobody at the counter", async () => {
  const clock = turnedClock();
  const agent = await officeWith(null, { clock });
  const secret = await enrol(agent, BESA, clock.now);
  await value(agent.call("staff.signOut"));
  for (let tries = 0; tries < 5; tries += 1)
    await refusal(agent.call("staff.signIn", { name: "Celik", pin: "000001" }));
  expect(await refusal(agent.call("staff.signIn", CELIK))).toMatchObject({ code: "pinLocked" });
  clock.turn(STEP);
  const approval = { name: "Besa", code: codeOf(secret, clock.now()) };
  await value(agent.call("staff.unlock", { name: "Celik", approval }));
  await signIn(agent, CELIK);
});

test("an approval that is none is named by its field", async () => {
  const agent = await officeWith(CELIK);
  await shortShift(agent);
  for (const approval of [
    { name: "Besa" },
    { name: "Besa", code: "12345" },
    { name: "Besa", code: "abcdef" },
    { later: false },
    "Besa",
  ]) {
    const refused = await refusal(agent.call("till.close", { ...WITHDRAWN, approval }));
    expect(refused).toMatchObject({ code: "invalidInput" });
    expect(refused.field).toMatch(/^approval/);
  }
});
