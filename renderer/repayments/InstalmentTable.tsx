/** The lender's instalment table, with what this payment would cover while its amount is typed. */
import { useTranslation } from "react-i18next";
import { businessDateOf } from "../../shared/dates.ts";
import { formatMinor } from "../../shared/money.ts";
import type { Instalment } from "../../shared/outbox.ts";
import { dayText } from "../components/clockTexts.ts";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { type CoveredInstalment, coverageOf } from "./coverage.ts";
import styles from "./InstalmentTable.module.css";

export type InstalmentTableProps = {
  instalments: readonly Instalment[];
  amountMinor: number;
  /** Taken here and not in these books yet. */
  pendingMinor: number;
};

export function InstalmentTable({ instalments, amountMinor, pendingMinor }: InstalmentTableProps) {
  const { t } = useTranslation("repayments");
  const language = useLanguage();
  const today = businessDateOf(useNow(60_000));
  const { open, paidBefore, completes, aboveMinor } = coverageOf(instalments, amountMinor, pendingMinor);
  return (
    <section className={styles.instalments} aria-label={t("table.label")}>
      <header className={styles.head}>
        <h2>{t("table.label")}</h2>
        <p className={styles.sum} data-above={aboveMinor > 0 || undefined} role="status">
          {amountMinor > 0 &&
            (aboveMinor > 0
              ? t("table.above", { amount: formatMinor(aboveMinor, language) })
              : completes === 0
                ? t("table.coversNone")
                : t("table.covers", { count: completes }))}
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached to be scrolled by keys. */}
      <section className={styles.scroll} tabIndex={0} aria-label={t("table.label")}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("table.number")}</th>
              <th scope="col">{t("table.due")}</th>
              <th scope="col" data-end>
                {t("table.toPay")}
              </th>
              <th scope="col" data-end>
                {t("table.covers")}
              </th>
              <th scope="col" data-end>
                {t("table.left")}
              </th>
            </tr>
          </thead>
          <tbody>
            {open.map((instalment) => (
              <InstalmentRow
                key={instalment.number}
                instalment={instalment}
                isOverdue={instalment.dueDate < today}
              />
            ))}
          </tbody>
        </table>
      </section>
      {paidBefore > 0 && <p className={styles.foot}>{t("table.paidBefore", { count: paidBefore })}</p>}
    </section>
  );
}

function InstalmentRow({ instalment, isOverdue }: { instalment: CoveredInstalment; isOverdue: boolean }) {
  const { t } = useTranslation("repayments");
  const language = useLanguage();
  const { number, dueDate, toBePaidMinor, pendingMinor, coversMinor, leftMinor } = instalment;
  const covered = coversMinor === 0 ? "none" : leftMinor === 0 ? "full" : "part";
  return (
    <tr data-covered={covered}>
      <td>{number}</td>
      <td>
        {dayText(dueDate)}
        {isOverdue && <span className={styles.overdue}> {t("table.overdue")}</span>}
        {pendingMinor > 0 && (
          <span className={styles.pending}>
            {t("table.pending", { amount: formatMinor(pendingMinor, language) })}
          </span>
        )}
      </td>
      <td data-end>
        <Money amountMinor={toBePaidMinor} />
      </td>
      <td data-end className={styles.covers}>
        {covered !== "none" && (
          <>
            <span className={styles.word}>{t(covered === "full" ? "table.covered" : "table.part")}</span>{" "}
            <Money amountMinor={coversMinor} />
          </>
        )}
      </td>
      <td data-end>
        <Money amountMinor={leftMinor} />
      </td>
    </tr>
  );
}
