/** What the lender's books show of an active loan: what remains, and the instalments. */
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import { businessDateOf } from "../../../shared/dates.ts";
import { useCall } from "../../bridge/useCall.ts";
import { Busy } from "../../components/Busy.tsx";
import { dayText } from "../../components/clockTexts.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { Money } from "../../components/Money.tsx";
import { useNow } from "../../components/now.ts";
import { TimeAgo } from "../../components/TimeAgo.tsx";
import styles from "./LoanPage.module.css";

export function LoanBooks({ loan, currency }: { loan: LoanView; currency: string }) {
  const { t } = useTranslation("loans");
  const { providerId, loanRef } = loan;
  const books = useCall("loans.info", { providerId, loanRef: loanRef ?? "" }, { enabled: loanRef !== null });
  const today = businessDateOf(useNow(60_000));
  const info = books.value;
  return (
    <section className={styles.books} aria-label={t("books.title")}>
      <h3>{t("books.title")}</h3>
      {books.loading && <Busy>{t("ask.asking")}</Busy>}
      <ErrorNote error={books.error} again={books.again} />
      {info !== undefined && (
        <>
          <p className={info.stale ? styles.stale : styles.soft}>
            {t(info.stale ? "books.stale" : "books.asOf")} <TimeAgo at={info.asOf} />
          </p>
          <dl className={styles.facts}>
            <div>
              <dt>{t("facts.remaining")}</dt>
              <dd>
                <Money amountMinor={info.remainingMinor} currency={currency} size="total" />
              </dd>
            </div>
            <div>
              <dt>{t("books.repaid")}</dt>
              <dd>
                <Money amountMinor={info.repaidMinor} currency={currency} />
              </dd>
            </div>
            <div>
              <dt>{t("quote.total")}</dt>
              <dd>
                <Money amountMinor={info.totalMinor} currency={currency} />
              </dd>
            </div>
          </dl>
          <table className={styles.instalments}>
            <thead>
              <tr>
                <th scope="col">{t("books.number")}</th>
                <th scope="col">{t("books.due")}</th>
                <th scope="col" data-end>
                  {t("books.instalment")}
                </th>
                <th scope="col" data-end>
                  {t("books.toPay")}
                </th>
              </tr>
            </thead>
            <tbody>
              {info.instalments.map(({ number, dueDate, totalMinor, toBePaidMinor }) => (
                <tr key={number} data-paid={toBePaidMinor === 0 || undefined}>
                  <td>{number}</td>
                  <td>
                    {dayText(dueDate)}
                    {toBePaidMinor > 0 && dueDate < today && (
                      <span className={styles.overdue}> {t("books.overdue")}</span>
                    )}
                  </td>
                  <td data-end>
                    <Money amountMinor={totalMinor} />
                  </td>
                  <td data-end>
                    {toBePaidMinor === 0 ? t("books.paid") : <Money amountMinor={toBePaidMinor} />}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
