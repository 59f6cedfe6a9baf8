/** Words for scanning: the panel with its pages, and the scanners in the settings. */
import type { scanning as english } from "../en/scanning.ts";
import type { MacedonianWords } from "../words.ts";

export const scanning: MacedonianWords<typeof english> = {};
