/** Where the clerk is: one place at a time, with the way back. */
import { useSyncExternalStore } from "react";

export type Place =
  | { at: "home" }
  | { at: "newLoan" }
  | { at: "loans" }
  | { at: "loan"; loanId: string }
  | { at: "repayment"; loanRef?: string }
  | { at: "payout"; loanId?: string }
  | { at: "customers"; idType?: string; idNumber?: string; mobile?: string }
  | { at: "accounts"; captureId?: string; customerPin?: string; customerName?: string }
  | { at: "letters"; loanRef?: string }
  | { at: "outbox"; itemId?: string }
  /** `show` opens a part of it that is looked up. */
  | { at: "till"; show?: "disputes" }
  | { at: "journal"; text?: string }
  | { at: "approvals" }
  | { at: "training" }
  | { at: "settings" }
  | { at: "help" };

const KEPT = 50;
let visited: readonly [Place, ...Place[]] = [{ at: "home" }];
/** Grows with each move, so that going to the same place again opens it afresh. */
let moves = 0;
const listeners = new Set<() => void>();

function moveTo(next: readonly [Place, ...Place[]]): void {
  visited = next;
  moves += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function goTo(place: Place): void {
  moveTo([place, ...visited.slice(0, KEPT)]);
}

/** Alt+Left. At the beginning it leads home. */
export function goBack(): void {
  const [, previous, ...earlier] = visited;
  moveTo(previous === undefined ? [{ at: "home" }] : [previous, ...earlier]);
}

/** For the next person: nobody walks back into a colleague's customer. */
export function startAtHome(): void {
  moveTo([{ at: "home" }]);
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => visited[0]);
}

export function useMoves(): number {
  return useSyncExternalStore(subscribe, () => moves);
}
