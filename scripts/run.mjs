// Starts other programs: shown to the person, or captured.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { installedPackage, projectNode, root } from "./project.mjs";

/** Which package brings which of the tools that the scripts call. */
const tools = {
  biome: "@biomejs/biome",
  depcruise: "dependency-cruiser",
  "electron-builder": "electron-builder",
  playwright: "@playwright/test",
  tsc: "typescript",
  vitest: "vitest",
};

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} RunOptions */

/**
 * Runs a program with its output shown; gives its exit code (128 + n style codes become 1).
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: "inherit",
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program and keeps what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, signal: string | null, output: string, errors: string }>}
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.on("error", (error) =>
      resolve({ code: 127, signal: null, output, errors: errors + error.message }),
    );
    child.on("close", (code, signal) => resolve({ code: code ?? 1, signal, output, errors }));
  });
}

/**
 * The command line of one of the project's own tools, on the project's own Node.
 * @param {keyof typeof tools} name
 * @param {string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function tool(name, args) {
  const { bin } = installedPackage(tools[name]);
  const script = typeof bin === "string" ? bin : bin[name];
  return {
    command: projectNode() ?? process.execPath,
    args: [join(root, "node_modules", tools[name], script), ...args],
  };
}

/**
 * @param {keyof typeof tools} name
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(name, args, options) {
  const line = tool(name, args);
  return run(line.command, line.args, options);
}

/**
 * npm's own command line: the npm that called us, else the one on PATH.
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script)) {
    return capture(process.execPath, [script, ...args], options);
  }
  if (process.platform === "win32") {
    const beside = join(dirname(process.execPath), "node_modules", "npm", "bin", "npm-cli.js");
    return capture(process.execPath, [beside, ...args], options);
  }
  return capture("npm", args, options);
}
