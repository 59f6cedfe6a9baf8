// How long somebody stays at a counter, how fast another one takes over, and what is kept for whom meanwhile.
import { expect, test } from "vitest";
import { ANA, BESA, CELIK, officeWith, provision, refusal, signIn, turnedClock, value } from "./counter.ts";

const HOUR = 3_600_000;

test("after a working day a person signs in again, however busy they are", async () => {
  const clock = turnedClock();
  const agent = await officeWith(CELIK, { clock });
  const locked: string[] = [];
  agent.on("session.locked", ({ reason }) => locked.push(reason));
  for (let minute = 0; minute < 10 * 60 - 4; minute += 4) {
    clock.turn(4 * 60_000);
    await value(agent.call("staff.active"));
  }
  expect(locked).toEqual([]);
  clock.turn(4 * 60_000);
  expect(locked).toEqual(["limit"]);
  expect(await value(agent.call("staff.session"))).toEqual({ signedIn: null });
  await signIn(agent, CELIK);
  clock.turn(60_000);
  expect(await value(agent.call("staff.session"))).toMatchObject({ signedIn: { name: "Celik" } });
  await signIn(agent, ANA);
  const { entries } = await value(agent.call("journal.search", { kinds: ["staff.signedOut"] }));
  expect(entries.map(({ summary, actor }) => [summary, actor])).toContainEqual([
    "Celik signed out (limit).",
    "system",
  ]);
});

test("the office says how long a working day is, and none at all means no end", async () => {
  for (const [sessionHours, expected] of [
    [1, ["limit"]],
    [0, []],
  ] as const) {
    const clock = turnedClock();
    const limits = { sessionHours, idleLockSeconds: 0 };
    const agent = await officeWith(CELIK, { clock, provision: { ...provision, limits } });
    const locked: string[] = [];
    agent.on("session.locked", ({ reason }) => locked.push(reason));
    clock.turn(24 * HOUR);
    expect(locked).toEqual(expected);
  }
});

test("whoever takes over begins a working day of their own", async () => {
  const clock = turnedClock();
  const limits = { sessionHours: 1, idleLockSeconds: 0 };
  const agent = await officeWith(CELIK, { clock, provision: { ...provision, limits } });
  clock.turn(40 * 60_000);
  await signIn(agent, BESA);
  clock.turn(40 * 60_000);
  expect(await value(agent.call("staff.session"))).toMatchObject({ signedIn: { name: "Besa" } });
  clock.turn(20 * 60_000);
  expect(await value(agent.call("staff.session"))).toEqual({ signedIn: null });
});

test("making room for somebody else is one call, tells the page why, and stands in the person's own name", async () => {
  const agent = await officeWith(CELIK);
  const locked: string[] = [];
  agent.on("session.locked", ({ reason }) => locked.push(reason));
  expect(await value(agent.call("staff.switchUser"))).toEqual({ signedIn: null });
  expect(await value(agent.call("staff.switchUser"))).toEqual({ signedIn: null });
  expect(locked).toEqual(["switched"]);
  await signIn(agent, BESA);
  const { entries } = await value(agent.call("journal.search", { kinds: ["staff.signedOut"] }));
  expect(entries).toMatchObject([{ actor: "Celik", summary: "Celik signed out (switch)." }]);
});

test("what two people were typing into the same form comes back to each of them, and to nobody else", async () => {
  const agent = await officeWith(CELIK);
  const form = "repayment";
  await value(agent.call("drafts.save", { form, fields: { loanRef: "1001" } }));
  await value(agent.call("staff.switchUser"));
  expect(await refusal(agent.call("drafts.get", { form }))).toMatchObject({ code: "notSignedIn" });
  await signIn(agent, BESA);
  expect(await value(agent.call("drafts.get", { form }))).toMatchObject({ fields: null });
  await value(agent.call("drafts.save", { form, fields: { loanRef: "2002" } }));
  await signIn(agent, CELIK);
  expect(await value(agent.call("drafts.get", { form }))).toMatchObject({ fields: { loanRef: "1001" } });
  await signIn(agent, BESA);
  expect(await value(agent.call("drafts.get", { form }))).toMatchObject({ fields: { loanRef: "2002" } });
});
