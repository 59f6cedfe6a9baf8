/**
 * Why carrying work, moving the second copy or trusting a certificate was refused, as a closed list: the page has a
 * sentence for each in every language (`continuity:reasons.<reason>`), in which `said` names the fact.
 */

export const safetyReasons = [
  // Carrying out
  "carryToItself",
  "carryNothing",
  "carryForAnother",
  "carryCashOnCounter",
  "carryNotWritten",
  // Carrying in
  "carryUnreadable",
  "carryTooLarge",
  "carryNoFile",
  "carryUsed",
  "carryTakenIn",
  "carryOwn",
  "carryOtherTill",
  "carryTraining",
  "carryPassphrase",
  "carryNewer",
  "carryCurrency",
  "carryLender",
  "carryReceiptHere",
  "carryLoanOpen",
  "carryLoanHere",
  // The second copy
  "twinFolder",
  "twinInData",
  "twinForeign",
  "twinNotWritten",
  // Certificates
  "certificateUnreadable",
  "certificateTooLarge",
  "certificateNone",
  "certificateNoAuthority",
  "certificateEnded",
  "certificateKey",
  "certificateMany",
  "certificateKnown",
] as const;
export type SafetyReason = (typeof safetyReasons)[number];

export function isSafetyReason(reason: string | undefined): reason is SafetyReason {
  return safetyReasons.some((one) => one === reason);
}
