/** The office's settings. */
import type { settings as english } from "../en/settings.ts";
import type { AlbanianWords } from "../words.ts";

export const settings: AlbanianWords<typeof english> = {};
