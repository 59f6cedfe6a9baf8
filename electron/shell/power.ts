/** Locks the counter when the computer is locked or goes to sleep; sending goes on without anybody signed in. */
import { powerMonitor } from "electron";
import type { Log } from "../logging/log.ts";

/** The core's own door for this: the page has none like it, and the reason is told as what it was. */
export interface LockableCore {
  lock(because: "system"): Promise<void>;
}

/** Only after `ready`. */
export function lockWithComputer(core: LockableCore, log: Log): void {
  const lock = (event: string) => {
    log("info", event);
    core.lock("system").catch(() => log("error", "power.lockFailed"));
  };
  powerMonitor.on("lock-screen", () => lock("power.locked"));
  powerMonitor.on("suspend", () => lock("power.suspended"));
  powerMonitor.on("resume", () => log("info", "power.resumed"));
}
