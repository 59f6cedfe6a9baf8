/** All shifts of this till, the newest first, each with its count; Enter opens its report. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useCall } from "../bridge/useCall.ts";
import { clockText, dayText } from "../components/clockTexts.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./Till.module.css";

type Shift = CallValue<"till.shifts">["shifts"][number];
const PAGE_SIZE = 50;

export type ShiftHistoryProps = { onOpen: (shiftId: string) => void; onBack: () => void };

export function ShiftHistory({ onOpen, onBack }: ShiftHistoryProps) {
  const { t } = useTranslation(["till", "common"]);
  const [page, setPage] = useState(1);
  const answer = useCall("till.shifts", { page: { number: page, size: PAGE_SIZE } }, { keepPrevious: true });
  const { shifts = [], total = 0 } = answer.value ?? {};
  const columns = useColumns();
  return (
    <>
      <PageHeading
        aside={
          <Button variant="default" onClick={onBack}>
            {t("common:actions.back")}
          </Button>
        }
      >
        {t("shifts.title")}
      </PageHeading>
      <ErrorNote error={answer.error} again={answer.again} />
      <DataTable
        first
        label={t("shifts.title")}
        rows={shifts}
        columns={columns}
        rowKey={({ shiftId }) => shiftId}
        onOpen={({ shiftId }) => onOpen(shiftId)}
        loading={answer.loading}
        page={{ number: page, size: PAGE_SIZE, total, onPage: setPage }}
        empty={<EmptyList>{t("shifts.empty")}</EmptyList>}
      />
    </>
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
