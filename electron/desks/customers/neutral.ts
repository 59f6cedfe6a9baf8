/** What the counter shows of a customer who must not be served: one sentence for both reasons. */
import type { CallValue } from "../../../shared/api.ts";
import type { CustomerFinding } from "../../providers/contract.ts";
import type { SignedIn } from "../context.ts";

export const NOT_SERVED =
  "This customer cannot be served here at the moment. Do not go on with an application; ask your supervisor.";

export function isStopped(finding: CustomerFinding): boolean {
  return finding.outcome === "blocked" || finding.outcome === "underInvestigation";
}

/**
 * A person under investigation must not learn it from the counter: the provider's words and data stay here, and a
 * cashier gets the same outcome for both reasons. Only a supervisor can see which it is.
 */
export function shownTo(by: SignedIn, finding: CustomerFinding): CallValue<"customers.lookup"> {
  if (isStopped(finding)) {
    return { outcome: by.role === "cashier" ? "blocked" : finding.outcome, message: NOT_SERVED };
  }
  const { outcome, message, customer, field } = finding;
  return {
    outcome,
    message,
    ...(customer && outcome === "found" ? { customer } : {}),
    ...(field === undefined ? {} : { field }),
  };
}
