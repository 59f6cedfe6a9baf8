/** Loans: quote, application, a loan's page and the list. */
import type { loans as english } from "../en/loans.ts";
import type { RussianWords } from "../words.ts";

export const loans: RussianWords<typeof english> = {};
