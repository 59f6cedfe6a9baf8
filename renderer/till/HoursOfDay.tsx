/** Repayments against payouts in each hour: two bars side by side, one plain and one hatched, each with its sum. */
import { useTranslation } from "react-i18next";
import type { DayPicture } from "../../shared/api/tillBooks.ts";
import { formatMinor } from "../../shared/money.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./Day.module.css";

const WIDTH = 880;
const ROW = 56;
const BAR = 20;
const LABEL = 88;
const AMOUNT = 240;
const LONGEST = WIDTH - LABEL - AMOUNT;
/** Even the smallest sum is seen. */
const SHORTEST = 3;

export function HoursOfDay({ day: { hours, currency } }: { day: DayPicture }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const most = Math.max(
    1,
    ...hours.flatMap(({ repaymentsMinor, payoutsMinor }) => [repaymentsMinor, payoutsMinor]),
  );
  const length = (minor: number) =>
    minor === 0 ? 0 : Math.max(SHORTEST, Math.round((minor / most) * LONGEST));
  const words = (name: string, count: number, minor: number) =>
    `${name}: ${count} · ${formatMinor(minor, language)} ${currency}`;
  const rows = hours.map((hour) => ({
    hour: hour.hour,
    bars: [
      { key: "repayment", name: t("day.repayments"), count: hour.repayments, minor: hour.repaymentsMinor },
      { key: "payout", name: t("day.payouts"), count: hour.payouts, minor: hour.payoutsMinor },
    ],
  }));
  const said = rows
    .map(
      ({ hour, bars }) =>
        `${t("day.hour", { hour })}: ${bars.map(({ name, count, minor }) => words(name, count, minor)).join(", ")}`,
    )
    .join("; ");
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`}
      role="img"
      aria-label={t("day.hoursLabel", { said })}
    >
      <defs>
        <pattern
          id="payouts"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="8" height="8" className={styles.hatchGround} />
          <rect width="3" height="8" className={styles.hatchStripe} />
        </pattern>
      </defs>
      {rows.map(({ hour, bars }, row) => (
        <g key={hour}>
          <text x={LABEL - 12} y={row * ROW + 32} textAnchor="end" className={styles.axisText}>
            {t("day.hour", { hour })}
          </text>
          {bars.map(({ key, name, count, minor }, index) => {
            const y = row * ROW + 6 + index * (BAR + 2);
            return (
              <g key={key}>
                <rect
                  x={LABEL}
                  y={y}
                  width={length(minor)}
                  height={BAR}
                  className={key === "payout" ? styles.payoutBar : styles.repaymentBar}
                />
                <text x={LABEL + length(minor) + 8} y={y + 15} className={styles.barText}>
                  {count === 0 ? "" : words(name, count, minor)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      <line x1={LABEL} x2={LABEL} y1={0} y2={rows.length * ROW} className={styles.axis} />
    </svg>
  );
}
