/** After older or copied data were accepted: what they call "not sent" may have been sent, so nothing goes by itself. */
import type { DataProblem, JournalTransaction } from "../contract.ts";
import { unsettledItems } from "./queries.ts";
import { isCarriedOut } from "./record.ts";

const details: Record<DataProblem["code"], string> = {
  restoredBackup:
    "An older copy of the data was put back: it may have been sent since then. Compare it with the lender's books.",
  journalDamaged:
    "The journal was damaged, and entries may be missing: it may have been sent already. Compare it with the lender's books.",
  copiedData:
    "The data were copied: the other computer may have sent it. Compare it with the lender's books.",
};

/**
 * Holds everything that waits, each item until a person has compared it and releases it or says that it is booked.
 * What is in doubt or needs a person stays as it is: the books are only read for it. Receipts go on under another
 * installation number, since the rows that are gone, or the other computer, may have given out the next ones.
 */
export function holdEverythingBack(
  { append, sql }: JournalTransaction,
  because: DataProblem["code"],
  installationId: string,
  actor: string,
): void {
  append({ kind: "courier.sendingOff", payload: { reason: because }, actor });
  append({ kind: "setup.renumbered", payload: { installationId }, actor });
  for (const item of unsettledItems(sql)) {
    const waits = item.state === "queued" || item.state === "held";
    if (!waits || isCarriedOut(item) || item.reason === "sendingOff") continue;
    append({
      kind: "item.held",
      payload: { itemId: item.itemId, reason: "sendingOff", detail: details[because], reading: null },
      actor,
    });
  }
}
