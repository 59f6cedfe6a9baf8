/** Loans: quote, application, a loan's page and the list. */
import type { loans as english } from "../en/loans.ts";
import type { MacedonianWords } from "../words.ts";

export const loans: MacedonianWords<typeof english> = {};
