/** How a payment's state looks: which colour and which edge. The words come from the `states` translations. */
import type { ItemState } from "../../shared/outbox.ts";

/** Names of the colours in theme/tokens.css. */
export type StateTone = "certain" | "queued" | "doubt" | "person" | "refused" | "held";

/** The edge between a slip and its stub, and the border of a badge. */
export type StateEdge = "torn" | "perforated" | "halfTorn" | "hatched" | "counted" | "cut" | "shut";

export type StateLook = { tone: StateTone; edge: StateEdge };

export function lookOf(state: ItemState): StateLook {
  switch (state) {
    case "posted":
      return { tone: "certain", edge: "torn" };
    case "queued":
      return { tone: "queued", edge: "perforated" };
    case "sending":
      return { tone: "queued", edge: "halfTorn" };
    // The lender's yes alone is not certain: its books have not been seen to move.
    case "acknowledged":
    case "unconfirmed":
      return { tone: "doubt", edge: "hatched" };
    case "attention":
      return { tone: "person", edge: "counted" };
    case "refused":
    case "voided":
      return { tone: "refused", edge: "cut" };
    case "held":
      return { tone: "held", edge: "shut" };
  }
}
