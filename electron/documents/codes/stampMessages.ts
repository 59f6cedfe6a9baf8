/** What the core and the process that draws our codes into a PDF say to each other. */
import { z } from "zod";

export const stamp = z.object({
  /** Counted from 1. */
  page: z.number().int().min(1),
  /** Points from the left and the lower edge of the page as it is shown. */
  x: z.number(),
  y: z.number(),
  /** What the code holds, and the small print below it. */
  text: z.string().min(1).max(200),
  words: z.string().max(200),
});
export type Stamp = z.infer<typeof stamp>;

export const stampQuestion = z.object({
  number: z.number().int(),
  bytes: z.instanceof(Uint8Array),
  stamps: z.array(stamp),
});
export type StampQuestion = z.infer<typeof stampQuestion>;

/** Null where the document could not be written to. */
export const stampAnswer = z.object({
  number: z.number().int(),
  stamped: z.instanceof(Uint8Array).nullable(),
});
