// The power goes while the till is being closed: what was counted is there, and nothing is half closed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { runSource } from "../../scripts/runSource.mjs";
import { BESA, CELIK, officeWith, value } from "../agent/counter.ts";
import { temporaryFolder } from "../journal/till.ts";

/** Runs a till of its own up to that point and ends it as a power cut does. */
async function killedWhen(dataDir: string, where: string): Promise<void> {
  const { command, args } = runSource("test/till/closingChild.ts", [dataDir, where]);
  const till = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => {
    till.kill("SIGKILL");
  });
  for await (const line of createInterface({ input: till.stdout })) {
    if (line !== where) continue;
    const ended = once(till, "exit");
    till.kill("SIGKILL");
    await ended;
    return;
  }
  throw new Error(`The till ended before it had ${where}.`);
}

const counts = [{ denominationMinor: 1_000, pieces: 9 }];

test("while a second person was asked for: counted, not closed, and the closing goes on with that count", async () => {
  const dataDir = temporaryFolder();
  await killedWhen(dataDir, "asked");
  const agent = await officeWith(CELIK, { dataDir });
  expect(await value(agent.call("till.status"))).toMatchObject({
    open: true,
    expectedMinor: 10_000,
    timesCounted: 1,
  });
  const { counts: kept } = await value(agent.call("till.report", {}));
  expect(kept).toMatchObject([{ number: 1, by: "Celik", counts, differenceMinor: -1_000 }]);
  const approval = { name: BESA.name, pin: BESA.pin };
  const report = await value(agent.call("till.close", { counts, note: "A note is missing.", approval }));
  expect(report.counts).toHaveLength(1);
  expect(report).toMatchObject({ differenceMinor: -1_000, approvedBy: "Besa" });
});

test("after the closing: it is closed, once, with its report", async () => {
  const dataDir = temporaryFolder();
  await killedWhen(dataDir, "closed");
  const agent = await officeWith(CELIK, { dataDir });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: false });
  const report = await value(agent.call("till.report", {}));
  expect(report).toMatchObject({ kind: "Z", closedBy: "Celik", differenceMinor: -1_000, approvedBy: "Besa" });
  expect((await value(agent.call("till.shifts", {}))).total).toBe(1);
  expect(await value(agent.call("journal.verify"))).toMatchObject({ ok: true });
}, 60_000);
