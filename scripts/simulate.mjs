// `npm run simulate -- --seeds 1000000`: the simulation of the journal and the courier, from source.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { run } from "./run.mjs";
import { runSource } from "./runSource.mjs";
import { Advice, runMain } from "./steps.mjs";

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const path = "test/simulation/run.ts";
  if (!existsSync(join(root, path))) throw new Advice(`There is no ${path} yet.`);
  const line = runSource(path, process.argv.slice(2));
  return run(line.command, line.args);
});
