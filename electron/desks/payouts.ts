/** The payouts desk: cash leaves the till after the lender's permission, journaled first and confirmed second. */
import { loansWithPayoutBegun } from "../journal/loans/queries.ts";
import type { LoanRecord } from "../journal/loans/record.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { checkRelease, createYoungChecks } from "./payouts/check.ts";
import { createHandingOver } from "./payouts/handOver.ts";
import { settlePayout } from "./payouts/settle.ts";

type PayoutCalls = DeskCalls<
  "payouts.check" | "payouts.begin" | "payouts.handOver" | "payouts.settle" | "payouts.open"
>;

export function createPayoutsDesk(context: DeskContext): PayoutCalls {
  const young = createYoungChecks(context);
  const handingOver = createHandingOver(context, young);
  return {
    "payouts.check": ({ loanId }, by) => checkRelease(context, young, loanId, by),
    "payouts.begin": (input, by) => handingOver.begin(input, by),
    "payouts.handOver": (input, by) => handingOver.handOver(input, by),
    "payouts.settle": (input, by) => settlePayout(context, input, by),
    "payouts.open": () => ({ payouts: loansWithPayoutBegun(context.journal.sql).flatMap(openPayout) }),
  };
}

function openPayout({ loanId, loanRef, payout }: LoanRecord) {
  if (payout === null) return [];
  const { payoutId, checkId, amountMinor, begunAt, begunBy } = payout;
  return [{ payoutId, checkId, loanId, loanRef: loanRef ?? "", amountMinor, begunAt, begunBy }];
}
