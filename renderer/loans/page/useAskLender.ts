/** Asks the lender where a loan stands: at a press, and by itself while the page is open, without hammering. */
import { useCallback, useEffect, useRef } from "react";
import type { LoanView } from "../../../shared/api/loans.ts";
import type { CallError } from "../../../shared/errors.ts";
import type { LoanStep } from "../../../shared/loanSteps.ts";
import { useSignedIn } from "../../bridge/session.ts";
import { useAction } from "../../bridge/useAction.ts";

/** Steps that end by what somebody does at the lender. */
const waiting: readonly LoanStep[] = ["submitted", "uploaded", "handedOver"];

const SOON_MS = 30_000;
const LATER_MS = 120_000;
/** After so many questions the lender's staff are busy with something else. */
const SOON_TIMES = 10;

export type AskingLender = { ask: () => void; busy: boolean; error: CallError | null; isWaiting: boolean };

export function useAskLender({ loanId, step, cancelInDoubt }: LoanView): AskingLender {
  const refresh = useAction("loans.refresh");
  const signedIn = useSignedIn();
  const asked = useRef(0);
  const { run, busy, error, reset } = refresh;
  const isWaiting = waiting.includes(step) || cancelInDoubt === true;

  // The loan has gone on: that the lender was silent before says nothing any more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins without an old silence.
  useEffect(() => reset(), [step, reset]);

  const ask = useCallback(() => void run({ loanId }), [run, loanId]);

  useEffect(() => {
    if (!isWaiting || !signedIn) return;
    let timer = 0;
    function plan(): void {
      timer = window.setTimeout(
        () => {
          if (document.visibilityState === "visible") {
            asked.current += 1;
            ask();
          }
          plan();
        },
        asked.current < SOON_TIMES ? SOON_MS : LATER_MS,
      );
    }
    plan();
    return () => window.clearTimeout(timer);
  }, [isWaiting, signedIn, ask]);

  useEffect(() => {
    function onKey(press: KeyboardEvent): void {
      if (!press.ctrlKey || press.altKey || press.shiftKey || press.key.toLowerCase() !== "r") return;
      press.preventDefault();
      if (!press.repeat) ask();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [ask]);

  return { ask, busy, error, isWaiting };
}
