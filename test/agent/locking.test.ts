// A keyring that is gone, locked or another one: the till counts and shows, and the recovery code opens it.
import { copyFileSync, cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Keyring } from "../../electron/ports.ts";
import { testKeyring } from "../journal/parts.ts";
import { temporaryFolder } from "../journal/till.ts";
import { ANA, BESA, CELIK, officeWith, openAgent, refusal, signIn, value } from "./counter.ts";

const locked: Keyring = {
  available: true,
  encrypt: testKeyring().encrypt,
  decrypt: async () => {
    throw new Error("The keyring is locked.");
  },
};

for (const [what, keyring, keyringMissing] of [
  ["missing", testKeyring("office", false), true],
  ["another one", testKeyring("somebody else"), false],
  ["locked", locked, false],
] as const) {
  test(`a keyring that is ${what} locks the till until the recovery code is typed`, async () => {
    const dataDir = temporaryFolder();
    const before = await officeWith(ANA, { dataDir });
    const { recoveryCode } = await value(before.call("setup.recoveryCode"));
    expect((await value(before.call("setup.recoveryCode"))).recoveryCode).toBe(recoveryCode);
    await value(before.call("till.open", { floatMinor: 70_000 }));
    await before.close();

    const agent = openAgent({ dataDir, keyring });
    expect(await value(agent.call("setup.get"))).toMatchObject({
      ready: true,
      office: "Tirana 12",
      locked: "keyring",
      keyringMissing,
    });
    expect(await value(agent.call("till.status"))).toMatchObject({ open: true, expectedMinor: 70_000 });
    expect(await value(agent.call("journal.verify"))).toMatchObject({ ok: true });
    const { total } = await value(agent.call("journal.search", { text: "700" }));
    expect(total).toBe(1);
    for (const [name, input] of [
      ["staff.signIn", ANA],
      ["staff.save", BESA],
      ["till.open", { floatMinor: 0 }],
      ["setup.recoveryCode", {}],
    ] as const)
      expect(await refusal(agent.call(name, input))).toMatchObject({ code: "locked" });
    expect(await refusal(agent.call("setup.unlock", { recoveryCode: "AAAA" }))).toMatchObject({
      code: "wrongRecoveryCode",
      field: "recoveryCode",
    });
    expect(await value(agent.call("setup.unlock", { recoveryCode }))).toMatchObject({ locked: null });
    await signIn(agent, CELIK);
    await value(agent.call("till.move", { direction: "in", amountMinor: 5, reason: "Found" }));
    await agent.close();

    // A keyring that can keep the key keeps it from now on.
    const after = openAgent({ dataDir, keyring });
    const isAskedAgain = what !== "another one";
    expect(await value(after.call("setup.get"))).toMatchObject({ locked: isAskedAgain ? "keyring" : null });
  });
}

test("the code on the screen stays the same until the person leaves, and a new one replaces it", async () => {
  const agent = await officeWith(ANA);
  expect((await value(agent.call("setup.get"))).warnings).toContain("recoveryCodeNotPrinted");
  const first = await value(agent.call("setup.recoveryCode"));
  expect((await value(agent.call("setup.get"))).warnings).not.toContain("recoveryCodeNotPrinted");
  await value(agent.call("staff.signOut"));
  await signIn(agent, ANA);
  const second = await value(agent.call("setup.recoveryCode"));
  expect(second.recoveryCode).not.toBe(first.recoveryCode);
});

test("yesterday's journal put back is looked at, not worked with, until a supervisor has decided", async () => {
  const dataDir = temporaryFolder();
  const first = await officeWith(CELIK, { dataDir });
  await first.close();
  const kept = join(temporaryFolder(), "journal.sqlite");
  copyFileSync(join(dataDir, "journal.sqlite"), kept);
  const second = await officeWith(CELIK, { dataDir });
  await value(second.call("till.open", { floatMinor: 40_000 }));
  await second.close();
  for (const suffix of ["-wal", "-shm"]) rmSync(join(dataDir, `journal.sqlite${suffix}`), { force: true });
  copyFileSync(kept, join(dataDir, "journal.sqlite"));

  const agent = openAgent({ dataDir });
  expect(await value(agent.call("setup.get"))).toMatchObject({ locked: "restoredBackup", ready: true });
  await signIn(agent, CELIK);
  expect(await refusal(agent.call("till.open", { floatMinor: 0 }))).toMatchObject({ code: "restoredBackup" });
  const decision = { note: "The backup of yesterday was put back by mistake." };
  expect(
    await refusal(agent.call("setup.acceptData", { name: "Celik", pin: CELIK.pin, ...decision })),
  ).toMatchObject({ code: "wrongRole" });
  expect(
    await value(agent.call("setup.acceptData", { name: "Besa", pin: BESA.pin, ...decision })),
  ).toMatchObject({ locked: null });
  // What the twin knew has come back.
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, floatMinor: 40_000 });
  expect(
    await refusal(agent.call("setup.acceptData", { name: "Besa", pin: BESA.pin, ...decision })),
  ).toMatchObject({ code: "wrongState" });
});

test("a copy of the folder beside the original sends nothing until somebody has decided", async () => {
  const dataDir = temporaryFolder();
  const original = await officeWith(CELIK, { dataDir });
  await original.close();
  const copy = join(temporaryFolder(), "copy");
  cpSync(dataDir, copy, { recursive: true });
  const agent = openAgent({ dataDir: copy });
  expect(await value(agent.call("setup.get"))).toMatchObject({ locked: "copiedData" });
  await signIn(agent, CELIK);
  expect(await refusal(agent.call("till.open", { floatMinor: 0 }))).toMatchObject({ code: "copiedData" });
});

test("a journal that was deleted comes back from its twin; its lost PINs are replaced by whoever has the code", async () => {
  const dataDir = temporaryFolder();
  const before = await officeWith(ANA, { dataDir });
  const { recoveryCode } = await value(before.call("setup.recoveryCode"));
  await value(before.call("till.open", { floatMinor: 12_300 }));
  await before.close();
  for (const suffix of ["", "-wal", "-shm"])
    rmSync(join(dataDir, `journal.sqlite${suffix}`), { force: true });

  const agent = openAgent({ dataDir });
  expect((await value(agent.call("setup.get"))).locked).toBe("restoredBackup");
  const decision = { name: "Ana", note: "The file was deleted." };
  for (const pin of [ANA.pin, recoveryCode.replace(/^./, (letter) => (letter === "A" ? "B" : "A"))])
    expect(await refusal(agent.call("setup.acceptData", { ...decision, pin }))).toMatchObject({
      code: "wrongRecoveryCode",
      field: "pin",
    });
  expect(await value(agent.call("setup.acceptData", { ...decision, pin: recoveryCode }))).toMatchObject({
    locked: null,
    office: "Tirana 12",
    ready: true,
  });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, floatMinor: 12_300 });
  expect(await refusal(agent.call("staff.signIn", CELIK))).toMatchObject({ code: "wrongPin" });
  await value(agent.call("staff.save", CELIK));
  await signIn(agent, CELIK);
});

test("the computer's own lock signs out in the system's name, which no page can say", async () => {
  const agent = await officeWith(CELIK);
  const reasons: string[] = [];
  agent.on("session.locked", ({ reason }) => reasons.push(reason));
  await agent.lock("system");
  await agent.lock("system");
  expect(reasons).toEqual(["system"]);
  expect(await value(agent.call("staff.session"))).toMatchObject({ signedIn: null });
  expect(await refusal(agent.call("staff.lock"))).toMatchObject({ code: "unknownCall" });
  await signIn(agent, BESA);
  const { entries } = await value(agent.call("journal.search", { kinds: ["staff.signedOut"] }));
  expect(entries.map(({ actor }) => actor)).toEqual(["system"]);
});
