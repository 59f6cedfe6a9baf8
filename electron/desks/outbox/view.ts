/** An item as the outbox screen sees it: its state with the evidence, what comes next, and what may be decided. */
import type { Evidence, OutboxItem } from "../../../shared/outbox.ts";
import { absenceIsCertain } from "../../journal/outbox/absence.ts";
import { cashToReturn, type ItemRecord } from "../../journal/outbox/record.ts";
import { decisionsOn } from "./decisions.ts";

export function itemView(item: ItemRecord, quarantineMs: number): OutboxItem {
  const { certainty, reason, providerMessage } = item;
  return {
    itemId: item.itemId,
    kind: item.kind,
    providerId: item.providerId,
    loanRef: item.loanRef,
    amountMinor: item.amountMinor,
    currency: item.currency,
    receiptNo: item.receiptNo,
    capturedAt: item.capturedAt,
    capturedBy: item.capturedBy,
    businessDate: item.businessDate,
    shiftId: item.shiftId,
    state: item.state,
    ...(certainty === null ? {} : { certainty }),
    ...(reason === null ? {} : { reason }),
    ...(providerMessage === null ? {} : { providerMessage }),
    attempts: item.attempts.length,
    cashToReturn: cashToReturn(item),
    givenBack: item.givenBack,
    decisions: decisionsOn(item, quarantineMs),
    evidence: {
      attempts: item.attempts,
      readings: item.readings,
      next: nextStep(item, quarantineMs),
      notes: item.notes,
    },
  };
}

/** Holds that the courier looks at again by itself; the others wait for a person. */
const looksAgain: readonly string[] = [
  "earlierDoubt",
  "noActiveLoan",
  "clock",
  "unreadableBalance",
  "sendingOff",
];

/** Null where a person has to act, or nothing is left to do. `at` null: as soon as the line and the loan's turn allow. */
function nextStep(item: ItemRecord, quarantineMs: number): Evidence["next"] {
  switch (item.state) {
    case "queued":
      return { action: "send", at: item.nextAt };
    case "held": {
      const goesOn =
        looksAgain.includes(item.reason ?? "") || (item.reason === "credentials" && !item.credentialsRefused);
      return goesOn ? { action: "send", at: item.nextAt } : null;
    }
    case "acknowledged":
    case "unconfirmed":
      return { action: "readBack", at: item.nextAt };
    case "refused":
      return item.givenBack || absenceIsCertain(item, quarantineMs)
        ? null
        : { action: "readBack", at: item.nextAt };
    case "sending":
    case "posted":
    case "attention":
    case "voided":
      return null;
  }
}
