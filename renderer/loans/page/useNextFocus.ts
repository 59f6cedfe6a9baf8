/** When a step is done its button goes away: the focus goes to the next action's title, whose controls come next. */
import { type RefObject, useEffect, useRef } from "react";
import type { LoanStep } from "../../../shared/loanSteps.ts";

export function useNextFocus(step: LoanStep): RefObject<HTMLDivElement | null> {
  const main = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    // Only where nobody is elsewhere: the lender's answer must not take a hand from what it is doing.
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.tagName === "H1")
      main.current?.querySelector<HTMLElement>("[data-next]")?.focus();
  }, [step]);
  return main;
}
