/** Loans: quote, application, a loan's page and the list. */
export const loans = {
  title: "Loans",
} as const;
