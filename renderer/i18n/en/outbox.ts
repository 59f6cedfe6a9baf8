/** The outbox: what is queued, in doubt or needs a person. */
export const outbox = {
  title: "Outbox",
} as const;
