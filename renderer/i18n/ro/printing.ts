/** Printers, receipts and copies. */
import type { printing as english } from "../en/printing.ts";
import type { RomanianWords } from "../words.ts";

export const printing: RomanianWords<typeof english> = {
  title: "Tipărire",
};
