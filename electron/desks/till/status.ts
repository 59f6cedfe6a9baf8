/** What the till says about itself at one moment: its lines, what is under way, and what a closing should know. */
import type { TillStatus } from "../../../shared/api/till.ts";
import { businessDateOf } from "../../../shared/dates.ts";
import { Refusal } from "../../../shared/errors.ts";
import { formatMinor, sumMinor } from "../../../shared/money.ts";
import { findStaff, readOffice } from "../../journal/office/queries.ts";
import { countsOf } from "../../journal/till/counts.ts";
import { itemCounts, linesOf, openShiftOf, type Shift, settledCounts } from "../../journal/till/queries.ts";
import { transfersOfShift, transfersUnderWay } from "../../journal/till/transfers.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { countsAsShown } from "../outbox/sendingOff.ts";

const NO_LINES = {
  floatMinor: 0,
  movedMinor: 0,
  confirmedMinor: 0,
  queuedMinor: 0,
  unconfirmedMinor: 0,
  toReturnMinor: 0,
};

export function tillClosed(): Refusal {
  return new Refusal("tillClosed", "The till is closed. Open it with a float first.");
}

/** Throws `tillClosed`. */
export function openOne({ journal }: DeskContext): Shift {
  const shift = openShiftOf(journal.sql);
  if (shift === null) throw tillClosed();
  return shift;
}

/** What the open drawer should hold now. Throws `tillClosed`. */
export function expectedNow(context: DeskContext): number {
  return sumMinor(Object.values(linesOf(context.journal.sql, openOne(context).shiftId)));
}

const DAY_MS = 24 * 3_600_000;

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS));
}

/** Items by state as the shift has left them: what it carried over, and what it had settled. */
function itemsAtClose({ journal }: DeskContext, shift: Shift, carried: NonNullable<Shift["carriedOver"]>) {
  const counts = settledCounts(
    journal.sql,
    shift.shiftId,
    carried.map(({ itemId }) => itemId),
  );
  for (const { state } of carried) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** An open shift's as it is now; a closed one's as it was closed, whatever has become of its items since. */
export function statusOf(context: DeskContext, shift: Shift | null): TillStatus {
  const { sql } = context.journal;
  const upTo = shift?.closedSequence ?? null;
  const lines = shift === null ? NO_LINES : linesOf(sql, shift.shiftId, upTo);
  const open = shift !== null && upTo === null;
  const underWay = shift === null || open ? transfersUnderWay(sql) : transfersOfShift(sql, shift, upTo);
  const opener = shift === null ? null : findStaff(sql, shift.openedBy);
  const counts = shift === null ? [] : countsOf(sql, shift.shiftId);
  const expectedMinor = sumMinor(Object.values(lines));
  return {
    open,
    shiftId: shift?.shiftId ?? null,
    openedAt: shift?.openedAt ?? null,
    openedBy: shift?.openedBy ?? null,
    currency: shift?.closedCurrency ?? readOffice(sql)?.facts?.currency ?? "",
    ...lines,
    expectedMinor,
    items:
      shift !== null && !open && shift.carriedOver !== null
        ? itemsAtClose(context, shift, shift.carriedOver)
        : countsAsShown(context, itemCounts(sql, shift?.shiftId ?? null)),
    underWayMinor: sumMinor(
      underWay.filter(({ state }) => state === "underWay").map(({ amountMinor }) => amountMinor),
    ),
    businessDate: shift?.businessDate ?? null,
    daysOpen:
      shift !== null && open ? daysBetween(shift.businessDate, businessDateOf(context.clock.now())) : 0,
    // A closed shift says for ever the same: who works here now, and how they count, is about open ones.
    openedByActive: !open || (opener?.active ?? false),
    timesCounted: counts.length,
    countStands: open && counts.at(-1)?.expectedMinor === expectedMinor,
    blindCount: (shift === null || open) && context.limits().blindCount !== 0,
  };
}

export function statusNow(context: DeskContext): TillStatus {
  return statusOf(context, openShiftOf(context.journal.sql));
}

/** With blind counting a cashier learns what is expected from a count, not from trying sums. */
export function assertEnoughCash(context: DeskContext, amountMinor: number, by: SignedIn): void {
  const expectedMinor = expectedNow(context);
  if (amountMinor <= expectedMinor) return;
  const isBlind = by.role === "cashier" && context.limits().blindCount !== 0;
  throw new Refusal(
    "cashShort",
    isBlind
      ? "There is less cash in the till than that."
      : `There is less cash in the till than that: ${formatMinor(Math.max(0, expectedMinor), "en")}.`,
    { field: "amountMinor" },
  );
}
