/** A shift with a shortage, a doubt and a transfer under way, as the till's paper has to tell it. */
import type { Counter } from "../../electron/documents/receipts/counter.ts";
import type { ShiftReport } from "../../shared/api/till.ts";
import type { TransferView } from "../../shared/api/transfers.ts";

export const counter: Counter = { office: "Chișinău 12", till: "2", language: "en", training: false };
export const at = "2026-03-21T08:42:00.000Z";

export const transfer: TransferView = {
  ...{ transferId: "transfer-1", shiftId: "shift-1", direction: "out", place: "till", name: "Till 3" },
  ...{ amountMinor: 40_000, currency: "MDL", slipNo: "Chisinau12-2-k4f7aa-43", at, by: "Ana" },
  ...{ code: "T-K4F7AA-43-40000MDL-K7Q2-7GQ4X9M2-H3", acknowledgement: null, state: "underWay" },
  ...{ endedAt: null, endedBy: null, reason: null },
};

export const report: ShiftReport = {
  ...{ kind: "Z", shiftId: "shift-1", office: "Chișinău 12", till: "2", currency: "MDL" },
  ...{ businessDate: "2026-03-20", openedAt: at, openedBy: "Ana", closedAt: at, closedBy: "Ion" },
  status: {
    ...{ open: false, shiftId: "shift-1", openedAt: at, openedBy: "Ana", currency: "MDL" },
    ...{ floatMinor: 100_000, movedMinor: -40_000, confirmedMinor: 11_000, queuedMinor: 2_200 },
    ...{ unconfirmedMinor: 3_300, toReturnMinor: 4_400, expectedMinor: 80_900, items: { queued: 1 } },
    ...{ underWayMinor: 40_000, businessDate: "2026-03-20", daysOpen: 0, openedByActive: true },
    ...{ timesCounted: 2, countStands: false, blindCount: false },
  },
  movements: [
    { kind: "float", count: 1, sumMinor: 100_000 },
    { kind: "transferOut", count: 1, sumMinor: -40_000 },
    { kind: "repayment", count: 4, sumMinor: 20_900 },
  ],
  floatCounts: [{ denominationMinor: 20_000, pieces: 5 }],
  counts: [
    {
      ...{ number: 1, at, by: "Ana", counts: [], countedMinor: 800_000 },
      ...{ expectedMinor: 80_900, differenceMinor: 719_100 },
    },
    {
      ...{
        number: 2,
        at,
        by: "Ion",
        counts: [{ denominationMinor: 10_000, pieces: 8 }],
        countedMinor: 80_000,
      },
      ...{ expectedMinor: 80_900, differenceMinor: -900 },
    },
  ],
  ...{
    countedMinor: 80_000,
    differenceMinor: -900,
    note: "Coins fell behind the drawer.",
    approvedBy: "Besa",
  },
  openItems: [
    {
      ...{ itemId: "item-9", receiptNo: "Chisinau12-2-k4f7aa-9", loanRef: "1234567", amountMinor: 3_300 },
      ...{ state: "unconfirmed", reason: null },
    },
  ],
  ...{ carriedOverSigned: true, transfers: [transfer], disputes: [], firstSequence: 7, lastSequence: 99 },
  ...{ journalHead: "0123456789abcdef".repeat(4), journalEntries: 99, appVersion: "1.2.3" },
};
