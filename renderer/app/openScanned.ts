/** Opens what a barcode reader has read: the entry of a receipt or slip, the loan of an agreement or a reference. */
import { call } from "../bridge/call.ts";
import type { Scanned } from "./barcode.ts";
import { goTo } from "./place.ts";

/** A slip's number may be of no payment (cash on its way to another till): then the journal shows its entries. */
async function openReceipt(receiptNo: string): Promise<void> {
  const found = await call("journal.search", { text: receiptNo, page: { number: 1, size: 20 } });
  const entry = found.ok ? found.value.entries.find(({ itemId }) => itemId !== null) : undefined;
  const itemId = entry?.itemId ?? null;
  goTo(itemId === null ? { at: "journal", text: receiptNo } : { at: "outbox", itemId });
}

/** One that was applied for elsewhere has no page here: a repayment finds it at the lender. */
async function openLoan(loanRef: string): Promise<void> {
  const found = await call("loans.list", { text: loanRef });
  const loan = found.ok ? found.value.loans.find((one) => one.loanRef === loanRef) : undefined;
  goTo(loan === undefined ? { at: "repayment", loanRef } : { at: "loan", loanId: loan.loanId });
}

export function openScanned(scan: Scanned): void {
  switch (scan.what) {
    case "receipt":
      void openReceipt(scan.receiptNo);
      return;
    case "agreement":
      void openLoan(scan.loanRef);
      return;
    case "loan":
      goTo({ at: "repayment", loanRef: scan.loanRef });
      return;
    case "testPage":
    case "unknown":
      return;
  }
}
