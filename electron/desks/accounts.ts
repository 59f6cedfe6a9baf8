/** The desk for loan accounts in the lender's own book (Q2). */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

export type AccountsCalls =
  | "accounts.create"
  | "accounts.list"
  | "accounts.readBack"
  | "accounts.decideDoubt";

export function createAccountsDesk(_context: DeskContext): DeskCalls<AccountsCalls> {
  const notYet = () => {
    throw new Refusal("notAvailable", "Not built yet.");
  };
  return {
    "accounts.create": notYet,
    "accounts.list": notYet,
    "accounts.readBack": notYet,
    "accounts.decideDoubt": notYet,
  };
}
