/** The fork port in plain Node. Packaged Electron has no Node to run by itself: there the shell hands in its own. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ForkProcess } from "../ports.ts";

/** Windows starts no process without its own folder; nothing else of ours goes along. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

export const forkNodeProcess: ForkProcess = (script) => {
  const child = fork(fileURLToPath(script), [], {
    env: bareEnvironment(),
    execArgv: ["--max-old-space-size=768"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // The process waits for questions as long as we live, but must not be what keeps us alive.
  child.unref();
  child.channel?.unref();
  return {
    send: (message) => {
      // A child that died meanwhile is told by `exit`.
      if (child.connected) child.send(Object(message), () => undefined);
    },
    onMessage: (listener) => child.on("message", listener),
    onExit: (listener) => {
      let told = false;
      const tell = () => {
        if (!told) listener();
        told = true;
      };
      child.once("exit", tell);
      child.once("error", tell);
    },
    kill: () => {
      child.kill("SIGKILL");
    },
  };
};
