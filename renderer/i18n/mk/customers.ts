/** Customers at the other systems. */
import type { customers as english } from "../en/customers.ts";
import type { MacedonianWords } from "../words.ts";

export const customers: MacedonianWords<typeof english> = {};
