/** The small values that several calls share: amounts, dates, references, pages, approvals. */
import { z } from "zod";
import { readIsoDate } from "../dates.ts";
import { MAX_AMOUNT_MINOR } from "../money.ts";

/** True when the text holds a control character, a lone surrogate, an invisible mark, or another end of a line. */
export function hasHiddenCharacter(text: string): boolean {
  // The last four are letters by name, and blank.
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u.test(text);
}

/** One line of human text: trimmed, bounded, free of control and invisible characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !hasHiddenCharacter(text), "Contains hidden characters.");

export const requiredLine = (max: number) => line(max).min(1);

/** A positive amount in minor units. */
export const amountMinor = z.number().int().positive().max(MAX_AMOUNT_MINOR);
/** An amount that may be nothing, such as a float. */
export const amountMinorOrZero = z.number().int().min(0).max(MAX_AMOUNT_MINOR);
/** A signed sum in minor units, for values that leave the core. */
export const sumMinor = z.number().int();

export const isoDate = z
  .string()
  .refine((text) => readIsoDate(text) !== null, "Not a date of the calendar (yyyy-MM-dd).");

/** A loan's reference at the lender (Iute: an integer). Digits only, so nothing can be smuggled into a URL. */
export const loanRef = z.string().regex(/^[1-9]\d{0,17}$/, "A loan reference is a number.");

export const id = z.string().regex(/^[A-Za-z0-9._:-]{1,80}$/);
export const captureId = z.string().regex(/^[A-Za-z0-9._:-]{8,80}$/);
/** A PIN that is chosen now; one that was stored earlier may be shorter until its owner signs in. */
export const pin = z.string().regex(/^\d{6,12}$/, "A PIN is 6 to 12 digits.");
export const personName = requiredLine(80);
export const reason = requiredLine(300);
export const note = requiredLine(1000);

/** Six digits from a supervisor's telephone (RFC 6238), as they are read out: with a space or without. */
export const oneTimeCode = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/[\s\p{Dash}]/gu, ""))
  .pipe(z.string().regex(/^\d{6}$/, "A one-time code is six digits."));

/**
 * A second person's consent, good once and for the named item only: at this counter with the PIN, from elsewhere with a
 * one-time code, or later with a signature, where this office has nobody else.
 */
export const approval = z.union([
  z.object({ name: personName, pin: z.string().min(4).max(40) }),
  z.object({ name: personName, code: oneTimeCode }),
  z.object({ later: z.literal(true) }),
]);
export type Approval = z.infer<typeof approval>;

export const page = z.object({
  number: z.number().int().min(1).max(100_000),
  size: z.number().int().min(1).max(500),
});
export type Page = z.infer<typeof page>;

export const languages = ["en", "sq", "ro", "ru", "mk"] as const;
export const language = z.enum(languages);
export type Language = z.infer<typeof language>;

export const currency = z.string().regex(/^[A-Z]{3}$/, "A currency is three capital letters (ISO 4217).");

export const roles = ["cashier", "supervisor", "admin"] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

export const empty = z.object({}).strict();
export const nothing = z.object({}).strict();
