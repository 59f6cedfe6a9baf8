// Which Electron runs the app during development and tests, and why that one.
import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder, installedPackage, root } from "./project.mjs";
import {
  cachedRegistryElectron,
  prepareRegistryElectron,
  registryElectronFits,
  registryElectronVersion,
} from "./registryElectron.mjs";
import { capture } from "./run.mjs";
import { Advice, say } from "./steps.mjs";

/**
 * @typedef {"override" | "package" | "registry"} ElectronSource
 * @typedef {{ executablePath: string, distPath: string, version: string, source: ElectronSource }} ElectronRuntime
 */

const releases = "https://github.com/electron/electron/releases/download/";
const dayMs = 86_400_000;

/** The executable's path inside a distribution. */
function executableName() {
  if (process.platform === "darwin") return join("Electron.app", "Contents", "MacOS", "Electron");
  return process.platform === "win32" ? "electron.exe" : "electron";
}

/**
 * @param {string} distPath
 * @param {ElectronSource} source
 * @returns {ElectronRuntime | null}
 */
function runtimeIn(distPath, source) {
  const executablePath = join(distPath, executableName());
  const versionFile = join(distPath, "version");
  if (!existsSync(executablePath) || !existsSync(versionFile)) return null;
  const version = readFileSync(versionFile, "utf8").trim().replace(/^v/, "");
  return { executablePath, distPath, version, source };
}

/** Electron's own variable wins; a folder without an Electron in it is a mistake to tell, not to pass over. */
function overrideRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder === undefined || folder === "") return null;
  const runtime = runtimeIn(folder, "override");
  if (runtime === null) {
    throw new Advice(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no Electron distribution.`);
  }
  return runtime;
}

function packageRuntime() {
  const runtime = runtimeIn(join(root, "node_modules", "electron", "dist"), "package");
  return runtime?.version === installedPackage("electron").version ? runtime : null;
}

function registryRuntime() {
  const folder = cachedRegistryElectron();
  return folder === null ? null : runtimeIn(folder, "registry");
}

/**
 * The runtime that set-up prepared; downloads nothing.
 * @returns {ElectronRuntime}
 */
export function resolveElectron() {
  const runtime = overrideRuntime() ?? packageRuntime() ?? registryRuntime();
  if (runtime === null) throw new Advice("There is no Electron runtime yet: `npm run setup` fetches one.");
  return runtime;
}

/** A refusal is remembered for a day, so that a machine without the download does not ask at each start. */
const refusalFile = () => join(cacheFolder(), "electron-download-refused");

function refusedLately() {
  if (!existsSync(refusalFile())) return false;
  return Date.now() - Number(readFileSync(refusalFile(), "utf8")) < dayMs;
}

/** Whether anybody answers where the official download lives: a few seconds, where the download itself takes minutes. */
async function downloadAnswers() {
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? releases;
  try {
    await fetch(mirror, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(5000) });
    return true;
  } catch (error) {
    return error instanceof Error ? false : Promise.reject(error);
  }
}

async function officialDownload() {
  if (!(await downloadAnswers())) return null;
  say(`Downloading Electron ${installedPackage("electron").version} …`);
  const install = join(root, "node_modules", "electron", "install.js");
  const { ELECTRON_SKIP_BINARY_DOWNLOAD: _, ...env } = process.env;
  await capture(process.execPath, [install], { env, timeoutMs: 10 * 60_000 });
  return packageRuntime();
}

/** @param {ElectronRuntime} runtime */
function sentence(runtime) {
  switch (runtime.source) {
    case "override":
      return `Electron ${runtime.version}, because ELECTRON_OVERRIDE_DIST_PATH names it.`;
    case "package":
      return `Electron ${runtime.version}, the official build of the pinned version.`;
    case "registry":
      return `Electron ${runtime.version} from the npm registry, because the official download of ${installedPackage("electron").version} does not answer here; for development and tests only, never for users.`;
  }
}

/**
 * Makes sure that a runtime is there and says in one sentence which and why.
 * @returns {Promise<ElectronRuntime>}
 */
export async function prepareElectron() {
  let runtime = overrideRuntime() ?? packageRuntime();
  if (runtime === null && !(refusedLately() && registryRuntime() !== null)) {
    runtime = await officialDownload();
    if (runtime === null) {
      await mkdir(cacheFolder(), { recursive: true });
      await writeFile(refusalFile(), String(Date.now()));
    }
  }
  if (runtime === null && registryElectronFits) {
    await prepareRegistryElectron();
    runtime = registryRuntime();
  }
  if (runtime === null) {
    throw new Advice(
      `Electron's download does not answer, and the registry build (${registryElectronVersion}) exists for Linux x64 only. ` +
        "Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an Electron distribution, or ELECTRON_MIRROR to a mirror.",
    );
  }
  say(sentence(runtime));
  return runtime;
}
