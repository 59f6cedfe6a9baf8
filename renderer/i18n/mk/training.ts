/** The trainer's desk. */
import type { training as english } from "../en/training.ts";
import type { MacedonianWords } from "../words.ts";

export const training: MacedonianWords<typeof english> = {};
