/** Staff who decide by themselves after a while, for practising alone: approve what is new, authorise what is signed. */
import type { Timer } from "../timers.ts";
import type { Books, LenderLoan } from "./books.ts";
import type { Decision } from "./loanProcess.ts";

export interface AutoDecide {
  readonly approveAfterMillis: number;
  readonly authoriseAfterMillis: number;
}

export interface AutomaticStaff {
  /** Looks through the books for work that nobody has planned yet; also after a restart. */
  look(books: Books): void;
  goHome(): void;
}

export function createAutomaticStaff(
  habits: AutoDecide,
  timer: Timer,
  decide: (loanRef: string, decision: Decision) => void,
): AutomaticStaff {
  const planned = new Map<string, () => void>();

  function workFor(loan: LenderLoan): { decision: Decision; afterMillis: number } | null {
    if (loan.step === "new") return { decision: "approve", afterMillis: habits.approveAfterMillis };
    if (loan.step === "signed") return { decision: "authorise", afterMillis: habits.authoriseAfterMillis };
    return null;
  }

  return {
    look(books) {
      for (const loan of books.loans) {
        const work = workFor(loan);
        const task = `${loan.loanRef} ${work?.decision}`;
        if (!work || planned.has(task)) continue;
        const cancel = timer.after(work.afterMillis, () => {
          planned.delete(task);
          decide(loan.loanRef, work.decision);
        });
        planned.set(task, cancel);
      }
    },
    goHome() {
      for (const cancel of planned.values()) cancel();
      planned.clear();
    },
  };
}
