// `npm run mutants`: breaks the code on purpose in a copy of the tree; every break has to turn a test red.
import { onProjectNode } from "./projectNode.mjs";
import { run } from "./run.mjs";
import { runSource } from "./runSource.mjs";
import { runMain } from "./steps.mjs";

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const line = runSource("test/mutants/run.ts", process.argv.slice(2));
  return run(line.command, line.args);
});
