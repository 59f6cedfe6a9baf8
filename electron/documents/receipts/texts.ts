/** Every word that stands on paper, by language: receipts speak the office's language. */
import type { Language } from "../../../shared/api/values.ts";
import { texts as en } from "./texts/en.ts";
import { texts as mk } from "./texts/mk.ts";
import { texts as ro } from "./texts/ro.ts";
import { texts as ru } from "./texts/ru.ts";
import { texts as sq } from "./texts/sq.ts";
import type { ReceiptTexts } from "./wording.ts";

export const receiptTexts: Record<Language, ReceiptTexts> = { en, sq, ro, ru, mk };
