// `npm run bench`: every measurement in test/bench, one after the other, from source; `npm run bench preview` only one.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "./build.mjs";
import { root } from "./project.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { runSource } from "./runSource.mjs";
import { setUp } from "./setup.mjs";
import { Advice, runMain, startSteps } from "./steps.mjs";
import { runWithDisplay } from "./withDisplay.mjs";

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const folder = join(root, "test", "bench");
  const [only = ""] = process.argv.slice(2);
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith(".bench.ts") && name.startsWith(only))
    : [];
  if (files.length === 0) throw new Advice(`There is no ${only}*.bench.ts in test/bench.`);
  const { step } = startSteps();
  await step("Set-up", setUp);
  await step("Build", buildApp);
  let worst = 0;
  for (const name of files.sort()) {
    const line = runSource(`test/bench/${name}`, []);
    // Some of them drive the real app.
    worst = Math.max(worst, await step(name, () => runWithDisplay(line.command, line.args)));
  }
  return worst;
});
