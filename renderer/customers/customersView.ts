/** The views of the customers' task, one at a time, and what the place may bring along. */
import type { Place } from "../app/place.ts";
import type { KnownCustomer } from "./customerValues.ts";
import type { Typed } from "./registrationForm.ts";

export type CustomersView =
  | { at: "find" }
  | { at: "customer"; customer: KnownCustomer; isNew: boolean }
  | { at: "register"; providerId: string; typed: Typed; known: KnownCustomer | null }
  | { at: "servedLoans"; providerId: string; customerId: string; strict: boolean };

export type Given = Omit<Extract<Place, { at: "customers" }>, "at">;
