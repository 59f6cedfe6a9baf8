/** Printers, receipts and copies. */
export const printing = {
  title: "Printing",
} as const;
