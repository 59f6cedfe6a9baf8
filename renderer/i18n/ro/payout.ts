/** Paying out a loan. */
import type { payout as english } from "../en/payout.ts";
import type { RomanianWords } from "../words.ts";

export const payout: RomanianWords<typeof english> = {
  title: "Plată numerar",
};
