/** One business day at the till: the drawer's cash after each movement, and what was paid and repaid in each hour. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { prepared } from "../statements.ts";

const minor = z.number().int();

const pointRow = z.object({ at: z.string(), shiftId: z.string(), kind: z.string(), cashMinor: minor });
const shiftRow = z.object({
  shiftId: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  closedAt: z.string().nullable(),
});
const takenRow = z.object({ at: z.string(), kind: z.enum(["repayment", "payout"]), amountMinor: minor });

export interface Hour {
  hour: number;
  repayments: number;
  repaymentsMinor: number;
  payouts: number;
  payoutsMinor: number;
}

/** Open on that day, for all of it or a part. */
const shiftsOpen = `business_date = @day OR (business_date < @day AND (closed_sequence IS NULL
  OR (SELECT business_date FROM journal WHERE sequence = closed_sequence) >= @day))`;

/** In the order of their opening. */
export function shiftsOfDay(sql: Sql, businessDate: string): z.infer<typeof shiftRow>[] {
  return z.array(shiftRow).parse(
    prepared(
      sql,
      `SELECT shift_id AS shiftId, opened_at AS openedAt, opened_by AS openedBy, closed_at AS closedAt FROM shifts
        WHERE ${shiftsOpen} ORDER BY opened_sequence`,
    ).all({ day: businessDate }),
  );
}

/**
 * The cash after each entry that moved some: its own drawer's, which begins with its float. What only changes its
 * certainty moves no cash, and a point of its own says with how much a shift was closed.
 */
export function cashOverDay(sql: Sql, businessDate: string): z.infer<typeof pointRow>[] {
  return z.array(pointRow).parse(
    prepared(
      sql,
      `WITH today AS (
         SELECT shift_id, opened_sequence, closed_sequence FROM shifts WHERE ${shiftsOpen}
       ), steps AS (
         SELECT sequence, shift_id, SUM(amount_minor) AS moved FROM till_ledger
          WHERE shift_id IN (SELECT shift_id FROM today) GROUP BY sequence, shift_id HAVING SUM(amount_minor) <> 0
         UNION ALL
         SELECT closed_sequence, shift_id, 0 FROM today WHERE closed_sequence IS NOT NULL
         UNION ALL
         SELECT opened_sequence, shift_id, 0 FROM today
          WHERE NOT EXISTS (SELECT 1 FROM till_ledger WHERE sequence = opened_sequence)
       ), running AS (
         SELECT sequence, shift_id, SUM(moved) OVER (PARTITION BY shift_id ORDER BY sequence) AS cash FROM steps
       )
       SELECT journal.at AS at, running.shift_id AS shiftId, journal.kind AS kind, running.cash AS cashMinor
         FROM running JOIN journal ON journal.sequence = running.sequence
        WHERE journal.business_date = @day ORDER BY running.sequence`,
    ).all({ day: businessDate }),
  );
}

/** By the hour at the counter, in which the customer stood there. */
export function hoursOfDay(sql: Sql, businessDate: string): Hour[] {
  const taken = z.array(takenRow).parse(
    prepared(
      sql,
      `SELECT journal.at AS at, outbox.kind AS kind, outbox.amount_minor AS amountMinor
         FROM outbox JOIN journal ON journal.sequence = outbox.sequence
        WHERE outbox.business_date = ? AND journal.kind IN ('repayment.captured', 'payout.handedOver')
        ORDER BY outbox.sequence`,
    ).all(businessDate),
  );
  const hours = new Map<number, Hour>();
  for (const { at, kind, amountMinor } of taken) {
    const hour = new Date(at).getHours();
    const sums = hours.get(hour) ?? { hour, repayments: 0, repaymentsMinor: 0, payouts: 0, payoutsMinor: 0 };
    hours.set(
      hour,
      kind === "repayment"
        ? { ...sums, repayments: sums.repayments + 1, repaymentsMinor: sums.repaymentsMinor + amountMinor }
        : { ...sums, payouts: sums.payouts + 1, payoutsMinor: sums.payoutsMinor + amountMinor },
    );
  }
  return [...hours.values()].toSorted((one, other) => one.hour - other.hour);
}
