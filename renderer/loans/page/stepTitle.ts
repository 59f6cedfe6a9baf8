/** A loan's step in words; an application that the lender never took is not called cancelled. */
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";

export function useStepTitle(): (loan: Pick<LoanView, "step" | "loanRef">) => string {
  const { t } = useTranslation(["states", "loans"]);
  return ({ step, loanRef }) =>
    step === "cancelled" && loanRef === null ? t("loans:steps.notTaken") : t(`states:step.${step}`);
}
