/** The loans of this customer that this counter knows, with what is still owed as far as it was read. */
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../shared/api/loans.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import styles from "./Customers.module.css";
import { useCounterLoans, useRepaid } from "./useCounterLoans.ts";

export function CounterLoans({ text }: { text: string | null }) {
  const { t } = useTranslation(["customers", "states"]);
  const { currency } = useOffice();
  const list = useCounterLoans(text);
  const { repaid } = useRepaid();
  const isRepaid = ({ step, loanRef }: LoanView) =>
    step === "active" && loanRef !== null && repaid.has(loanRef);
  const columns: Column<LoanView>[] = [
    {
      key: "loanRef",
      title: t("here.reference"),
      width: "112px",
      cell: ({ loanRef }) => loanRef ?? "–",
    },
    {
      key: "step",
      title: t("here.step"),
      cell: (loan) => (isRepaid(loan) ? t("here.repaid") : t(`states:step.${loan.step}`)),
    },
    {
      key: "amount",
      title: t("here.amount"),
      align: "end",
      width: "176px",
      cell: ({ amountMinor }) => <Money amountMinor={amountMinor} currency={currency} />,
    },
    {
      key: "remaining",
      title: t("here.remaining"),
      align: "end",
      width: "176px",
      cell: (loan) => <Money amountMinor={isRepaid(loan) ? 0 : loan.remainingMinor} currency={currency} />,
    },
  ];
  return (
    <>
      <ErrorNote error={list.error} again={list.again} />
      <DataTable
        label={t("customer.owedHere")}
        rows={list.value?.loans ?? []}
        columns={columns}
        rowKey={({ loanId }) => loanId}
        loading={list.loading}
        filterable={false}
        onOpen={({ loanId }) => goTo({ at: "loan", loanId })}
        empty={<p className={styles.soft}>{t("here.none")}</p>}
      />
    </>
  );
}
