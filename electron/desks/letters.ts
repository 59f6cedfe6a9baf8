/** The desk for letters: the no-dues letter of a loan that was repaid (Apollo). */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

export function createLettersDesk(_context: DeskContext): DeskCalls<"letters.noc"> {
  return {
    "letters.noc": () => {
      throw new Refusal("notAvailable", "Not built yet.");
    },
  };
}
