/** The command line check: `node out/verify.js <data folder, .sqlite or .jsonl> …` needs neither the app nor its keys. */
import { checkPlainChain } from "./journal/plainCheck.ts";

const BROKEN = 1;
const UNREADABLE = 2;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function check(path: string): number {
  say(path);
  try {
    const { ok, entries, head, firstBroken, detail } = checkPlainChain(path);
    say(`  entries: ${entries}`);
    say(`  head: ${head === "" ? "none" : head}`);
    say(`  first broken: ${firstBroken ?? "none"}`);
    say(`  ${ok ? "sound" : "BROKEN"}: ${detail}`);
    return ok ? 0 : BROKEN;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    say(`  unreadable: ${error.message}`);
    return UNREADABLE;
  }
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  say("Usage: node out/verify.js <data folder, journal or backup .sqlite, or twin .jsonl> …");
  process.exitCode = UNREADABLE;
} else {
  process.exitCode = Math.max(...paths.map(check));
}
