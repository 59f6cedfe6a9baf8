/** Loan accounts in the lender's own book. */
import type { accounts as english } from "../en/accounts.ts";
import type { MacedonianWords } from "../words.ts";

export const accounts: MacedonianWords<typeof english> = {};
