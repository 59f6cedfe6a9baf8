/** What one reading says about the confirmation of cash that has left the till (DESIGN section 4, Payout). Pure. */
import type { AttentionReason } from "../../../shared/outbox.ts";
import type { Verdict } from "../../journal/rows/outboxRows.ts";
import { type ReadBackFacts, seenAQuarantineAgo } from "./contract.ts";

function attention(reason: AttentionReason): Verdict {
  return { to: "attention", reason, freezesLoan: false };
}

export function payoutVerdict(facts: ReadBackFacts): Verdict {
  const { word, credentials, reading } = facts;
  // The cash has left, so a refusal is never the end of it, whatever the books say.
  if (word === "refused" && !credentials) return attention("paidOutNotAccepted");
  return reading.kind === "loan" ? ofActiveLoan(facts) : ofNoActiveLoan(facts);
}

/** Loan info active means booked; without a clean acknowledgement, or where it was active before, perhaps by others. */
function ofActiveLoan({ word, state, baseline }: ReadBackFacts): Verdict {
  const isClean = word === "acknowledged" && state === "acknowledged";
  if (baseline.kind !== "loan")
    return { to: "posted", certainty: isClean ? "confirmed" : "inferred", note: null };
  if (!isClean) return attention("paidOutNotAccepted");
  return {
    to: "posted",
    certainty: "inferred",
    note: "The lender showed the loan as paid out before this confirmation was sent.",
  };
}

function ofNoActiveLoan(facts: ReadBackFacts): Verdict {
  const { state, word, credentials, second, acknowledgedForMs, limits } = facts;
  const stillAllowed = second?.kind === "release" && second.allowed;
  if (!stillAllowed) {
    const wasSoBefore = seenAQuarantineAgo(
      facts,
      (earlier) => earlier.second?.kind === "release" && !earlier.second.allowed,
    );
    return wasSoBefore ? attention("loanGone") : { to: "wait", absent: false };
  }
  if (state === "attention") return { to: "wait", absent: true };
  if (word === "refused" && credentials) return { to: "held", reason: "credentials" };
  if (word === "acknowledged")
    return acknowledgedForMs >= limits.acknowledgedAbsentMs
      ? attention("acknowledgedAbsent")
      : { to: "wait", absent: true };
  // Not booked, as far as the lender's own answer goes: a person may send again at once, without a quarantine.
  return attention("absentTwice");
}
