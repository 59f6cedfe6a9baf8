/** The payouts desk: cash that leaves the till. */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

type Calls = "payouts.check" | "payouts.begin" | "payouts.handOver" | "payouts.settle" | "payouts.open";

export function createPayoutsDesk(_context: DeskContext): DeskCalls<Calls> {
  const notYet = () => {
    throw new Refusal("notAvailable", "This is not built yet.");
  };
  return {
    "payouts.check": notYet,
    "payouts.begin": notYet,
    "payouts.handOver": notYet,
    "payouts.settle": notYet,
    "payouts.open": notYet,
  };
}
