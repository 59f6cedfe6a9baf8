/** Taking a repayment. */
export const repayments = {
  title: "Repayment",
} as const;
