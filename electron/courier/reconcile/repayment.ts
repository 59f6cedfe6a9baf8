/** What one reading of the books says about a repayment in doubt (DESIGN section 4, rules 4 to 6). Pure. */
import { assertNever } from "../../../shared/errors.ts";
import { decimalTextFromMinor } from "../../../shared/money.ts";
import type { AttentionReason, Reading } from "../../../shared/outbox.ts";
import type { Verdict } from "../../journal/rows/outboxRows.ts";
import { type ReadBackFacts, seenAQuarantineAgo } from "./contract.ts";
import { type LoanReading, type Movement, movementOf, tellsOneStory } from "./movement.ts";

const waiting: Verdict = { to: "wait", absent: false };
const absentOnce: Verdict = { to: "wait", absent: true };

function attention(reason: AttentionReason, freezesLoan = false): Verdict {
  return { to: "attention", reason, freezesLoan };
}

export function repaymentVerdict(facts: ReadBackFacts): Verdict {
  const { baseline, reading } = facts;
  // Rule 5 lets nothing be armed without a balance, so an attempt without one is a bug that a person has to look at.
  if (baseline.kind !== "loan") return attention("loanGone");
  if (reading.kind === "loan") return ofMovement(facts, baseline, reading);
  return ofNoActiveLoan(facts, baseline);
}

function ofMovement(facts: ReadBackFacts, baseline: LoanReading, reading: LoanReading): Verdict {
  if (!tellsOneStory(baseline, reading))
    return seenAQuarantineAgo(facts, (earlier) => isContradiction(baseline, earlier.reading))
      ? attention("movedByOther")
      : waiting;
  const movement = movementOf(baseline, reading, facts.amountMinor, facts.explainedMinor);
  switch (movement.kind) {
    case "none":
      return ofAbsence(facts);
    case "multiple":
      return attention("possibleDuplicate", true);
    case "backwards":
      return attention("movedBackwards");
    case "less":
      return attention("movedByOther");
    case "exact":
      return ofExactMovement(facts);
    case "more":
      return ofMoreThanExpected(facts, movement);
    default:
      return assertNever(movement, "movement");
  }
}

function isContradiction(baseline: LoanReading, reading: Reading): boolean {
  return reading.kind === "loan" && !tellsOneStory(baseline, reading);
}

function ofExactMovement({ word, state }: ReadBackFacts): Verdict {
  // A refusal and a movement contradict each other: another office's payment, or one that was booked and refused.
  if (word === "refused" || state === "refused") return attention("movedByOther");
  if (word === "acknowledged" && state === "acknowledged")
    return { to: "posted", certainty: "confirmed", note: null };
  return { to: "posted", certainty: "inferred", note: null };
}

function ofMoreThanExpected(
  { word, state, amountMinor }: ReadBackFacts,
  { movedMinor }: Extract<Movement, { kind: "more" }>,
): Verdict {
  if (word !== "acknowledged" || state !== "acknowledged") return attention("movedByOther");
  const moved = decimalTextFromMinor(movedMinor);
  const others = decimalTextFromMinor(movedMinor - amountMinor);
  return {
    to: "posted",
    certainty: "inferred",
    note: `The lender's books moved by ${moved}: ${others} of it was booked by somebody else in between.`,
  };
}

function isAbsence(facts: ReadBackFacts, baseline: LoanReading, reading: Reading): boolean {
  if (reading.kind !== "loan" || !tellsOneStory(baseline, reading)) return false;
  return movementOf(baseline, reading, facts.amountMinor, facts.explainedMinor).kind === "none";
}

function ofAbsence(facts: ReadBackFacts): Verdict {
  const { baseline, state, word, credentials, acknowledgedForMs, limits } = facts;
  if (state === "refused") return { to: "refused", note: null };
  if (state === "attention") return absentOnce;
  if (word === "refused")
    return credentials ? { to: "held", reason: "credentials" } : { to: "refused", note: null };
  if (word === "acknowledged")
    return acknowledgedForMs >= limits.acknowledgedAbsentMs ? attention("acknowledgedAbsent") : absentOnce;
  const wasAbsent =
    baseline.kind === "loan" &&
    seenAQuarantineAgo(facts, (earlier) => isAbsence(facts, baseline, earlier.reading));
  return wasAbsent ? attention("absentTwice") : absentOnce;
}

/** "No active loan" means repaid, not yet paid out or unknown alike: one such reading alone closes nothing. */
function ofNoActiveLoan(facts: ReadBackFacts, baseline: LoanReading): Verdict {
  const wholeRemainder = facts.amountMinor >= baseline.remainingMinor;
  if (wholeRemainder && facts.word === "acknowledged" && facts.state === "acknowledged")
    return { to: "posted", certainty: "inferred", note: null };
  if (!seenAQuarantineAgo(facts, (earlier) => earlier.reading.kind === "noActiveLoan")) return waiting;
  // Refused before, by the lender or by a person: that the loan is gone since then does not bring it back.
  if (facts.state === "refused") return { to: "refused", note: null };
  return wholeRemainder && facts.word !== "refused"
    ? { to: "posted", certainty: "inferred", note: null }
    : attention("loanGone");
}
