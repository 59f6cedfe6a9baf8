/** Takes each paper to the counter as a clerk would: chosen, looked at, its pages put together anew. */
import { readdirSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Agent } from "../../electron/agent.ts";
import type { DocumentView } from "../../shared/api/paper.ts";
import type { Outcome, Paper } from "./paper.ts";
import { producerOf } from "./programs.ts";

/** Longer than this no clerk waits: it counts as hanging. */
const PATIENCE_MS = 120_000;
/** Pages of longer ones are only looked at: nobody signs more. */
const MOST_BOUND = 60;

async function inTime<Value>(work: Promise<Value>, name: string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} hangs the counter.`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, hung]);
  } finally {
    clearTimeout(timer);
  }
}

function warningsOf({ checks }: DocumentView): string {
  const codes = checks.filter(({ level }) => level !== "ok").map(({ code }) => code);
  return codes.length === 0 ? "" : `, warns: ${codes.join(", ")}`;
}

/** In the order of a clerk's work; the first that refuses ends it. */
async function atTheCounter(agent: Agent, { path }: Paper): Promise<{ pages: number | null; said: string }> {
  const name = basename(path);
  const imported = await agent.call("documents.import", { name, path });
  if (!imported.ok) return { pages: null, said: `refused: ${imported.error.code}` };
  const { documentId, pages } = imported.value;
  const looked = await agent.call("documents.pages", { documentId });
  if (!looked.ok)
    return { pages, said: `kept${warningsOf(imported.value)}; its pages: ${looked.error.code}` };
  if (pages > MOST_BOUND) return { pages, said: `kept${warningsOf(imported.value)}` };
  const all = Array.from({ length: pages }, (_, index) => ({ number: index + 1 }));
  const bound = await agent.call("documents.arrange", { documentId, pages: all });
  const then = bound.ok
    ? `bound anew: ${Math.ceil(bound.value.bytes / pages / 1024)} kB a page`
    : `bound anew: refused, ${bound.error.code}`;
  return { pages, said: `kept${warningsOf(imported.value)}; ${then}` };
}

/** Asked after every paper: a counter that a document has brought down answers nothing. */
async function assertAlive(agent: Agent, dataDir: string): Promise<void> {
  const session = await agent.call("staff.session", {});
  if (!session.ok) throw new Error(`The counter no longer answers: ${session.error.code}`);
  const unfinished = readdirSync(dataDir, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".writing"),
  );
  if (unfinished.length > 0) throw new Error(`Half-written files were left: ${unfinished.join(", ")}`);
}

export async function drive(
  agent: Agent,
  papers: readonly Paper[],
  { dataDir, folder, say }: { dataDir: string; folder: string; say: (line: string) => void },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const paper of papers) {
    const name = basename(paper.path);
    const from = performance.now();
    const { pages, said } = await inTime(atTheCounter(agent, paper), name);
    const seconds = (performance.now() - from) / 1000;
    await assertAlive(agent, dataDir);
    say(`${name}: ${said} (${seconds.toFixed(1)} s)`);
    outcomes.push({
      ...{ name, from: paper.from, producer: producerOf(paper.path, folder) },
      ...{ bytes: statSync(paper.path).size, pages, said, seconds, shown: null },
    });
  }
  return outcomes;
}
