// The checks that a hand-in has to pass without starting the app: types, lint and format, layers, tests.
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { readJson, root } from "./project.mjs";
import { run, runTool } from "./run.mjs";
import { runSource } from "./runSource.mjs";
import { say } from "./steps.mjs";

/**
 * What one gate says: how many of its checks passed and failed.
 * @typedef {{ name: string, passed: number, failed: number, note?: string }} GateResult
 */

export const resultsFolder = join(root, "test-results");

/**
 * A gate that either holds or does not counts as one.
 * @param {string} name
 * @param {number} code
 * @returns {GateResult}
 */
export function oneCheck(name, code) {
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

/** The core is checked a second time without the page's globals: it has to run where there is no window. */
export async function typesGate() {
  const [whole, core] = await Promise.all([
    runTool("tsc", ["--noEmit"]),
    runTool("tsc", ["--noEmit", "-p", "tsconfig.core.json"]),
  ]);
  return oneCheck("types", whole || core);
}

export async function lintGate() {
  return oneCheck("lint and format", await runTool("biome", ["ci", "--error-on-warnings", "."]));
}

export async function layersGate() {
  const folders = ["electron", "renderer", "shared", "test"].filter((name) => existsSync(join(root, name)));
  return oneCheck("layers", await runTool("depcruise", ["--config", ".dependency-cruiser.cjs", ...folders]));
}

/**
 * Vitest's own report, in which a file that does not even load counts as a failure too.
 * @param {string} path
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
function vitestTotals(path) {
  const report = readJson(path);
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/**
 * @param {string[]} [only] files or folders; all of test/ without them
 * @returns {Promise<GateResult>}
 */
export async function vitestGate(only = []) {
  const name = "tests";
  const report = join(resultsFolder, "vitest.json");
  await mkdir(resultsFolder, { recursive: true });
  await rm(report, { force: true });
  const code = await runTool("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...only,
  ]);
  if (!existsSync(report)) return { name, passed: 0, failed: 1, note: "Vitest left no report." };
  const { passed, failed, skipped } = vitestTotals(report);
  const note = skipped > 0 ? `${skipped} skipped` : undefined;
  // Vitest fails for more than tests: an error that nobody caught, or no test at all.
  const unexplained = code !== 0 && failed === 0 ? 1 : 0;
  return { name, passed, failed: failed + unexplained, ...(note === undefined ? {} : { note }) };
}

/**
 * A script of test/ that proves something by many rounds; not there yet, nothing to count.
 * @param {string} name
 * @param {string} path
 * @param {string[]} args
 * @returns {Promise<GateResult | null>}
 */
export async function sourceGate(name, path, args) {
  if (!existsSync(join(root, path))) {
    say(`There is no ${path} yet.`);
    return null;
  }
  const line = runSource(path, args);
  return oneCheck(name, await run(line.command, line.args));
}
