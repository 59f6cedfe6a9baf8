/** Loans of this counter that are repaid: one press puts the reference into the form. */
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/useCall.ts";
import styles from "./Letters.module.css";

const MOST = 8;

export function ClosedLoans({ onChoose }: { onChoose: (loanRef: string) => void }) {
  const { t } = useTranslation("letters");
  const list = useCall("loans.list", { step: "closed", page: { number: 1, size: MOST } });
  const loans = list.value?.loans ?? [];
  if (loans.length === 0) return null;
  return (
    <section className={styles.closed}>
      <h2>{t("closed.title")}</h2>
      {loans.map(({ loanId, loanRef, clientName }) =>
        loanRef === null ? null : (
          <button key={loanId} type="button" className={styles.choice} onClick={() => onChoose(loanRef)}>
            <b>{loanRef}</b> {clientName}
          </button>
        ),
      )}
    </section>
  );
}
