/** Calls of the printers desk: which printers there are, which one takes which paper, and a test page for each. */
import { z } from "zod";
import { call } from "./call.ts";
import { printResult, receiptPapers } from "./paper.ts";
import { empty } from "./values.ts";

/** What an office prints, each perhaps on a printer of its own. Letters and files go where agreements go. */
export const printUses = ["agreement", "receipt", "report"] as const;
export const printUse = z.enum(printUses);
export type PrintUse = z.infer<typeof printUse>;

const paper = z.enum(receiptPapers);
const printer = z.string().min(1).max(200);

/** Printed on one side, or on both and turned over the long or the short edge. */
export const duplexes = ["simplex", "longEdge", "shortEdge"] as const;
export const duplex = z.enum(duplexes);
export type Duplex = z.infer<typeof duplex>;

/** Sheets that an agreement may be printed on. */
export const sheetSizes = ["a4", "a5", "letter", "legal"] as const;
export const sheetSize = z.enum(sheetSizes);
export type SheetSize = z.infer<typeof sheetSize>;

/** What a printer says of itself; null where this system does not tell. */
export const printerOffers = z.object({ duplex: z.boolean(), sheets: z.array(sheetSize) }).nullable();

export const printerView = z.object({
  name: z.string(),
  label: z.string(),
  isDefault: z.boolean(),
  offers: printerOffers.optional(),
});
export type PrinterView = z.infer<typeof printerView>;

/** Where one kind of paper goes: a null `printer` is the computer's own default, a null `duplex` the printer's. */
export const printerChoice = z.object({
  use: printUse,
  printer: printer.nullable(),
  paper,
  duplex: duplex.nullable(),
});
export type PrinterChoice = z.infer<typeof printerChoice>;

export const printerCalls = {
  "printers.list": call("signedIn", empty, z.object({ printers: z.array(printerView) })),
  /** One for every use, in the order of `printUses`. */
  "printers.choices": call("signedIn", empty, z.object({ choices: z.array(printerChoice) })),
  /** By whoever stands at the counter: a printer that broke down must not stop it. Fields left out stay as they are. */
  "printers.choose": call(
    "signedIn",
    z.object({
      use: printUse,
      printer: printer.nullable().optional(),
      paper: paper.optional(),
      duplex: duplex.nullable().optional(),
    }),
    printerChoice,
  ),
  /** A test page: where the paper of one use goes, or on the printer and paper that are named. */
  "printers.test": call(
    "signedIn",
    z.object({ use: printUse.optional(), paper: paper.optional(), printer: printer.optional() }),
    printResult,
  ),
};
