/** All transfers of this till, the newest first; those under way have their cash in no drawer. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TransferView } from "../../shared/api/transfers.ts";
import { useCall } from "../bridge/useCall.ts";
import type { Column } from "../components/DataTable.tsx";
import { Money } from "../components/Money.tsx";
import { PagedList, usePages } from "../components/PagedList.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { TransferState, useTransferWay } from "./TransferTable.tsx";
import type { TillView } from "./tillView.ts";

export type TransfersViewProps = { open: boolean; onView: (view: TillView) => void; onBack: () => void };

export function TransfersView({ open, onView, onBack }: TransfersViewProps) {
  const { t } = useTranslation("transfers");
  const pages = usePages();
  const answer = useCall("till.transfers", { page: pages.page }, { keepPrevious: true });
  const columns = useColumns();
  return (
    <PagedList
      title={t("title")}
      lead={t("lead")}
      empty={t("empty")}
      answer={answer}
      rows={answer.value?.transfers}
      total={answer.value?.total}
      pages={pages}
      columns={columns}
      rowKey={({ transferId }) => transferId}
      onOpen={({ transferId }) => onView({ at: "transfer", transferId })}
      onBack={onBack}
    >
      {open && (
        <>
          <Button onClick={() => onView({ at: "giveTransfer" })}>{t("new")}</Button>
          <Button variant="default" onClick={() => onView({ at: "takeTransfer" })}>
            {t("accept")}
          </Button>
        </>
      )}
    </PagedList>
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
