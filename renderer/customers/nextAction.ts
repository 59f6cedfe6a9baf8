/** What is to be done for a customer first: one action, from what this counter knows. Pure. */
import type { LoanView } from "../../shared/api/loans.ts";

export type NextAction =
  /** A loan of this customer waits for the counter or the customer. */
  | { kind: "goOn"; loan: LoanView }
  /** A repaid loan whose letter has not been fetched. */
  | { kind: "letter"; loanRef: string }
  /** A loan that is being repaid. */
  | { kind: "repay"; loanRef: string }
  | { kind: "newLoan" };

export type CustomerFacts = {
  loans: readonly LoanView[];
  /** References of loans that are repaid, whatever step they stand at here. */
  repaid: ReadonlySet<string>;
  /** Those of them without a letter, where the office has a system that gives letters. */
  due: readonly string[];
  canApply: boolean;
};

/** The most pressing one first; what follows is offered below it. */
export function nextActions({ loans, repaid, due, canApply }: CustomerFacts): NextAction[] {
  const waiting = loans.filter((loan) => loan.actor === "office" || loan.step === "agreement");
  const ownDue = due.filter((loanRef) => loans.some((loan) => loan.loanRef === loanRef));
  const running = loans.flatMap(({ step, loanRef }) =>
    step === "active" && loanRef !== null && !repaid.has(loanRef) ? [loanRef] : [],
  );
  return [
    ...waiting.map((loan) => ({ kind: "goOn", loan }) as const),
    ...ownDue.map((loanRef) => ({ kind: "letter", loanRef }) as const),
    ...running.map((loanRef) => ({ kind: "repay", loanRef }) as const),
    ...(canApply ? [{ kind: "newLoan" } as const] : []),
  ];
}
