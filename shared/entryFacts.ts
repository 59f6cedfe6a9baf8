/** What one journal entry tells beyond its kind, as plain facts: each side of the bridge words them in its reader's language. */
import { z } from "zod";
import { sumMinor } from "./api/values.ts";
import { factNames } from "./factWords.ts";

const name = z.enum(factNames);

export const entryFact = z.union([
  /** A name, a number or a person's own words, said as it stands. */
  z.object({ name, text: z.string() }),
  z.object({ name, amountMinor: sumMinor }),
  /** One of a closed list: a state, a role, a reason; a newer version's word is said as it stands. */
  z.object({ name, word: z.string() }),
  /** What a second person approves: one of `approvalActs`. */
  z.object({ name, act: z.string() }),
  /** A limit of the office under its own name, in the unit that the name ends with. */
  z.object({ limit: z.string(), value: z.number() }),
]);
export type EntryFact = z.infer<typeof entryFact>;
