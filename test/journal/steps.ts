/** What can happen to an item, as short words that make the journal's rows. */
import type { RowDraft } from "../../electron/journal/rows.ts";
import type { AttentionReason, Certainty, HeldReason, OutcomeWord, Reading } from "../../shared/outbox.ts";

export const at = "2025-03-21T09:00:00.000Z";

export function books(repaidMinor: number, totalMinor = 657_408): Extract<Reading, { kind: "loan" }> {
  return {
    kind: "loan",
    at,
    repaidMinor,
    remainingMinor: totalMinor - repaidMinor,
    totalMinor,
    instalments: [],
    customerDigest: "d".repeat(64),
    clockOffsetMs: 0,
  };
}

export interface Who {
  itemId?: string;
  actor?: string;
}

export function armed(
  attempt: number,
  { itemId = "item-1", actor = "system" }: Who = {},
  attemptId?: string,
): RowDraft {
  return {
    kind: "item.armed",
    payload: { itemId, attemptId: attemptId ?? `${itemId}-attempt-${attempt}`, attempt, baseline: books(0) },
    actor,
  };
}

export function answered(
  attempt: number,
  outcome: OutcomeWord,
  { itemId = "item-1", actor = "system" }: Who = {},
  credentials = false,
): RowDraft {
  return {
    kind: "item.answered",
    payload: {
      itemId,
      attemptId: `${itemId}-attempt-${attempt}`,
      outcome,
      credentials,
      message: outcome === "refused" ? "The loan is not active." : null,
      wire: null,
      retryAt: null,
    },
    actor,
  };
}

export function interrupted(attempt: number, { itemId = "item-1", actor = "system" }: Who = {}): RowDraft {
  return { kind: "item.interrupted", payload: { itemId, attemptId: `${itemId}-attempt-${attempt}` }, actor };
}

export type VerdictWord = Certainty | AttentionReason | "refused" | "wait" | `held:${HeldReason}`;

function verdict(word: VerdictWord): Extract<RowDraft, { kind: "item.read" }>["payload"]["verdict"] {
  switch (word) {
    case "confirmed":
    case "inferred":
    case "byHand":
      return { to: "posted", certainty: word, note: null };
    case "refused":
      return { to: "refused", note: null };
    case "wait":
      return { to: "wait", absent: true };
    case "held:credentials":
      return { to: "held", reason: "credentials" };
    case "possibleDuplicate":
    case "movedByOther":
    case "movedBackwards":
    case "absentTwice":
    case "acknowledgedAbsent":
    case "loanGone":
    case "paidOutNotAccepted":
    case "handOverUnknown":
      return { to: "attention", reason: word, freezesLoan: word === "possibleDuplicate" };
    default:
      throw new Error(`No read-back ends with ${word}.`);
  }
}

export function readBack(word: VerdictWord, { itemId = "item-1", actor = "system" }: Who = {}): RowDraft {
  return {
    kind: "item.read",
    payload: { itemId, reading: books(0), second: null, verdict: verdict(word), nextAt: null },
    actor,
  };
}

export function held(reason: HeldReason, { itemId = "item-1", actor = "system" }: Who = {}): RowDraft {
  return { kind: "item.held", payload: { itemId, reason, detail: null, reading: null }, actor };
}

export function released({ itemId = "item-1", actor = "system" }: Who = {}): RowDraft {
  return { kind: "item.released", payload: { itemId, waives: null, note: null, approvedBy: null }, actor };
}

export function resolved(
  decision: "posted" | "notPosted" | "sendAgain",
  { itemId = "item-1", actor = "Eva" }: Who = {},
  loanRef: string | null = null,
): RowDraft {
  return {
    kind: "item.resolved",
    payload: { itemId, decision, note: "Asked.", loanRef, approvedBy: "Ion" },
    actor,
  };
}

export function voided({ itemId = "item-1", actor = "Eva" }: Who = {}): RowDraft {
  return { kind: "item.voided", payload: { itemId, reason: "Typed wrongly.", approvedBy: null }, actor };
}

export function givenBack(
  slip: number,
  shiftId: string | null = "s-1",
  { itemId = "item-1", actor = "Ana" }: Who = {},
): RowDraft {
  return {
    kind: "item.givenBack",
    payload: { itemId, slipNo: `kishinev-1-i1-${slip}`, approvedBy: null },
    actor,
    shiftId,
  };
}
