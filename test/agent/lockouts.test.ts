// Wrong PINs: counted before they are looked at, locked for 1, 5 and 30 minutes, then opened by a supervisor.
import { expect, test } from "vitest";
import type { Agent } from "../../electron/agent.ts";
import { systemRandom } from "../../electron/composition/systemPorts.ts";
import { createPeople } from "../../electron/desks/people.ts";
import { createPinHashing } from "../../electron/desks/pinHashing.ts";
import { openCodeSecrets } from "../../electron/journal/codeSecrets.ts";
import { openPins } from "../../electron/journal/pins.ts";
import { CHEAP } from "../journal/parts.ts";
import { newTill, temporaryFolder } from "../journal/till.ts";
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
import { withPin } from "./storedPin.ts";

const MINUTE = 60_000;

async function mistype(agent: Agent, name: string, times = 5): Promise<void> {
  for (let tries = 0; tries < times; tries += 1)
    expect(await refusal(agent.call("staff.signIn", { name, pin: "000001" }))).toMatchObject({
      code: "wrongPin",
    });
}

/** Fifteen wrong PINs with the waits between them, and five more: now waiting does not help any longer. */
async function lockOut(agent: Agent, clock: { turn(milliseconds: number): void }, name: string) {
  for (const minutes of [1, 5, 30]) {
    await mistype(agent, name);
    expect(await refusal(agent.call("staff.signIn", { name, pin: "000001" }))).toMatchObject({
      code: "pinLocked",
      retry: true,
      message: expect.stringContaining(minutes === 1 ? "one minute" : `${minutes} minutes`),
    });
    clock.turn(minutes * MINUTE);
  }
  await mistype(agent, name);
}

const lockOf = async (agent: Agent, name: string) =>
  (await value(agent.call("staff.list"))).staff.find((person) => person.name === name)?.lock;

test("1, 5 and 30 minutes, then a supervisor: no waiting, no restart and no clock opens the name", async () => {
  const dataDir = temporaryFolder();
  const clock = turnedClock();
  const first = await officeWith(null, { dataDir, clock });
  await lockOut(first, clock, "Celik");
  await first.close();
  const agent = openAgent({ dataDir, clock });
  clock.turn(7 * 24 * 60 * MINUTE);
  const refused = await refusal(agent.call("staff.signIn", CELIK));
  expect(refused).toMatchObject({ code: "pinLocked", reason: "needsSupervisor" });
  expect(refused.retry).toBeUndefined();
  expect(await lockOf(agent, "Celik")).toEqual({ leftSeconds: 0, needsSupervisor: true });

  const approval = { name: "Besa", pin: BESA.pin };
  expect(await refusal(agent.call("staff.unlock", { name: "Celik" }))).toMatchObject({
    code: "approvalNeeded",
  });
  expect(
    await refusal(agent.call("staff.unlock", { name: "Celik", approval: { ...approval, pin: "999999" } })),
  ).toMatchObject({ code: "wrongPin", field: "approval.pin" });
  expect(await value(agent.call("staff.unlock", { name: "celik", approval }))).toEqual({ name: "Celik" });
  await signIn(agent, CELIK);
  await signIn(agent, ANA);
  const { entries } = await value(agent.call("journal.search", { kinds: ["staff.unlocked"] }));
  expect(entries).toMatchObject([{ actor: "Besa", summary: "Besa opened the locked name Celik again." }]);
});

test("a supervisor who is signed in opens a name without a second PIN; nobody opens their own", async () => {
  const clock = turnedClock();
  const agent = await officeWith(null, {
    clock,
    provision: { ...provision, limits: { idleLockSeconds: 0 } },
  });
  await lockOut(agent, clock, "Celik");
  await signIn(agent, BESA);
  await value(agent.call("staff.unlock", { name: "Celik" }));
  await lockOut(agent, clock, "Besa");
  expect(await refusal(agent.call("staff.unlock", { name: "Besa" }))).toMatchObject({
    code: "approvalNeeded",
  });
  expect(
    await refusal(agent.call("staff.unlock", { name: "Besa", approval: { name: "Besa", pin: BESA.pin } })),
  ).toMatchObject({ code: "approvalBySamePerson" });
  await value(agent.call("staff.unlock", { name: "Besa", approval: { name: "Ana", pin: ANA.pin } }));
  await signIn(agent, CELIK);
  expect(await refusal(agent.call("staff.unlock", { name: "Besa" }))).toMatchObject({
    code: "approvalNeeded",
  });
});

test("a cashier opens nobody's name", async () => {
  const clock = turnedClock();
  const agent = await officeWith(null, { clock });
  await lockOut(agent, clock, "Besa");
  expect(
    await refusal(agent.call("staff.unlock", { name: "Besa", approval: { name: "Celik", pin: CELIK.pin } })),
  ).toMatchObject({ code: "wrongRole", field: "approval.name" });
});

test("where nobody could open it, the 30 minutes repeat: the only administrator is never shut out for ever", async () => {
  const clock = turnedClock();
  const agent = await officeWith(null, { clock, provision: { ...provision, staff: [ANA, CELIK] } });
  await lockOut(agent, clock, "Ana");
  for (let round = 0; round < 3; round += 1) {
    expect(await refusal(agent.call("staff.signIn", ANA))).toMatchObject({ code: "pinLocked", retry: true });
    clock.turn(29 * MINUTE);
    expect(await refusal(agent.call("staff.signIn", ANA))).toMatchObject({ code: "pinLocked" });
    clock.turn(MINUTE);
    if (round < 2) await mistype(agent, "Ana");
  }
  await signIn(agent, ANA);
});

test("two who are locked out wait for each other's 30 minutes, not for ever", async () => {
  const clock = turnedClock();
  const agent = await officeWith(null, { clock, provision: { ...provision, staff: [ANA, BESA] } });
  await lockOut(agent, clock, "Ana");
  await lockOut(agent, clock, "Besa");
  clock.turn(30 * MINUTE);
  await signIn(agent, BESA);
  // From now on there is somebody whom Ana can ask.
  expect(await refusal(agent.call("staff.signIn", ANA))).toMatchObject({ reason: "needsSupervisor" });
});

test("a name that nobody has gets the same answers on the same way", async () => {
  const clock = turnedClock();
  const agent = await officeWith(null, { clock });
  const told = async (name: string) => {
    const replies: unknown[] = [];
    for (const minutes of [1, 5, 30, 30]) {
      for (let tries = 0; tries < 6; tries += 1)
        replies.push(await refusal(agent.call("staff.signIn", { name, pin: "000001" })));
      clock.turn(minutes * MINUTE);
    }
    return replies;
  };
  expect(await told("Nobody")).toEqual(await told("Celik"));
});

test("a try is on the disk before it is looked at, so that ending the program in between is no free try", async () => {
  const till = await newTill();
  const journal = till.open();
  journal.write(({ append }) =>
    append({ kind: "staff.saved", payload: { name: "Ana", role: "admin", active: true }, actor: "Ana" }),
  );
  const { clock, keys } = till;
  const pins = openPins(journal, clock);
  const real = createPinHashing({ keys, clock, random: systemRandom, cost: CHEAP });
  pins.set("Ana", await real.hash(ANA.pin));
  const counted: (number | undefined)[] = [];
  const people = createPeople({
    ...{ journal, pins, clock },
    codes: openCodeSecrets({ journal, keys, random: systemRandom }),
    hashing: {
      hash: real.hash,
      matches: (pin, stored) => {
        counted.push(pins.get("Ana")?.failures);
        return real.matches(pin, stored);
      },
    },
  });
  await expect(people.verify("Ana", "000001")).rejects.toMatchObject({ code: "wrongPin" });
  await people.verify("Ana", ANA.pin);
  expect(counted).toEqual([1, 2]);
  expect(pins.get("Ana")?.failures).toBe(0);
});

test("many tries at once are many tries", async () => {
  const agent = await officeWith(null);
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => refusal(agent.call("staff.signIn", { name: "Celik", pin: "000001" }))),
  );
  expect(replies.filter(({ code }) => code === "wrongPin")).toHaveLength(5);
  expect(replies.filter(({ code }) => code === "pinLocked")).toHaveLength(7);
});

test("a PIN of an older rule lets its owner in once more, through choosing a new one", async () => {
  const dataDir = temporaryFolder();
  const before = await officeWith(null, { dataDir });
  await before.close();
  await withPin(dataDir, "Celik", "4821");
  const agent = openAgent({ dataDir });
  const short = { name: "Celik", pin: "4821" };
  expect(await refusal(agent.call("staff.signIn", short))).toMatchObject({
    code: "pinMustChange",
    field: "newPin",
  });
  expect(await value(agent.call("staff.session"))).toEqual({ signedIn: null });
  for (const [newPin, code] of [
    ["48215", "invalidInput"],
    ["111111", "pinTooSimple"],
    ["240985", "pinTooSimple"],
  ] as const)
    expect(await refusal(agent.call("staff.signIn", { ...short, newPin }))).toMatchObject({
      code,
      field: "newPin",
    });
  expect(
    await refusal(agent.call("staff.signIn", { ...short, pin: "4822", newPin: "730264" })),
  ).toMatchObject({ code: "wrongPin" });
  expect(await value(agent.call("staff.signIn", { ...short, newPin: "730264" }))).toMatchObject({
    signedIn: { name: "Celik" },
  });
  expect(await refusal(agent.call("staff.signIn", short))).toMatchObject({ code: "wrongPin" });
  await signIn(agent, { name: "Celik", pin: "730264" });
});

test.each([
  ["five digits", "48291", "invalidInput"],
  ["a run", "234567", "pinTooSimple"],
])(
  "a roll-out file with %s for a PIN is refused by its field, and nothing is set up",
  async (_what, pin, code) => {
    const agent = openAgent({ provision: { ...OFFICE, staff: [{ ...ANA, pin }], providers: [] } });
    await expect(agent.ready).rejects.toMatchObject({ code, field: "staff.0.pin" });
  },
);
