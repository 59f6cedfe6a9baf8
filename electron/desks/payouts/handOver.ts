/** Cash on its way out: on the counter (`begin`), in the customer's hand (`handOver`); journaled first, confirmed second. */
import type { Approval } from "../../../shared/api/values.ts";
import type { CallValue, ParsedInput } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { JournalTransaction } from "../../journal/contract.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import { nextReceiptNumber } from "../../journal/outbox/receiptNumbers.ts";
import { readItem } from "../../journal/projections/outbox.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { referenceOf } from "../loans/desk.ts";
import { personOf } from "../loans/view.ts";
import type { YoungChecks } from "./check.ts";
import { assertCustomer, assertMayPayOut, type CheckedLoan, findChecked } from "./rules.ts";

type HandOverView = CallValue<"payouts.handOver">;
type BeginView = CallValue<"payouts.begin">;

export interface HandingOver {
  begin(input: ParsedInput<"payouts.begin">, by: SignedIn): Promise<BeginView>;
  handOver(input: ParsedInput<"payouts.handOver">, by: SignedIn): Promise<HandOverView>;
}

export function createHandingOver(context: DeskContext, young: YoungChecks): HandingOver {
  const { journal } = context;

  /** A large payout needs a second person, once: what was begun with consent is handed over with it. */
  async function consent(checked: CheckedLoan, approval: Approval | undefined): Promise<string | null> {
    const isLarge = checked.check.amountMinor > context.limits().payoutApprovalAboveMinor;
    if (!isLarge && approval === undefined) return null;
    return context.approve(approval, "payout", checked.check.checkId);
  }

  function appendBegun(
    { append }: JournalTransaction,
    { loan, check }: CheckedLoan,
    approvedBy: string | null,
    by: SignedIn,
  ): string {
    const payoutId = context.newId("payout");
    const { checkId, amountMinor } = check;
    append({
      kind: "payout.begun",
      payload: { loanId: loan.loanId, payoutId, checkId, amountMinor, approvedBy },
      actor: by.name,
      shiftId: context.openShift(),
    });
    return payoutId;
  }

  return {
    async begin({ checkId, clientPin, approval }, by) {
      const checked = findChecked(journal.sql, checkId);
      const begun = begunBefore(context, checked, clientPin);
      if (begun !== null) return begun;
      assertMayPayOut(context, young, checked, clientPin);
      const approvedBy = await consent(checked, approval);
      const value = journal.write((transaction): BeginView => {
        // Looked at again: while the second person typed, or by a second click, everything may have changed.
        const now = findChecked(transaction.sql, checkId);
        const meanwhile = begunBefore(context, now, clientPin);
        if (meanwhile !== null) return meanwhile;
        assertMayPayOut(context, young, now, clientPin);
        const payoutId = appendBegun(transaction, now, approvedBy, by);
        return { payoutId, checkId, amountMinor: now.check.amountMinor };
      });
      context.emit("loan.changed", { loanId: checked.loan.loanId });
      return value;
    },
    async handOver({ checkId, clientPin, approval }, by) {
      const checked = findChecked(journal.sql, checkId);
      const done = handedOverBefore(context, checked, clientPin);
      if (done !== null) return done;
      const isBegun = begunPayout(checked.loan, checkId) !== null;
      if (isBegun) assertCustomer(context, checked, clientPin);
      else assertMayPayOut(context, young, checked, clientPin);
      const approvedBy = isBegun ? null : await consent(checked, approval);
      const itemId = journal.write((transaction) => {
        const now = findChecked(transaction.sql, checkId);
        // Looked at again: a second click may have come in between.
        const before = handedOverBefore(context, now, clientPin);
        if (before !== null) return before.itemId;
        const begun = begunPayout(now.loan, checkId);
        if (begun === null) assertMayPayOut(context, young, now, clientPin);
        const payoutId = begun?.payoutId ?? appendBegun(transaction, now, approvedBy, by);
        return appendHandedOver(context, transaction, now, payoutId, {
          by: by.name,
          clientPin,
          clientName: young.clientName(checkId),
        });
      });
      announcePayout(context, checked.loan.loanId, itemId);
      return handOverView(context, itemId);
    },
  };
}

/** A second click: the same check and the same customer give the payout that was begun. */
function begunBefore(context: DeskContext, checked: CheckedLoan, clientPin: string): BeginView | null {
  const { checkId } = checked.check;
  const begun = begunPayout(checked.loan, checkId);
  if (begun === null) return null;
  assertCustomer(context, checked, clientPin);
  return { payoutId: begun.payoutId, checkId, amountMinor: begun.amountMinor };
}

/** A second click, or Enter held down: the same check and the same customer give the first payout. */
function handedOverBefore(
  context: DeskContext,
  checked: CheckedLoan,
  clientPin: string,
): HandOverView | null {
  const { payout } = checked.loan;
  if (payout?.state !== "handedOver" || payout.itemId === null) return null;
  if (payout.checkId !== checked.check.checkId)
    throw new Refusal("alreadyPaidOut", "This loan has been paid out already. Do not pay this money again.");
  assertCustomer(context, checked, clientPin);
  return handOverView(context, payout.itemId);
}

export function begunPayout(loan: LoanRecord, checkId: string): LoanRecord["payout"] {
  return loan.payout?.state === "begun" && loan.payout.checkId === checkId ? loan.payout : null;
}

/** The row that makes the outbox item; it and the receipt's number become durable together. Gives the item's id. */
export function appendHandedOver(
  context: DeskContext,
  { append, sql, cells }: JournalTransaction,
  { loan, check }: CheckedLoan,
  payoutId: string,
  who: { by: string; clientPin: string | null; clientName: string | null },
): string {
  const itemId = context.newId("item");
  const office = context.office();
  const loanRef = referenceOf(loan);
  const { checkId, amountMinor } = check;
  append({
    kind: "payout.handedOver",
    payload: {
      itemId,
      captureId: `payout:${payoutId}`,
      receiptNo: nextReceiptNumber(sql, office),
      providerId: loan.providerId,
      loanRef,
      loanId: loan.loanId,
      amountMinor,
      currency: office.currency,
      customerDigest: check.customerDigest,
      fieldsDigest: context.journal.digest("payout", JSON.stringify({ payoutId, checkId, amountMinor })),
      payoutId,
      checkId,
    },
    actor: who.by,
    shiftId: context.openShift(),
  });
  const known = personOf(cells, loan.loanId);
  const clientPin = who.clientPin ?? known.pin;
  const clientName = who.clientName ?? known.name;
  if (clientPin !== null)
    cells.put(cells.customerFor(clientPin), "items", itemId, {
      clientPin,
      ...(clientName === null || clientName === "" ? {} : { clientName }),
    });
  return itemId;
}

export function announcePayout({ emit, courier }: DeskContext, loanId: string, itemId: string): void {
  emit("outbox.changed", { itemIds: [itemId] });
  emit("loan.changed", { loanId });
  courier.wake();
}

export function handOverView({ journal }: DeskContext, itemId: string): HandOverView {
  const item = readItem(journal.sql, itemId);
  if (item === null) throw new Error(`Item ${itemId} was written and is not there.`);
  return {
    payoutId: item.captureId.replace(/^payout:/, ""),
    itemId,
    receiptNo: item.receiptNo,
    state: item.state,
  };
}
