/** Customers at the other systems. */
import type { customers as english } from "../en/customers.ts";
import type { RussianWords } from "../words.ts";

export const customers: RussianWords<typeof english> = {};
