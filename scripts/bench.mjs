// `npm run bench`: every measurement in test/bench, one after the other, from source.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { run } from "./run.mjs";
import { runSource } from "./runSource.mjs";
import { Advice, runMain, startSteps } from "./steps.mjs";

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const folder = join(root, "test", "bench");
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".bench.ts")) : [];
  if (files.length === 0) throw new Advice("There is no *.bench.ts in test/bench yet.");
  const { step } = startSteps();
  let worst = 0;
  for (const name of files.sort()) {
    const line = runSource(`test/bench/${name}`, process.argv.slice(2));
    worst = Math.max(worst, await step(name, () => run(line.command, line.args)));
  }
  return worst;
});
