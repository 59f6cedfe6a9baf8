/** What each operation demands of its parameters: the document's request tables as schemas. */
import { z } from "zod";
import { UploadedFile } from "../http/form.ts";
import { readAmount } from "./amounts.ts";
import { languages } from "./books.ts";
import { readCompactDate, readDottedDate } from "./calendar.ts";

/** The largest loan that this lender can even quote; everything it prints then stays below Java's "1.0E7". */
const MAX_AMOUNT_MINOR = 1_000_000_00;
const MAX_MONTHS = 60;

const text = z.string({ error: (issue) => (issue.input === undefined ? "is required" : "must be text") });

const varchar = text
  .max(255, "must have at most 255 characters")
  // XML 1.0 cannot carry these, and the lender has to send names back.
  .refine(
    (value) => !/[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(value),
    "contains characters that are not allowed",
  )
  .refine((value) => value.trim() !== "", "must not be empty");

/** Required and yet empty in the document's example: a house has no apartment. */
const apartment = z.union([z.literal(""), varchar], {
  error: (issue) => (issue.input === undefined ? "is required" : "must be text of at most 255 characters"),
});

function phone(pattern: RegExp, sentence: string) {
  return text.regex(pattern, sentence);
}

const mobile = phone(/^0\d{9}$/, "must be a phone number: 0 and nine digits");
/** The pattern says eight digits after the 0, the sample has nine; both are taken. */
const homePhone = phone(/^0\d{8,9}$/, "must be a phone number: 0 and eight digits");

function read<Value>(reader: (value: string) => Value | null, sentence: string) {
  return text.transform((value, context) => {
    const result = reader(value);
    if (result !== null) return result;
    context.addIssue({ code: "custom", message: sentence });
    return z.NEVER;
  });
}

const amount = read(readAmount, "must be a number such as 1000.55").refine(
  (amountMinor) => amountMinor > 0,
  "must be greater than 0",
);
const loanAmount = amount.refine(
  (amountMinor) => amountMinor <= MAX_AMOUNT_MINOR,
  `must be at most ${MAX_AMOUNT_MINOR / 100}`,
);
const months = read(
  (value) => (/^[1-9]\d?$/.test(value) ? Number(value) : null),
  "must be a number of months",
).refine((count) => count <= MAX_MONTHS, `must be at most ${MAX_MONTHS}`);
const loanRef = text.regex(/^[1-9]\d{0,14}$/, "must be a reference number");

const file = z.instanceof(UploadedFile, {
  error: (issue) => (issue.input === undefined ? "is required" : "must be a file"),
});

/** Tells a file's format from its first bytes, never from its name. */
export function formatOf(bytes: Uint8Array): "jpg" | "pdf" | null {
  const starts = (signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts([0xff, 0xd8, 0xff])) return "jpg";
  return starts([0x25, 0x50, 0x44, 0x46, 0x2d]) ? "pdf" : null;
}

const notImage = "must be a jpg or pdf file";
const emptyOrScan = file.refine(({ bytes }) => bytes.byteLength === 0 || formatOf(bytes) !== null, notImage);
const scan = file
  .refine(({ bytes }) => bytes.byteLength > 0, "must not be empty")
  .refine(({ bytes }) => bytes.byteLength === 0 || formatOf(bytes) !== null, notImage);

const partner = { partner_type: varchar };

export const inputs = {
  calculate: z.object({ loan_amount: loanAmount, loan_duration: months, ...partner }),
  newLoan: z.object({
    pin: varchar,
    first_name: varchar,
    last_name: varchar,
    patronymic: varchar,
    birth_date: read(readDottedDate, "must be a date of the format dd.MM.yyyy"),
    document_serial: varchar,
    gsm: mobile,
    phone_home: homePhone,
    alt_contact_name: varchar,
    alt_contact_relation: varchar,
    alt_contact_phone: mobile,
    town: varchar,
    street: varchar,
    house_nr: varchar,
    apartment_nr: apartment,
    loan_amount: loanAmount,
    loan_duration: months,
    submit_person: varchar,
    submit_post_office: varchar,
    id_copy: emptyOrScan.optional(),
    data_verification: emptyOrScan.optional(),
    ...partner,
  }),
  checkStatus: z.object({ loan_ref: loanRef, ...partner }),
  /** The GETs write `loanRef` where the POSTs write `loan_ref`. */
  byReference: z.object({ loanRef, ...partner }),
  generateAgreement: z.object({ loanRef, lang: z.enum(languages, { error: languageError }), ...partner }),
  /** The bank statement's part is required, but the document's own sample sends it without content. */
  uploadFiles: z.object({ loan_ref: loanRef, loan_agreement: scan, bank_statement: emptyOrScan, ...partner }),
  insertRepayment: z.object({
    loanRef,
    date: read(readCompactDate, "must be a date of the format ddMMyyyy"),
    amount,
    ...partner,
  }),
};

function languageError(issue: { input?: unknown }): string {
  return issue.input === undefined ? "is required" : `must be one of ${languages.join(", ")}`;
}

/** One sentence for each parameter at fault. */
export function sentencesOf(error: z.ZodError): string[] {
  const byParameter = new Map(
    error.issues.toReversed().map((issue) => [issue.path.join("."), issue.message]),
  );
  return [...byParameter].toReversed().map(([parameter, message]) => `Parameter ${parameter} ${message}.`);
}
