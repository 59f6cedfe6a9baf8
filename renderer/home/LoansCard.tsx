/** Loans on which this counter, or the lender, has to act next. */
import { useTranslation } from "react-i18next";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { Money } from "../components/Money.tsx";
import { Card } from "./Card.tsx";
import styles from "./HomePage.module.css";

const LOOKED_THROUGH = 200;
const MOST = 6;

export function LoansCard({ whose }: { whose: "office" | "lender" }) {
  const { t } = useTranslation(["home", "states"]);
  const { currency } = useOffice();
  const found = useCall("loans.list", { page: { number: 1, size: LOOKED_THROUGH } }).value;
  const waiting = (found?.loans ?? []).filter(({ actor }) => actor === whose);
  const ours = whose === "office";
  return (
    <Card
      title={ours ? t("loans.title") : t("loans.lenderTitle")}
      count={waiting.length}
      {...(ours ? { all: { label: t("loans.all"), onOpen: () => goTo({ at: "loans" }) } } : {})}
    >
      {waiting.length === 0 && (
        <p className={styles.empty}>{ours ? t("loans.empty") : t("loans.lenderEmpty")}</p>
      )}
      <ul className={styles.rows}>
        {waiting.slice(0, MOST).map((loan) => (
          <li key={loan.loanId}>
            <button
              type="button"
              className={styles.row}
              onClick={() => goTo({ at: "loan", loanId: loan.loanId })}
            >
              <span>{loan.loanRef ?? "–"}</span>
              <span>
                {loan.clientName ?? "–"}
                <small>{ours ? t(`states:next.${loan.step}`) : t(`states:step.${loan.step}`)}</small>
              </span>
              <Money amountMinor={loan.amountMinor} currency={currency} />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
