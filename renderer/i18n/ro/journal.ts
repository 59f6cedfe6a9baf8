/** Searching and checking the journal. */
import type { journal as english } from "../en/journal.ts";
import type { RomanianWords } from "../words.ts";

export const journal: RomanianWords<typeof english> = {
  title: "Jurnal",
};
