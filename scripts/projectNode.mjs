// Every script goes on under the Node that package.json pins, whichever Node started it.
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { installDependencies } from "./dependencies.mjs";
import { projectNode } from "./project.mjs";
import { run } from "./run.mjs";

/**
 * Installs the dependencies if need be; under another Node, runs the script again under ours and ends.
 * @param {string} scriptUrl import.meta.url of the script
 */
export async function onProjectNode(scriptUrl) {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20) {
    process.stderr.write(
      `Counterfoil's scripts need Node 20 or newer to begin with; this is ${process.version}.\n`,
    );
    process.exit(1);
  }
  await installDependencies();
  const node = projectNode();
  if (node === null || realpathSync(node) === realpathSync(process.execPath)) return;
  process.exit(await run(node, [fileURLToPath(scriptUrl), ...process.argv.slice(2)]));
}
