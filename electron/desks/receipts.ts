/** The receipts desk: makes and prints the paper of one item. */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

function notYet(): never {
  throw new Refusal("notAvailable", "This is not available here.");
}

export function createReceiptsDesk(_context: DeskContext): DeskCalls<"receipts.make" | "receipts.print"> {
  return { "receipts.make": notYet, "receipts.print": notYet };
}
