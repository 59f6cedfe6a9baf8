/** The repayments desk: cash that comes in. */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

type Calls = "repayments.check" | "repayments.capture" | "repayments.giveBack";

export function createRepaymentsDesk(_context: DeskContext): DeskCalls<Calls> {
  const notYet = () => {
    throw new Refusal("notAvailable", "This is not built yet.");
  };
  return {
    "repayments.check": notYet,
    "repayments.capture": notYet,
    "repayments.giveBack": notYet,
  };
}
