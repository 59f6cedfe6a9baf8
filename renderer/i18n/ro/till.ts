/** Opening, moving, counting and closing the till. */
import type { till as english } from "../en/till.ts";
import type { RomanianWords } from "../words.ts";

export const till: RomanianWords<typeof english> = {
  title: "Casa",
};
