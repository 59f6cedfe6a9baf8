/** What a DRAP envelope means: by its code through the office's table, else by the name that the document gives. */
import type { CustomerOutcome } from "../../../shared/api/customers.ts";
import type { ErrorCodeTable } from "./settings.ts";

export interface Envelope {
  readonly status: string | null;
  readonly statusCode: string | null;
  readonly errorCode: string | null;
  readonly message: string | null;
}

interface Named {
  readonly outcome: CustomerOutcome;
  /** Every word that the document's name for it consists of, in any order and grammatical form. */
  readonly words: readonly RegExp[];
}

/**
 * The names of the responses in drap-onboarding.txt; their bodies are lost there, so a message is compared by the words
 * of those names and nothing more clever. A person who must not be served comes first.
 */
const names: readonly Named[] = [
  { outcome: "blocked", words: [/\b(?:blocked|(?:block|black)list(?:ed)?)\b/] },
  // Either half of the name says it: these words must not reach a cashier as "the provider's own".
  { outcome: "underInvestigation", words: [/\binvestigat(?:ion|ed|ing)\b/] },
  { outcome: "underInvestigation", words: [/\bunder\b/, /\bcompliance\b/] },
  { outcome: "subscriptionPending", words: [/\bsubscription\b/, /\bpending\b/] },
  { outcome: "notSubscribed", words: [/\bnot\b/, /\bsubscribed\b/] },
  { outcome: "notFound", words: [/\bcustomer\b/, /\bnot\b/, /\bfound\b/] },
  { outcome: "invalidMasterData", words: [/\binvalid\b/, /\bmaster\b/, /\bdata\b/] },
  { outcome: "fieldMissing", words: [/\bmandatory\b/, /\bmissing\b/] },
  { outcome: "updateFailed", words: [/\b(?:updation|update)\b/, /\bfail(?:ed|ure)\b/] },
  { outcome: "badRequest", words: [/\bbad\b/, /\brequest\b/] },
  { outcome: "failed", words: [/\binternal\b/, /\bserver\b/, /\berror\b/] },
];

/** Words of a name: "CUSTOMER_NOT_FOUND", "customerNotFound" and "Customer not found." say the same. */
function words(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .toLowerCase();
}

/** The outcome whose name in the document these words hold, or null. */
export function namedOutcome(text: string | null): CustomerOutcome | null {
  if (text === null) return null;
  const said = words(text);
  const found = names.filter((name) => name.words.every((word) => word.test(said)));
  const [first, ...others] = found;
  if (!first) return null;
  // Two names in one message leave open which is meant; a person who must not be served is stopped all the same.
  return isStop(first.outcome) || others.length === 0 ? first.outcome : "failed";
}

/** True for the two outcomes of a person who must not be served. */
export function isStop(outcome: CustomerOutcome | null): boolean {
  return outcome === "blocked" || outcome === "underInvestigation";
}

/** Null where neither the table nor the document knows it. Never `found`: that is for the caller, who has seen the customer. */
export function failureOutcome(envelope: Envelope, table: ErrorCodeTable): CustomerOutcome | null {
  const { errorCode, message, status, statusCode } = envelope;
  const byCode = errorCode === null ? undefined : table.get(errorCode.trim());
  return (
    byCode ??
    (statusCode === null ? undefined : table.get(statusCode.trim())) ??
    namedOutcome(errorCode) ??
    namedOutcome(message) ??
    namedOutcome(status)
  );
}

/** The status word alone never suffices: the customer has to be there, too. */
export function claimsSuccess({ status, statusCode, errorCode }: Envelope): boolean {
  return (
    status?.toLowerCase() === "success" && (statusCode === null || statusCode === "200") && errorCode === null
  );
}
