/** First run: training, or setting up an office; unlocking and decisions about the data. */
import type { setup as english } from "../en/setup.ts";
import type { MacedonianWords } from "../words.ts";

export const setup: MacedonianWords<typeof english> = {};
