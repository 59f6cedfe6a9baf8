/**
 * How long a clerk waits for the first page of a thirty-page agreement, against bare pdf.js in the same window with the
 * same bytes, turn by turn. Fails above 1.3 times.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch, type RunningApp } from "../e2e/electron.ts";
import { longAgreement } from "./longAgreement.ts";
import { median, milliseconds, say } from "./measuring.ts";
import type * as PreviewPage from "./preview/previewPage.tsx";

const RUNS = 21;
/** The first ones pay for what is loaded once. */
const WARM_UP = 3;
const MOST = 1.3;

type OnPage = typeof globalThis & { previewBench: typeof PreviewPage; benchBytes: Uint8Array<ArrayBuffer> };

/** The page's part, made from our own sources. */
async function pagePart(): Promise<{ script: string; style: string }> {
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

/** In training, with the agreement kept and our part loaded into the page past its policy, as only a debugger can. */
async function prepare({ page }: RunningApp): Promise<string> {
  await page.evaluate(() => window.counterfoil.setup.startTraining());
  await page.reload();
  const { script, style } = await pagePart();
  const debuggerOfPage = await page.context().newCDPSession(page);
  await debuggerOfPage.send("Runtime.evaluate", { expression: script });
  return page.evaluate(
    async ({ content, css }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      const here = globalThis as OnPage;
      here.benchBytes = new Uint8Array(content);
      await here.previewBench.begin();
      const { documents } = window.counterfoil;
      const kept = await documents.import({ name: "agreement.pdf", bytes: here.benchBytes });
      if (!kept.ok) throw new Error(kept.error.message);
      return kept.value.documentId;
    },
    { content: Array.from(await longAgreement()), css: style },
  );
}

async function measure(
  { page }: RunningApp,
  documentId: string,
): Promise<{ ours: number[]; bare: number[] }> {
  const measured = { ours: [] as number[], bare: [] as number[] };
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const ours = await page.evaluate((id) => (globalThis as OnPage).previewBench.ours(id), documentId);
    const bare = await page.evaluate((width) => {
      const here = globalThis as OnPage;
      return here.previewBench.bare(here.benchBytes, width);
    }, ours.width);
    if (Math.abs(ours.height - bare.height) > 2) throw new Error("The two drew pages of different sizes.");
    if (run < WARM_UP) continue;
    measured.ours.push(ours.ms);
    measured.bare.push(bare.ms);
  }
  return measured;
}

const dataDir = await mkdtemp(join(tmpdir(), "counterfoil-bench-"));
const running = await launch({ dataDir });
try {
  const { ours, bare } = await measure(running, await prepare(running));
  const ratio = median(ours) / median(bare);
  say(`First page of a 30-page agreement, medians of ${RUNS} runs turn by turn:`);
  say(`  the app's preview, from the call to paint   ${milliseconds(median(ours))}`);
  say(`  bare pdf.js, from the bytes to paint        ${milliseconds(median(bare))}`);
  say(`  ratio ${ratio.toFixed(2)}, at most ${MOST}`);
  if (!(ratio <= MOST)) process.exitCode = 1;
} finally {
  await running.app.close();
  await rm(dataDir, { recursive: true, force: true });
}
