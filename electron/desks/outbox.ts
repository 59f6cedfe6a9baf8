/** The outbox desk: what is queued, in doubt or needs a person. */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

type Calls = "outbox.list" | "outbox.sync" | "outbox.resolve" | "outbox.void";

export function createOutboxDesk(_context: DeskContext): DeskCalls<Calls> {
  const notYet = () => {
    throw new Refusal("notAvailable", "This is not built yet.");
  };
  return {
    "outbox.list": notYet,
    "outbox.sync": notYet,
    "outbox.resolve": notYet,
    "outbox.void": notYet,
  };
}
