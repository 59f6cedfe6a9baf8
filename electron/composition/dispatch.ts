/** Takes one call to its desk and back: known name, parsed input, allowed caller, parsed value, and one kind of reply. */

import type { Caller } from "../../shared/api/call.ts";
import { type Api, api, type CallName, callNames, isCallName } from "../../shared/api.ts";
import { type Envelope, Refusal } from "../../shared/errors.ts";
import type { DeskCalls, SignedIn } from "../desks/context.ts";
import { bugFacts, type Log } from "../logging/log.ts";
import type { Random } from "../ports.ts";
import { parseInput } from "./inputSentences.ts";

export type AllDesks = DeskCalls<CallName>;

export interface DispatchParts {
  desks: AllDesks;
  session: { current(): SignedIn | null; touch(): void };
  /** True while the keys are locked: then there is only looking and counting. */
  isLocked: () => boolean;
  staffExists: () => boolean;
  random: Random;
  log: Log;
}

export type Answering = (name: string, input: unknown) => Promise<Envelope<unknown>>;

/** What may be done while the till is locked; nobody can sign in then, so nobody has to be. */
const whileLocked: ReadonlySet<CallName> = new Set([
  "setup.get",
  "setup.unlock",
  "setup.startTraining",
  "staff.session",
  "staff.signOut",
  "outbox.list",
  "till.status",
  "journal.verify",
  "journal.search",
] satisfies CallName[]);

/** Calls that a page makes by itself: they keep no counter awake. */
const madeByThePage: ReadonlySet<CallName> = new Set([
  "setup.get",
  "setup.connections",
  "staff.session",
  "staff.list",
  "till.status",
  "till.report",
  "till.handover",
  "till.shifts",
  "till.day",
  "till.transfers",
  "till.partnerBalance",
  "till.news",
  "disputes.list",
  "outbox.list",
  "loans.get",
  "loans.list",
  "payouts.open",
  "training.status",
  "approvals.list",
] satisfies CallName[]);

/** Who acts where nobody is signed in and nobody has to be. */
export const nobody: SignedIn = { name: "system", role: "cashier" };

const ranks = { cashier: 0, supervisor: 1, admin: 2 } as const;

function assertAllowed(caller: Caller, present: SignedIn | null, isFirstRun: boolean): void {
  if (caller === "anyone" || (caller === "firstRun" && isFirstRun)) return;
  if (present === null) throw new Refusal("notSignedIn", "Sign in first.");
  const least = caller === "signedIn" ? "cashier" : caller === "firstRun" ? "admin" : caller;
  if (ranks[present.role] < ranks[least])
    throw new Refusal(
      "wrongRole",
      least === "admin" ? "Only an administrator may do this." : "A supervisor has to do this.",
    );
}

type Handler = (input: unknown, present: SignedIn | null) => Promise<unknown>;

function handlerOf<Name extends CallName>(name: Name, parts: DispatchParts): Handler {
  const definition: Api[Name] = api[name];
  const desk = parts.desks[name];
  return async (input, present) => {
    const parsed = parseInput(definition.input, input);
    // The input has just been parsed by the schema of this very call; TypeScript cannot follow the pairing.
    const value: unknown = await desk(parsed as Parameters<typeof desk>[0], present ?? nobody);
    return definition.value.parse(value);
  };
}

function refused(error: Refusal): Envelope<unknown> {
  const { code, message, field, retry, reason, said } = error;
  return {
    ok: false,
    error: {
      code,
      message,
      ...(field === undefined ? {} : { field }),
      ...(retry === undefined ? {} : { retry }),
      ...(reason === undefined ? {} : { reason }),
      ...(said === undefined ? {} : { said }),
    },
  };
}

/** The envelope of anything that was thrown; a bug gets a reference that the log has, too. */
export function envelopeOf(error: unknown, random: Random, log: Log, call: string): Envelope<unknown> {
  if (error instanceof Refusal) return refused(error);
  const reference = random.bytes(4).toString("hex");
  log("error", "core.bug", { reference, call, ...bugFacts(error) });
  return {
    ok: false,
    error: {
      code: "unexpected",
      message: "Something went wrong in the program. What was recorded is kept.",
      reference,
    },
  };
}

/** Never throws. */
export function createDispatch(parts: DispatchParts): Answering {
  const { session, isLocked, staffExists, random, log } = parts;
  const handlers = new Map<CallName, Handler>(callNames.map((name) => [name, handlerOf(name, parts)]));

  async function answer(name: string, input: unknown): Promise<unknown> {
    const handler = isCallName(name) ? handlers.get(name) : undefined;
    if (!isCallName(name) || handler === undefined)
      throw new Refusal("unknownCall", "There is no such call.");
    const present = session.current();
    if (isLocked()) {
      if (!whileLocked.has(name))
        throw new Refusal("locked", "The till is locked: enter the recovery code to open it.");
    } else assertAllowed(api[name].caller, present, !staffExists());
    if (present !== null && !madeByThePage.has(name)) session.touch();
    return handler(input ?? {}, present);
  }

  return async (name, input) => {
    try {
      return { ok: true, value: await answer(name, input) };
    } catch (error) {
      return envelopeOf(error, random, log, isCallName(name) ? name : "unknown");
    }
  };
}
