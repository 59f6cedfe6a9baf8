/** The desk for customers at the other systems: look-up, registration (DRAP) and the loans already served (Interswitch). */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

export type CustomersCalls =
  | "customers.lookup"
  | "customers.onboard"
  | "customers.get"
  | "customers.loans"
  | "customers.doubts"
  | "customers.readBack";

export function createCustomersDesk(_context: DeskContext): DeskCalls<CustomersCalls> {
  const notYet = () => {
    throw new Refusal("notAvailable", "Not built yet.");
  };
  return {
    "customers.lookup": notYet,
    "customers.onboard": notYet,
    "customers.get": notYet,
    "customers.loans": notYet,
    "customers.doubts": notYet,
    "customers.readBack": notYet,
  };
}
