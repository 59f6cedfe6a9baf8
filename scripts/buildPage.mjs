// Builds what the window shows: renderer/ → out/renderer, with pdf.js's own files beside it.
import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { build } from "vite";
import { root } from "./project.mjs";

const outFolder = join(root, "out", "renderer");
const pdfjs = join(root, "node_modules", "pdfjs-dist");

/** What pdf.js loads at run time, from pdfjs/ beside the page. Without wasm/ JPEG 2000 images vanish silently. */
async function copyPdfjs() {
  const target = join(outFolder, "pdfjs");
  await mkdir(target, { recursive: true });
  await cp(join(pdfjs, "legacy", "build", "pdf.worker.min.mjs"), join(target, "pdf.worker.mjs"));
  for (const folder of ["wasm", "standard_fonts", "cmaps", "iccs"]) {
    await cp(join(pdfjs, folder), join(target, folder), { recursive: true });
  }
}

/** What the hidden drawing window loads: three files of its own beside the page. */
async function buildDrawing() {
  const drawing = join(root, "renderer", "drawing");
  for (const name of ["drawing.html", "drawing.css"]) await cp(join(drawing, name), join(outFolder, name));
  await bundle({
    absWorkingDir: root,
    entryPoints: [join(drawing, "drawing.ts")],
    outfile: join(outFolder, "drawing.js"),
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "chrome130",
    minify: true,
    sourcemap: true,
    logLevel: "warning",
  });
}

/** The page's policy allows no inline script, so one would be a page that stays empty. */
async function refuseInlineScripts() {
  const page = await readFile(join(outFolder, "index.html"), "utf8");
  const inline = page.match(/<script(?![^>]*\bsrc=)[^>]*>/);
  if (inline !== null) throw new Error(`out/renderer/index.html holds an inline script: ${inline[0]}`);
}

export async function buildPage() {
  await build({ configFile: join(root, "vite.config.ts"), logLevel: "warn" });
  await refuseInlineScripts();
  await copyPdfjs();
  await buildDrawing();
}
