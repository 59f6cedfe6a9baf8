/** The till: shifts, cash in and out, the count at the end, and the report. Balances are sums of ledger rows. */
import type { ShiftReport, TillStatus } from "../../shared/api/people.ts";
import type { ParsedInput } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { formatMinor, MAX_AMOUNT_MINOR, sumMinor } from "../../shared/money.ts";
import { loansWithPayoutBegun } from "../journal/loans/queries.ts";
import { readOffice, readStaff } from "../journal/office/queries.ts";
import { cashToReturn, isFinal, signedAmountMinor } from "../journal/outbox/record.ts";
import { hashAt } from "../journal/storedRows.ts";
import {
  findShift,
  headAtLastClose,
  itemCounts,
  lastShift,
  linesOf,
  movementsOf,
  openShiftOf,
  type Shift,
  unsettledItems,
} from "../journal/till/queries.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";

type TillCalls = DeskCalls<"till.open" | "till.status" | "till.move" | "till.close" | "till.report">;

const NO_LINES = {
  floatMinor: 0,
  movedMinor: 0,
  confirmedMinor: 0,
  queuedMinor: 0,
  unconfirmedMinor: 0,
  toReturnMinor: 0,
};

function tillClosed(): Refusal {
  return new Refusal("tillClosed", "The till is closed. Open it with a float first.");
}

function countedSum(counts: ParsedInput<"till.close">["counts"]): number {
  const amounts = counts.map(({ denominationMinor, pieces }) => denominationMinor * pieces);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total > MAX_AMOUNT_MINOR)
    throw new Refusal("invalidInput", "No till can hold that much. Count again.", { field: "counts" });
  return sumMinor(amounts);
}

export function createTillDesk(context: DeskContext): TillCalls {
  const { journal } = context;

  function statusOf(shift: Shift | null): TillStatus {
    const lines = shift === null ? NO_LINES : linesOf(journal.sql, shift.shiftId);
    return {
      open: shift !== null && shift.closedSequence === null,
      shiftId: shift?.shiftId ?? null,
      openedAt: shift?.openedAt ?? null,
      openedBy: shift?.openedBy ?? null,
      currency: readOffice(journal.sql)?.facts?.currency ?? "",
      ...lines,
      expectedMinor: sumMinor(Object.values(lines)),
      items: itemCounts(journal.sql, shift?.shiftId ?? null),
    };
  }

  function status(): TillStatus {
    return statusOf(openShiftOf(journal.sql));
  }

  function openOne(): Shift {
    const shift = openShiftOf(journal.sql);
    if (shift === null) throw tillClosed();
    return shift;
  }

  function changed(): void {
    context.emit("till.changed", {});
  }

  /** Cash of a payout that was begun is neither in the drawer nor out of it: no count can be right. */
  function assertNothingOnTheCounter(): void {
    if (loansWithPayoutBegun(journal.sql).length > 0)
      throw new Refusal(
        "openOperation",
        "A payout was begun and not ended. Settle it before closing: has the customer the cash?",
      );
  }

  /** The characters on the last shift's report against the journal as it is now. */
  function checkHead(typed: string): void {
    const head = headAtLastClose(journal.sql);
    const wanted = typed.replaceAll(/[\s\p{Dash}]/gu, "").toLowerCase();
    if (wanted === "" || head === null || head.startsWith(wanted)) return;
    throw new Refusal(
      "invalidInput",
      "These characters are not those of the last shift's report. Compare them again; if the paper is right, tell your supervisor.",
      { field: "headCheck" },
    );
  }

  /** Who consents to a difference; null where this office has nobody else who could, and the item stays to be signed. */
  async function consentToDifference(
    shiftId: string,
    by: SignedIn,
    approval: Parameters<DeskContext["approve"]>[0],
  ): Promise<string | null> {
    const others = readStaff(journal.sql).filter(
      (person) => person.active && person.role !== "cashier" && person.name !== by.name,
    );
    if (approval === undefined && others.length === 0) return null;
    return context.approve(approval, "till.difference", shiftId);
  }

  function reportOf(shift: Shift): ShiftReport {
    const { entries, head } = journal.head();
    const lastSequence = shift.closedSequence ?? entries;
    const { office, till, currency } = context.office();
    return {
      shiftId: shift.shiftId,
      office,
      till,
      currency,
      openedAt: shift.openedAt,
      openedBy: shift.openedBy,
      closedAt: shift.closedAt,
      closedBy: shift.closedBy,
      status: statusOf(shift),
      movements: movementsOf(journal.sql, shift.shiftId),
      countedMinor: shift.countedMinor,
      differenceMinor: shift.differenceMinor,
      openItems: unsettledItems(journal.sql).map((item) => ({
        itemId: item.itemId,
        receiptNo: item.receiptNo,
        loanRef: item.loanRef,
        amountMinor: signedAmountMinor(item),
        state: item.state,
        reason: item.reason ?? (isFinal(item) && cashToReturn(item) ? "cashToReturn" : null),
      })),
      firstSequence: shift.openedSequence,
      lastSequence,
      journalHead: hashAt(journal.sql, lastSequence) ?? head,
      journalEntries: lastSequence,
      appVersion: context.appVersion,
    };
  }

  return {
    "till.open": ({ floatMinor, headCheck }, by) => {
      context.office();
      const before = openShiftOf(journal.sql);
      if (before !== null)
        throw new Refusal("tillOpen", `The till is open already: ${before.openedBy} has opened it.`);
      checkHead(headCheck ?? "");
      const shiftId = context.newId("shift");
      journal.write(({ append }) =>
        append({
          kind: "till.opened",
          payload: { shiftId, floatMinor, headCheck: headCheck ?? null },
          actor: by.name,
          shiftId,
        }),
      );
      changed();
      return status();
    },
    "till.status": status,
    "till.move": ({ direction, amountMinor, reason }, by) => {
      const { shiftId } = openOne();
      const { expectedMinor } = status();
      if (direction === "out" && amountMinor > expectedMinor)
        throw new Refusal(
          "cashShort",
          `There is less cash in the till than that: ${formatMinor(Math.max(0, expectedMinor), "en")}.`,
          { field: "amountMinor" },
        );
      journal.write(({ append }) =>
        append({
          kind: "till.moved",
          payload: { shiftId, direction, amountMinor, reason },
          actor: by.name,
          shiftId,
        }),
      );
      changed();
      return status();
    },
    "till.close": async ({ counts, note, approval }, by) => {
      const { shiftId } = openOne();
      assertNothingOnTheCounter();
      const countedMinor = countedSum(counts);
      const differenceOf = () => countedMinor - status().expectedMinor;
      const counted = differenceOf();
      if (counted !== 0 && note === undefined)
        throw new Refusal(
          "invalidInput",
          `The count differs by ${formatMinor(counted, "en")}. Say what may be the reason.`,
          { field: "note" },
        );
      const approvedBy = counted === 0 ? null : await consentToDifference(shiftId, by, approval);
      // The PIN took a while: what was approved has to be what is closed.
      assertNothingOnTheCounter();
      if (openOne().shiftId !== shiftId || differenceOf() !== counted)
        throw new Refusal("tillOpen", "The till has changed while it was being closed. Count again.", {
          retry: true,
        });
      journal.write(({ append }) =>
        append({
          kind: "till.closed",
          payload: {
            shiftId,
            expectedMinor: countedMinor - counted,
            countedMinor,
            differenceMinor: counted,
            counts,
            note: note ?? null,
            approvedBy,
          },
          actor: by.name,
          shiftId,
        }),
      );
      changed();
      return reportOf(findShift(journal.sql, shiftId) ?? openOne());
    },
    "till.report": ({ shiftId }) => {
      const shift =
        shiftId === undefined
          ? (openShiftOf(journal.sql) ?? lastShift(journal.sql))
          : findShift(journal.sql, shiftId);
      if (shift === null)
        throw new Refusal(
          "tillClosed",
          shiftId === undefined ? "No shift was opened yet." : "There is no such shift.",
          shiftId === undefined ? {} : { field: "shiftId" },
        );
      return reportOf(shift);
    },
  };
}
