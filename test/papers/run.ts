/** `npm run papers`: real documents of many makers through the counter; says what it made of each. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAgent } from "../../electron/agent.ts";
import { fromPackages, fromThisMachine } from "./collect.ts";
import { drive } from "./drive.ts";
import { fromPrograms } from "./making.ts";
import type { Outcome } from "./paper.ts";
import { writeTable } from "./table.ts";

/** Fewer than these prove nothing. */
const FEWEST = 50;

const folder = join(process.cwd(), "test-results", "papers");
const results = join(folder, "results.json");

function say(line: string): void {
  process.stdout.write(`   ${line}\n`);
}

/** Before the window: the list that it takes its share from. After it: what it showed, into the table. */
async function gather(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const papers = [...fromPackages(folder), ...(await fromPrograms(folder)), ...fromThisMachine(folder)];
  say(`${papers.length} papers.`);
  if (papers.length < FEWEST)
    throw new Error(`Only ${papers.length} papers could be had: at least ${FEWEST}.`);
  const dataDir = mkdtempSync(join(tmpdir(), "counterfoil-papers-"));
  const agent = createAgent({
    dataDir,
    keyring: { available: false, encrypt: () => new Uint8Array(), decrypt: () => "" },
  });
  try {
    await agent.ready;
    await agent.call("setup.startTraining", {});
    const outcomes = await drive(agent, papers, { dataDir, folder, say });
    const paths = new Map(papers.map(({ path }) => [path.split("/").at(-1), path]));
    writeFileSync(results, JSON.stringify({ outcomes, paths: [...paths] }));
  } finally {
    await agent.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function report(): void {
  const { outcomes }: { outcomes: Outcome[] } = JSON.parse(readFileSync(results, "utf8"));
  writeTable(join(process.cwd(), "docs", "paper.md"), outcomes);
  say(`docs/paper.md: ${outcomes.length} rows.`);
}

if (process.argv.includes("--report")) report();
else await gather();
