/** No-dues letters. */
import type { letters as english } from "../en/letters.ts";
import type { AlbanianWords } from "../words.ts";

export const letters: AlbanianWords<typeof english> = {};
