/** The shift report: X of an open shift, Z of a closed one, which says for ever what it said at the closing. */

import type { CarriedItem, ShiftReport } from "../../../shared/api/till.ts";
import type { CallValue } from "../../../shared/api.ts";
import { cashToReturn, type ItemRecord, isFinal, signedAmountMinor } from "../../journal/outbox/record.ts";
import { readItem } from "../../journal/projections/outbox.ts";
import { hashAt } from "../../journal/storedRows.ts";
import { countsOf } from "../../journal/till/counts.ts";
import { disputesOfShift } from "../../journal/till/disputes.ts";
import { lastShift, movementsOf, type Shift, unsettledItems } from "../../journal/till/queries.ts";
import { transfersOfShift, transfersUnderWay } from "../../journal/till/transfers.ts";
import type { DeskContext } from "../context.ts";
import { disputeViewOf } from "../disputes/view.ts";
import { asShown } from "../outbox/sendingOff.ts";
import { countView } from "./counting.ts";
import { statusOf } from "./status.ts";
import { transferViewOf } from "./transferView.ts";

function reasonOf(item: ItemRecord): string | null {
  return item.reason ?? (isFinal(item) && cashToReturn(item) ? "cashToReturn" : null);
}

function carriedView(item: ItemRecord, state: string, reason: string | null): CarriedItem {
  const { itemId, receiptNo, loanRef } = item;
  return { itemId, receiptNo, loanRef, amountMinor: signedAmountMinor(item), state, reason };
}

/** Everything that is not settled, as it stands now. */
export function openItemsNow(context: DeskContext): CarriedItem[] {
  return unsettledItems(context.journal.sql)
    .map((item) => asShown(context, item))
    .map((item) => carriedView(item, item.state, reasonOf(item)));
}

function openItemsOf(context: DeskContext, shift: Shift): CarriedItem[] {
  if (shift.carriedOver === null) return openItemsNow(context);
  return shift.carriedOver.flatMap(({ itemId, state, reason }) => {
    const item = readItem(context.journal.sql, itemId);
    return item === null ? [] : [carriedView(item, state, reason)];
  });
}

export function reportOf(context: DeskContext, shift: Shift): ShiftReport {
  const { journal } = context;
  const { entries, head } = journal.head();
  const lastSequence = shift.closedSequence ?? entries;
  const now = context.office();
  return {
    kind: shift.closedSequence === null ? "X" : "Z",
    shiftId: shift.shiftId,
    office: shift.closedOffice ?? now.office,
    till: shift.closedTill ?? now.till,
    currency: shift.closedCurrency ?? now.currency,
    businessDate: shift.businessDate,
    openedAt: shift.openedAt,
    openedBy: shift.openedBy,
    closedAt: shift.closedAt,
    closedBy: shift.closedBy,
    status: statusOf(context, shift),
    movements: movementsOf(journal.sql, shift.shiftId),
    floatCounts: shift.floatCounts,
    counts: countsOf(journal.sql, shift.shiftId).map(countView),
    countedMinor: shift.countedMinor,
    differenceMinor: shift.differenceMinor,
    note: shift.note,
    approvedBy: shift.approvedBy,
    openItems: openItemsOf(context, shift),
    carriedOverSigned: shift.carriedOverSigned,
    transfers: transfersOfShift(journal.sql, shift, shift.closedSequence).map((transfer) =>
      transferViewOf(context, transfer),
    ),
    disputes: disputesOfShift(journal.sql, shift.shiftId).map(disputeViewOf),
    firstSequence: shift.openedSequence,
    lastSequence,
    journalHead: hashAt(journal.sql, lastSequence) ?? head,
    journalEntries: lastSequence,
    appVersion: shift.closedVersion ?? context.appVersion,
  };
}

/** What the one who opens next finds. */
export function handoverOf(context: DeskContext): CallValue<"till.handover"> {
  const { sql } = context.journal;
  const last = lastShift(sql);
  const isClosed =
    last !== null && last.closedAt !== null && last.closedBy !== null && last.countedMinor !== null;
  return {
    lastShift: isClosed
      ? {
          shiftId: last.shiftId,
          businessDate: last.businessDate,
          closedAt: last.closedAt ?? "",
          closedBy: last.closedBy ?? "",
          countedMinor: last.countedMinor ?? 0,
          differenceMinor: last.differenceMinor ?? 0,
          note: last.note,
          approvedBy: last.approvedBy,
        }
      : null,
    carriedOver: openItemsNow(context),
    transfersUnderWay: transfersUnderWay(sql).map((transfer) => transferViewOf(context, transfer)),
  };
}
