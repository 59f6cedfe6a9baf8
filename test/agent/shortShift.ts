/** An act that needs a second person: closing a till whose count is short. */
import type { Agent } from "../../electron/agent.ts";
import { value } from "./counter.ts";

export const WITHDRAWN = { counts: [], note: "Two hundred are missing." };

/** A shift whose count is short, so that closing needs a second person. */
export async function shortShift(agent: Agent) {
  await value(agent.call("till.open", { floatMinor: 20_000 }));
}
