/** The one form in which two PINs are compared: spaces and case do not count, and only a keyed digest is kept. */
import type { Journal } from "./contract.ts";

export function normalisedPin(pin: string): string {
  return pin.normalize("NFKC").replaceAll(/\s+/gu, "").toUpperCase();
}

/** Hex digest of a customer's PIN, for the journal and for comparing what was typed with what the lender's books say. */
export function customerDigest(journal: Pick<Journal, "digest">, pin: string): string {
  return journal.digest("customer", normalisedPin(pin));
}
