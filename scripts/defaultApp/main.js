// Packed as default_app.asar into the registry build of Electron: starts the app whose folder is the first argument.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

/** The first argument that is neither a flag nor the value of -r. */
function appFolder() {
  const args = process.argv.slice(1);
  const at = args.findIndex((arg, index) => !arg.startsWith("-") && args[index - 1] !== "-r");
  return at === -1 ? null : resolve(args[at]);
}

// Any error ends the process: one that is not caught would open a dialog that nobody can close.
try {
  process.defaultApp = true;
  const folder = appFolder();
  if (process.argv.includes("--version")) {
    process.stdout.write(`v${process.versions.electron}\n`);
    app.exit(0);
  } else if (folder === null) {
    throw new Error("Name the folder of the app to start.");
  } else {
    const description = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    app.setName(description.productName ?? description.name);
    app.setVersion(description.version);
    app.setAppPath(folder);
    // Awaited at top level: `ready` must not fire before the app has registered its schemes.
    await import(pathToFileURL(join(folder, description.main)).href);
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  app.exit(1);
}
