/** The trainer's desk. */
import type { training as english } from "../en/training.ts";
import type { RussianWords } from "../words.ts";

export const training: RussianWords<typeof english> = {};
