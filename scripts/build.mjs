// `npm run build`: everything the app is made of, into out/. What has not changed is not built again.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";
import { onProjectNode } from "./projectNode.mjs";
import { runMain, say, startSteps } from "./steps.mjs";

const outFolder = join(root, "out");

/** @param {string} path @returns {string[]} */
function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** @param {string[]} paths */
function contentHash(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesIn)) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/**
 * The stamp is removed before and written after the work, so that a build that failed is never taken for one.
 * @param {string} name
 * @param {string[]} sources
 * @param {string} result
 * @param {() => Promise<void>} work
 */
async function unlessUnchanged(name, sources, result, work) {
  const stampFile = join(outFolder, `.${name}.stamp`);
  const stamp = contentHash([...sources, "shared", "package-lock.json", "scripts"]);
  if (
    existsSync(join(outFolder, result)) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === stamp
  ) {
    say(`${name}: unchanged`);
    return;
  }
  await mkdir(outFolder, { recursive: true });
  await rm(stampFile, { force: true });
  await work();
  await writeFile(stampFile, stamp);
  say(`${name}: built`);
}

export async function buildApp() {
  await unlessUnchanged("core", ["electron"], "agent.js", async () =>
    (await import("./buildCore.mjs")).buildCore(),
  );
  await unlessUnchanged("page", ["renderer", "vite.config.ts"], join("renderer", "index.html"), async () =>
    (await import("./buildPage.mjs")).buildPage(),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runMain(async () => {
    await onProjectNode(import.meta.url);
    await startSteps().step("Build", buildApp);
  });
}
