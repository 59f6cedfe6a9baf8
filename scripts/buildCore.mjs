// Bundles what runs in the main process and in plain Node: electron/ → out/*.js. better-sqlite3 and Electron stay
// outside; everything else is in the bundles, so that the app ships no other node_modules.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { fontPaths } from "./fontPaths.mjs";
import { root } from "./project.mjs";
import { Advice } from "./steps.mjs";

const outFolder = join(root, "out");

/** CommonJS packages inside an ES module still call require for Node's own modules. */
const requireBanner =
  'import { createRequire as __createRequire } from "node:module"; import { fileURLToPath as __fileURLToPath } from "node:url"; const require = __createRequire(import.meta.url);';

/**
 * A package's WebAssembly is found by Node's own resolution when the source runs; for a bundle it is copied beside it.
 * @param {string} name
 */
function copiedFile(name) {
  const file = createRequire(import.meta.url).resolve(name);
  mkdirSync(join(outFolder, "assets"), { recursive: true });
  copyFileSync(file, join(outFolder, "assets", basename(file)));
  return `__fileURLToPath(new URL("./assets/${basename(file)}", import.meta.url))`;
}

/**
 * `new URL("./x.worker.ts", import.meta.url)` runs from source in tests and names out/x.worker.js in a bundle; so do
 * the WebAssembly files of packages.
 */
const workerPaths = {
  name: "worker-paths",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /[\\/]electron[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source
        .replaceAll(
          /new URL\(\s*"[^"]*?([^/"]+)\.worker\.ts",/g,
          (_, name) => `new URL("./${name}.worker.js",`,
        )
        .replaceAll(/createRequire\(import\.meta\.url\)\.resolve\(\s*"([^"]+\.wasm)",?\s*\)/g, (_, name) =>
          copiedFile(name),
        );
      return { contents, loader: "ts" };
    });
  },
};

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.18",
  external: ["electron", "better-sqlite3"],
  sourcemap: true,
  metafile: true,
  logLevel: "warning",
  plugins: [workerPaths, fontPaths(outFolder)],
};

/** @param {Record<string, string>} entryPoints */
function modules(entryPoints) {
  return build({
    ...common,
    entryPoints,
    outdir: outFolder,
    format: "esm",
    banner: { js: requireBanner },
  });
}

/** A sandboxed preload cannot be an ES module. */
function preload() {
  return build({
    ...common,
    entryPoints: [join(root, "electron", "preload.ts")],
    outfile: join(outFolder, "preload.cjs"),
    format: "cjs",
    platform: "browser",
    target: "chrome130",
    external: ["electron"],
  });
}

function workers() {
  const paths = readdirSync(join(root, "electron"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".worker.ts"),
  );
  const names = paths.map((path) => basename(path, ".ts"));
  if (new Set(names).size !== names.length) throw new Error(`Two workers share a name: ${paths.join(", ")}`);
  return Object.fromEntries(paths.map((path, at) => [names[at], join(root, "electron", path)]));
}

/**
 * The core runs without Electron: a bundle that plain Node imports must not reach it.
 * @param {import("esbuild").Metafile} metafile
 */
function refuseElectron(metafile) {
  for (const [output, { imports }] of Object.entries(metafile.outputs)) {
    if (output.endsWith("main.js")) continue;
    if (imports.some(({ path, external }) => external && path === "electron")) {
      const culprits = Object.entries(metafile.inputs)
        .filter(([, input]) => input.imports.some(({ path, external }) => external && path === "electron"))
        .map(([path]) => path);
      throw new Advice(
        `${output} imports Electron, but has to run in plain Node. It comes from: ${culprits.join(", ")}`,
      );
    }
  }
}

/** The main process, the core for plain Node, the chain's command-line check, and the workers. */
export async function buildCore() {
  const entries = ["main", "agent", "verify"]
    .map((name) => [name, join(root, "electron", `${name}.ts`)])
    .filter(([, path]) => existsSync(path ?? ""));
  const [{ metafile }] = await Promise.all([
    modules({ ...Object.fromEntries(entries), ...workers() }),
    preload(),
  ]);
  if (metafile !== undefined) refuseElectron(metafile);
}
