/** Printers, receipts and copies. */
import type { printing as english } from "../en/printing.ts";
import type { MacedonianWords } from "../words.ts";

export const printing: MacedonianWords<typeof english> = {
  title: "Печатење",
};
