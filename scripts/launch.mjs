// The command line that opens the built app for a person.
import { isRoot, root } from "./project.mjs";
import { run } from "./run.mjs";

/**
 * @param {import("./electronRuntime.mjs").ElectronRuntime} runtime
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function launch(runtime, args, env = process.env) {
  // Chromium refuses to start its sandbox as root; nowhere else may it be switched off.
  return run(runtime.executablePath, [root, ...(isRoot ? ["--no-sandbox"] : []), ...args], { env });
}
