/**
 * The fields of a customer's registration (DRAP) as far as they are known: names, kinds, lengths and which are usually
 * demanded. They rest on one public client's own table, not on the provider's: hints for a form, and never a reason to
 * refuse. What is missing or wrong the provider says.
 */

export type CustomerFieldKind =
  | "text"
  | "date"
  | "country"
  | "currency"
  | "email"
  | "phone"
  | "number"
  | "flag"
  | "picture";

export interface CustomerField {
  /** The name at the bridge; the provider's is the same in snake_case. */
  readonly name: string;
  readonly kind: CustomerFieldKind;
  readonly maxLength?: number;
  readonly usuallyRequired?: true;
  /** Values that a public client sends; the provider's own list may be longer. */
  readonly seenValues?: readonly string[];
}

type More = Omit<CustomerField, "name" | "kind">;
const field = (name: string, kind: CustomerFieldKind, more: More = {}): CustomerField => ({
  name,
  kind,
  ...more,
});
const required = { usuallyRequired: true } as const;

/** The customer's own fields. */
export const personFields: readonly CustomerField[] = [
  field("salutation", "text", { maxLength: 3 }),
  field("firstName", "text", { maxLength: 100, ...required }),
  field("middleName", "text", { maxLength: 60 }),
  field("lastName", "text", { maxLength: 60, ...required }),
  field("preferredName", "text", { maxLength: 255 }),
  field("mothersMaidenName", "text", { maxLength: 255 }),
  field("dateOfBirth", "date", required),
  field("gender", "text", { maxLength: 12, ...required, seenValues: ["Male", "Female"] }),
  field("nationality", "country", required),
  field("secondNationality", "country"),
  field("nativeRegion", "number"),
  field("countryOfBirth", "country", required),
  field("placeOfBirth", "text", { maxLength: 40 }),
  field("countryOfResidence", "country", required),
  field("residentTypeId", "number", { seenValues: ["100", "101"] }),
  field("occupationId", "number"),
  field("primaryMobileNumber", "phone", { maxLength: 20, ...required }),
  field("secondaryMobileNumber", "phone", { maxLength: 20 }),
  field("phoneNumber", "phone", { maxLength: 20 }),
  field("emailId", "email", { maxLength: 255, ...required }),
];

/** One entry of `addressList`. */
export const addressFields: readonly CustomerField[] = [
  field("addressTypeId", "text", { ...required, seenValues: ["1", "2"] }),
  field("buildingName", "text"),
  field("streetName", "text"),
  field("landmark", "text"),
  field("city", "text"),
  field("district", "text"),
  field("state", "text"),
  field("country", "country"),
  field("zip", "text"),
  field("mobileNumber", "phone"),
];

/** One entry of `idDetails`. A picture is `{ storedDocumentId }`, a document of this counter. */
export const idFields: readonly CustomerField[] = [
  field("idType", "number", required),
  field("idNumber", "text", required),
  field("nameAsPerId", "text", { maxLength: 255 }),
  field("issuedCountry", "country"),
  field("issuedBy", "text"),
  field("issuedAt", "text"),
  field("issuedOn", "date"),
  field("dateOfExpiry", "date"),
  field("visaNumber", "text"),
  field("visaExpiryDate", "date"),
  field("activeStatus", "flag"),
  field("defaultStatus", "flag"),
  field("idFront", "picture"),
  field("idBack", "picture"),
];

/** `customerClassification`. */
export const classificationFields: readonly CustomerField[] = [
  field("customerTypeId", "number"),
  field("incomeType", "text"),
  field("annualIncomeRangeId", "number"),
  field("annualIncomeCurrencyCode", "currency", { maxLength: 3 }),
  field("txnVolMonth", "number"),
  field("txnCountMonth", "number"),
  field("professionCategory", "text"),
  field("employerName", "text"),
  field("employerAddress", "text"),
  field("employerPhone", "phone"),
  field("reasonForAcc", "text"),
  field("agentRefNo", "text"),
  field("firstLanguage", "text"),
  field("maritalStatus", "text"),
  field("riskRatingId", "number"),
  field("pepCategory", "text"),
  field("dnfbp", "flag"),
  field("dpms", "flag"),
  field("taxRegistrationNumber", "text"),
  field("txnIssuedCountry", "country"),
];

const every = [...personFields, ...addressFields, ...idFields, ...classificationFields].map(({ name }) => ({
  name,
  words: name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
}));

/** The field that a provider's sentence names ("last_name is missing", "Invalid lastName"), or null. The longest wins. */
export function fieldNamedIn(sentence: string): string | null {
  const said = ` ${sentence
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z]+/g, " ")
    .toLowerCase()
    .trim()} `;
  const named = every
    .filter(({ words }) => words.includes(" ") && said.includes(` ${words} `))
    .toSorted((one, other) => other.words.length - one.words.length);
  return named[0]?.name ?? singleWord(sentence);
}

/** "nationality" or "gender": one word counts only where it cannot be part of an ordinary sentence about data. */
function singleWord(sentence: string): string | null {
  const after = /[:\-–]\s*([A-Za-z]+)\s*$/.exec(sentence.trim())?.[1]?.toLowerCase();
  return every.find(({ name }) => name.toLowerCase() === after)?.name ?? null;
}
