/** Paying out (F4): which loan, the lender's permission, the person, the cash, the slip. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../shared/api/loans.ts";
import type { LoanStep } from "../../shared/loanSteps.ts";
import { type CallAnswer, useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { useViewFocus } from "../till/useViewFocus.ts";
import { NotPayable } from "./NotPayable.tsx";
import { type Paid, PaidSlip } from "./PaidSlip.tsx";
import { PayoutDesk } from "./PayoutDesk.tsx";
import { PayoutList } from "./PayoutList.tsx";
import { SettlePayout } from "./SettlePayout.tsx";
import { TillClosedForPayout } from "./TillClosedForPayout.tsx";

export function PayoutPage({ loanId }: { loanId?: string }) {
  return loanId === undefined ? <PayoutList /> : <LoanPayout loanId={loanId} />;
}

type View = "asking" | "closed" | "interrupted" | "notPayable" | "desk";

/** The lender decides whether cash may leave; these are the steps at which asking it makes sense. */
const payable: readonly LoanStep[] = ["agreement", "signed", "uploaded", "releasable"];

function viewOf(loan: LoanView | undefined, till: { open: boolean } | undefined): View {
  if (till !== undefined && !till.open) return "closed";
  if (loan === undefined || till === undefined) return "asking";
  const { payout, step } = loan;
  if (payout?.state === "handOverUnknown") return "interrupted";
  return payout?.state === "begun" || (payout === null && payable.includes(step)) ? "desk" : "notPayable";
}

function LoanPayout({ loanId }: { loanId: string }) {
  const till = useCall("till.status", {}).value;
  const loan = useCall("loans.get", { loanId });
  const [paid, setPaid] = useState<Paid | null>(null);
  // A payout that is being settled stays on the screen when it is: its result still has to be read.
  const [settling, setSettling] = useState<LoanView | null>(null);
  const found = viewOf(loan.value, till);
  if (found === "interrupted" && settling === null && loan.value !== undefined) setSettling(loan.value);
  const view = settling === null ? found : "interrupted";
  const page = useViewFocus(paid === null ? view : "paid");
  return (
    <div ref={page}>
      {paid !== null && <PaidSlip paid={paid} />}
      {paid === null && settling?.payout !== null && settling?.payout !== undefined && (
        <SettlePayout loan={settling} payout={settling.payout} interrupted onPaid={setPaid} />
      )}
      {paid === null && settling === null && <Unpaid view={found} loan={loan} onPaid={setPaid} />}
    </div>
  );
}

function Unpaid(props: { view: View; loan: CallAnswer<"loans.get">; onPaid: (paid: Paid) => void }) {
  const { view, loan, onPaid } = props;
  const { t } = useTranslation("payout");
  if (view === "closed") return <TillClosedForPayout />;
  if (loan.value === undefined || view === "asking")
    return (
      <>
        <PageHeading>{t("title")}</PageHeading>
        {loan.loading && <Busy />}
        <ErrorNote error={loan.error} again={loan.again} />
      </>
    );
  if (view === "notPayable") return <NotPayable loan={loan.value} />;
  return <PayoutDesk loan={loan.value} onPaid={onPaid} />;
}
