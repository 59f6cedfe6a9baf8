/** Gives cash back for a repayment that is not with the lender: only once that is certain, against a numbered slip. */
import type { CallValue, ParsedInput } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { Sql } from "../../journal/contract.ts";
import { absenceIsCertain } from "../../journal/outbox/absence.ts";
import { nextReceiptNumber } from "../../journal/outbox/receiptNumbers.ts";
import type { ItemRecord } from "../../journal/outbox/record.ts";
import { readItem } from "../../journal/projections/outbox.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { drawerMinor } from "../payouts/rules.ts";

type Value = CallValue<"repayments.giveBack">;

export async function giveBack(
  context: DeskContext,
  { itemId, approval }: ParsedInput<"repayments.giveBack">,
  by: SignedIn,
): Promise<Value> {
  const { journal } = context;
  const item = findItem(journal.sql, itemId);
  assertMayGiveBack(context, item);
  const isLarge = item.amountMinor > context.limits().payoutApprovalAboveMinor;
  const approvedBy =
    isLarge || approval !== undefined ? await context.approve(approval, "repayments.giveBack", itemId) : null;
  const slipNo = journal.write(({ append, sql }) => {
    assertMayGiveBack(context, findItem(sql, itemId));
    const slip = nextReceiptNumber(sql, context.office());
    append({
      kind: "item.givenBack",
      payload: { itemId, slipNo: slip, approvedBy },
      actor: by.name,
      shiftId: context.openShift(),
    });
    return slip;
  });
  context.emit("outbox.changed", { itemIds: [itemId] });
  return { itemId, slipNo, amountMinor: item.amountMinor, documentId: null };
}

/** Throws `unknownItem`. */
export function findItem(sql: Sql, itemId: string): ItemRecord {
  const item = readItem(sql, itemId);
  if (item === null)
    throw new Refusal("unknownItem", "There is no such item at this till.", { field: "itemId" });
  return item;
}

function assertMayGiveBack(context: DeskContext, item: ItemRecord): void {
  const shiftId = context.openShift();
  if (item.kind !== "repayment" || item.givenBack || (item.state !== "refused" && item.state !== "voided"))
    throw new Refusal("wrongState", sentenceFor(item));
  if (!absenceIsCertain(item, context.limits().absentQuarantineMs)) {
    context.courier.wake();
    throw new Refusal(
      "notYetCertain",
      "The lender's books have to be seen without this payment once more, some time apart, before cash goes back.",
      { retry: true },
    );
  }
  if (drawerMinor(context.journal.sql, shiftId) < item.amountMinor)
    throw new Refusal("cashShort", "There is not enough cash in this till. Put cash in first.");
}

function sentenceFor(item: ItemRecord): string {
  if (item.kind !== "repayment") return "This is no repayment: there is no cash to give back.";
  if (item.givenBack) return "This cash was given back already.";
  if (item.state === "posted") return "The lender has booked this payment. Do not give this money back.";
  return "This payment is not settled. Do not give this money back before it was withdrawn or refused.";
}
