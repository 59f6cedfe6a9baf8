/** One day of the till as a picture, and every step of it as a table that is read with the keyboard. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DayPicture } from "../../shared/api/tillBooks.ts";
import { businessDateOf } from "../../shared/dates.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { clockText, dayText } from "../components/clockTexts.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useKindText } from "../journal/entryText.ts";
import { CashOverDay, MarkLegend } from "./CashOverDay.tsx";
import styles from "./Day.module.css";
import { HoursOfDay } from "./HoursOfDay.tsx";

export type DayViewProps = {
  businessDate?: string;
  onDay: (businessDate: string) => void;
  onBack: () => void;
};

function dayBeside(isoDate: string, by: number): string {
  const day = new Date(`${isoDate}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + by);
  return day.toISOString().slice(0, 10);
}

export function DayView({ businessDate, onDay, onBack }: DayViewProps) {
  const { t } = useTranslation(["till", "common"]);
  const today = businessDateOf(useNow(60_000));
  const answer = useCall("till.day", businessDate === undefined ? {} : { businessDate });
  const day = answer.value;
  const shown = day?.businessDate ?? businessDate ?? today;
  return (
    <>
      <PageHeading
        lead={dayText(shown)}
        aside={
          <Group gap="sm">
            <Button variant="default" onClick={() => onDay(dayBeside(shown, -1))}>
              {t("day.before")}
            </Button>
            <Button variant="default" disabled={shown >= today} onClick={() => onDay(dayBeside(shown, 1))}>
              {t("day.after")}
            </Button>
            <Button variant="default" onClick={onBack}>
              {t("common:actions.back")}
            </Button>
          </Group>
        }
      >
        {t("day.title")}
      </PageHeading>
      <ErrorNote error={answer.error} again={answer.again} />
      {answer.loading && <Busy>{t("common:loading")}</Busy>}
      {day !== undefined && (day.points.length === 0 ? <p>{t("day.nothing")}</p> : <Picture day={day} />)}
    </>
  );
}

function Picture({ day }: { day: DayPicture }) {
  const { t } = useTranslation("till");
  return (
    <>
      <section className={styles.part} aria-labelledby="cash-over-day">
        <h2 id="cash-over-day">
          {t("day.cash")} <small>{day.currency}</small>
        </h2>
        <CashOverDay day={day} />
        <MarkLegend />
      </section>
      {day.hours.length > 0 && (
        <section className={styles.part} aria-labelledby="hours-of-day">
          <h2 id="hours-of-day">{t("day.hours")}</h2>
          <HoursOfDay day={day} />
        </section>
      )}
      <Steps day={day} />
    </>
  );
}

function Steps({ day }: { day: DayPicture }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const now = useNow(60_000);
  const kindText = useKindText();
  return (
    <details className={styles.steps}>
      <summary>{t("day.asTable")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("day.at")}</th>
            <th scope="col">{t("day.what")}</th>
            <th scope="col" data-end>
              {t("day.cashAfter")}
            </th>
          </tr>
        </thead>
        <tbody>
          {day.points.map(({ at, kind, cashMinor }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order of the journal is what tells two steps apart.
            <tr key={`${at} ${index}`}>
              <td>{clockText(at, language, now)}</td>
              <td>{kindText(kind)}</td>
              <td data-end>
                <Money amountMinor={cashMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
