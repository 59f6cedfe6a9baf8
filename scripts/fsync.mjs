// `npm run fsync`: watches the system calls of a till that takes money, and counts what was synced to the disk between
// a capture and its receipt. At least once the journal, and once its twin; less is a failure.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { capture } from "./run.mjs";
import { runSource } from "./runSource.mjs";
import { runMain, say } from "./steps.mjs";

const CAPTURES = 20;

/**
 * The syncs of each capture, by the file that was synced.
 * @param {string} trace what strace wrote down
 */
function countSyncs(trace) {
  /** @type {{ journal: number, twin: number }[]} */
  const captures = [];
  let open = false;
  for (const line of trace.split("\n")) {
    if (/write\(1[<,].*capture \d+ begins/.test(line)) {
      captures.push({ journal: 0, twin: 0 });
      open = true;
    } else if (/write\(1[<,].*capture \d+ ends/.test(line)) open = false;
    const synced = /f(?:data)?sync\(\d+<([^>]*)>/.exec(line)?.[1];
    const last = captures.at(-1);
    if (!open || synced === undefined || last === undefined) continue;
    if (synced.endsWith("twin.jsonl")) last.twin += 1;
    else if (synced.includes("journal.sqlite")) last.journal += 1;
  }
  return captures;
}

await runMain(async () => {
  // A copy of the tree borrows its packages, and must not install any.
  if (!process.argv.includes("--as-is")) await onProjectNode(import.meta.url);
  const probe = process.platform === "linux" ? await capture("strace", ["-V"]) : null;
  if (probe === null || probe.code !== 0) {
    say("There is no strace here: nothing was counted.");
    return 0;
  }
  // Where files are files: a memory disk would sync as well, but prove nothing to a reader.
  const results = join(root, "test-results");
  mkdirSync(results, { recursive: true });
  const folder = mkdtempSync(join(results, "fsync-"));
  const log = join(folder, "calls.log");
  try {
    const line = runSource("test/journal/fsyncChild.ts", [folder, String(CAPTURES)]);
    const watched = ["-f", "-y", "-s", "64", "-e", "trace=fsync,fdatasync,write", "-o", log];
    const run = await capture("strace", [...watched, line.command, ...line.args]);
    if (run.code !== 0 || !existsSync(log)) {
      // A container may forbid tracing altogether.
      if (/PTRACE|not permitted/i.test(run.errors)) {
        say("strace may not watch here: nothing was counted.");
        return 0;
      }
      say(run.errors);
      return 1;
    }
    const captures = countSyncs(readFileSync(log, "utf8"));
    const fewest = (/** @type {"journal" | "twin"} */ of) => Math.min(...captures.map((one) => one[of]));
    say(`${captures.length} captures; synced between capture and receipt, at the least:`);
    say(`  journal ${fewest("journal")} (fsync or fdatasync of journal.sqlite or its WAL)`);
    say(`  twin    ${fewest("twin")}`);
    const holds = captures.length === CAPTURES && fewest("journal") >= 1 && fewest("twin") >= 1;
    say(
      holds
        ? "Every capture was on both disks before its receipt."
        : "FAILED: a receipt came before its sync.",
    );
    return holds ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
