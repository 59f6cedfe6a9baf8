/** No-dues letters. */
import type { letters as english } from "../en/letters.ts";
import type { RussianWords } from "../words.ts";

export const letters: RussianWords<typeof english> = {};
