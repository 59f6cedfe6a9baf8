/** What a receipt says about an item's money: the item's state in the customer's terms. */
import type { Certainty as ItemCertainty, ItemKind, ItemState } from "../../../shared/outbox.ts";
import type { Certainty } from "./sheet.ts";
import type { ReceiptState } from "./wording.ts";

interface Standing {
  kind: ItemKind;
  state: ItemState;
  certainty: ItemCertainty | null;
  givenBack: boolean;
}

/** The customer has the cash of a payout whatever becomes of its confirmation. */
function payoutState(state: ItemState): ReceiptState {
  if (state === "posted") return "payoutConfirmed";
  return state === "attention" ? "payoutAttention" : "payoutPending";
}

export function receiptStateOf({ kind, state, certainty, givenBack }: Standing): ReceiptState {
  if (kind === "payout") return payoutState(state);
  if (givenBack) return "givenBack";
  switch (state) {
    case "posted":
      // Without a word about it, the weaker one holds.
      return certainty ?? "inferred";
    case "queued":
    case "held":
    case "attention":
    case "refused":
    case "voided":
      return state;
    case "sending":
    case "acknowledged":
    case "unconfirmed":
      return "sent";
  }
}

export function certaintyOf(state: ReceiptState): Certainty {
  switch (state) {
    case "confirmed":
    case "inferred":
    case "byHand":
    case "givenBack":
    case "payoutConfirmed":
      return "certain";
    case "queued":
    case "held":
    case "sent":
    case "payoutPending":
      return "notYet";
    case "attention":
    case "refused":
    case "voided":
    case "payoutAttention":
      return "needsPerson";
  }
}
