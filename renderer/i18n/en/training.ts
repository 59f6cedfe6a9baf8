/** The trainer's desk. */
export const training = {
  title: "Training",
} as const;
