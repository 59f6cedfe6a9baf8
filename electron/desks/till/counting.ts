/** Counting the drawer: the count is in the journal before anybody is told what was expected. */
import type { CashCounts, DrawerCount } from "../../../shared/api/till.ts";
import { Refusal } from "../../../shared/errors.ts";
import { MAX_AMOUNT_MINOR, sumMinor } from "../../../shared/money.ts";
import { loansWithPayoutBegun } from "../../journal/loans/queries.ts";
import { type CountRecord, countsOf } from "../../journal/till/counts.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { expectedNow, openOne } from "./status.ts";

/** Throws `invalidInput` for more than any till can hold. */
export function countedSum(counts: CashCounts): number {
  const amounts = counts.map(({ denominationMinor, pieces }) => denominationMinor * pieces);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total > MAX_AMOUNT_MINOR)
    throw new Refusal("invalidInput", "No till can hold that much. Count again.", { field: "counts" });
  return sumMinor(amounts);
}

/** Cash of a payout that was begun is neither in the drawer nor out of it: no count can be right. */
export function assertNothingOnTheCounter({ journal }: DeskContext): void {
  if (loansWithPayoutBegun(journal.sql).length > 0)
    throw new Refusal(
      "openOperation",
      "A payout was begun and not ended. Settle it before closing: has the customer the cash?",
    );
}

export function countView({ sequence: _, ...count }: CountRecord): DrawerCount {
  return { ...count, differenceMinor: count.countedMinor - count.expectedMinor };
}

function sameCounts(one: CashCounts, other: CashCounts): boolean {
  const plain = (counts: CashCounts) => {
    const pieces = new Map<number, number>();
    for (const line of counts)
      pieces.set(line.denominationMinor, (pieces.get(line.denominationMinor) ?? 0) + line.pieces);
    return JSON.stringify(
      [...pieces].filter(([, count]) => count > 0).toSorted(([left], [right]) => left - right),
    );
  };
  return plain(one) === plain(other);
}

function append(context: DeskContext, counts: CashCounts, by: SignedIn): CountRecord {
  const { journal } = context;
  const countedMinor = countedSum(counts);
  return journal.write((transaction) => {
    const { shiftId } = openOne(context);
    assertNothingOnTheCounter(context);
    const number = countsOf(journal.sql, shiftId).length + 1;
    const expectedMinor = expectedNow(context);
    const { sequence, at, actor } = transaction.append({
      kind: "till.counted",
      payload: { shiftId, number, counts, countedMinor, expectedMinor },
      actor: by.name,
      shiftId,
    });
    return { number, sequence, at, by: actor, counts, countedMinor, expectedMinor };
  });
}

/** Durable when it returns. Throws `tillClosed`, `openOperation`, `invalidInput`. */
export function recordCount(context: DeskContext, counts: CashCounts, by: SignedIn): CountRecord {
  const count = append(context, counts, by);
  context.emit("till.changed", {});
  return count;
}

/** The last count where it is this one and nothing has moved since; else this is a count of its own. */
export function countToCloseWith(context: DeskContext, counts: CashCounts, by: SignedIn): CountRecord {
  const last = countsOf(context.journal.sql, openOne(context).shiftId).at(-1);
  if (last !== undefined && sameCounts(last.counts, counts) && last.expectedMinor === expectedNow(context))
    return last;
  return append(context, counts, by);
}
