// `npm run ready`: the quick check before a hand-in. Further arguments pick test files.
import { layersGate, lintGate, typesGate, vitestGate } from "./gates.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { runMain, startSteps } from "./steps.mjs";
import { printSummary } from "./summary.mjs";

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const { step } = startSteps();
  return printSummary([
    await step("Types", typesGate),
    await step("Lint and format", lintGate),
    await step("Layers", layersGate),
    await step("Tests", () => vitestGate(process.argv.slice(2))),
  ]);
});
