/** A picture of what is owed and when: one bar a loan, the soonest first, as long as what is to be paid. */
import { useTranslation } from "react-i18next";
import type { ServedLoan } from "../../shared/api/customers.ts";
import { decimalsOf } from "../../shared/currencies.ts";
import { businessDateOf } from "../../shared/dates.ts";
import { formatMinor } from "../../shared/money.ts";
import { dayText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./OwedChart.module.css";
import { byDueDay, dueDay, isOwed, statusOf } from "./owed.ts";

const WIDTH = 720;
const ROW = 36;
const LABEL = 232;
const AMOUNT = 176;
const LONGEST = WIDTH - LABEL - AMOUNT;
const DAY_MS = 86_400_000;
/** Even the smallest loan is seen. */
const SHORTEST = 4;

function daysBetween(today: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}

export function OwedChart({ loans, currency }: { loans: readonly ServedLoan[]; currency: string }) {
  const { t } = useTranslation("customers");
  const language = useLanguage();
  const today = businessDateOf(useNow(60_000));
  const owed = byDueDay(
    loans.filter(
      (loan) => isOwed(loan) && (loan.currency ?? "") === currency && loan.amountPayableMinor !== null,
    ),
  );
  const most = Math.max(1, ...owed.map((loan) => loan.amountPayableMinor ?? 0));
  if (owed.length === 0) return null;

  function when(loan: ServedLoan): string {
    const day = dueDay(loan);
    if (day === null) return t("chart.noDate");
    const days = daysBetween(today, day);
    if (days === 0) return t("chart.today", { day: dayText(day) });
    return days < 0
      ? t("chart.past", { day: dayText(day), count: -days })
      : t("chart.ahead", { day: dayText(day), count: days });
  }

  const rows = owed.map((loan, index) => {
    const day = dueDay(loan);
    const amountMinor = loan.amountPayableMinor ?? 0;
    return {
      key: `${loan.providerLoanId ?? ""} ${index}`,
      y: index * ROW,
      label: when(loan),
      amount: `${formatMinor(amountMinor, language, decimalsOf(currency))} ${currency}`,
      length: Math.max(SHORTEST, Math.round((amountMinor / most) * LONGEST)),
      isLate: statusOf(loan) === "overdue" || (day !== null && day < today),
    };
  });
  const said = rows.map(({ label, amount }) => `${label}: ${amount}`).join("; ");
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`}
      role="img"
      aria-label={t("chart.label", { said })}
    >
      <defs>
        <pattern id="late" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="8" height="8" className={styles.lateGround} />
          <rect width="3" height="8" className={styles.lateStripe} />
        </pattern>
      </defs>
      <line x1={LABEL} x2={LABEL} y1={0} y2={rows.length * ROW} className={styles.axis} />
      {rows.map(({ key, y, label, amount, length, isLate }) => (
        <g key={key}>
          <text x={LABEL - 12} y={y + 23} textAnchor="end" className={styles.chartText}>
            {label}
          </text>
          <rect
            x={LABEL}
            y={y + 8}
            width={length}
            height={ROW - 16}
            className={isLate ? styles.lateBar : styles.bar}
          />
          <text x={LABEL + length + 12} y={y + 23} className={styles.chartAmount}>
            {amount}
          </text>
        </g>
      ))}
    </svg>
  );
}
