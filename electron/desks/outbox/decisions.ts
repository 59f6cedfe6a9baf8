/** What a person may decide about an item now, and who has to consent: pure rules over the item's record. */
import type { OutboxItem } from "../../../shared/outbox.ts";
import { absenceIsCertain } from "../../journal/outbox/absence.ts";
import { type ItemRecord, isCarriedOut, nothingEverLeft } from "../../journal/outbox/record.ts";

export type Decision = OutboxItem["decisions"][number];

/** Holds that end with the item before it or with a duplicate that is looked into; a release would change nothing. */
const endsElsewhere: readonly string[] = ["earlierDoubt", "loanFrozen"];
/** Holds that a person may set aside for one item, knowing what the lender's books say. */
export const waivableReasons: readonly string[] = ["otherCustomer", "moreThanOwed", "clock", "cap"];

/** Other data of this till may have sent it: two people answer for it, whatever they decide. */
export function needsTwoToRelease({ state, reason }: Pick<ItemRecord, "state" | "reason">): boolean {
  return state === "held" && reason === "sendingOff";
}

export function decisionsOn(item: ItemRecord, quarantineMs: number): Decision[] {
  if (isCarriedOut(item)) return [];
  const isRepayment = item.kind === "repayment";
  switch (item.state) {
    case "queued":
      return mayBeVoided(item) ? ["void"] : [];
    case "held":
      return [
        ...(endsElsewhere.includes(item.reason ?? "") ? [] : ["release" as const]),
        ...(mayBeVoided(item) ? ["void" as const] : []),
        ...(nothingEverLeft(item) && item.reason !== "sendingOff" ? [] : ["posted" as const]),
        ...(nothingEverLeft(item) || !isRepayment ? [] : ["notPosted" as const]),
      ];
    case "attention":
      return [
        "posted",
        ...(isRepayment ? ["notPosted" as const] : []),
        ...(mayBeSentAgain(item) ? ["sendAgain" as const] : []),
      ];
    case "refused":
    case "voided":
      return isRepayment && !item.givenBack && absenceIsCertain(item, quarantineMs) ? ["giveBack"] : [];
    // Only the lender's books end these.
    case "sending":
    case "acknowledged":
    case "unconfirmed":
    case "posted":
      return [];
  }
}

/** A payout's cash has left, and of a repayment nothing may have left that could still be booked. */
export function mayBeVoided(item: ItemRecord): boolean {
  const waits = item.state === "queued" || item.state === "held";
  return waits && item.kind === "repayment" && nothingEverLeft(item) && !isCarriedOut(item);
}

/** Rule 6: only what the books have shown as absent, or what the lender itself has refused to book, and whose cash is here. */
export function mayBeSentAgain(item: ItemRecord): boolean {
  if (item.givenBack) return false;
  if (item.state === "held") return !isCarriedOut(item);
  if (item.state !== "attention") return false;
  if (item.reason === "absentTwice" || item.reason === "acknowledgedAbsent") return true;
  return item.kind === "payout" && item.reason === "paidOutNotAccepted";
}
