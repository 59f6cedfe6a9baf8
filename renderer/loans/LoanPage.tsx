/** A loan's own page: its steps down the side, what it is, and the one thing to do next. */
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../shared/api/loans.ts";
import { useOffice } from "../app/office.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { Steps } from "../components/Steps.tsx";
import { useViewFocus } from "../till/useViewFocus.ts";
import { CancelLoan } from "./page/CancelLoan.tsx";
import { LoanFacts } from "./page/LoanFacts.tsx";
import styles from "./page/LoanPage.module.css";
import { stepsOf } from "./page/loanProcess.ts";
import { NextAction } from "./page/NextAction.tsx";
import { useAskLender } from "./page/useAskLender.ts";
import { useNextFocus } from "./page/useNextFocus.ts";

export function LoanPage({ loanId }: { loanId: string }) {
  const { t } = useTranslation("loans");
  const loan = useCall("loans.get", { loanId });
  const page = useViewFocus(loan.value === undefined ? "asking" : "loan");
  return (
    <div ref={page}>
      {loan.value === undefined ? (
        <>
          <PageHeading>{t("page.title")}</PageHeading>
          {loan.loading && <Busy />}
          <ErrorNote error={loan.error} again={loan.again} />
        </>
      ) : (
        <OpenLoan loan={loan.value} />
      )}
    </div>
  );
}

function OpenLoan({ loan }: { loan: LoanView }) {
  const { t } = useTranslation(["loans", "states"]);
  const { currency } = useOffice();
  const asking = useAskLender(loan);
  const next = useNextFocus(loan.step);
  return (
    <>
      <PageHeading aside={<CancelLoan loan={loan} />}>{loan.clientName ?? t("page.title")}</PageHeading>
      <div className={styles.columns}>
        <aside className={styles.side}>
          <Steps label={t("steps.label")} steps={stepsOf(t, loan)} />
          {loan.adopted && <p className={styles.soft}>{t("page.adopted")}</p>}
        </aside>
        <div ref={next} className={styles.main}>
          <LoanFacts loan={loan} currency={currency} asking={asking} />
          {loan.frozen && <p className={styles.frozen}>{t("page.frozen")}</p>}
          {loan.cancelInDoubt === true && <p className={styles.doubt}>{t("cancel.inDoubt")}</p>}
          <NextAction loan={loan} currency={currency} asking={asking} />
        </div>
      </div>
    </>
  );
}
