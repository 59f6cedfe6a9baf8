/** Whose loan it is, what is owed, and how old that knowledge is. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatMinor } from "../../shared/money.ts";
import { ageText } from "../components/clockTexts.ts";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import type { LoanAtCounter, TakenHere } from "./loanAtCounter.ts";
import styles from "./Repayment.module.css";

export type LoanBandProps = {
  loanRef: string;
  loan: LoanAtCounter;
  takenHere: TakenHere;
  currency: string;
  onReadAgain: () => void;
  reading: boolean;
  onOther: () => void;
};

export function LoanBand(props: LoanBandProps) {
  const { loanRef, loan, takenHere, currency, onReadAgain, reading, onOther } = props;
  const { t } = useTranslation("repayments");
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const now = useNow();
  const info = loan.kind === "read" ? loan.info : null;
  const isOffline = info === null || info.stale;
  return (
    <section className={styles.band} aria-label={t("loan.label")} data-offline={isOffline || undefined}>
      <dl className={styles.facts}>
        <div className={styles.who}>
          <dt>{t("loan.customer")}</dt>
          <dd>{info === null || info.clientName === "" ? t("loan.unknownCustomer") : info.clientName}</dd>
        </div>
        <div>
          <dt>{t("loan.reference")}</dt>
          <dd>{loanRef}</dd>
        </div>
        <div>
          <dt>{t("loan.owed")}</dt>
          <dd>
            <Money amountMinor={info?.remainingMinor ?? null} currency={currency} size="total" />
          </dd>
        </div>
        <div>
          <dt>{t("loan.asOf")}</dt>
          <dd className={styles.plain}>{info === null ? t("loan.neverRead") : <TimeAgo at={info.asOf} />}</dd>
        </div>
        <div className={styles.bandActions}>
          <Button size="sm" variant="default" loading={reading} onClick={onReadAgain}>
            {t("loan.readAgain")}
          </Button>
          <Button size="sm" variant="default" onClick={onOther}>
            {t("reference.other")}
          </Button>
        </div>
      </dl>
      {isOffline && (
        <p className={styles.offline} role="status">
          <strong>{t("offline.title")}</strong>
          {info === null
            ? t("offline.neverRead")
            : t("offline.withBalance", { age: ageText(common, info.asOf, now) })}
        </p>
      )}
      {takenHere.count > 0 && (
        <p className={styles.pending}>
          {t("loan.pending", { count: takenHere.count, amount: formatMinor(takenHere.sumMinor, language) })}
        </p>
      )}
      {takenHere.isDoubt && <p className={styles.doubt}>{t("loan.doubt")}</p>}
    </section>
  );
}
