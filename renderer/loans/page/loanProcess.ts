/** The loan's way as steps down the side: what is done, when and by whom, and who acts next. */
import type { TFunction } from "i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import type { LoanStep } from "../../../shared/loanSteps.ts";
import type { Step } from "../../components/Steps.tsx";

const way: readonly LoanStep[] = [
  "submitted",
  "approved",
  "agreement",
  "signed",
  "uploaded",
  "releasable",
  "handedOver",
  "active",
  "closed",
];

type Process = Pick<LoanView, "step" | "history" | "actor" | "loanRef">;
type Words = TFunction<["loans", "states"]>;

/** How far the loan has come; an ended one as far as its last entry on the way. */
function reached({ step, history }: Process): number {
  const at = way.indexOf(step);
  if (at >= 0) return at;
  const last = history.findLast((entry) => way.includes(entry.step));
  return last === undefined ? -1 : way.indexOf(last.step);
}

function done(t: Words, { history }: Process, step: LoanStep): Step {
  const entry = history.findLast((one) => one.step === step);
  return {
    key: step,
    title: t(`states:step.${step}`),
    state: "done",
    at: entry?.at,
    by: entry === undefined ? undefined : entry.by === "system" ? t("loans:steps.bySystem") : entry.by,
    text: entry === undefined ? t("loans:steps.elsewhere") : undefined,
  };
}

function next(t: Words, { step, actor }: Process, upcoming: LoanStep): Step {
  const sentence = t(`states:next.${step}`);
  // The other sentences name who acts: "The lender's staff decide."
  const who = actor === "office" ? { actor: t("states:actor.office"), text: sentence } : { actor: sentence };
  return { key: upcoming, title: t(`states:step.${upcoming}`), state: "now", ...who };
}

function ended(t: Words, { step, history, loanRef }: Process): Step {
  const entry = history.findLast((one) => one.step === step);
  const title =
    step === "cancelled" && loanRef === null ? t("loans:steps.notTaken") : t(`states:step.${step}`);
  return { key: step, title, state: "failed", at: entry?.at, by: entry?.by };
}

export function stepsOf(t: Words, loan: Process): Step[] {
  const isEnded = loan.step === "rejected" || loan.step === "cancelled";
  const last = reached(loan);
  const before = way.slice(0, last + 1).map((step) => done(t, loan, step));
  if (isEnded) return [...before, ended(t, loan)];
  const upcoming = way.slice(last + 1).map((step, index): Step => {
    if (index === 0) return next(t, loan, step);
    return { key: step, title: t(`states:step.${step}`), state: "later" };
  });
  return [...before, ...upcoming];
}
