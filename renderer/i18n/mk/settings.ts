/** The office's settings. */
import type { settings as english } from "../en/settings.ts";
import type { MacedonianWords } from "../words.ts";

export const settings: MacedonianWords<typeof english> = {};
