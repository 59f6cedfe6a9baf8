/** Words for scanning: the panel with its pages, and the scanners in the settings. */
import type { scanning as english } from "../en/scanning.ts";
import type { RussianWords } from "../words.ts";

export const scanning: RussianWords<typeof english> = {};
