/** The registration as it is typed, field by field in its sections, and what goes over the bridge from it. */
import type { Fields, FieldValue } from "../../shared/api/customers.ts";
import type { DocumentView } from "../../shared/api/paper.ts";
import {
  addressFields,
  type CustomerField,
  classificationFields,
  idFields,
  personFields,
} from "../../shared/customerForm.ts";
import { dottedDate, readDottedDate, readIsoDate } from "../../shared/dates.ts";
import { entryIn, isFields, textAt } from "./customerValues.ts";

/** `secondAddress` is the list's second entry: usually the permanent one beside the present one. */
export type Group = "person" | "address" | "secondAddress" | "id" | "classification";
export type SectionName = "document" | "person" | "contact" | "address" | "secondAddress" | "classification";

export type FormField = { key: string; group: Group; field: CustomerField; isUsual: boolean };

/** Seen at first; the others come with "Show all fields". */
const usual = new Set([
  ...["idType", "idNumber", "issuedCountry", "dateOfExpiry", "idFront", "idBack"],
  ...["firstName", "middleName", "lastName", "dateOfBirth", "gender", "nationality"],
  ...["countryOfBirth", "countryOfResidence", "primaryMobileNumber", "emailId"],
  ...["addressTypeId", "streetName", "buildingName", "city", "country"],
]);

const isContact = ({ kind }: CustomerField) => kind === "phone" || kind === "email";

function inGroup(group: Group, fields: readonly CustomerField[]): FormField[] {
  return fields.map((field) => ({
    key: `${group}.${field.name}`,
    group,
    field,
    isUsual: group !== "classification" && group !== "secondAddress" && usual.has(field.name),
  }));
}

export const sections: readonly { name: SectionName; fields: readonly FormField[] }[] = [
  { name: "document", fields: inGroup("id", idFields) },
  {
    name: "person",
    fields: inGroup(
      "person",
      personFields.filter((field) => !isContact(field)),
    ),
  },
  { name: "contact", fields: inGroup("person", personFields.filter(isContact)) },
  { name: "address", fields: inGroup("address", addressFields) },
  { name: "secondAddress", fields: inGroup("secondAddress", addressFields) },
  { name: "classification", fields: inGroup("classification", classificationFields) },
];

export const allFields: readonly FormField[] = sections.flatMap(({ fields }) => fields);

/** What was typed, by the field's key. */
export type Typed = Readonly<Record<string, string>>;
export type Pictures = Readonly<Record<string, DocumentView>>;
export type FieldProblem = "date" | "missing";

function typedValue(value: FieldValue | undefined, kind: CustomerField["kind"]): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "string" && typeof value !== "number") return "";
  const text = String(value);
  const day = kind === "date" ? readIsoDate(text.slice(0, 10)) : null;
  return day === null ? text : dottedDate(day);
}

/** What the register knows already, as the form shows it. */
export function typedOf(customer: Fields): Typed {
  const classification = customer["customerClassification"];
  const sources: Record<Group, Fields | null> = {
    person: customer,
    address: entryIn(customer, "addressList", 0),
    secondAddress: entryIn(customer, "addressList", 1),
    id: entryIn(customer, "idDetails", 0),
    classification: isFields(classification) ? classification : null,
  };
  const typed: Record<string, string> = {};
  for (const { key, group, field } of allFields) {
    const text = typedValue(sources[group]?.[field.name], field.kind);
    if (text !== "") typed[key] = text;
  }
  return typed;
}

/** Null where it is no date of the calendar. */
function readDay(typed: string): string | null {
  return readDottedDate(typed) ?? readIsoDate(typed);
}

/** Only a date that is none stops a registration; what else is missing or wrong the register says itself. */
export function problemsOf(typed: Typed): Readonly<Record<string, FieldProblem>> {
  const problems: Record<string, FieldProblem> = {};
  for (const { key, group, field } of allFields) {
    const text = (typed[key] ?? "").trim();
    const isWanted = field.usuallyRequired === true && group !== "secondAddress";
    if (text === "" && isWanted) problems[key] = "missing";
    else if (text !== "" && field.kind === "date" && readDay(text) === null) problems[key] = "date";
  }
  return problems;
}

/** As the register wants it: dates as yyyy-MM-dd, whole numbers as numbers, all else as the text that was typed. */
function bridgeValue(text: string, kind: CustomerField["kind"]): FieldValue {
  switch (kind) {
    case "date":
      return text === "" ? "" : (readDay(text) ?? text);
    case "number":
      return /^\d{1,15}$/.test(text) ? Number(text) : text;
    case "flag":
      return text === "" ? null : text === "true";
    case "country":
    case "currency":
      return text.toUpperCase();
    default:
      return text;
  }
}

/**
 * `known` is what the register had before: a field that was emptied since then is sent empty, and one that was always
 * empty is left out.
 */
export function customerOf(typed: Typed, pictures: Pictures, known: Fields | null): Fields {
  const before = known === null ? {} : typedOf(known);
  const groups: Record<Group, Fields> = {
    ...{ person: {}, address: {}, secondAddress: {} },
    ...{ id: {}, classification: {} },
  };
  for (const { key, group, field } of allFields) {
    const picture = pictures[key];
    if (picture !== undefined) groups[group][field.name] = { storedDocumentId: picture.documentId };
    if (field.kind === "picture") continue;
    const text = (typed[key] ?? "").trim();
    if (text !== "" || (before[key] ?? "") !== "") groups[group][field.name] = bridgeValue(text, field.kind);
  }
  const isFilled = (fields: Fields) => Object.keys(fields).length > 0;
  const ecrn = textAt(known, "ecrn");
  return {
    ...(ecrn === null ? {} : { ecrn }),
    ...groups.person,
    ...listOf("addressList", [groups.address, groups.secondAddress], known),
    ...listOf("idDetails", [groups.id], known),
    ...(isFilled(groups.classification) ? { customerClassification: groups.classification } : {}),
  };
}

/** The entries of the form, and after them those that the form does not show: they are sent as the register has them. */
function listOf(name: string, entries: readonly Fields[], known: Fields | null): Fields {
  const before = known?.[name];
  const others = Array.isArray(before) ? before.slice(entries.length) : [];
  const list = [...entries.filter((entry) => Object.keys(entry).length > 0), ...others];
  return list.length === 0 ? {} : { [name]: list };
}

/** The form's field that the register's refusal names. */
export function keyNamed(field: string | undefined): string | null {
  if (field === undefined) return null;
  const name = field.split(".").at(-1);
  return allFields.find((one) => one.field.name === name)?.key ?? null;
}
