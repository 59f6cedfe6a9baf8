/** The fork port in Electron: a utility process, sandboxed from our environment, since packaged builds cannot run as Node. */
import { fileURLToPath } from "node:url";
import { utilityProcess } from "electron";
import type { ForkProcess } from "../ports.ts";

/** Windows starts no process without its own folder; nothing else of ours goes along. */
function bareEnvironment(): Record<string, string> {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

/** Only after `ready`. */
export const forkUtilityProcess: ForkProcess = (script) => {
  const child = utilityProcess.fork(fileURLToPath(script), [], {
    env: bareEnvironment(),
    execArgv: ["--max-old-space-size=768"],
    stdio: "ignore",
    serviceName: "Counterfoil documents",
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on("message", listener),
    onExit: (listener) => child.once("exit", listener),
    kill: () => {
      child.kill();
    },
  };
};
