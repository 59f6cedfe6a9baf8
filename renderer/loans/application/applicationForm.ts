/** The application as it is typed, and what it means: every field as the lender's document demands it. */
import type { TFunction } from "i18next";
import { type Application, applicationSchema } from "../../../shared/api/loans.ts";
import { hasHiddenCharacter } from "../../../shared/api/values.ts";
import { businessDateOf, readDottedDate } from "../../../shared/dates.ts";
import { type AmountProblem, readTypedAmount } from "../../../shared/money.ts";

/** In the order in which Enter walks them. */
export const applicationFields = [
  "amount",
  "months",
  "pin",
  "documentSerial",
  "birthDate",
  "lastName",
  "firstName",
  "patronymic",
  "gsm",
  "phoneHome",
  "town",
  "street",
  "houseNr",
  "apartmentNr",
  "altContactName",
  "altContactRelation",
  "altContactPhone",
] as const;
export type ApplicationField = (typeof applicationFields)[number];
export type ApplicationForm = Record<ApplicationField, string>;

export const emptyApplication: ApplicationForm = {
  amount: "",
  months: "",
  pin: "",
  documentSerial: "",
  birthDate: "",
  lastName: "",
  firstName: "",
  patronymic: "",
  gsm: "",
  phoneHome: "",
  town: "",
  street: "",
  houseNr: "",
  apartmentNr: "",
  altContactName: "",
  altContactRelation: "",
  altContactPhone: "",
};

/** As the shared schema bounds them; what is longer cannot be typed. */
export const longest: Readonly<Record<ApplicationField, number>> = {
  amount: 40,
  months: 3,
  pin: 40,
  documentSerial: 60,
  birthDate: 12,
  lastName: 100,
  firstName: 100,
  patronymic: 100,
  gsm: 20,
  phoneHome: 20,
  town: 100,
  street: 120,
  houseNr: 20,
  apartmentNr: 20,
  altContactName: 100,
  altContactRelation: 60,
  altContactPhone: 20,
};

export type Problem =
  | "required"
  | "hiddenCharacters"
  | "tooLong"
  | "birthDate"
  | "birthDateAhead"
  | "mobile"
  | "homePhone"
  | "months"
  | `amount.${AmountProblem}`;

export type ApplicationReading =
  | { ok: true; application: Application }
  | { ok: false; problems: Partial<Record<ApplicationField, Problem>> };

/** "069 123-45-67" as people write it is "0691234567" for the lender. */
function phoneDigits(typed: string): string {
  return typed.trim().replace(/[\s\-/().]/g, "");
}

/** Takes 31.12.1990, 31/12/1990, 31-12-1990, 31 12 1990 and 31121990; gives `yyyy-MM-dd` or null. */
export function readTypedDate(typed: string): string | null {
  const match = /^(\d{1,2})[.\-/ ]?(\d{1,2})[.\-/ ]?(\d{4})$/.exec(typed.trim());
  if (match === null) return null;
  const [, day = "", month = "", year = ""] = match;
  const separated = /\D/.test(typed.trim());
  if (!separated && typed.trim().length !== 8) return null;
  return readDottedDate(`${day.padStart(2, "0")}.${month.padStart(2, "0")}.${year}`);
}

/** The core's name of each field; amounts and months are numbers there. */
function fieldOfPath(path: PropertyKey | undefined): ApplicationField | null {
  if (path === "amountMinor") return "amount";
  return applicationFields.find((field) => field === path) ?? null;
}

export function fieldOfCore(dotted: string | undefined): ApplicationField | null {
  return fieldOfPath(dotted?.replace(/^application\./, ""));
}

export function readApplication(form: ApplicationForm, now: number): ApplicationReading {
  const amount = readTypedAmount(form.amount);
  const birthDate = readTypedDate(form.birthDate);
  const { amount: _amount, months, ...texts } = form;
  const parsed = applicationSchema.safeParse({
    ...texts,
    birthDate: birthDate ?? "",
    gsm: phoneDigits(form.gsm),
    phoneHome: phoneDigits(form.phoneHome),
    altContactPhone: phoneDigits(form.altContactPhone),
    amountMinor: amount.ok ? amount.amountMinor : 0,
    months: /^\d{1,3}$/.test(months.trim()) ? Number(months.trim()) : 0,
  });
  const problems: Partial<Record<ApplicationField, Problem>> = {};
  for (const { path } of parsed.error?.issues ?? []) {
    const field = fieldOfPath(path[0]);
    if (field !== null) problems[field] ??= problemOf(field, form);
  }
  if (birthDate !== null && birthDate > businessDateOf(now)) problems.birthDate = "birthDateAhead";
  return parsed.success && Object.keys(problems).length === 0
    ? { ok: true, application: parsed.data }
    : { ok: false, problems };
}

function problemOf(field: ApplicationField, form: ApplicationForm): Problem {
  const typed = form[field];
  if (field === "amount") {
    const reading = readTypedAmount(typed);
    return reading.ok ? "amount.tooLarge" : `amount.${reading.problem}`;
  }
  if (typed.trim() === "") return "required";
  if (hasHiddenCharacter(typed)) return "hiddenCharacters";
  if (field === "months" || field === "birthDate") return field;
  if (field === "phoneHome") return "homePhone";
  if (field === "gsm" || field === "altContactPhone") return "mobile";
  return "tooLong";
}

export function problemSentence(
  t: TFunction<["loans", "common"]>,
  problem: Problem,
  field: ApplicationField,
): string {
  switch (problem) {
    case "required":
      return t("common:field.required");
    case "hiddenCharacters":
      return t("common:field.hiddenCharacters");
    case "tooLong":
      return t("common:field.tooLong", { max: longest[field] });
    case "birthDate":
      return t("common:date.notADate");
    case "birthDateAhead":
    case "mobile":
    case "homePhone":
    case "months":
      return t(`problem.${problem}`);
    default:
      return t(`common:${problem}`);
  }
}
