/** The loans desk: quote, apply, follow, cancel and take over loans. */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

type Calls =
  | "loans.quote"
  | "loans.apply"
  | "loans.decideDoubt"
  | "loans.get"
  | "loans.list"
  | "loans.refresh"
  | "loans.cancel"
  | "loans.info"
  | "loans.adopt";

export function createLoansDesk(_context: DeskContext): DeskCalls<Calls> {
  const notYet = () => {
    throw new Refusal("notAvailable", "This is not built yet.");
  };
  return {
    "loans.quote": notYet,
    "loans.apply": notYet,
    "loans.decideDoubt": notYet,
    "loans.get": notYet,
    "loans.list": notYet,
    "loans.refresh": notYet,
    "loans.cancel": notYet,
    "loans.info": notYet,
    "loans.adopt": notYet,
  };
}
