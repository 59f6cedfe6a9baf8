/** Payments on a random walk: what may happen next to one item, as a row of the journal. */
import type { ItemRecord } from "../../electron/journal/outbox/record.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { attentionReasons } from "../../shared/outbox.ts";
import {
  answered,
  armed,
  held,
  interrupted,
  readBack,
  released,
  resolved,
  type VerdictWord,
  voided,
} from "../journal/steps.ts";

export type Pick = <Option>(options: readonly Option[]) => Option;

const doubts: VerdictWord[] = ["wait", "inferred", ...attentionReasons];
const settling: VerdictWord[] = ["confirmed", "confirmed", "inferred"];

/** Null where it is settled, but for cash that waits to be given back. */
export function nextItemRow(item: ItemRecord, pick: Pick): RowDraft | null {
  const who = { itemId: item.itemId };
  const attempt = item.attempts.length;
  const isPayout = item.kind === "payout";
  switch (item.state) {
    case "queued":
      if (!isPayout && attempt === 0 && pick([true, false, false])) return voided(who);
      return pick([armed(attempt + 1, who), held(pick(["noActiveLoan", "clock", "otherCustomer"]), who)]);
    case "held":
      return pick([released({ ...who, actor: "Besa" }), held("clock", who)]);
    case "sending":
      return pick([
        answered(attempt, pick(["notSent", "acknowledged", "unconfirmed", "refused"]), who),
        interrupted(attempt, who),
      ]);
    case "acknowledged":
      return readBack(pick([...settling, ...doubts]), who);
    case "unconfirmed":
      if (item.refusalPending && !isPayout) return readBack(pick(["refused", ...doubts]), who);
      return readBack(pick(doubts), who);
    case "attention":
      return resolved(pick(isPayout ? ["posted", "sendAgain"] : ["posted", "notPosted", "sendAgain"]), {
        ...who,
        actor: "Besa",
      });
    case "refused":
    case "voided":
    case "posted":
      return null;
  }
}
