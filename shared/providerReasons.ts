/**
 * Why another system did not do what was asked, as a closed list: the page has a sentence for each in every language
 * (`reasons.<reason>`), beside which the system's own words stand. The English sentence of the core is the `message`.
 */

export const providerReasons = [
  // Nothing was sent
  "nameLookup",
  "connectionRefused",
  "unreachable",
  "certificate",
  "tls",
  "proxy",
  "connectTimeout",
  "noConnection",
  // Something may have been sent, and no whole answer came
  "answerTimeout",
  "connectionBroke",
  "answerBrokeOff",
  "answerTooLarge",
  // An answer that the document does not know
  "webPage",
  "emptyAnswer",
  "unreadableAnswer",
  "redirected",
  "systemFault",
  "undocumentedAnswer",
  // Signing in
  "tokenClient",
  "tokenUser",
  "tokenScope",
  "tokenRefused",
  "tokenUnreadable",
  "accessRefused",
  // DRAP
  "customerOther",
  // Iute: Generate agreement
  "agreementNotPdf",
  // Apollo: apollo-noc.postman.json, Sample Response and Response status Codes
  "letterNotClosed",
  "letterUnknownLoan",
  "letterPartnerTag",
  "letterLoanType",
  "letterRequest",
  "letterNotFound",
  "letterTokenExpired",
  "letterKey",
  "letterOtherLoan",
  "letterLink",
  "letterGone",
  "letterNotPdf",
  // Interswitch: responseCode
  "loansNoOffer",
  "loansDeclined",
  "loansExpired",
  "loansUnknown",
  "loansSystem",
  "loansWentWrong",
  "loansRefused",
  // Q2: q2-cl-loan-account.txt, Error messages
  "accountRequest",
  "accountBorrowerMissing",
  "accountBorrowerUnknown",
  "accountProduct",
  "accountAmount",
  "accountTerm",
  "accountDate",
  "accountException",
  "accountListMissing",
  // What a test of the connection found
  "testAccepted",
  "testSignedIn",
  "testAddress",
  "testUser",
] as const;

export type ProviderReason = (typeof providerReasons)[number];

export function isProviderReason(text: string | undefined): text is ProviderReason {
  return providerReasons.some((reason) => reason === text);
}
