/** After a crash between the beginning and the hand-over: a person says who has the cash, and the drawer is counted. */
import type { CallValue, ParsedInput } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { JournalTransaction } from "../../journal/contract.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { announcePayout, appendHandedOver, begunPayout, handOverView } from "./handOver.ts";
import { type CheckedLoan, drawerMinor, findChecked } from "./rules.ts";

type SettleView = CallValue<"payouts.settle">;
type SettleInput = ParsedInput<"payouts.settle">;

interface Settled {
  /** Null where the customer did not get the cash. */
  itemId: string | null;
  payoutId: string;
  differenceMinor: number;
}

export async function settlePayout(
  context: DeskContext,
  input: SettleInput,
  by: SignedIn,
): Promise<SettleView> {
  const { checkId } = input;
  const { loan } = findBegun(context, checkId);
  context.openShift();
  // What nobody saw happen is said by two people (bad day 27).
  const approvedBy = await context.approve(input.approval, "payouts.settle", checkId);
  const settled = context.journal.write((transaction) => settle(context, transaction, input, approvedBy, by));
  const { itemId, payoutId, differenceMinor } = settled;
  if (itemId === null) {
    context.emit("loan.changed", { loanId: loan.loanId });
    context.emit("till.changed", {});
    return { payoutId, state: "voided", differenceMinor };
  }
  announcePayout(context, loan.loanId, itemId);
  return { ...handOverView(context, itemId), differenceMinor };
}

function settle(
  context: DeskContext,
  transaction: JournalTransaction,
  { checkId, handedOver, countedMinor }: SettleInput,
  approvedBy: string | null,
  by: SignedIn,
): Settled {
  const checked = findBegun(context, checkId);
  const { loan, payoutId } = checked;
  const shiftId = context.openShift();
  const isOut = handedOver ? checked.check.amountMinor : 0;
  const expectedMinor = drawerMinor(transaction.sql, shiftId) - isOut;
  const counted = { loanId: loan.loanId, payoutId, checkId, countedMinor, expectedMinor, approvedBy };
  const differenceMinor = countedMinor - expectedMinor;
  if (!handedOver) {
    transaction.append({ kind: "payout.notHandedOver", payload: counted, actor: by.name, shiftId });
    return { itemId: null, payoutId, differenceMinor };
  }
  const itemId = appendHandedOver(context, transaction, checked, payoutId, {
    by: by.name,
    clientPin: null,
    clientName: null,
  });
  transaction.append({
    kind: "payout.settled",
    payload: { ...counted, handedOver },
    actor: by.name,
    shiftId,
  });
  return { itemId, payoutId, differenceMinor };
}

function findBegun({ journal }: DeskContext, checkId: string): CheckedLoan & { payoutId: string } {
  const checked = findChecked(journal.sql, checkId);
  const begun = begunPayout(checked.loan, checkId);
  if (begun !== null) return { ...checked, payoutId: begun.payoutId };
  if (checked.loan.payout?.state === "handedOver")
    throw new Refusal("alreadyPaidOut", "The hand-over of this payout is recorded already.");
  throw new Refusal("unknownCheck", "No payout was begun with this check.", { field: "checkId" });
}
