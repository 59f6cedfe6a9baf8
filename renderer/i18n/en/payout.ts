/** Paying out a loan. */
export const payout = {
  title: "Payout",
} as const;
