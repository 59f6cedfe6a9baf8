/** The rows of an ordinary day: an installation, a shift, repayments over the counter. */
import type { Journal } from "../../electron/journal/contract.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";

export const installed: RowDraft = {
  kind: "setup.installed",
  payload: { installationId: "i-1", appVersion: "1.0.0", training: false },
  actor: "system",
};

export function opened(shiftId: string, floatMinor: number): RowDraft {
  return {
    kind: "till.opened",
    payload: { shiftId, floatMinor, headCheck: null },
    actor: "Ana",
    shiftId,
  };
}

/** A repayment taken over the counter; receipts are numbered from 1. */
export function captured(number: number, amountMinor: number, shiftId = "s-1"): RowDraft {
  return {
    kind: "repayment.captured",
    payload: {
      itemId: `item-${number}`,
      captureId: `capture-${number}`,
      receiptNo: `kishinev-1-i1-${number}`,
      providerId: "iute",
      loanRef: String(1000 + number),
      loanId: null,
      amountMinor,
      currency: "MDL",
      customerDigest: null,
      fieldsDigest: "f".repeat(64),
      offline: false,
    },
    actor: "Ana",
    shiftId,
  };
}

/** Installed, a shift open, and so many repayments of 100.00, 200.00, … */
export function workDay(journal: Journal, repayments: number): void {
  journal.write(({ append }) => {
    append(installed);
    append(opened("s-1", 50_000));
  });
  for (let number = 1; number <= repayments; number += 1)
    journal.write(({ append }) => append(captured(number, number * 10_000)));
}
