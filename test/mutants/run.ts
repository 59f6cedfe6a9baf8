/**
 * Breaks the code on purpose, one way after the other, in a copy of the tree, and asks the tests that should notice.
 * `run.ts` plays all, `run.ts --only 500` those whose name holds that. Ends with 1 where one survives.
 */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Mutant, mutants } from "./mutants.ts";

const root = join(import.meta.dirname, "..", "..");
const copied = ["electron", "shared", "test", "scripts", "package.json", "tsconfig.json", "vitest.config.ts"];

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const chosen = mutants.filter(({ name }) => name.includes(values.only));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The packages are borrowed by a link: nothing in the copy may install any. */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), "counterfoil-mutants-"));
  for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  return copy;
}

interface Run {
  code: number;
  output: string;
}

function run(copy: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: copy, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += String(chunk);
      });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function ask(copy: string, noticedBy: Mutant["noticedBy"]): Promise<Run> {
  if (noticedBy === "fsync") return run(copy, [join(copy, "scripts", "fsync.mjs"), "--as-is"]);
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  // A busy machine must not look like a test that noticed.
  return run(copy, [vitest, "run", "--bail=1", "--reporter=default", "--testTimeout=90000", ...noticedBy]);
}

/** The first thing that turned red, in the words of the report. */
function firstRed(output: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with an escape character.
  const plain = output.replaceAll(/\u001B\[[0-9;]*m/g, "");
  const line = plain.split("\n").find((text) => /^\s*(?:FAIL |× |FAILED)/.test(text));
  return line?.trim() ?? "it could not even be run";
}

function edited(copy: string, { name, edits }: Mutant): () => void {
  const before = new Map<string, string>();
  for (const { file, from, to } of edits) {
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    if (!before.has(path)) before.set(path, text);
    const parts = text.split(from);
    if (parts.length !== 2)
      throw new Error(`"${name}": its text stands ${parts.length - 1} times in ${file}, not once.`);
    writeFileSync(path, parts.join(to));
  }
  return () => {
    for (const [path, text] of before) writeFileSync(path, text);
  };
}

if (chosen.length === 0) throw new Error(`No mutant has "${values.only}" in its name.`);
const copy = copyTree();
const survivors: string[] = [];
let skipped = 0;
try {
  const tests = [...new Set(chosen.flatMap(({ noticedBy }) => (noticedBy === "fsync" ? [] : noticedBy)))];
  say(`Unbroken first: ${tests.length} test files.`);
  const sound = await ask(copy, tests);
  if (sound.code !== 0) {
    say(sound.output);
    throw new Error("The tests are red already: nothing can be learnt from breaking the code.");
  }
  for (const mutant of chosen) {
    const restore = edited(copy, mutant);
    const { code, output } = await ask(copy, mutant.noticedBy);
    restore();
    if (mutant.noticedBy === "fsync" && output.includes("nothing was counted")) {
      skipped += 1;
      say(`  skipped   The program ${mutant.name}: no strace here.`);
    } else if (code === 0) {
      survivors.push(mutant.name);
      say(`  SURVIVED  The program ${mutant.name}, and nobody notices.`);
    } else say(`  red       The program ${mutant.name}.\n            ${firstRed(output)}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
say(`${chosen.length} mutants, ${survivors.length} survived, ${skipped} skipped.`);
process.exit(survivors.length === 0 ? 0 : 1);
