/** The accounts in the lender's book that were asked for from this customer's page. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { decimalsOf } from "../../shared/currencies.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import styles from "./Customers.module.css";

type Row = CallValue<"accounts.list">["accounts"][number];

export function CustomerAccounts({ customerPin }: { customerPin: string }) {
  const { t } = useTranslation(["customers", "accounts"]);
  const { currency } = useOffice();
  const list = useCall("accounts.list", { customerPin });
  const columns: Column<Row>[] = [
    {
      key: "account",
      title: t("accounts:list.account"),
      cell: ({ accountId }) => accountId ?? <b>{t("accounts:list.inDoubt")}</b>,
    },
    {
      key: "status",
      title: t("accounts:list.status"),
      width: "176px",
      cell: ({ accountId, status }) => (accountId === null ? "–" : status),
    },
    {
      key: "booked",
      title: t("accounts:list.booked"),
      align: "end",
      width: "176px",
      cell: (row) => {
        const own = row.currency ?? currency;
        return <Money amountMinor={row.bookedAmountMinor} currency={own} decimals={decimalsOf(own)} />;
      },
    },
  ];
  return (
    <>
      <ErrorNote error={list.error} again={list.again} />
      <DataTable
        label={t("customer.owedAccounts")}
        rows={list.value?.accounts ?? []}
        columns={columns}
        rowKey={({ captureId }) => captureId}
        loading={list.loading}
        filterable={false}
        onOpen={({ captureId }) => goTo({ at: "accounts", captureId })}
        empty={<p className={styles.soft}>{t("customer.noAccounts")}</p>}
      />
    </>
  );
}
