/** Opening, moving, counting and closing the till. */
export const till = {
  title: "Till",
} as const;
