// The end-to-end gate: Playwright drives the built app, and what it drove must have been a real Electron.
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { installPaperPackages } from "./debianPackages.mjs";
import { resultsFolder } from "./gates.mjs";
import { readJson } from "./project.mjs";
import { tool } from "./run.mjs";
import { runWithDisplay } from "./withDisplay.mjs";

/** Written by the tests themselves from process.versions of the app they drove. */
const versionFile = join(resultsFolder, "electron-version.txt");

/**
 * @param {string[]} [only]
 * @returns {Promise<import("./gates.mjs").GateResult[]>}
 */
export async function e2eGate(only = []) {
  const report = join(resultsFolder, "e2e.json");
  await mkdir(resultsFolder, { recursive: true });
  await rm(report, { force: true });
  await rm(versionFile, { force: true });
  await installPaperPackages();
  const line = tool("playwright", ["test", "-c", "playwright.config.ts", "--project=e2e", ...only]);
  const code = await runWithDisplay(line.command, line.args);
  const version = existsSync(versionFile) ? readFileSync(versionFile, "utf8").trim() : "";
  const real = /^\d+\.\d+\.\d+/.test(version);
  const ran = {
    name: "ran in a real Electron",
    passed: real ? 1 : 0,
    failed: real ? 0 : 1,
    note: real ? `Electron ${version}` : "No test reported the runtime that it drove.",
  };
  if (!existsSync(report)) {
    return [{ name: "end to end", passed: 0, failed: 1, note: "Playwright left no report." }, ran];
  }
  const { stats } = readJson(report);
  const failed = stats.unexpected + stats.flaky;
  const unexplained = code !== 0 && failed === 0 ? 1 : 0;
  return [{ name: "end to end", passed: stats.expected, failed: failed + unexplained }, ran];
}
