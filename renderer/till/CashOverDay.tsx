/** The drawer's cash over the day: a step at each movement, marked by its kind. */
import { useTranslation } from "react-i18next";
import type { DayPicture } from "../../shared/api/tillBooks.ts";
import { formatMinor } from "../../shared/money.ts";
import { clockText } from "../components/clockTexts.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./Day.module.css";
import { dayMarks, markOf, markShapes } from "./dayMarks.ts";
import { hourTicks, roundTop, scaleBetween } from "./dayScale.ts";
import { faceOf } from "./faces.ts";

const WIDTH = 880;
const HEIGHT = 232;
const LEFT = 112;
const RIGHT = WIDTH - 16;
const TOP = 16;
const BOTTOM = HEIGHT - 32;
const MOST_TICKS = 10;

export function CashOverDay({ day }: { day: DayPicture }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const times = day.points.map(({ at }) => Date.parse(at));
  const from = Math.min(...times);
  const to = Math.max(...times);
  const most = Math.max(...day.points.map(({ cashMinor }) => cashMinor));
  const top = roundTop(most);
  const x = scaleBetween(from, to, LEFT, RIGHT);
  const y = scaleBetween(0, top, BOTTOM, TOP);
  const clock = (at: number) => clockText(new Date(at).toISOString(), language, at);
  const ticks = hourTicks(from, to, MOST_TICKS);
  const label = t("day.cashLabel", {
    from: clock(from),
    to: clock(to),
    most: `${formatMinor(most, language)} ${day.currency}`,
  });
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, top / 2, top].map((sum) => (
        <g key={sum}>
          <line x1={LEFT} x2={RIGHT} y1={y(sum)} y2={y(sum)} className={styles.grid} />
          <text x={LEFT - 8} y={y(sum) + 5} textAnchor="end" className={styles.axisText}>
            {faceOf(sum, language)}
          </text>
        </g>
      ))}
      {(ticks.length > 1 ? ticks : [...new Set([from, to])]).map((at) => (
        <text key={at} x={x(at)} y={HEIGHT - 8} textAnchor="middle" className={styles.axisText}>
          {clock(at)}
        </text>
      ))}
      {day.shifts.map(({ shiftId }) => {
        const points = day.points.filter((point) => point.shiftId === shiftId);
        return <path key={shiftId} d={stepsOf(points, x, y)} className={styles.cashLine} />;
      })}
      {day.points.map(({ at, kind, cashMinor }, index) => {
        const mark = markOf(kind);
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the journal is what tells two steps apart.
            key={`${at} ${index}`}
            d={markShapes[mark]}
            transform={`translate(${x(Date.parse(at))} ${y(cashMinor)})`}
            className={styles.mark}
            data-mark={mark}
          />
        );
      })}
    </svg>
  );
}

/** Cash stays as it is until the next movement: a line that climbs slowly would show sums that never were. */
function stepsOf(
  points: DayPicture["points"],
  x: (at: number) => number,
  y: (sum: number) => number,
): string {
  return points
    .map(({ at, cashMinor }, index) =>
      index === 0 ? `M${x(Date.parse(at))} ${y(cashMinor)}` : `H${x(Date.parse(at))} V${y(cashMinor)}`,
    )
    .join(" ");
}

export function MarkLegend() {
  const { t } = useTranslation("till");
  return (
    <ul className={styles.legend}>
      {dayMarks.map((mark) => (
        <li key={mark}>
          <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
            <path d={markShapes[mark]} className={styles.mark} data-mark={mark} />
          </svg>
          {t(`day.marks.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
