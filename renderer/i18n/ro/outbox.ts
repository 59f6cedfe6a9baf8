/** The outbox: what is queued, in doubt or needs a person. */
import type { outbox as english } from "../en/outbox.ts";
import type { RomanianWords } from "../words.ts";

export const outbox: RomanianWords<typeof english> = {
  title: "De trimis",
};
