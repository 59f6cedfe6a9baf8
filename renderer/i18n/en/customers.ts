/** Customers at the other systems. */
export const customers = {
  title: "Customers",
} as const;
