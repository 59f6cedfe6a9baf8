/** Taking a repayment. */
import type { repayments as english } from "../en/repayments.ts";
import type { RomanianWords } from "../words.ts";

export const repayments: RomanianWords<typeof english> = {
  title: "Rambursare",
};
