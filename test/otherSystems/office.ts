/** An office that has all five systems: the real core, and the training providers over loopback. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Agent, AgentOptions } from "../../electron/agent.ts";
import { startTrainingProviders, type TrainingProviders } from "../../electron/training/trainingProviders.ts";
import { CELIK, officeWith, provision } from "../agent/counter.ts";
import { temporaryFolder } from "../journal/till.ts";

export interface Office {
  agent: Agent;
  systems: TrainingProviders;
  dataDir: string;
  /** The same till after a stop; `person` is at the counter. */
  reopened(person?: { name: string; pin: string }): Promise<Agent>;
}

/** How long the till waits for a provider who never answers: enough for a busy computer, short enough for a test. */
const PATIENCE_MS = 4_000;

export async function office(
  person: { name: string; pin: string } = CELIK,
  changes: Record<string, Record<string, unknown>> = {},
  patienceMs = PATIENCE_MS,
): Promise<Office> {
  const systems = await startTrainingProviders();
  onTestFinished(() => systems.close());
  const providers = systems.configurations.map((configuration) => ({
    ...configuration,
    settings: { ...configuration.settings, ...changes[configuration.id] },
  }));
  const dataDir = temporaryFolder();
  const options: Partial<AgentOptions> = {
    dataDir,
    provision: { ...provision, providers, limits: { requestTimeoutMs: patienceMs } },
  };
  const agent = await officeWith(person, options);
  return { agent, systems, dataDir, reopened: (who = person) => officeWith(who, options) };
}

/** Every byte that the till has left in its folder, logs and journal included. */
export function everythingIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? everythingIn(path) : readFileSync(path, "latin1")))
    .join("\n");
}
