/** An item as the outbox screen sees it: its state with the evidence, what comes next, and what may be decided. */
import type { Evidence, OutboxItem } from "../../../shared/outbox.ts";
import { absenceIsCertain } from "../../journal/outbox/absence.ts";
import { cashToReturn, type ItemRecord } from "../../journal/outbox/record.ts";
import { decisionsOn } from "./decisions.ts";

export interface ViewFacts {
  quarantineMs: number;
  /** When the courier moves it next, where that is a matter of time. */
  dueAt(item: ItemRecord): string | null;
  /** The data wait for a person's decision: until then nothing is sent and nothing can be decided. */
  isSendingOff: boolean;
}

export function itemView(item: ItemRecord, facts: ViewFacts): OutboxItem {
  const view = plainView(item, facts);
  return facts.isSendingOff ? { ...view, decisions: [], evidence: { ...view.evidence, next: null } } : view;
}

function plainView(item: ItemRecord, { quarantineMs, dueAt }: ViewFacts): OutboxItem {
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
      next: nextStep(item, quarantineMs, dueAt(item)),
      notes: item.notes,
    },
  };
}

/** Holds that the courier looks at again by itself; the others wait for a person. */
const looksAgain: readonly string[] = ["earlierDoubt", "noActiveLoan", "clock", "unreadableBalance"];

/** Null where a person has to act, or nothing is left to do. `at` null: as soon as the line and the loan's turn allow. */
function nextStep(item: ItemRecord, quarantineMs: number, at: string | null): Evidence["next"] {
  switch (item.state) {
    case "queued":
      return { action: "send", at };
    case "held": {
      const goesOn =
        looksAgain.includes(item.reason ?? "") || (item.reason === "credentials" && !item.credentialsRefused);
      return goesOn ? { action: "send", at } : null;
    }
    case "acknowledged":
    case "unconfirmed":
      return { action: "readBack", at };
    case "refused":
      return item.givenBack || absenceIsCertain(item, quarantineMs) ? null : { action: "readBack", at };
    case "sending":
    case "posted":
    case "attention":
    case "voided":
      return null;
  }
}
