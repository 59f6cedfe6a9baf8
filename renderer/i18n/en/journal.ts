/** Searching and checking the journal. */
export const journal = {
  title: "Journal",
} as const;
