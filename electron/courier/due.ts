/** Which items may act now, and how: rule 3 of DESIGN section 4 as a pure function over the open outbox. */
import { assertNever } from "../../shared/errors.ts";
import type { HeldReason } from "../../shared/outbox.ts";
import { heldReasonSchema } from "../../shared/outbox.ts";
import { type ItemRecord, isOpen } from "../journal/outbox/record.ts";

export type Move =
  /** Reads a baseline and, where nothing speaks against it, arms and sends. */
  | { do: "send"; item: ItemRecord }
  | { do: "readBack"; item: ItemRecord }
  | { do: "hold"; item: ItemRecord; reason: HeldReason; detail: string };

export interface DueFacts {
  /** Items of one loan are under way already: nothing else of that loan moves. */
  isBusy(item: ItemRecord): boolean;
  /** The item's own waiting time (back-off, grace, quarantine) is over. */
  isDue(item: ItemRecord): boolean;
  isFrozen(providerId: string, loanRef: string): boolean;
  /** The provider refused its credentials and got no new ones. */
  isStopped(providerId: string): boolean;
  /** Refused items whose absence has to be seen once more before their cash is given back. */
  wantsSecondAbsence(item: ItemRecord): boolean;
}

export function loanKeyOf({ providerId, loanRef }: Pick<ItemRecord, "providerId" | "loanRef">): string {
  return `${providerId}/${loanRef}`;
}

/** The moves in the order in which they are to be started, at most one sending and one reading for each loan. */
export function movesDue(items: readonly ItemRecord[], facts: DueFacts): Move[] {
  const byLoan = new Map<string, ItemRecord[]>();
  for (const item of items.toSorted((one, other) => one.sequence - other.sequence)) {
    const line = byLoan.get(loanKeyOf(item));
    if (line) line.push(item);
    else byLoan.set(loanKeyOf(item), [item]);
  }
  const probed = probedProviders(items, facts);
  const moves = [...byLoan.values()]
    .flatMap((line) => movesOfLoan(line, facts))
    .filter((move) => move.do !== "send" || !probed.has(move.item.providerId));
  return moves.toSorted((one, other) => urgency(one) - urgency(other));
}

/** With new credentials the item that was refused is read back first; only then the others go on. */
function probedProviders(items: readonly ItemRecord[], facts: DueFacts): Set<string> {
  const refused = items.filter((item) => item.credentialsRefused && item.state === "unconfirmed");
  return new Set(
    refused.filter((item) => facts.isDue(item) || facts.isBusy(item)).map((item) => item.providerId),
  );
}

/** Confirmations of cash that has left go first; then what is in doubt; then what waits. */
function urgency({ do: what, item }: Move): number {
  if (what === "hold") return 0;
  if (item.kind === "payout") return what === "send" ? 1 : 2;
  return what === "readBack" ? 3 : 4;
}

function movesOfLoan(line: readonly ItemRecord[], facts: DueFacts): Move[] {
  if (line.some((item) => facts.isBusy(item))) return [];
  const open = line.find(isOpen);
  if (open) return [...readBacks(open, facts), ...heldBehind(open, line)];
  const absence = line.find((item) => item.state === "refused" && facts.wantsSecondAbsence(item));
  if (absence && facts.isDue(absence) && !facts.isStopped(absence.providerId))
    return [{ do: "readBack", item: absence }];
  return nextInLine(line, facts);
}

function readBacks(open: ItemRecord, facts: DueFacts): Move[] {
  if (!isReadBack(open) || !facts.isDue(open) || facts.isStopped(open.providerId)) return [];
  return [{ do: "readBack", item: open }];
}

/** Attention that only a person can end is left alone; two of its reasons may still be settled by a late booking. */
function isReadBack({ state, reason }: ItemRecord): boolean {
  if (state === "attention") return reason === "absentTwice" || reason === "acknowledgedAbsent";
  return state === "acknowledged" || state === "unconfirmed";
}

function isInDoubt({ state, readings }: ItemRecord): boolean {
  return (
    state === "unconfirmed" || state === "attention" || (state === "acknowledged" && readings.length > 0)
  );
}

function heldBehind(open: ItemRecord, line: readonly ItemRecord[]): Move[] {
  if (!isInDoubt(open)) return [];
  return line
    .filter((item) => item.state === "queued" && item.sequence !== open.sequence)
    .map((item) => ({
      do: "hold",
      item,
      reason: "earlierDoubt",
      detail: `Waits for ${open.receiptNo}, which is not certain yet.`,
    }));
}

/** A payout's confirmation goes before what was taken for its loan too early: only it makes that loan active. */
function inTurn(line: readonly ItemRecord[]): ItemRecord[] {
  return [...line.filter(({ kind }) => kind === "payout"), ...line.filter(({ kind }) => kind !== "payout")];
}

function nextInLine(line: readonly ItemRecord[], facts: DueFacts): Move[] {
  for (const item of inTurn(line)) {
    const place = placeInLine(item, facts);
    if (place === "passed") continue;
    if (place === "waits" || facts.isStopped(item.providerId)) return [];
    if (place === "frozen")
      return [
        {
          do: "hold",
          item,
          reason: "loanFrozen",
          detail: "A payment of this loan may have been booked twice.",
        },
      ];
    return [{ do: "send", item }];
  }
  return [];
}

type Place = "goes" | "waits" | "passed" | "frozen";

/** `passed`: the next one of the loan may go before it; `waits`: nobody of the loan goes. */
function placeInLine(item: ItemRecord, facts: DueFacts): Place {
  const { state, providerId, loanRef } = item;
  if (state !== "queued" && state !== "held") return "passed";
  const isFrozen = facts.isFrozen(providerId, loanRef);
  if (state === "queued") {
    if (isFrozen) return "frozen";
    return facts.isDue(item) ? "goes" : "waits";
  }
  const reason = heldReasonSchema.parse(item.reason);
  switch (reason) {
    case "earlierDoubt":
    case "loanFrozen":
      if (isFrozen) return reason === "loanFrozen" ? "passed" : "frozen";
      return facts.isDue(item) ? "goes" : "passed";
    case "credentials":
      // The one that was refused is sent again only by a person; those behind it go on with new credentials.
      return !item.credentialsRefused && facts.isDue(item) ? "goes" : "passed";
    case "clock":
    case "unreadableBalance":
    case "noActiveLoan":
      return facts.isDue(item) ? "goes" : "passed";
    case "otherCustomer":
    case "moreThanOwed":
    case "cap":
    case "sendingOff":
    case "carriedOut":
      return "passed";
    default:
      return assertNever(reason, "reason for holding");
  }
}
