// `npm run kill -- --rounds 1000`: kills the core at random moments, from source.
import { onProjectNode } from "./projectNode.mjs";
import { run } from "./run.mjs";
import { runSource } from "./runSource.mjs";
import { runMain } from "./steps.mjs";

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const args = process.argv.slice(2);
  const line = runSource("test/kill/run.ts", args.length === 0 ? ["--rounds", "1000"] : args);
  return run(line.command, line.args);
});
