/** The people of a world: clerks who take cash, and supervisors who ask the lender and decide what the program may not. */

import type { Journal, JournalTransaction } from "../../electron/journal/contract.ts";
import { customerDigest } from "../../electron/journal/customerDigest.ts";
import { absenceIsCertain } from "../../electron/journal/outbox/absence.ts";
import { listItems, stoppedProviders, sumsByState } from "../../electron/journal/outbox/queries.ts";
import { type ItemRecord, nothingEverLeft } from "../../electron/journal/outbox/record.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { Refusal } from "../../shared/errors.ts";
import { heldReasonSchema } from "../../shared/outbox.ts";
import type { Dice } from "./dice.ts";
import { bookingsOf, type Lender, type TrueLoan } from "./lender.ts";
import type { Office } from "./office.ts";
import { Killed, limits, PROVIDER } from "./program.ts";

export const SHIFT = "s-1";

/** Cash is taken, and a receipt handed out once the capture is durable. Gives false where it was refused. */
export function takeCash(
  office: Office,
  loan: TrueLoan,
  kind: "repayment" | "payout",
  amountMinor: number,
  id: string,
  withPin: boolean,
): boolean {
  const journal = office.program?.journal;
  if (!journal) return false;
  const itemId = `${office.name}-${id}`;
  try {
    const receiptNo = journal.write(({ append, sql }) => {
      const receiptNo = nextNumber(office, sql);
      append(captureRow(journal, loan, kind, { itemId, receiptNo, amountMinor, withPin }));
      return receiptNo;
    });
    office.receipts.push({ receiptNo, itemId });
    office.program?.courier.wake();
    return true;
  } catch (error) {
    if (error instanceof Refusal || error instanceof Killed) return false;
    throw error;
  }
}

function nextNumber(office: Office, sql: JournalTransaction["sql"]): string {
  const last: unknown = sql.prepare("SELECT COALESCE(MAX(number), 0) FROM receipt_numbers").pluck().get();
  return `${office.name}-1-i1-${Number(last) + 1}`;
}

function captureRow(
  journal: Journal,
  loan: TrueLoan,
  kind: "repayment" | "payout",
  {
    itemId,
    receiptNo,
    amountMinor,
    withPin,
  }: { itemId: string; receiptNo: string; amountMinor: number; withPin: boolean },
): RowDraft {
  const facts = {
    itemId,
    captureId: `capture-${itemId}`,
    receiptNo,
    providerId: PROVIDER,
    loanRef: loan.loanRef,
    loanId: null,
    amountMinor,
    currency: "MDL",
    customerDigest: withPin ? customerDigest(journal, loan.clientPin) : null,
    fieldsDigest: "f",
  };
  const meta = { actor: "Ana", shiftId: SHIFT };
  if (kind === "repayment")
    return { kind: "repayment.captured", payload: { ...facts, offline: false }, ...meta };
  const payload = { ...facts, payoutId: `payout-${itemId}`, checkId: `check-${itemId}` };
  return { kind: "payout.handedOver", payload, ...meta };
}

/** What only the lender and the world know about an item. */
interface Known {
  /** Bookings that are still on their way. */
  onTheWay: ReadonlyMap<string, number>;
  /** Attempts whose rows are gone: the lender's books show what became of them. */
  lost: readonly string[];
}

/** A supervisor looks at everything that waits for a person, asks the lender, and decides some of it. */
export function supervise(
  office: Office,
  lender: Lender,
  dice: Dice,
  onTheWay: ReadonlyMap<string, number>,
): void {
  const program = office.program;
  if (!program) return;
  const { journal, courier } = program;
  try {
    const sums = sumsByState(journal.sql);
    for (const state of ["attention", "held", "refused", "voided"] as const) {
      if (sums[state].count === 0) continue;
      for (const item of listItems(journal.sql, { state }, { number: 1, size: 100 }).items) {
        if (!dice.chance(0.7)) continue;
        const drafts = decide(office, item, lender.loan(item.loanRef), dice, {
          onTheWay,
          lost: office.lostAttemptsOf(item.itemId),
        });
        if (drafts.length > 0) journal.write(({ append }) => drafts.map(append));
      }
    }
    if (stoppedProviders(journal.sql).length > 0) courier.credentialsRenewed(PROVIDER);
    courier.wake();
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof Killed)) throw error;
  }
}

function decide(office: Office, item: ItemRecord, loan: TrueLoan, dice: Dice, known: Known): RowDraft[] {
  const sql = office.program?.journal.sql;
  if (sql === undefined) return [];
  switch (item.state) {
    case "attention":
      return decideDoubt(item, loan, dice, known);
    case "held":
      return item.reason === "sendingOff" ? decideHeldBack(item, loan, known) : decideHold(item, dice);
    default:
      if (item.givenBack || item.kind === "payout" || !absenceIsCertain(item, limits.absentQuarantineMs))
        return [];
      return [
        {
          kind: "item.givenBack",
          payload: { itemId: item.itemId, slipNo: nextNumber(office, sql), approvedBy: "Vera" },
          actor: "Ana",
          shiftId: SHIFT,
        },
      ];
  }
}

/** What the lender tells on the telephone is the truth; where it still has to find out, nothing is decided. */
function decideDoubt(item: ItemRecord, loan: TrueLoan, dice: Dice, { onTheWay, lost }: Known): RowDraft[] {
  const attemptIds = [...item.attempts.map(({ attemptId }) => attemptId), ...lost];
  if (attemptIds.some((attemptId) => (onTheWay.get(attemptId) ?? 0) > 0)) return [];
  const isBooked = item.kind === "payout" ? loan.status === "active" : bookingsOf(loan, attemptIds) > 0;
  const otherwise = item.kind === "payout" ? "sendAgain" : dice.pick(["sendAgain", "notPosted"] as const);
  const decided: RowDraft = {
    kind: "item.resolved",
    payload: {
      itemId: item.itemId,
      decision: isBooked ? "posted" : otherwise,
      note: "The lender was asked.",
      loanRef: null,
      approvedBy: "Vera",
    },
    actor: "Ana",
  };
  if (item.reason !== "possibleDuplicate") return [decided];
  const { providerId, loanRef } = item;
  return [
    decided,
    { kind: "loan.unfrozen", payload: { providerId, loanRef, note: "The lender was asked." }, actor: "Vera" },
  ];
}

/** After an older copy was put back: what the lender has booked is booked by hand, everything else may go. */
function decideHeldBack(item: ItemRecord, loan: TrueLoan, { onTheWay, lost }: Known): RowDraft[] {
  const attemptIds = [...item.attempts.map(({ attemptId }) => attemptId), ...lost];
  if (attemptIds.some((attemptId) => (onTheWay.get(attemptId) ?? 0) > 0)) return [];
  const isBooked = item.kind === "payout" ? loan.status === "active" : bookingsOf(loan, attemptIds) > 0;
  const { itemId } = item;
  const note = "The lender was asked.";
  if (isBooked)
    return [
      {
        kind: "item.resolved",
        payload: { itemId, decision: "posted", note, loanRef: null, approvedBy: "Vera" },
        actor: "Ana",
      },
    ];
  return [
    { kind: "item.released", payload: { itemId, waives: null, note, approvedBy: "Vera" }, actor: "Ana" },
  ];
}

function decideHold(item: ItemRecord, dice: Dice): RowDraft[] {
  const reason = heldReasonSchema.parse(item.reason);
  if (reason === "earlierDoubt" || reason === "loanFrozen") return [];
  if (item.kind === "repayment" && nothingEverLeft(item) && dice.chance(0.5))
    return [
      {
        kind: "item.voided",
        payload: { itemId: item.itemId, reason: "Taken by mistake.", approvedBy: "Vera" },
        actor: "Ana",
      },
    ];
  return [
    {
      kind: "item.released",
      payload: { itemId: item.itemId, waives: reason, note: "Looked at it.", approvedBy: "Vera" },
      actor: "Ana",
    },
  ];
}
