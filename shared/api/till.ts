/** Calls of the till: shifts, counts and reports. */
import { z } from "zod";
import { call } from "./call.ts";
import { disputeView } from "./disputes.ts";
import { transferView } from "./transfers.ts";
import {
  amountMinor,
  amountMinorOrZero,
  approval,
  empty,
  id,
  note,
  page,
  reason,
  sumMinor,
} from "./values.ts";

/** Cash by denomination. Negative or broken pieces do not exist. */
export const cashCounts = z
  .array(z.object({ denominationMinor: amountMinor, pieces: z.number().int().min(0).max(1_000_000) }))
  .max(100);
export type CashCounts = z.infer<typeof cashCounts>;

export const tillStatus = z.object({
  open: z.boolean(),
  shiftId: z.string().nullable(),
  openedAt: z.string().nullable(),
  openedBy: z.string().nullable(),
  currency: z.string(),
  floatMinor: sumMinor,
  movedMinor: sumMinor,
  confirmedMinor: sumMinor,
  queuedMinor: sumMinor,
  unconfirmedMinor: sumMinor,
  toReturnMinor: sumMinor,
  /**
   * What the drawer should hold: the sum of the six lines above. The core always says it; with `blindCount` the page
   * shows a cashier the items and the doubts, and the sums only while a count stands.
   */
  expectedMinor: sumMinor,
  /** Items per outbox state that belong to this till, settled ones of earlier shifts left out. */
  items: z.record(z.string(), z.number().int()),
  /** Left the drawer for the safe or another till, and nobody has accepted it yet: in no drawer, and no shortage. */
  underWayMinor: sumMinor,
  /** The shift's own day: that of its opening, whatever the clock says at its end. */
  businessDate: z.string().nullable(),
  /** How many days ago that was; above 0 the shift should be closed first. Money is still taken. */
  daysOpen: z.number().int(),
  /** False where the person who opened the shift has no account any more: anybody may close it. */
  openedByActive: z.boolean(),
  /** How often the drawer was counted in this shift. */
  timesCounted: z.number().int(),
  /** Nothing has moved since the last count. Only then does the page show the sums to who counts blind. */
  countStands: z.boolean(),
  /** The office's setting: cashiers count before they see what is expected. */
  blindCount: z.boolean(),
});
export type TillStatus = z.infer<typeof tillStatus>;

/** What a difference looks like, for counting once more. */
export const countHintKinds = ["tenTimes", "swappedDigits", "piecesTenTimes", "denomination"] as const;
export const countHint = z.object({
  kind: z.enum(countHintKinds),
  /** The denomination whose pieces to count once more, where one explains the difference. */
  denominationMinor: sumMinor.nullable(),
  /** So many pieces of it too many (negative: too few). */
  pieces: z.number().int().nullable(),
});
export type CountHint = z.infer<typeof countHint>;

/** One count of the drawer, durable before anybody was told what was expected. */
export const drawerCount = z.object({
  /** 1 is the first count of the shift, every later one a recount. */
  number: z.number().int(),
  at: z.string(),
  by: z.string(),
  counts: cashCounts,
  countedMinor: sumMinor,
  /** What the drawer should have held at that moment. */
  expectedMinor: sumMinor,
  differenceMinor: sumMinor,
});
export type DrawerCount = z.infer<typeof drawerCount>;

/** An item that was not settled, as it stood at the closing (or stands now, in a report in between). */
export const carriedItem = z.object({
  itemId: z.string(),
  receiptNo: z.string(),
  loanRef: z.string(),
  /** Payouts negative. */
  amountMinor: sumMinor,
  state: z.string(),
  reason: z.string().nullable(),
});
export type CarriedItem = z.infer<typeof carriedItem>;

export const shiftReport = z.object({
  /** Z is the report of a closed shift and never changes; X is taken in between and closes nothing. */
  kind: z.enum(["X", "Z"]),
  shiftId: z.string(),
  office: z.string(),
  till: z.string(),
  currency: z.string(),
  businessDate: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  /** The lines as they stood at the closing. */
  status: tillStatus,
  /** Every kind of movement; their sums together are what is expected. */
  movements: z.array(z.object({ kind: z.string(), count: z.number().int(), sumMinor })),
  /** The float by denomination, where it was counted so. */
  floatCounts: cashCounts,
  /** Every count of the drawer, the one that closed the shift last. */
  counts: z.array(drawerCount),
  countedMinor: sumMinor.nullable(),
  differenceMinor: sumMinor.nullable(),
  /** What the closing person named as the reason of a difference. */
  note: z.string().nullable(),
  /** Who consented to the difference; null where there was none or it waits to be signed. */
  approvedBy: z.string().nullable(),
  /** Carried over to the next shift by name. */
  openItems: z.array(carriedItem),
  /** True where the closing person has signed for exactly these items. */
  carriedOverSigned: z.boolean(),
  /** Transfers of this shift, and those of earlier ones that were still under way. */
  transfers: z.array(transferView),
  disputes: z.array(disputeView),
  firstSequence: z.number().int(),
  lastSequence: z.number().int(),
  journalHead: z.string(),
  journalEntries: z.number().int(),
  appVersion: z.string(),
});
export type ShiftReport = z.infer<typeof shiftReport>;

/** What the one who opens next finds: the last shift's end, and what it has carried over. */
export const handover = z.object({
  lastShift: z
    .object({
      shiftId: z.string(),
      businessDate: z.string(),
      closedAt: z.string(),
      closedBy: z.string(),
      countedMinor: sumMinor,
      differenceMinor: sumMinor,
      note: z.string().nullable(),
      approvedBy: z.string().nullable(),
    })
    .nullable(),
  carriedOver: z.array(carriedItem),
  transfersUnderWay: z.array(transferView),
});

export const shiftSummary = z.object({
  shiftId: z.string(),
  businessDate: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  expectedMinor: sumMinor.nullable(),
  countedMinor: sumMinor.nullable(),
  differenceMinor: sumMinor.nullable(),
  timesCounted: z.number().int(),
  disputes: z.number().int(),
});

export const tillCalls = {
  /** `counts` is the float by denomination and has to sum up to `floatMinor`. */
  "till.open": call(
    "signedIn",
    z.object({
      floatMinor: amountMinorOrZero,
      counts: cashCounts.optional(),
      headCheck: z.string().max(64).optional(),
    }),
    tillStatus,
  ),
  "till.handover": call("signedIn", empty, handover),
  "till.status": call("anyone", empty, tillStatus),
  "till.move": call(
    "signedIn",
    z.object({ direction: z.enum(["in", "out"]), amountMinor, reason }),
    tillStatus,
  ),
  /** The blind count: a row in the journal first, and only then what was expected. */
  "till.count": call(
    "signedIn",
    z.object({ counts: cashCounts }),
    drawerCount.extend({ shiftId: z.string(), hint: countHint.nullable() }),
  ),
  /** `carriedOver` are the ids of the items that the closing person signs for; other than what is open is refused. */
  "till.close": call(
    "signedIn",
    z.object({
      counts: cashCounts,
      note: note.optional(),
      approval: approval.optional(),
      carriedOver: z.array(id).max(100_000).optional(),
    }),
    shiftReport,
  ),
  "till.report": call("signedIn", z.object({ shiftId: id.optional() }), shiftReport),
  "till.shifts": call(
    "signedIn",
    z.object({ page: page.optional() }),
    z.object({ shifts: z.array(shiftSummary), total: z.number().int() }),
  ),
};
