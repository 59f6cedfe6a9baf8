/** Kills the real core at random moments, again and again: `--rounds 30`, `--seed 7`. Nothing receipted is missing, nothing is sent twice. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { startTrainingIute } from "../../electron/training/iute/server.ts";
import { applyUpTo } from "../training/iuteSamples.ts";
import { CREDENTIALS, get } from "../training/rawClient.ts";
import { type Ground, playRound, type RoundPlan, startVictim, type Victim } from "./round.ts";

/** So many rounds on one folder, before a new till at a new lender: the journal grows as in a day. */
const ROUNDS_A_TILL = 8;
const LOANS = 4;
const MISBEHAVIOURS = [
  "timeoutAfterBooking",
  "timeoutBeforeBooking",
  "error500AfterBooking",
  "error500BeforeBooking",
  "html502AfterBooking",
  "resetAfterBooking",
  "resetBeforeBooking",
  "emptyReplyAfterBooking",
  "captivePortalEmpty",
  "redirectToLogin",
  "truncatedBody",
  "refuse400",
  "duplicateGet",
] as const;

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "30" }, seed: { type: "string" } },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Date.now() % 1_000_000);

/** The same numbers for the same seed; the moment of the kill is still the computer's. */
function diceFrom(start: number): () => number {
  let state = (start * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
const dice = diceFrom(seed);
const pick = <Option>(options: readonly Option[], otherwise: Option): Option =>
  options[Math.floor(dice() * options.length)] ?? otherwise;

async function newGround(): Promise<Ground> {
  const lender = await startTrainingIute({ credentials: CREDENTIALS, partnerType: "post" });
  const loanRefs: string[] = [];
  for (let count = 0; count < LOANS; count += 1) {
    const loanRef = await applyUpTo(lender, "authorised");
    await get(lender.baseUrl, "confirm/cash/release", { loanRef });
    loanRefs.push(loanRef);
  }
  return { lender, loanRefs, said: new Map(), dataDir: mkdtempSync(join(tmpdir(), "counterfoil-kill-")) };
}

async function leave({ lender, dataDir }: Ground): Promise<void> {
  await lender.close();
  rmSync(dataDir, { recursive: true, force: true });
}

function misbehave({ lender }: Ground): void {
  lender.calm();
  for (let count = Math.floor(dice() * 4); count > 0; count -= 1)
    lender.misbehave(pick(MISBEHAVIOURS, "resetAfterBooking"), 1 + Math.floor(dice() * 3), {
      operation: "insertRepayment",
    });
}

/** CommonJS packages inside an ES module still call require for Node's own modules. */
const REQUIRE =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

/** The victim in one file below the project's root, where it finds the one package that stays outside. */
async function bundleChild(): Promise<string> {
  const outfile = join(import.meta.dirname, "..", "..", "test-results", "kill", "child.mjs");
  await build({
    ...{ entryPoints: [join(import.meta.dirname, "child.ts")], outfile, bundle: true },
    ...{ platform: "node", format: "esm", target: "node20.18", banner: { js: REQUIRE } },
    ...{ external: ["better-sqlite3"], loader: { ".ttf": "empty" }, logLevel: "warning" },
  });
  return outfile;
}

/** Mostly while money is taken and sent; now and then before that, and while the folder is being opened. */
function planOf(round: number): RoundPlan {
  const luck = dice();
  if (luck < 0.1) return { round, from: "loaded", times: 1, killAfterMs: Math.floor(dice() * 150) };
  if (luck < 0.2) return { round, from: "ready", times: 1, killAfterMs: Math.floor(dice() * 100) };
  return {
    ...{ round, from: "receipt", times: 1 + Math.floor(dice() * 8) },
    killAfterMs: Math.floor(dice() * 120),
  };
}

process.stdout.write(`Kill rounds: ${rounds}, seed ${seed}.\n`);
const begun = performance.now();
const script = await bundleChild();
const phases = new Map<string, number>();
const failures: string[] = [];
let receipts = 0;
let ground = await newGround();
let next: Victim = startVictim(script);
for (let round = 1; round <= rounds; round += 1) {
  if (round > 1 && round % ROUNDS_A_TILL === 1) {
    receipts += ground.said.size;
    await leave(ground);
    ground = await newGround();
  }
  misbehave(ground);
  const victim = next;
  const plan = planOf(round);
  try {
    const playing = playRound(ground, victim, plan);
    await victim.loaded;
    // The next one loads its code meanwhile.
    if (round < rounds) next = startVictim(script);
    const { phase, broken } = await playing;
    phases.set(phase, (phases.get(phase) ?? 0) + 1);
    for (const sentence of broken) failures.push(`Round ${round} (${phase}): ${sentence}`);
  } catch (error) {
    failures.push(`Round ${round}: ${error instanceof Error ? error.message : String(error)}`);
    victim.process.kill("SIGKILL");
  }
}
receipts += ground.said.size;
await leave(ground);
next.process.kill("SIGKILL");

const seconds = (performance.now() - begun) / 1000;
for (const [phase, count] of [...phases].toSorted((one, other) => other[1] - one[1]))
  process.stdout.write(`  ${String(count).padStart(5)}  killed ${phase}\n`);
for (const failure of failures) process.stdout.write(`FAILED  ${failure}\n`);
process.stdout.write(
  `${rounds} rounds, ${receipts} receipts, ${failures.length} failures, ${seconds.toFixed(1)} s (seed ${seed}).\n`,
);
process.exit(failures.length === 0 ? 0 : 1);
