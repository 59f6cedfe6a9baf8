/** The closed list of reasons why a call can be refused, and the envelope in which every reply crosses the bridge. */
import { z } from "zod";

/** Each code has one sentence per language in the renderer (`errors.<code>`); `message` is the English one. */
export const errorCodes = [
  // The caller
  "unknownCall",
  "invalidInput",
  "forbidden",
  "notSignedIn",
  "wrongRole",
  "tooManyCalls",
  "tooLarge",
  "notAvailable",
  "unexpected",
  // People
  "wrongPin",
  "pinLocked",
  "pinTooSimple",
  "pinMustChange",
  "wrongCode",
  "nameTaken",
  "approvalNeeded",
  "approvalBySamePerson",
  // The office
  "notReady",
  "locked",
  "wrongRecoveryCode",
  "alreadyRunning",
  "unsettledItems",
  "trainingOnly",
  "notInTraining",
  "insecureAddress",
  "unknownProvider",
  "capabilityMissing",
  // The data folder
  "newerData",
  "foreignData",
  "journalDamaged",
  "restoredBackup",
  "copiedData",
  "diskFull",
  "readOnlyData",
  "storageFailed",
  // The till
  "tillClosed",
  "tillOpen",
  "cashShort",
  // Loans
  "unknownLoan",
  "loanExists",
  "noActiveLoan",
  "stepOutOfOrder",
  "applicationRefused",
  "customerNotServed",
  "exists",
  "exists_with_different_fields",
  "exists_with_different_amount",
  "exists_with_different_loan",
  "loanFrozen",
  "openOperation",
  // Payouts
  "releaseNotAllowed",
  "checkExpired",
  "unknownCheck",
  "wrongCustomer",
  "amountDiffers",
  "alreadyPaidOut",
  "mustBeOnline",
  // Repayments and the outbox
  "offlineLimitItem",
  "offlineLimitTotal",
  "offlineLimitCount",
  "offlineLimitAge",
  "customerUnknownOffline",
  "unknownItem",
  "wrongState",
  "notYetCertain",
  // The provider
  "noLine",
  "providerRefused",
  "providerCredentials",
  "providerUnclear",
  "certificate",
  // Documents and devices
  "unknownDocument",
  "unsupportedFile",
  "fileEmpty",
  "fileTooLarge",
  "fileUnreadable",
  "pdfEncrypted",
  "pdfBroken",
  "wrongDocument",
  "printerFailed",
  "scannerFailed",
] as const;

export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const callErrorSchema = z.object({
  code: errorCodeSchema,
  /** An English sentence; for refusals by a provider, the provider's own words. */
  message: z.string(),
  /** The input field that is at fault, as a dotted path. */
  field: z.string().optional(),
  /** True where the same call may succeed later without a change. */
  retry: z.boolean().optional(),
  /** Which of a code's several reasons, where the page has a sentence for each (`scannerFailures`). */
  reason: z.string().optional(),
  /** The other system's own words alone, where the message holds more than them. */
  said: z.string().optional(),
  /** For a bug: what the clerk reads out to support, also found in the log. */
  reference: z.string().optional(),
});
export type CallError = z.infer<typeof callErrorSchema>;

export type Envelope<Value> = { ok: true; value: Value } | { ok: false; error: CallError };

/** An expected failure on its way to the envelope. Everything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly retry: boolean | undefined;
  readonly reason: string | undefined;
  readonly said: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { field?: string; retry?: boolean; reason?: string; said?: string } = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.field = options.field;
    this.retry = options.retry;
    this.reason = options.reason;
    this.said = options.said;
  }
}

/** Ends an exhaustive switch: reaching it is a bug. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`);
}
