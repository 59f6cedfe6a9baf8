/** Every word that stands on the till's own paper, by language. */
import type { Language } from "../../../shared/api/values.ts";
import { texts as en } from "./texts/till/en.ts";
import { texts as mk } from "./texts/till/mk.ts";
import { texts as ro } from "./texts/till/ro.ts";
import { texts as ru } from "./texts/till/ru.ts";
import { texts as sq } from "./texts/till/sq.ts";
import type { TillTexts } from "./tillWording.ts";

export const tillTexts: Record<Language, TillTexts> = { en, sq, ro, ru, mk };
