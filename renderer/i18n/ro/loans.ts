/** Loans: quote, application, a loan's page and the list. */
import type { loans as english } from "../en/loans.ts";
import type { RomanianWords } from "../words.ts";

export const loans: RomanianWords<typeof english> = {
  title: "Credite",
};
