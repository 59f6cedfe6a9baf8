/** A customer of the register as the beginning of a loan application: the same texts as that form keeps. */
import { readIsoDate } from "../../shared/dates.ts";
import { call } from "../bridge/call.ts";
import { dayText } from "../components/clockTexts.ts";
import { firstIn, idNumberOf, type KnownCustomer, textAt } from "./customerValues.ts";

const FORM = "application";

/** Country codes of the counters that this program speaks the languages of; others are left to the clerk. */
const COUNTRY_CODES = ["355", "373", "383", "387", "389", "359"];

/** The country in which an office of this currency stands; others are left to the clerk. */
const CODE_OF_CURRENCY: Readonly<Record<string, string>> = {
  ALL: "355",
  MDL: "373",
  BAM: "387",
  MKD: "389",
  BGN: "359",
  RON: "40",
};

/** "0691234560" at an office that counts lekë as "355691234560". Null where that would be a guess. */
export function internationalPhone(national: string, currency: string): string | null {
  const code = CODE_OF_CURRENCY[currency];
  return code !== undefined && /^0[1-9]\d{6,9}$/.test(national) ? `${code}${national.slice(1)}` : null;
}

/** "+355691234560" as the lender wants it: "0691234560". Null where that would be a guess. */
export function nationalPhone(international: string | null): string | null {
  if (international === null) return null;
  const digits = international.replace(/[\s\-/().]/g, "").replace(/^(?:\+|00)/, "");
  if (/^0\d{8,9}$/.test(digits)) return digits;
  const code = COUNTRY_CODES.find((one) => digits.startsWith(one));
  const national = code === undefined ? "" : `0${digits.slice(code.length)}`;
  return /^0\d{8,9}$/.test(national) ? national : null;
}

export function applicationTexts(customer: KnownCustomer): Record<string, string> {
  const { fields } = customer;
  const address = firstIn(fields, "addressList");
  const birthDate = readIsoDate(textAt(fields, "dateOfBirth")?.slice(0, 10) ?? "");
  const texts: Record<string, string | null> = {
    pin: idNumberOf(customer),
    firstName: textAt(fields, "firstName"),
    lastName: textAt(fields, "lastName"),
    patronymic: textAt(fields, "middleName"),
    birthDate: birthDate === null ? null : dayText(birthDate),
    gsm: nationalPhone(textAt(fields, "primaryMobileNumber")),
    phoneHome: nationalPhone(textAt(fields, "phoneNumber") ?? textAt(fields, "secondaryMobileNumber")),
    town: textAt(address, "city"),
    street: textAt(address, "streetName"),
    houseNr: textAt(address, "buildingName"),
  };
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  );
}

/** The lender takes a copy of the document as JPEG or PDF only, and a draft no longer text than this. */
const LONGEST_TEXT = 2_000;

/** The picture of the document that the counter has already, as that form keeps an attached file. */
export function attachedCopy({ idPicture }: KnownCustomer): Record<string, string> {
  if (idPicture === undefined || !["image/jpeg", "application/pdf"].includes(idPicture.mime)) return {};
  const idCopy = JSON.stringify(idPicture);
  return idCopy.length > LONGEST_TEXT ? {} : { idCopy };
}

/** Kept sealed by the core as the clerk's own draft; the application form offers it when it opens. */
export function beginApplication(lenderId: string, customer: KnownCustomer) {
  const fields = {
    captureId: crypto.randomUUID(),
    providerId: lenderId,
    ...applicationTexts(customer),
    ...attachedCopy(customer),
  };
  return call("drafts.save", { form: FORM, fields });
}
