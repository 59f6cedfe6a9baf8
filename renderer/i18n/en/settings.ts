/** The office's settings. */
export const settings = {
  title: "Settings",
} as const;
