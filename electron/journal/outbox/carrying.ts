/** The two steps by which an item leaves one till for good and arrives at another. */
import type { Row } from "../rows.ts";
import { type ItemRecord, isCarriedOut, isFinal } from "./record.ts";
import { IllegalStep, moved, noted, SYSTEM } from "./step.ts";

/** Everything as the other till knew it; only the place in this journal is new. */
export function carriedIn(row: Extract<Row, { kind: "item.carriedIn" }>): ItemRecord {
  const { record, itemId, carryId, fromInstallation } = row.payload;
  const isWork = record.state !== "posted" && !record.givenBack && !isCarriedOut(record);
  if (record.itemId !== itemId || !isWork)
    throw new IllegalStep(record, row, "only unsettled work is carried to another till");
  if (record.state === "sending")
    throw new IllegalStep(record, row, "what was being sent is carried as unconfirmed");
  const text = `Carried in from installation ${fromInstallation} (${carryId}).`;
  return {
    ...record,
    // Its loan's record stayed behind: here the loan may be taken over by its reference.
    loanId: null,
    sequence: row.sequence,
    booksSeen: record.booksSeen === null ? null : { ...record.booksSeen, sequence: row.sequence },
    nextAt: null,
    notes: noted(record, row, text),
    since: row.at,
  };
}

export function carriedOut(item: ItemRecord, row: Extract<Row, { kind: "item.carriedOut" }>): ItemRecord {
  if (row.actor === SYSTEM) throw new IllegalStep(item, row, "only a person carries work to another till");
  if (item.state === "sending")
    throw new IllegalStep(item, row, "what is being sent is carried as unconfirmed");
  const hasCashToReturn = item.kind === "repayment" && !item.givenBack;
  if (item.state === "posted" || (isFinal(item) && !hasCashToReturn))
    throw new IllegalStep(item, row, "only unsettled work is carried to another till");
  return moved(item, row, {
    state: "held",
    reason: "carriedOut",
    notes: noted(item, row, `Carried out to another computer (${row.payload.carryId}).`),
  });
}
