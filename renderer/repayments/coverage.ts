/** Which instalments a payment would cover: one after another from the first that is open, as the lender books them. */
import type { Instalment } from "../../shared/outbox.ts";

export type CoveredInstalment = Instalment & {
  /** What was taken at this counter and is not in the lender's books yet. */
  pendingMinor: number;
  /** What this payment would cover of it. */
  coversMinor: number;
  leftMinor: number;
};

export type Coverage = {
  /** Open instalments in their order; those already paid are only counted. */
  open: readonly CoveredInstalment[];
  paidBefore: number;
  /** How many this payment completes. */
  completes: number;
  /** The part of the payment that no instalment takes. */
  aboveMinor: number;
};

export function coverageOf(
  instalments: readonly Instalment[],
  amountMinor: number,
  pendingMinor: number,
): Coverage {
  let pendingLeft = pendingMinor;
  let amountLeft = amountMinor;
  const inOrder = instalments.toSorted((one, other) => one.number - other.number);
  const open = inOrder
    .filter(({ toBePaidMinor }) => toBePaidMinor > 0)
    .map((instalment): CoveredInstalment => {
      const pending = Math.min(pendingLeft, instalment.toBePaidMinor);
      pendingLeft -= pending;
      const covers = Math.min(amountLeft, instalment.toBePaidMinor - pending);
      amountLeft -= covers;
      const leftMinor = instalment.toBePaidMinor - pending - covers;
      return { ...instalment, pendingMinor: pending, coversMinor: covers, leftMinor };
    });
  return {
    open,
    paidBefore: inOrder.length - open.length,
    completes: open.filter(({ coversMinor, leftMinor }) => coversMinor > 0 && leftMinor === 0).length,
    aboveMinor: amountLeft,
  };
}
