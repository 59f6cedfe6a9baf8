/** Printers, receipts and copies. */
import type { printing as english } from "../en/printing.ts";
import type { RussianWords } from "../words.ts";

export const printing: RussianWords<typeof english> = {
  title: "Печать",
};
