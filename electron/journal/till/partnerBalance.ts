/** The partner's balance with a lender as this till knows it: the last entered one, and what has moved since. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { prepared } from "../statements.ts";

const minor = z.number().int();

const openingRow = z.object({
  sequence: minor,
  balanceMinor: minor,
  at: z.string(),
  by: z.string(),
  note: z.string(),
  pending: z.string(),
});

export interface KnownBalance {
  opening: { balanceMinor: number; at: string; by: string; note: string } | null;
  payoutsCertainMinor: number;
  repaymentsCertainMinor: number;
  payoutsNotYetMinor: number;
  repaymentsNotYetMinor: number;
}

/** Refused and withdrawn payments never reach the lender, and neither does cash that goes back to a customer. */
const movesTheLender = `state NOT IN ('refused', 'voided')
  AND NOT (state = 'held' AND json_extract(record, '$.reason') IN ('noActiveLoan', 'otherCustomer'))`;

const sumRow = z.object({ kind: z.string(), isCertain: minor, sum: minor });

export function balanceWith(sql: Sql, providerId: string): KnownBalance {
  const found: unknown = prepared(
    sql,
    `SELECT sequence, balance_minor AS balanceMinor, at, by, note, pending FROM partner_balances
      WHERE provider_id = ?`,
  ).get(providerId);
  const opening = found === undefined ? null : openingRow.parse(found);
  const sums = z.array(sumRow).parse(
    prepared(
      sql,
      `SELECT kind, state = 'posted' AS isCertain, SUM(amount_minor) AS sum FROM outbox
        WHERE provider_id = @providerId AND ${movesTheLender}
          AND (sequence > @since OR item_id IN (SELECT value FROM json_each(@pending)))
        GROUP BY kind, state = 'posted'`,
    ).all({ providerId, since: opening?.sequence ?? 0, pending: opening?.pending ?? "[]" }),
  );
  const of = (kind: string, isCertain: number) =>
    sums.find((one) => one.kind === kind && one.isCertain === isCertain)?.sum ?? 0;
  return {
    opening:
      opening === null
        ? null
        : { balanceMinor: opening.balanceMinor, at: opening.at, by: opening.by, note: opening.note },
    payoutsCertainMinor: 0 - of("payout", 1),
    repaymentsCertainMinor: of("repayment", 1),
    payoutsNotYetMinor: 0 - of("payout", 0),
    repaymentsNotYetMinor: of("repayment", 0),
  };
}

/** Items whose effect on the lender's balance is still to come. */
export function notYetAtLender(sql: Sql, providerId: string): string[] {
  const found = prepared(
    sql,
    `SELECT item_id FROM outbox WHERE provider_id = ? AND state <> 'posted' AND ${movesTheLender} ORDER BY sequence`,
  )
    .pluck()
    .all(providerId);
  return z.array(z.string()).parse(found);
}
