/** Paying out (F4): which loan, the lender's permission, the person, the cash, the slip. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { NotPayable } from "./NotPayable.tsx";
import { type Paid, PaidSlip } from "./PaidSlip.tsx";
import { PayoutDesk } from "./PayoutDesk.tsx";
import { PayoutList } from "./PayoutList.tsx";
import { SettlePayout } from "./SettlePayout.tsx";
import { TillClosedForPayout } from "./TillClosedForPayout.tsx";

export function PayoutPage({ loanId }: { loanId?: string }) {
  return loanId === undefined ? <PayoutList /> : <LoanPayout loanId={loanId} />;
}

function LoanPayout({ loanId }: { loanId: string }) {
  const { t } = useTranslation("payout");
  const till = useCall("till.status", {}).value;
  const loan = useCall("loans.get", { loanId });
  const [paid, setPaid] = useState<Paid | null>(null);

  if (paid !== null) return <PaidSlip paid={paid} />;
  if (till !== undefined && !till.open) return <TillClosedForPayout />;
  if (loan.value === undefined || till === undefined)
    return (
      <>
        <PageHeading>{t("title")}</PageHeading>
        {loan.loading && <Busy />}
        <ErrorNote error={loan.error} again={loan.again} />
      </>
    );
  const { payout, step } = loan.value;
  if (payout?.state === "handOverUnknown")
    return <SettlePayout loan={loan.value} payout={payout} interrupted onPaid={setPaid} />;
  const isPayable =
    payout?.state === "begun" ||
    (payout === null && ["agreement", "signed", "uploaded", "releasable"].includes(step));
  if (!isPayable) return <NotPayable loan={loan.value} />;
  return <PayoutDesk loan={loan.value} onPaid={setPaid} />;
}
