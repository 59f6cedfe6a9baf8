// Training: one click there and back, beside an office that stays as it was.
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../journal/till.ts";
import { BESA, CELIK, officeWith, openAgent, refusal, signIn, turnedClock, value } from "./counter.ts";

test("one click on a new computer: an office, a lender, and two people to practise with", async () => {
  const agent = openAgent();
  expect(await value(agent.call("setup.startTraining"))).toMatchObject({
    ready: true,
    training: true,
    office: "Training office",
    till: "T1",
    currency: "ALL",
    warnings: [],
  });
  expect(await value(agent.call("staff.session"))).toMatchObject({
    signedIn: { name: "Trainee", role: "admin" },
  });
  const { people, examples, up } = await value(agent.call("training.status"));
  expect(up).toBe(true);
  expect(examples.map(({ loanRef }) => loanRef)).toContain("80001");
  expect(people.map(({ name, role }) => [name, role])).toEqual([
    ["Supervisor", "supervisor"],
    ["Trainee", "admin"],
  ]);
  await value(agent.call("till.open", { floatMinor: 1_000 }));
  const [supervisor] = people;
  const approval = { name: supervisor?.name, pin: supervisor?.pin };
  await value(agent.call("till.close", { counts: [], note: "Practice", approval }));
  for (const person of people) await signIn(agent, person);
});

test("whoever is at the office's counter goes into training by name, and comes back to the office as it was", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 33_000 }));
  await value(agent.call("setup.startTraining"));
  expect(await value(agent.call("staff.session"))).toMatchObject({
    signedIn: { name: "Celik", role: "cashier" },
  });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: false, floatMinor: 0 });
  await value(agent.call("till.open", { floatMinor: 77_000 }));
  // A second click changes nothing.
  await value(agent.call("setup.startTraining"));
  expect(await value(agent.call("till.status"))).toMatchObject({ floatMinor: 77_000 });
  expect(await value(agent.call("setup.leaveTraining"))).toMatchObject({
    training: false,
    office: "Tirana 12",
  });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, floatMinor: 33_000 });
  expect(await value(agent.call("staff.session"))).toMatchObject({ signedIn: { name: "Celik" } });
  expect(await refusal(agent.call("setup.leaveTraining"))).toMatchObject({ code: "notInTraining" });
  await value(agent.call("setup.startTraining"));
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, floatMinor: 77_000 });
});

test("whoever leaves the training counter has left the office's, too", async () => {
  const clock = turnedClock();
  const agent = await officeWith(BESA, { clock });
  await value(agent.call("setup.startTraining"));
  const locked: string[] = [];
  agent.on("session.locked", ({ reason }) => locked.push(reason));
  clock.turn(300_000);
  expect(locked).toEqual(["idle"]);
  await value(agent.call("setup.leaveTraining"));
  expect(await value(agent.call("staff.session"))).toEqual({ signedIn: null });
});

test("training goes on after a restart, with its line down and its lender's books", async () => {
  const dataDir = temporaryFolder();
  const first = openAgent({ dataDir });
  await value(first.call("setup.startTraining"));
  await value(first.call("training.line", { up: false }));
  await first.close();
  const second = openAgent({ dataDir });
  expect(await value(second.call("setup.get"))).toMatchObject({ training: true });
  const { people } = await value(second.call("training.status"));
  await signIn(second, people[0] ?? { name: "", pin: "" });
  const test = () => value(second.call("setup.testProvider", { providerId: "iute" }));
  expect(await test()).toMatchObject({ reachable: false });
  await value(second.call("training.line", { up: true }));
  expect(await test()).toMatchObject({ reachable: true });
});

test("the lender's staff decide at the training desk, and say why they cannot", async () => {
  const agent = openAgent();
  await value(agent.call("setup.startTraining"));
  expect(
    await refusal(agent.call("training.decide", { loanRef: "80001", decision: "approve" })),
  ).toMatchObject({ code: "stepOutOfOrder", field: "decision" });
  expect(
    await refusal(agent.call("training.decide", { loanRef: "99999", decision: "approve" })),
  ).toMatchObject({ code: "unknownLoan", field: "loanRef" });
  expect(
    await refusal(agent.call("training.misbehave", { providerId: "iute", kind: "explode", times: 1 })),
  ).toMatchObject({ code: "invalidInput", field: "kind" });
  expect(
    await refusal(agent.call("training.misbehave", { providerId: "bank", kind: "slow", times: 1 })),
  ).toMatchObject({ code: "unknownProvider", field: "providerId" });
  const test = () => value(agent.call("setup.testProvider", { providerId: "iute" }));
  await value(agent.call("training.misbehave", { providerId: "iute", kind: "credentials403", times: 1 }));
  expect(await test()).toMatchObject({ reachable: false });
  expect(await test()).toMatchObject({ reachable: true });
  await value(agent.call("training.misbehave", { providerId: "iute", kind: "credentials403", times: 5 }));
  await value(agent.call("training.misbehave", { providerId: "iute", kind: "credentials403", times: 0 }));
  expect(await test()).toMatchObject({ reachable: true });
});

test("in the office the training desk is closed", async () => {
  const agent = await officeWith(CELIK);
  for (const [name, input] of [
    ["training.status", {}],
    ["training.line", { up: false }],
    ["training.decide", { loanRef: "80001", decision: "approve" }],
    ["training.misbehave", { providerId: "iute", kind: "slow", times: 1 }],
  ] as const)
    expect(await refusal(agent.call(name, input))).toMatchObject({ code: "trainingOnly" });
});

test("clicks on both buttons at once end in one of the two, and the program closes", async () => {
  const agent = await officeWith(CELIK);
  for (let round = 0; round < 3; round += 1)
    await Promise.all([
      agent.call("setup.startTraining"),
      agent.call("setup.leaveTraining"),
      agent.call("setup.startTraining"),
      agent.call("till.status"),
    ]);
  await value(agent.call("setup.startTraining"));
  expect(await value(agent.call("setup.get"))).toMatchObject({ training: true });
  await agent.close();
  expect(await refusal(agent.call("setup.get"))).toMatchObject({ code: "notAvailable" });
});

test("a training folder that cannot be opened any more does not keep the office closed", async () => {
  const dataDir = temporaryFolder();
  const first = await officeWith(CELIK, { dataDir });
  await value(first.call("setup.startTraining"));
  await first.close();
  rmSync(join(dataDir, "training"), { recursive: true });
  writeFileSync(join(dataDir, "training"), "not a folder");
  const second = openAgent({ dataDir });
  expect(await value(second.call("setup.get"))).toMatchObject({ ready: true, office: "Tirana 12" });
});

test("a training folder whose keys were lost is put aside, and training begins anew", async () => {
  const dataDir = temporaryFolder();
  const first = openAgent({ dataDir });
  await value(first.call("setup.startTraining"));
  await first.close();
  for (const name of ["settings.json", "keys.json"]) rmSync(join(dataDir, "training", name));
  const second = openAgent({ dataDir });
  expect(await value(second.call("setup.get"))).toMatchObject({ training: true, ready: false, locked: null });
  await value(second.call("setup.startTraining"));
  expect(await value(second.call("staff.session"))).toMatchObject({ signedIn: { name: "Trainee" } });
  expect(readdirSync(dataDir).filter((name) => name.startsWith("training."))).toHaveLength(1);
});
