/** Customers at the other systems. */
import type { customers as english } from "../en/customers.ts";
import type { AlbanianWords } from "../words.ts";

export const customers: AlbanianWords<typeof english> = {};
