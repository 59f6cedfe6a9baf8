/** All transfers of this till, the newest first; those under way have their cash in no drawer. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TransferView } from "../../shared/api/transfers.ts";
import { useCall } from "../bridge/useCall.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { TransferState, useTransferWay } from "./TransferTable.tsx";
import type { TillView } from "./tillView.ts";

const PAGE_SIZE = 50;

export type TransfersViewProps = { open: boolean; onView: (view: TillView) => void; onBack: () => void };

export function TransfersView({ open, onView, onBack }: TransfersViewProps) {
  const { t } = useTranslation(["transfers", "common"]);
  const [page, setPage] = useState(1);
  const answer = useCall(
    "till.transfers",
    { page: { number: page, size: PAGE_SIZE } },
    { keepPrevious: true },
  );
  const { transfers = [], total = 0 } = answer.value ?? {};
  const columns = useColumns();
  return (
    <>
      <PageHeading
        lead={t("lead")}
        aside={
          <Group gap="sm">
            {open && (
              <>
                <Button onClick={() => onView({ at: "giveTransfer" })}>{t("new")}</Button>
                <Button variant="default" onClick={() => onView({ at: "takeTransfer" })}>
                  {t("accept")}
                </Button>
              </>
            )}
            <Button variant="default" onClick={onBack}>
              {t("common:actions.back")}
            </Button>
          </Group>
        }
      >
        {t("title")}
      </PageHeading>
      <ErrorNote error={answer.error} again={answer.again} />
      <DataTable
        first
        label={t("title")}
        rows={transfers}
        columns={columns}
        rowKey={({ transferId }) => transferId}
        onOpen={({ transferId }) => onView({ at: "transfer", transferId })}
        loading={answer.loading}
        page={{ number: page, size: PAGE_SIZE, total, onPage: setPage }}
        empty={<EmptyList>{t("empty")}</EmptyList>}
      />
    </>
  );
}

function useColumns(): Column<TransferView>[] {
  const { t } = useTranslation("transfers");
  const wayOf = useTransferWay();
  return [
    {
      key: "slip",
      title: t("columns.slip"),
      width: "200px",
      cell: ({ slipNo }) => slipNo,
      text: ({ slipNo }) => slipNo,
    },
    {
      key: "when",
      title: t("columns.when"),
      width: "240px",
      cell: ({ at, by }) => (
        <>
          <TimeAgo at={at} />, {by}
        </>
      ),
    },
    { key: "way", title: t("columns.way"), cell: wayOf, text: wayOf },
    {
      key: "state",
      title: t("columns.state"),
      width: "200px",
      cell: (transfer) => <TransferState transfer={transfer} />,
    },
    {
      key: "amount",
      title: t("columns.amount"),
      width: "144px",
      align: "end",
      cell: ({ amountMinor }) => <Money amountMinor={amountMinor} />,
    },
  ];
}
