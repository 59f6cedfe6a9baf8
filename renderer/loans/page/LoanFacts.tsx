/** Whose loan it is, how much, and what the lender said the last time it was asked. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import { readIsoDate } from "../../../shared/dates.ts";
import { dayText } from "../../components/clockTexts.ts";
import { KeyHint } from "../../components/KeyHint.tsx";
import { Money } from "../../components/Money.tsx";
import { TimeAgo } from "../../components/TimeAgo.tsx";
import styles from "./LoanPage.module.css";
import { useStepTitle } from "./stepTitle.ts";
import type { AskingLender } from "./useAskLender.ts";

export type LoanFactsProps = { loan: LoanView; currency: string; asking: AskingLender };

export function LoanFacts({ loan, currency, asking }: LoanFactsProps) {
  const { t } = useTranslation("loans");
  const stepTitle = useStepTitle();
  const { loanRef, amountMinor, months, firstRepaymentDate, checkedAt, lenderSaid, remainingMinor } = loan;
  const firstDay = firstRepaymentDate === null ? null : readIsoDate(firstRepaymentDate);
  const mayAsk = loanRef !== null && !["rejected", "cancelled", "closed"].includes(loan.step);
  return (
    <section className={styles.band} aria-label={t("facts.label")}>
      <dl className={styles.facts}>
        <div>
          <dt>{t("list.reference")}</dt>
          <dd>{loanRef ?? t("facts.noReference")}</dd>
        </div>
        <div>
          <dt>{t("field.pin")}</dt>
          <dd>{loan.clientPinMasked ?? "–"}</dd>
        </div>
        <div>
          <dt>{t("list.amount")}</dt>
          <dd>
            <Money amountMinor={amountMinor} currency={currency} />
          </dd>
        </div>
        <div>
          <dt>{t("field.months")}</dt>
          <dd>{months ?? "–"}</dd>
        </div>
        {remainingMinor !== null && (loan.step === "active" || loan.step === "closed") ? (
          <div>
            <dt>{t("facts.remaining")}</dt>
            <dd>
              <Money amountMinor={remainingMinor} currency={currency} />
            </dd>
          </div>
        ) : (
          firstDay !== null && (
            <div>
              <dt>{t("facts.firstRepayment")}</dt>
              <dd>{dayText(firstDay)}</dd>
            </div>
          )
        )}
      </dl>
      {mayAsk && (
        <div className={styles.asked} role="status">
          <p>
            {asking.busy ? (
              t("ask.asking")
            ) : (
              <>
                {t("ask.last")} <TimeAgo at={checkedAt} />
                {lenderSaid === null && checkedAt !== null && `: ${stepTitle(loan)}`}
              </>
            )}
            {asking.error !== null && !asking.busy && (
              <span className={styles.silent}> {t("ask.silent")}</span>
            )}
          </p>
          <Button
            size="sm"
            variant="default"
            loading={asking.busy}
            onClick={asking.ask}
            rightSection={<KeyHint keys="Ctrl+R" />}
          >
            {t("ask.now")}
          </Button>
        </div>
      )}
      {lenderSaid !== null && loan.step !== "inDoubt" && (
        <p className={styles.said}>{t("ask.said", { step: stepTitle(loan), said: lenderSaid })}</p>
      )}
    </section>
  );
}
