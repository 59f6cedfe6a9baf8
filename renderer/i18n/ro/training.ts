/** The trainer's desk. */
import type { training as english } from "../en/training.ts";
import type { RomanianWords } from "../words.ts";

export const training: RomanianWords<typeof english> = {
  title: "Instruire",
};
