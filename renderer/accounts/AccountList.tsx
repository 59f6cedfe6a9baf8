/** The accounts that were asked for at this counter, doubts first in sight. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LoanAccountView } from "../../shared/api/customers.ts";
import type { CallValue } from "../../shared/api.ts";
import { decimalsOf } from "../../shared/currencies.ts";
import { useCall } from "../bridge/useCall.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Accounts.module.css";

type Row = CallValue<"accounts.list">["accounts"][number];

export type AccountListProps = {
  currency: string;
  onNew: () => void;
  onOpen: (account: LoanAccountView, captureId: string) => void;
};

export function AccountList({ currency, onNew, onOpen }: AccountListProps) {
  const { t } = useTranslation("accounts");
  const list = useCall("accounts.list", {});
  const accounts = list.value?.accounts ?? [];
  const inDoubt = accounts.filter(({ accountId }) => accountId === null).length;
  const money = (row: Row, amountMinor: number | null) => {
    const own = row.currency ?? currency;
    return <Money amountMinor={amountMinor} currency={own} decimals={decimalsOf(own)} />;
  };
  const columns: Column<Row>[] = [
    { key: "at", title: t("list.at"), width: "176px", cell: ({ at }) => <TimeAgo at={at} /> },
    {
      key: "account",
      title: t("list.account"),
      cell: ({ accountId }) => accountId ?? <b className={styles.doubtText}>{t("list.inDoubt")}</b>,
      text: ({ accountId }) => accountId ?? t("list.inDoubt"),
    },
    {
      key: "borrower",
      title: t("list.borrower"),
      width: "200px",
      cell: ({ borrowerId }) => borrowerId ?? "–",
      text: ({ borrowerId }) => borrowerId ?? "",
    },
    {
      key: "status",
      title: t("list.status"),
      width: "160px",
      cell: ({ accountId, status }) => (accountId === null ? "–" : status),
      text: ({ status }) => status,
    },
    {
      key: "requested",
      title: t("list.requested"),
      align: "end",
      width: "144px",
      cell: (row) => money(row, row.requestedAmountMinor),
    },
    {
      key: "booked",
      title: t("list.booked"),
      align: "end",
      width: "144px",
      cell: (row) => money(row, row.bookedAmountMinor),
    },
  ];
  return (
    <>
      <PageHeading
        lead={t("lead")}
        aside={
          <Button onClick={onNew} data-first-focus>
            {t("list.new")}
          </Button>
        }
      >
        {t("title")}
      </PageHeading>
      {inDoubt > 0 && <p className={styles.doubt}>{t("list.doubts", { count: inDoubt })}</p>}
      <ErrorNote error={list.error} again={list.again} />
      <DataTable
        label={t("title")}
        rows={accounts}
        columns={columns}
        rowKey={({ captureId }) => captureId}
        loading={list.loading}
        onOpen={(row) => onOpen(row, row.captureId)}
        empty={<EmptyList>{t("list.empty")}</EmptyList>}
      />
    </>
  );
}
