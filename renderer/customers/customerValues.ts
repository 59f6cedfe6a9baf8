/** Reads single facts out of what the register sent about a customer; everything there may be missing. */
import type { Fields, FieldValue } from "../../shared/api/customers.ts";
import type { DocumentView } from "../../shared/api/paper.ts";
import { readIsoDate } from "../../shared/dates.ts";
import { dayText } from "../components/clockTexts.ts";

/** A customer of the register, and the document by which this counter found the person. */
export type KnownCustomer = {
  providerId: string;
  idType: string | null;
  idNumber: string | null;
  fields: Fields;
  /** The picture of the document that was taken for the registration a moment ago. */
  idPicture?: DocumentView | undefined;
};

export function textOf(value: FieldValue | undefined): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

export function textAt(fields: Fields | null, name: string): string | null {
  return fields === null ? null : textOf(fields[name]);
}

export function isFields(value: FieldValue | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An entry of a list of objects, counted from 0: an address, a document. */
export function entryIn(fields: Fields, list: string, index: number): Fields | null {
  const entries = fields[list];
  const entry = Array.isArray(entries) ? entries[index] : undefined;
  return isFields(entry) ? entry : null;
}

export function firstIn(fields: Fields, list: string): Fields | null {
  return entryIn(fields, list, 0);
}

export function nameOf(fields: Fields): string | null {
  const parts = ["firstName", "middleName", "lastName"].map((name) => textAt(fields, name));
  const name = parts.filter((part) => part !== null).join(" ");
  return name === "" ? null : name;
}

/** A date of the register as a clerk reads it; what is no date stays as it came. */
export function shownDay(text: string): string {
  const day = readIsoDate(text.slice(0, 10));
  return day === null ? text : dayText(day);
}

/** The number by which this counter knows a person: of the document that was asked for, else of the first one told. */
export function idNumberOf({ idNumber, fields }: KnownCustomer): string | null {
  return idNumber ?? textAt(firstIn(fields, "idDetails"), "idNumber") ?? textAt(fields, "idNumber");
}
