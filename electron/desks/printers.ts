/** The printers desk: which printers there are. */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

export function createPrintersDesk(context: DeskContext): DeskCalls<"printers.list"> {
  return {
    "printers.list": async () => {
      if (context.printing === null) throw new Refusal("notAvailable", "No printer can be reached from here.");
      return { printers: await context.printing.printers() };
    },
  };
}
