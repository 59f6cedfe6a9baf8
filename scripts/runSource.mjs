// The command line that runs a TypeScript file of ours straight from source, on the project's own Node.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectNode, root } from "./project.mjs";

/**
 * @param {string} path below the project's root
 * @param {string[]} args
 */
export function runSource(path, args) {
  return {
    command: projectNode() ?? process.execPath,
    args: ["--import", pathToFileURL(join(root, "scripts", "fontPaths.mjs")).href, join(root, path), ...args],
  };
}
