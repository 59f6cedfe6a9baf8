/**
 * The simulation: `run.ts --seeds 10000` lives through so many worlds on all cores, `run.ts --seed 7` through one of
 * them, telling every row. Ends with 1 where a rule was broken, and names the seed that replays it.
 */
import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Bench, openBench } from "./bench.ts";
import { points } from "./plans.ts";
import type { WorldReport } from "./world.ts";

/** A world lives for a tenth of a second; one that takes this long goes round in circles. */
const PATIENCE_MS = 120_000;

/** So many seeds are handed to a worker at once: few enough that both end together. */
const HANDFUL = 25;

const counts = z.record(z.string(), z.number());
const reportSchema = z.object({
  seed: z.number(),
  failures: z.array(z.string()),
  untellable: counts,
  ends: counts,
  happened: counts,
  items: counts,
  sendings: z.number(),
});
const beginSchema = z.object({ begins: z.number() });
const workSchema = z.object({ seeds: z.array(z.number()) });

interface Totals {
  worlds: number;
  untellableWorlds: number;
  failed: { seed: number; failures: string[] }[];
  untellable: Record<string, number>;
  ends: Record<string, number>;
  happened: Record<string, number>;
  items: Record<string, number>;
  sendings: number;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function liveOne(bench: Bench, seed: number, tell?: (line: string) => void): Promise<WorldReport> {
  try {
    return await bench.live(seed, tell);
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { seed, failures: [what], untellable: {}, ends: {}, happened: {}, items: {}, sendings: 0 };
  }
}

async function work(): Promise<void> {
  const bench = await openBench();
  process.on("message", async (message) => {
    for (const seed of workSchema.parse(message).seeds) {
      process.send?.({ begins: seed });
      process.send?.(await liveOne(bench, seed));
    }
    process.send?.("done");
  });
  process.on("disconnect", () => {
    bench.close();
    process.exit(0);
  });
  process.send?.("done");
}

async function replay(seed: number): Promise<number> {
  const bench = await openBench();
  const report = await liveOne(bench, seed, say);
  bench.close();
  say(JSON.stringify(report, null, 2));
  return report.failures.length === 0 ? 0 : 1;
}

function add(to: Record<string, number>, counted: Record<string, number>): void {
  for (const [name, count] of Object.entries(counted)) to[name] = (to[name] ?? 0) + count;
}

function take(totals: Totals, report: z.infer<typeof reportSchema>): void {
  totals.worlds += 1;
  totals.sendings += report.sendings;
  add(totals.untellable, report.untellable);
  add(totals.ends, report.ends);
  add(totals.happened, report.happened);
  add(totals.items, report.items);
  if (Object.keys(report.untellable).length > 0) totals.untellableWorlds += 1;
  if (report.failures.length === 0) return;
  totals.failed.push(report);
  say(`Seed ${report.seed} breaks the rules (replay it with --seed ${report.seed}):`);
  for (const failure of report.failures) say(`  ${failure}`);
}

/** Ends a worker whose world does not end, and counts that as broken. */
function watch(worker: ChildProcess, totals: Totals): { reset(seed: number | null): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    reset(seed) {
      clearTimeout(timer);
      if (seed === null) return;
      timer = setTimeout(() => {
        const failures = [
          `did not end within ${PATIENCE_MS / 1000} seconds: something goes round in circles`,
        ];
        take(totals, { seed, failures, untellable: {}, ends: {}, happened: {}, items: {}, sendings: 0 });
        worker.kill("SIGKILL");
      }, PATIENCE_MS);
    },
  };
}

function liveAll(first: number, count: number, workers: number, totals: Totals): Promise<void> {
  let next = first;
  const end = first + count;
  let running = workers;
  return new Promise((resolve, reject) => {
    const hand = (worker: ChildProcess) => {
      if (next >= end || totals.failed.length >= 10) return worker.disconnect();
      const seeds = Array.from({ length: Math.min(HANDFUL, end - next) }, (_, index) => next + index);
      next += seeds.length;
      worker.send({ seeds });
    };
    for (let started = 0; started < workers; started += 1) {
      const worker = fork(fileURLToPath(import.meta.url), ["--worker"]);
      const circling = watch(worker, totals);
      worker.on("message", (message) => {
        const begun = beginSchema.safeParse(message).data;
        circling.reset(begun?.begins ?? null);
        if (message === "done") hand(worker);
        else if (begun === undefined) take(totals, reportSchema.parse(message));
      });
      worker.on("error", reject);
      worker.on("exit", (code) => {
        running -= 1;
        circling.reset(null);
        if (code !== 0 && totals.failed.length === 0)
          reject(new Error(`A worker of the simulation ended with ${code}.`));
        else if (running === 0) resolve();
      });
    }
  });
}

function listed(counted: Record<string, number>): string {
  const entries = Object.entries(counted).toSorted(([, one], [, other]) => other - one);
  return entries.length === 0 ? "none" : entries.map(([name, count]) => `${name} ${count}`).join(", ");
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "10000" },
      first: { type: "string", default: "1" },
      seed: { type: "string" },
      workers: { type: "string", default: String(Math.max(2, availableParallelism())) },
    },
  });
  if (values.seed !== undefined) return replay(Number(values.seed));
  const totals: Totals = {
    ...{ worlds: 0, untellableWorlds: 0, sendings: 0, failed: [] },
    ...{ untellable: {}, ends: {}, happened: {}, items: {} },
  };
  const startedAt = performance.now();
  await liveAll(Number(values.first), Number(values.seeds), Number(values.workers), totals);
  const seconds = (performance.now() - startedAt) / 1000;
  const never = points.filter((point) => totals.ends[point] === undefined);
  say(
    `${totals.worlds} worlds in ${seconds.toFixed(1)} s: ${(totals.worlds / seconds).toFixed(1)} seeds per second.`,
  );
  say(`Sendings: ${totals.sendings}. Ends of items: ${listed(totals.items)}.`);
  say(`Ends of programs: ${listed(totals.ends)}.`);
  say(`What happened besides: ${listed(totals.happened)}.`);
  if (never.length > 0) say(`No program ended at: ${never.join(", ")}.`);
  say(
    `Worlds in which nobody could tell by this API: ${totals.untellableWorlds} (${listed(totals.untellable)}).`,
  );
  if (totals.failed.length === 0) say("Every rule held in all of them.");
  else say(`The rules were broken in seeds ${totals.failed.map(({ seed }) => seed).join(", ")}.`);
  return totals.failed.length === 0 ? 0 : 1;
}

if (process.argv.includes("--worker")) await work();
else process.exitCode = await main();
