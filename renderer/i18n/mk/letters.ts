/** No-dues letters. */
import type { letters as english } from "../en/letters.ts";
import type { MacedonianWords } from "../words.ts";

export const letters: MacedonianWords<typeof english> = {};
