/** All shifts of this till, the newest first, each with its count; Enter opens its report. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useCall } from "../bridge/useCall.ts";
import { clockText, dayText } from "../components/clockTexts.ts";
import type { Column } from "../components/DataTable.tsx";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import { PagedList, usePages } from "../components/PagedList.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./Till.module.css";

type Shift = CallValue<"till.shifts">["shifts"][number];

export type ShiftHistoryProps = { onOpen: (shiftId: string) => void; onBack: () => void };

export function ShiftHistory({ onOpen, onBack }: ShiftHistoryProps) {
  const { t } = useTranslation("till");
  const pages = usePages();
  const answer = useCall("till.shifts", { page: pages.page }, { keepPrevious: true });
  const columns = useColumns();
  return (
    <PagedList
      title={t("shifts.title")}
      empty={t("shifts.empty")}
      answer={answer}
      rows={answer.value?.shifts}
      total={answer.value?.total}
      pages={pages}
      columns={columns}
      rowKey={({ shiftId }) => shiftId}
      onOpen={({ shiftId }) => onOpen(shiftId)}
      onBack={onBack}
    />
  );
}

function useColumns(): Column<Shift>[] {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const now = useNow(60_000);
  return [
    {
      key: "date",
      title: t("shifts.date"),
      width: "104px",
      cell: ({ businessDate }) => dayText(businessDate),
      text: ({ businessDate }) => dayText(businessDate),
    },
    {
      key: "opened",
      title: t("shifts.opened"),
      cell: ({ openedAt, openedBy }) => `${clockText(openedAt, language, now)}, ${openedBy}`,
      text: ({ openedBy }) => openedBy,
    },
    {
      key: "closed",
      title: t("shifts.closed"),
      cell: ({ closedAt, closedBy }) =>
        closedAt === null ? t("shifts.open") : `${clockText(closedAt, language, now)}, ${closedBy ?? ""}`,
      text: ({ closedBy }) => closedBy ?? "",
    },
    {
      key: "counted",
      title: t("shifts.counted"),
      width: "136px",
      align: "end",
      cell: ({ countedMinor }) => <Money amountMinor={countedMinor} />,
    },
    {
      key: "difference",
      title: t("shifts.difference"),
      width: "136px",
      align: "end",
      cell: ({ differenceMinor }) => (
        <span className={styles.shiftDifference} data-some={(differenceMinor ?? 0) !== 0 || undefined}>
          <Money amountMinor={differenceMinor} />
        </span>
      ),
    },
    {
      key: "counts",
      title: t("shifts.counts"),
      width: "88px",
      align: "end",
      cell: ({ timesCounted }) => timesCounted,
    },
    {
      key: "disputes",
      title: t("shifts.disputes"),
      width: "104px",
      align: "end",
      cell: ({ disputes }) => (disputes === 0 ? "" : disputes),
    },
  ];
}
