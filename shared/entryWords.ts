/** Every kind of journal entry, act and limit by its name, for the screen and for paper. */
import type { Language } from "./api/values.ts";
import { entryWords as en } from "./entryWords/en.ts";
import { entryWords as mk } from "./entryWords/mk.ts";
import { entryWords as ro } from "./entryWords/ro.ts";
import { entryWords as ru } from "./entryWords/ru.ts";
import { entryWords as sq } from "./entryWords/sq.ts";
import type { Worded } from "./worded.ts";

export type EntryWords = Worded<typeof en>;

export const entryWords: Record<Language, EntryWords> = { en, sq, ro, ru, mk };
