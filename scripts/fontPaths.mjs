// `import path from "….ttf"` gives the font's file path: in the bundles (this esbuild plugin copies the font to
// out/assets), and in scripts that Node runs straight from source (`node --import ./scripts/fontPaths.mjs`).
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @param {string} outFolder
 * @returns {import("esbuild").Plugin}
 */
export function fontPaths(outFolder) {
  return {
    name: "font-paths",
    setup(build) {
      build.onLoad({ filter: /\.ttf$/ }, ({ path }) => {
        const font = readFileSync(path);
        const hash = createHash("sha256").update(font).digest("hex").slice(0, 8);
        const name = basename(path).replace(/\.ttf$/, `-${hash}.ttf`);
        mkdirSync(join(outFolder, "assets"), { recursive: true });
        writeFileSync(join(outFolder, "assets", name), font);
        const relative = JSON.stringify(`./assets/${name}`);
        return {
          contents: `import { fileURLToPath } from "node:url";\nexport default fileURLToPath(new URL(${relative}, import.meta.url));`,
          loader: "js",
        };
      });
    },
  };
}

/** Node 22.15 and later; only scripts that run sources use it. */
registerHooks?.({
  load: (url, context, next) =>
    url.endsWith(".ttf")
      ? {
          format: "module",
          source: `export default ${JSON.stringify(fileURLToPath(url))};`,
          shortCircuit: true,
        }
      : next(url, context),
});
