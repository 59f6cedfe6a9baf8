/** The rows of one payout, from the application to the cash on the counter. */
import type { RowDraft } from "../../electron/journal/rows.ts";

const loanId = "loan-1";
const actor = "Ana";

export function applied(): RowDraft[] {
  return [
    {
      kind: "loan.applying",
      payload: {
        loanId,
        providerId: "iute",
        captureId: "application-1",
        fieldsDigest: "f".repeat(64),
        applicantDigest: "a".repeat(64),
        amountMinor: 500_000,
        months: 6,
      },
      actor,
    },
    {
      kind: "loan.answered",
      payload: {
        loanId,
        outcome: "accepted",
        loanRef: "90000",
        months: 6,
        firstRepaymentDate: "2018-07-26",
        message: null,
      },
      actor: "system",
    },
  ];
}

export function checked(step: "approved" | "releasable" | null): RowDraft {
  return {
    kind: "loan.checked",
    payload: { loanId, by: "status", step, said: null, release: null, remainingMinor: null },
    actor: "system",
  };
}

export function releaseChecked(allowed: boolean, checkId = "check-1", amountMinor = 500_000): RowDraft {
  return {
    kind: "payout.checked",
    payload: {
      loanId,
      checkId,
      allowed,
      amountMinor,
      customerDigest: "a".repeat(64),
      loanStatus: "normal",
      expiresAt: "2025-03-21T09:02:00.000Z",
      message: null,
    },
    actor,
  };
}

export function begun(checkId = "check-1", payoutId = "payout-1", amountMinor = 500_000): RowDraft {
  return {
    kind: "payout.begun",
    payload: { loanId, payoutId, checkId, amountMinor, approvedBy: null },
    actor,
    shiftId: "s-1",
  };
}

/** `number` is the receipt's and the item's. */
export function handedOver(
  number: number,
  payoutId = "payout-1",
  amountMinor = 500_000,
  loanRef = "90000",
): RowDraft {
  return {
    kind: "payout.handedOver",
    payload: {
      loanId,
      payoutId,
      checkId: "check-1",
      itemId: `item-${number}`,
      captureId: `payout-capture-${number}`,
      receiptNo: `kishinev-1-i1-${number}`,
      providerId: "iute",
      loanRef,
      amountMinor,
      currency: "MDL",
      customerDigest: "a".repeat(64),
      fieldsDigest: "f".repeat(64),
    },
    actor,
    shiftId: "s-1",
  };
}

export function notHandedOver(payoutId = "payout-1"): RowDraft {
  return {
    kind: "payout.notHandedOver",
    payload: {
      loanId,
      payoutId,
      checkId: "check-1",
      countedMinor: 50_000,
      expectedMinor: 50_000,
      approvedBy: "Eva",
    },
    actor,
    shiftId: "s-1",
  };
}

/** Everything up to the moment before the cash is handed over. */
export function onePayout(): RowDraft[] {
  return [...applied(), checked("approved"), releaseChecked(true), begun()];
}
