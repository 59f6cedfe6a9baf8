// Installs the npm packages when what is installed is not what package-lock.json says.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readJson, root } from "./project.mjs";
import { npm } from "./run.mjs";
import { Advice, say } from "./steps.mjs";

/**
 * npm itself records what it installed in node_modules/.package-lock.json, at the very end of an install:
 * an interrupted one leaves no record, an older one leaves other versions.
 */
export function dependenciesAreInstalled() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  const wanted = readJson(join(root, "package-lock.json")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    if (installed[path] === undefined) return entry.optional === true || entry.devOptional === true;
    return installed[path].version === entry.version;
  });
}

export async function installDependencies() {
  if (dependenciesAreInstalled()) return;
  say("Installing the npm packages (about a minute the first time) …");
  const { code, output, errors } = await npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    // Electron's binary is fetched by our own step, which knows what to do when the download fails.
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: "1" },
  });
  if (code !== 0) {
    throw new Advice(`npm ci failed:\n${output}${errors}\nIs the npm registry reachable from here?`);
  }
}
