/** The names of an entry's facts and its coded words, by language. */
import type { Language } from "./api/values.ts";
import { factWords as en } from "./factWords/en.ts";
import { factWords as mk } from "./factWords/mk.ts";
import { factWords as ro } from "./factWords/ro.ts";
import { factWords as ru } from "./factWords/ru.ts";
import { factWords as sq } from "./factWords/sq.ts";
import type { Worded } from "./worded.ts";

export const factNames = [
  "amount",
  "receipt",
  "loan",
  "installation",
  "version",
  "office",
  "till",
  "currency",
  "system",
  "address",
  "device",
  "printer",
  "certificate",
  "entries",
  "payments",
  "upTo",
  "person",
  "approvedBy",
  "role",
  "inARow",
  "way",
  "because",
  "act",
  "direction",
  "countNumber",
  "counted",
  "expected",
  "difference",
  "carriedOver",
  "toSafe",
  "toTill",
  "from",
  "slip",
  "result",
  "balance",
  "about",
  "file",
  "dispute",
  "reason",
  "note",
  "attempt",
  "said",
  "state",
  "certainty",
  "decision",
  "allowed",
  "line",
] as const satisfies readonly (keyof typeof en.names)[];
export type FactName = (typeof factNames)[number];
export type FactWords = Worded<typeof en>;

export const factWords: Record<Language, FactWords> = { en, sq, ro, ru, mk };
