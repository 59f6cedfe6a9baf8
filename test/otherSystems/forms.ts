/** What a clerk types: documents to look a customer up by, and the form of a new one. */

export const MIRA = { providerId: "drap", idType: "4", idNumber: "I45612378K" };
export const PENDING = { ...MIRA, idNumber: "784198012345671" };
export const BLOCKED = { ...MIRA, idNumber: "784198012345672" };
export const INVESTIGATED = { ...MIRA, idNumber: "784198012345673" };
export const UNKNOWN = { ...MIRA, idNumber: "784198012345699" };

/** A new customer as the form has it. */
export const NEW = {
  firstName: "Teuta",
  lastName: "Leka",
  nationality: "AL",
  dateOfBirth: "1990-02-28",
  countryOfBirth: "AL",
  countryOfResidence: "AL",
  gender: "Female",
  primaryMobileNumber: "+355691112223",
  emailId: "teuta@customers.example",
  addressList: [{ addressTypeId: "1", streetName: "Rruga e Kavajës", city: "Tirana", country: "AL" }],
  idDetails: [{ idType: 4, idNumber: UNKNOWN.idNumber, issuedCountry: "AL", dateOfExpiry: "2031-01-31" }],
  customerClassification: { incomeType: "1", txnVolMonth: 2 },
};

export const onboard = (customer: Record<string, unknown> = NEW) => ({ providerId: "drap", customer });

/** The document's first sample, as the form has it. */
const ACCOUNT = {
  borrowerId: "001G000001KY8by",
  loanProductId: "a1gG00000019OFe",
  loanAmountMinor: 1_000_000,
  term: 12,
  expectedDisbursalDate: "2026-12-22",
  firstInstallmentDate: "2027-01-09",
};
export const accountForm = (changes: Record<string, unknown> = {}, captureId = "capture-0001") => ({
  providerId: "q2",
  account: { ...ACCOUNT, ...changes },
  captureId,
});
