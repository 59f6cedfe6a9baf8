// Runs a program with a display and an unlocked keyring of its own, so that neither the developer's screen nor
// their keyring is touched: `node scripts/withDisplay.mjs <program> [arguments]`.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findProgram, hasDisplay } from "./project.mjs";
import { run } from "./run.mjs";
import { Advice, runMain } from "./steps.mjs";

/**
 * Starts a server that tells on its file descriptor 3 where it listens.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
function startServer(command, args, env) {
  const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdio[3]?.on("data", (chunk) => {
      said += chunk;
      if (said.includes("\n")) resolve({ address: said.trim(), stop: () => child.kill() });
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Advice(`${command} ended at once with code ${code}.`)));
  });
}

/** Unlocks a fresh keyring with an empty password; it ends when its bus does. */
function unlockKeyring(/** @type {NodeJS.ProcessEnv} */ env) {
  return new Promise((resolve, reject) => {
    const child = spawn("gnome-keyring-daemon", ["--unlock", "--components=secrets"], {
      env,
      stdio: ["pipe", "ignore", "ignore"],
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve(null) : reject(new Error(`The keyring: code ${code}`))));
    child.stdin.end("\n");
  });
}

/** Xvfb finds a free display number by itself. */
async function startDisplay(/** @type {NodeJS.ProcessEnv} */ env) {
  const args = ["-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp"];
  const { address, stop } = await startServer("Xvfb", args, env);
  return { display: `:${address}`, stop };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} the program's exit code
 */
export async function runWithDisplay(command, args, env = process.env) {
  if (process.platform !== "linux") return run(command, args, { env });
  const ownDisplay = findProgram("Xvfb") !== null;
  if (!ownDisplay && !hasDisplay()) {
    throw new Advice("This machine has no display. With Xvfb it needs none: sudo apt-get install xvfb");
  }
  const folder = await mkdtemp(join(tmpdir(), "counterfoil-session-"));
  const stops = [];
  try {
    const session = { ...env };
    if (ownDisplay) {
      const xvfb = await startDisplay(session);
      stops.push(xvfb.stop);
      session.DISPLAY = xvfb.display;
    }
    if (findProgram("dbus-daemon") !== null && findProgram("gnome-keyring-daemon") !== null) {
      session.XDG_DATA_HOME = folder;
      session.XDG_RUNTIME_DIR = folder;
      const bus = await startServer("dbus-daemon", ["--session", "--nofork", "--print-address=3"], session);
      stops.push(bus.stop);
      session.DBUS_SESSION_BUS_ADDRESS = bus.address;
      await unlockKeyring(session);
      session.COUNTERFOIL_KEYRING = "gnome-libsecret";
    }
    return await run(command, args, { env: session });
  } finally {
    for (const stop of stops.reverse()) stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    const [command, ...args] = process.argv.slice(2);
    if (command === undefined) throw new Advice("Name the program to run.");
    return runWithDisplay(command, args);
  });
}
