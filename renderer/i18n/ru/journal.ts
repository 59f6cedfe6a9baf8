/** What happened at this till, entry by entry. */
import type { journal as english } from "../en/journal.ts";
import type { RussianWords } from "../words.ts";

export const journal: RussianWords<typeof english> = {};
