/** Settles a doubt from what the lender's books say: one pure function for every kind of item. */
import { assertNever } from "../../shared/errors.ts";
import type { Verdict } from "../journal/rows/outboxRows.ts";
import type { ReadBackFacts } from "./reconcile/contract.ts";
import { payoutVerdict } from "./reconcile/payout.ts";
import { repaymentVerdict } from "./reconcile/repayment.ts";

export function reconcile(facts: ReadBackFacts): Verdict {
  switch (facts.kind) {
    case "repayment":
      return repaymentVerdict(facts);
    case "payout":
      return payoutVerdict(facts);
    default:
      return assertNever(facts.kind, "kind of item");
  }
}
