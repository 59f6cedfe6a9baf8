// Where things lie: this checkout, what set-up remembers about it, and the user's cache folder.
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What set-up remembers lies inside node_modules, so that a fresh install forgets it too. */
export const stateFolder = join(root, "node_modules", ".counterfoil");

/** Large things that survive a fresh clone: the Electron runtime and the built SQLite binary. */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, "counterfoil");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "counterfoil");
  if (process.platform === "win32" && process.env.LOCALAPPDATA) {
    return join(process.env.LOCALAPPDATA, "counterfoil", "cache");
  }
  return join(homedir(), ".cache", "counterfoil");
}

/**
 * @param {string} path
 * @returns {any}
 */
export function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * The package.json of an installed dependency.
 * @param {string} name
 */
export function installedPackage(name) {
  return readJson(join(root, "node_modules", name, "package.json"));
}

/** The Node that package.json pins; null before the dependencies are there. */
export function projectNode() {
  const path = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(path) ? path : null;
}

/** The Node that a person gets outside of `npm run`: the first on PATH that no node_modules brought. */
export function systemNode() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const folder of folders) {
    if (folder === "" || folder.split(sep).includes("node_modules")) continue;
    const path = resolve(folder, name);
    if (existsSync(path)) return realpathSync(path);
  }
  return null;
}

/**
 * A program's path, or null when PATH has none.
 * @param {string} name
 */
export function findProgram(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    if (folder !== "" && existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

/** Root needs --no-sandbox for Chromium, and may install Debian packages. */
export const isRoot = process.getuid?.() === 0;

/** Whether this session could show a window to a person. */
export function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
