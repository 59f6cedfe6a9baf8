// `npm run demo`: on a desktop, opens the app in training; without a display, walks through it and leaves pictures.
import { existsSync, readdirSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { buildApp } from "./build.mjs";
import { launch } from "./launch.mjs";
import { hasDisplay, root } from "./project.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { tool } from "./run.mjs";
import { setUp } from "./setup.mjs";
import { runMain, say, startSteps } from "./steps.mjs";
import { runWithDisplay } from "./withDisplay.mjs";

const outputFolder = join(root, "demo-output");

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => (entry.isDirectory() ? [] : [join(folder, entry.name)]));
}

/** @param {string} title */
function listOutput(title) {
  process.stdout.write(`\n${title}: ${outputFolder}\n`);
  for (const path of filesBelow(outputFolder)) process.stdout.write(`   ${relative(outputFolder, path)}\n`);
}

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const { step, total } = startSteps();
  const runtime = await step("Set-up", setUp);
  await step("Build", buildApp);
  if (hasDisplay() && process.env.COUNTERFOIL_DEMO_WALK !== "1") {
    say("Opening the app in training: its lender is played by the app, no money moves.");
    return launch(runtime, ["--training", ...process.argv.slice(2)], {
      ...process.env,
      COUNTERFOIL_DATA_DIR: process.env.COUNTERFOIL_DATA_DIR ?? join(outputFolder, "training-till"),
    });
  }
  await rm(outputFolder, { recursive: true, force: true });
  await mkdir(outputFolder, { recursive: true });
  const code = await step(`The walk, in Electron ${runtime.version} on a display of its own`, () => {
    const walk = tool("playwright", ["test", "-c", "playwright.config.ts", "--project=demo"]);
    return runWithDisplay(walk.command, walk.args, {
      ...process.env,
      COUNTERFOIL_DEMO_OUTPUT: outputFolder,
    });
  });
  listOutput(code === 0 ? "The demo's pictures and papers" : "The walk did not end well; what there is");
  say(`${total()} in all`);
  return code;
});
