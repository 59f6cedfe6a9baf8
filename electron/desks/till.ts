/** The till: shifts, cash in and out, the count at the end, and the report. Balances are sums of ledger rows. */
import { Refusal } from "../../shared/errors.ts";
import { listShifts } from "../journal/till/counts.ts";
import { findShift, headAtLastClose, lastShift, openShiftOf } from "../journal/till/queries.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { closeShift } from "./till/closing.ts";
import { countHintOf } from "./till/countHint.ts";
import { countedSum, countView, recordCount } from "./till/counting.ts";
import { handoverOf, reportOf } from "./till/report.ts";
import { assertEnoughCash, openOne, statusNow } from "./till/status.ts";

type TillCalls = DeskCalls<
  | "till.open"
  | "till.handover"
  | "till.status"
  | "till.move"
  | "till.count"
  | "till.close"
  | "till.report"
  | "till.shifts"
>;

const FIRST_PAGE = { number: 1, size: 50 };

export function createTillDesk(context: DeskContext): TillCalls {
  const { journal } = context;

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

  return {
    "till.open": ({ floatMinor, counts, headCheck }, by) => {
      context.office();
      const before = openShiftOf(journal.sql);
      if (before !== null)
        throw new Refusal("tillOpen", `The till is open already: ${before.openedBy} has opened it.`);
      checkHead(headCheck ?? "");
      if (counts !== undefined && countedSum(counts) !== floatMinor)
        throw new Refusal("invalidInput", "The pieces do not add up to the float. Count again.", {
          field: "counts",
        });
      const shiftId = context.newId("shift");
      journal.write(({ append }) =>
        append({
          kind: "till.opened",
          payload: {
            ...{ shiftId, floatMinor, headCheck: headCheck ?? null },
            ...(counts === undefined ? {} : { counts }),
          },
          actor: by.name,
          shiftId,
        }),
      );
      context.emit("till.changed", {});
      return statusNow(context);
    },
    "till.handover": () => handoverOf(context),
    "till.status": () => statusNow(context),
    "till.move": ({ direction, amountMinor, reason }, by) => {
      journal.write(({ append }) => {
        const { shiftId } = openOne(context);
        if (direction === "out") assertEnoughCash(context, amountMinor, by);
        append({
          kind: "till.moved",
          payload: { shiftId, direction, amountMinor, reason },
          actor: by.name,
          shiftId,
        });
      });
      context.emit("till.changed", {});
      return statusNow(context);
    },
    "till.count": ({ counts }, by) => {
      const count = recordCount(context, counts, by);
      return {
        ...countView(count),
        shiftId: openOne(context).shiftId,
        hint: countHintOf(counts, count.countedMinor, count.expectedMinor),
      };
    },
    "till.close": (input, by) => closeShift(context, input, by),
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
      return reportOf(context, shift);
    },
    "till.shifts": ({ page = FIRST_PAGE }) => listShifts(journal.sql, page),
  };
}
