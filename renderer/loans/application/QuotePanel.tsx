/** What the loan would cost, asked of the lender while amount and months are typed. */
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { readTypedAmount } from "../../../shared/money.ts";
import { useCall } from "../../bridge/useCall.ts";
import { dayText } from "../../components/clockTexts.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { Money } from "../../components/Money.tsx";
import styles from "./Application.module.css";

const TYPING_MS = 350;

export type QuotePanelProps = { providerId: string; amount: string; months: string; currency: string };

export function QuotePanel({ providerId, amount, months, currency }: QuotePanelProps) {
  const { t } = useTranslation("loans");
  const reading = readTypedAmount(amount);
  const count = /^\d{1,3}$/.test(months.trim()) ? Number(months.trim()) : 0;
  const asked = {
    providerId,
    amountMinor: reading.ok ? reading.amountMinor : 0,
    months: count <= 600 ? count : 0,
  };
  const isComplete = asked.amountMinor > 0 && asked.months > 0 && providerId !== "";
  const [settled] = useDebouncedValue(asked, TYPING_MS);
  const isSettled = settled.amountMinor === asked.amountMinor && settled.months === asked.months;
  const quote = useCall("loans.quote", settled, {
    enabled: isComplete && settled.amountMinor > 0 && settled.months > 0,
    keepPrevious: true,
  });
  const shown = isComplete ? quote.value : undefined;
  const isOld = !isSettled || quote.busy;
  return (
    <section className={styles.quote} aria-label={t("quote.title")} data-old={isOld || undefined}>
      <h2>{t("quote.title")}</h2>
      {!isComplete && <p className={styles.soft}>{t("quote.waiting")}</p>}
      {isComplete && quote.error !== null && isSettled ? (
        <>
          <ErrorNote error={quote.error} again={quote.again} />
          <p className={styles.soft}>{t("quote.goOn")}</p>
        </>
      ) : (
        <dl className={styles.quoteFacts} aria-live="polite">
          <div data-main>
            <dt>{t("quote.monthly")}</dt>
            <dd>
              <Money amountMinor={shown?.monthlyPaymentMinor ?? null} currency={currency} />
            </dd>
          </div>
          <div>
            <dt>{t("quote.total")}</dt>
            <dd>
              <Money amountMinor={shown?.totalMinor ?? null} currency={currency} />
            </dd>
          </div>
          <div>
            <dt>{t("quote.first")}</dt>
            <dd>{shown === undefined ? "–" : dayText(shown.firstRepaymentDate)}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
