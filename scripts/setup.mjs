// Makes a fresh clone ready to build, run and test: dependencies, system packages, Electron, SQLite.
import { pathToFileURL } from "node:url";
import { installDebianPackages } from "./debianPackages.mjs";
import { prepareElectron } from "./electronRuntime.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { prepareSqlite } from "./sqliteBinary.mjs";
import { runMain, startSteps } from "./steps.mjs";

/** Quick when everything is there already. */
export async function setUp() {
  await installDebianPackages();
  const runtime = await prepareElectron();
  await prepareSqlite(runtime.executablePath);
  return runtime;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    await onProjectNode(import.meta.url);
    await startSteps().step("Set-up", setUp);
  });
}
