/** The office's settings. */
import type { settings as english } from "../en/settings.ts";
import type { RomanianWords } from "../words.ts";

export const settings: RomanianWords<typeof english> = {
  title: "Setări",
};
