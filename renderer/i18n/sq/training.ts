/** The trainer's desk. */
import type { training as english } from "../en/training.ts";
import type { AlbanianWords } from "../words.ts";

export const training: AlbanianWords<typeof english> = {};
