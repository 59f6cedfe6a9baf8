/** Locks the counter when the computer is locked or goes to sleep; sending goes on without anybody signed in. */
import { powerMonitor } from "electron";
import type { Log } from "./log.ts";
import type { Core } from "./router.ts";

/** Only after `ready`. */
export function lockWithComputer(core: Core, log: Log): void {
  const lock = (event: string) => {
    log("info", event);
    core.call("staff.signOut", {}).catch(() => log("error", "power.signOutFailed"));
  };
  powerMonitor.on("lock-screen", () => lock("power.locked"));
  powerMonitor.on("suspend", () => lock("power.suspended"));
  powerMonitor.on("resume", () => log("info", "power.resumed"));
}
