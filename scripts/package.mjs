// `npm run package`: the app as a folder that starts, with the runtime that this machine has; says which installers
// could be made here. Arguments after -- go to electron-builder instead (`-- --linux deb`).
import { buildApp } from "./build.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { runTool } from "./run.mjs";
import { setUp } from "./setup.mjs";
import { runMain, say, startSteps } from "./steps.mjs";

const installers = { linux: "AppImage, deb", win32: "nsis", darwin: "dmg" };

/** @param {import("./electronRuntime.mjs").ElectronRuntime} runtime */
function sayTargets(runtime) {
  const own = Object.entries(installers).find(([platform]) => platform === process.platform)?.[1] ?? "none";
  if (runtime.source === "registry") {
    say(`This machine can pack a folder to check (Electron ${runtime.version}), which is not for users.`);
    say(`The installers (${Object.values(installers).join(", ")}) need downloads that do not answer here.`);
  } else {
    say(`This machine can pack a folder and its own installers (${own}); others need their own system.`);
  }
}

await runMain(async () => {
  await onProjectNode(import.meta.url);
  const { step } = startSteps();
  const runtime = await step("Set-up", setUp);
  await step("Build", buildApp);
  const targets = process.argv.slice(2);
  return step("Package", () => {
    sayTargets(runtime);
    return runTool("electron-builder", [
      ...(targets.length === 0 ? ["--dir"] : targets),
      "--publish=never",
      ...(runtime.source === "registry" ? ["--config", "scripts/packageTestRuntime.yml"] : []),
      `-c.electronDist=${runtime.distPath}`,
      `-c.electronVersion=${runtime.version}`,
    ]);
  });
});
