/** A folder of a network share whose other end has gone silent: whoever asks it for anything waits for as long as it lasts. */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Only root may mount. */
export const canMountShares = process.getuid?.() === 0 && existsSync("/dev/fuse");

export interface DeadShare {
  path: string;
  /** The connection breaks off: what waited is answered with an error. */
  breakOff(): void;
}

/** Nobody ever reads what the kernel asks of this file system. */
export function deadShare(): DeadShare {
  const path = mkdtempSync(join(tmpdir(), "counterfoil-share-"));
  const device = openSync("/dev/fuse", "r+");
  const options = "fd=3,rootmode=40000,user_id=0,group_id=0";
  const mounted = spawnSync("mount", ["-i", "-t", "fuse", "-o", options, "dead", path], {
    stdio: ["ignore", "ignore", "pipe", device],
  });
  if (mounted.status !== 0) throw new Error(String(mounted.stderr));
  return {
    path,
    breakOff() {
      closeSync(device);
      spawnSync("umount", ["-l", path]);
      rmdirSync(path);
    },
  };
}
