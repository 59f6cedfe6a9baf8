/** The office's settings. */
import type { settings as english } from "../en/settings.ts";
import type { RussianWords } from "../words.ts";

export const settings: RussianWords<typeof english> = {};
