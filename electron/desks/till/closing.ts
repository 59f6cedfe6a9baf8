/** Closing the shift: the count, a named difference with a second person, and what is carried over by name. */
import type { ShiftReport } from "../../../shared/api/till.ts";
import type { ParsedInput } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import { formatMinor } from "../../../shared/money.ts";
import { findShift } from "../../journal/till/queries.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { assertNothingOnTheCounter, countToCloseWith } from "./counting.ts";
import { openItemsNow, reportOf } from "./report.ts";
import { expectedNow, openOne } from "./status.ts";

/** Whoever signs for a list signs for what is open now, not for what was open when it was drawn. */
function assertSignedFor(context: DeskContext, signed: readonly string[] | undefined): void {
  if (signed === undefined) return;
  const open = openItemsNow(context).map(({ itemId }) => itemId);
  const named = new Set(signed);
  if (named.size === open.length && open.every((itemId) => named.has(itemId))) return;
  throw new Refusal(
    "wrongState",
    "The payments that are not settled have changed in the meantime. Look at the list again.",
    { field: "carriedOver", retry: true },
  );
}

export async function closeShift(
  context: DeskContext,
  { counts, note, approval, carriedOver }: ParsedInput<"till.close">,
  by: SignedIn,
): Promise<ShiftReport> {
  const { journal } = context;
  const { shiftId } = openOne(context);
  assertNothingOnTheCounter(context);
  assertSignedFor(context, carriedOver);
  const { countedMinor, expectedMinor } = countToCloseWith(context, counts, by);
  const differenceMinor = countedMinor - expectedMinor;
  if (differenceMinor !== 0 && note === undefined) {
    context.emit("till.changed", {});
    throw new Refusal(
      "invalidInput",
      `The count differs by ${formatMinor(differenceMinor, "en")}. Say what may be the reason.`,
      { field: "note" },
    );
  }
  const approvedBy =
    differenceMinor === 0 ? null : await context.approve(approval, "till.difference", shiftId);
  journal.write(({ append }) => {
    // The PIN took a while: what was approved has to be what is closed.
    assertNothingOnTheCounter(context);
    assertSignedFor(context, carriedOver);
    if (openOne(context).shiftId !== shiftId || expectedNow(context) !== expectedMinor)
      throw new Refusal("tillOpen", "The till has changed while it was being closed. Count again.", {
        retry: true,
      });
    append({
      kind: "till.closed",
      payload: {
        ...{ shiftId, expectedMinor, countedMinor, differenceMinor, counts },
        note: note ?? null,
        approvedBy,
        carriedOver: openItemsNow(context).map(({ itemId, state, reason }) => ({ itemId, state, reason })),
        carriedOverSigned: carriedOver !== undefined,
        appVersion: context.appVersion,
      },
      actor: by.name,
      shiftId,
    });
  });
  context.emit("till.changed", {});
  return reportOf(context, findShift(journal.sql, shiftId) ?? openOne(context));
}
