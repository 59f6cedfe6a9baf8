/** Customers at the other systems. */
import type { customers as english } from "../en/customers.ts";
import type { RomanianWords } from "../words.ts";

export const customers: RomanianWords<typeof english> = {
  title: "Clienți",
};
