// `npm test`: everything, in order, on a fresh clone too; ends with a table and the totals.
import { buildApp } from "./build.mjs";
import { e2eGate } from "./e2eGate.mjs";
import { layersGate, lintGate, oneCheck, sourceGate, typesGate, vitestGate } from "./gates.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { setUp } from "./setup.mjs";
import { runMain, say, startSteps } from "./steps.mjs";
import { printSummary } from "./summary.mjs";

/** A build that fails is one failed check, and the rest still runs. */
async function buildGate() {
  try {
    await buildApp();
    return oneCheck("build", 0);
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return oneCheck("build", 1);
  }
}

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const { step, total } = startSteps();
  await step("Set-up", setUp);
  const results = [
    await step("Types", typesGate),
    await step("Lint and format", lintGate),
    await step("Layers", layersGate),
    // Before the tests: some of them drive out/agent.js.
    await step("Build", buildGate),
    await step("Tests of every room", () => vitestGate()),
    await step("Simulation, 10,000 seeds", () =>
      sourceGate("simulation", "test/simulation/run.ts", ["--seeds", "10000"]),
    ),
    await step("Killed at random moments, 30 rounds", () =>
      sourceGate("kill rounds", "test/kill/run.ts", ["--rounds", "30"]),
    ),
    ...(await step("End to end, in a real Electron", () => e2eGate())),
  ].filter((result) => result !== null);
  say(`${total()} in all`);
  return printSummary(results);
});
