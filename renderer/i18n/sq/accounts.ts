/** Loan accounts in the lender's own book. */
import type { accounts as english } from "../en/accounts.ts";
import type { AlbanianWords } from "../words.ts";

export const accounts: AlbanianWords<typeof english> = {};
