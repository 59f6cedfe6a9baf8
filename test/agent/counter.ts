/** The whole core on a real folder, as Electron and plain Node use it, with a clock and a keyring that the test turns. */
import { onTestFinished } from "vitest";
import { type Agent, type AgentOptions, createAgent } from "../../electron/agent.ts";
import type { Clock } from "../../electron/ports.ts";
import type { CallError, Envelope } from "../../shared/errors.ts";
import { CHEAP, testKeyring } from "../journal/parts.ts";
import { temporaryFolder } from "../journal/till.ts";

export const ANA = { name: "Ana", role: "admin", pin: "274913" } as const;
export const BESA = { name: "Besa", role: "supervisor", pin: "630284" } as const;
export const CELIK = { name: "Celik", role: "cashier", pin: "519027" } as const;

export const OFFICE = { office: "Tirana 12", till: "T3", currency: "ALL", language: "sq" } as const;
export const provision = { ...OFFICE, staff: [ANA, BESA, CELIK], providers: [] };

/** Opens the core; it is closed when the test ends. */
export function openAgent(options: Partial<AgentOptions> = {}): Agent {
  const agent = createAgent({
    dataDir: temporaryFolder(),
    keyring: testKeyring(),
    pinCost: CHEAP,
    ...options,
  });
  onTestFinished(() => agent.close());
  return agent;
}

/** The value of a call that has to succeed. */
export async function value<Value>(reply: Promise<Envelope<Value>>): Promise<Value> {
  const envelope = await reply;
  if (!envelope.ok) throw new Error(`${envelope.error.code}: ${envelope.error.message}`);
  return envelope.value;
}

/** What a call that has to be refused was refused with. */
export async function refusal(reply: Promise<Envelope<unknown>>): Promise<CallError> {
  const envelope = await reply;
  if (envelope.ok) throw new Error(`This was not refused: ${JSON.stringify(envelope.value)}`);
  return envelope.error;
}

export async function signIn(agent: Agent, person: { name: string; pin: string }): Promise<void> {
  await value(agent.call("staff.signIn", { name: person.name, pin: person.pin }));
}

/** A provisioned office with this person at the counter. */
export async function officeWith(
  person: { name: string; pin: string } | null,
  options: Partial<AgentOptions> = {},
): Promise<Agent> {
  const agent = openAgent({ provision, ...options });
  await agent.ready;
  if (person !== null) await signIn(agent, person);
  return agent;
}

/** A clock that stands until it is turned; what was to wake by then wakes in order. */
export function turnedClock(): Clock & { turn(milliseconds: number): void } {
  let now = Date.UTC(2026, 10, 26, 8);
  let waiting: { at: number; wake: () => void }[] = [];
  return {
    now: () => now,
    monotonic: () => now,
    after: (delayMs, wake) => {
      const entry = { at: now + delayMs, wake };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    turn: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).toSorted((left, right) => left.at - right.at);
        if (next === undefined) break;
        waiting = waiting.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.wake();
      }
      now = end;
    },
  };
}
