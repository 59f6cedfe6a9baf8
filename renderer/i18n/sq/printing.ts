/** Printers, receipts and copies. */
import type { printing as english } from "../en/printing.ts";
import type { AlbanianWords } from "../words.ts";

export const printing: AlbanianWords<typeof english> = {
  title: "Printimi",
};
