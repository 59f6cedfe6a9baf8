// Gives better-sqlite3 a binary that every runtime here can load: its own prebuilt one where it fits, else one
// that is built once from the package's source and kept in the user's cache.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { copyFile, cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  cacheFolder,
  findProgram,
  installedPackage,
  projectNode,
  root,
  stateFolder,
  systemNode,
} from "./project.mjs";
import { capture } from "./run.mjs";
import { Advice, duration, say } from "./steps.mjs";

/**
 * @typedef {{ name: string, command: string, env: NodeJS.ProcessEnv, nodeApi: number, needed: boolean }} Runtime
 */

/** The prebuilt binary crashes the process below this Node-API (Node 22.14, Electron 36). */
const prebuiltNodeApi = 10;

const packageFolder = join(root, "node_modules", "better-sqlite3");
const installedBinary = join(packageFolder, "build", "Release", "better_sqlite3.node");
const stampFile = join(stateFolder, "sqlite.json");

function cachedBinary() {
  const { version } = installedPackage("better-sqlite3");
  return join(cacheFolder(), `better-sqlite3-${version}-${process.platform}-${process.arch}.node`);
}

/**
 * @param {string} name
 * @param {string} command
 * @param {boolean} needed
 * @returns {Promise<Runtime>}
 */
async function runtime(name, command, needed) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  const { code, output, errors } = await capture(command, ["-p", "process.versions.napi"], { env });
  if (code !== 0) {
    throw new Advice(
      `${name} (${command}) does not start:\n${errors}\nAre the system packages above all installed?`,
    );
  }
  return { name, command, env, nodeApi: Number(output), needed };
}

/** @param {string} electronPath */
async function runtimesHere(electronPath) {
  const own = projectNode() ?? process.execPath;
  const system = systemNode();
  const found = [
    await runtime("Electron", electronPath, true),
    await runtime("the project's Node", own, true),
  ];
  if (system !== null && system !== realpathSync(own)) {
    found.push(await runtime("the system's Node", system, false));
  }
  return found;
}

/**
 * Opens a database in a child process: a binary that does not fit may crash whatever loads it.
 * @param {Runtime} runtime
 */
async function tryBinary(runtime) {
  const script = `process.stdout.write(require("better-sqlite3")(":memory:").prepare("select sqlite_version() v").get().v)`;
  const result = await capture(runtime.command, ["-e", script], { env: runtime.env, cwd: root });
  return result.code === 0;
}

/** @param {Runtime[]} runtimes */
async function firstThatFails(runtimes) {
  for (const each of runtimes) if (!(await tryBinary(each))) return each;
  return null;
}

/** The folder above include/node that belongs to some Node here; without one node-gyp fetches the headers itself. */
function headersFolder() {
  const nodes = [systemNode(), process.execPath].filter((path) => path !== null);
  return nodes
    .map((path) => dirname(dirname(realpathSync(path))))
    .find((folder) => existsSync(join(folder, "include", "node", "node_api.h")));
}

/** Compiles in a folder of its own, so that an interrupted build leaves no half of one where it would be loaded. */
async function build() {
  const missing = ["python3", "g++", "make"].filter((name) => findProgram(name) === null);
  if (process.platform === "linux" && missing.length > 0) {
    throw new Advice(`Building SQLite needs ${missing.join(", ")}: sudo apt-get install python3 g++ make`);
  }
  say("Building SQLite for this Electron and this Node (about two minutes, once) …");
  const from = Date.now();
  // Below node_modules, where node-addon-api is found.
  const work = join(stateFolder, `better-sqlite3-${process.pid}`);
  await mkdir(work, { recursive: true });
  try {
    await cp(packageFolder, work, {
      recursive: true,
      filter: (path) => !path.endsWith(join("better-sqlite3", "build")),
    });
    const headers = headersFolder();
    const result = await capture(
      process.execPath,
      [
        join(root, "node_modules", "node-gyp", "bin", "node-gyp.js"),
        "rebuild",
        "--release",
        "--force_build=1",
        ...(headers === undefined ? [] : [`--nodedir=${headers}`]),
      ],
      {
        cwd: work,
        env: {
          ...process.env,
          CXXFLAGS: "-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -fno-lto",
          LDFLAGS: "-fno-lto",
        },
      },
    );
    if (result.code !== 0) {
      throw new Advice(
        `better-sqlite3 could not be built:\n${result.output.slice(-2000)}${result.errors.slice(-4000)}`,
      );
    }
    await mkdir(cacheFolder(), { recursive: true });
    const beside = `${cachedBinary()}.${process.pid}`;
    await copyFile(join(work, "build", "Release", "better_sqlite3.node"), beside);
    await rename(beside, cachedBinary());
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  say(`Built in ${duration(Date.now() - from)}.`);
}

/** Renamed into place, since a running process may have the old file mapped. */
async function install() {
  await mkdir(dirname(installedBinary), { recursive: true });
  const beside = `${installedBinary}.${process.pid}`;
  await copyFile(cachedBinary(), beside);
  await rename(beside, installedBinary);
}

/** @param {Runtime[]} runtimes */
function stamp(runtimes) {
  const binary = existsSync(installedBinary)
    ? createHash("sha256").update(readFileSync(installedBinary)).digest("hex")
    : "prebuilt";
  const { version } = installedPackage("better-sqlite3");
  return JSON.stringify({
    version,
    binary,
    runtimes: runtimes.map(({ command, nodeApi }) => [command, nodeApi]),
  });
}

/** @param {Runtime[]} runtimes */
async function makeItLoad(runtimes) {
  if (runtimes.every(({ nodeApi }) => nodeApi >= prebuiltNodeApi)) {
    await rm(join(packageFolder, "build"), { recursive: true, force: true });
    return firstThatFails(runtimes);
  }
  if (existsSync(cachedBinary())) {
    await install();
    if ((await firstThatFails(runtimes)) === null) return null;
  }
  await build();
  await install();
  return firstThatFails(runtimes);
}

/** @param {string} electronPath */
export async function prepareSqlite(electronPath) {
  const all = await runtimesHere(electronPath);
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp(all)) return;
  const needed = all.filter((each) => each.needed);
  let served = all;
  // An old Node outside of the project is worth a build, but not worth failing for.
  const onlyForOthers = needed.every(({ nodeApi }) => nodeApi >= prebuiltNodeApi);
  const failing = await makeItLoad(all).catch((error) => {
    if (!(onlyForOthers && error instanceof Advice)) throw error;
    say("SQLite is there for Electron and for npm's scripts, but not for this system's older Node.");
    served = needed;
    return makeItLoad(needed);
  });
  if (failing !== null)
    throw new Advice(`better-sqlite3 does not load in ${failing.name} (${failing.command}).`);
  await mkdir(stateFolder, { recursive: true });
  await writeFile(stampFile, stamp(served));
}
