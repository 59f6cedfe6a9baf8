/** The loans that a customer serves elsewhere: their sum, a picture of them, and the list with every fact. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ServedLoan } from "../../shared/api/customers.ts";
import { decimalsOf } from "../../shared/currencies.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money, type MoneyProps } from "../components/Money.tsx";
import styles from "./Customers.module.css";
import { shownDay } from "./customerValues.ts";
import { OwedChart } from "./OwedChart.tsx";
import { owedSums, statusOf } from "./owed.ts";
import { ServedLoanFacts } from "./ServedLoanFacts.tsx";

type Row = { key: string; loan: ServedLoan };

export type ServedLoansProps = {
  providerId: string;
  customerId: string;
  strict: boolean;
  /** Inside another card. */
  bare?: boolean;
};

function money(amountMinor: number | null, currency: string | null, size: MoneyProps["size"] = "text") {
  const decimals = decimalsOf(currency);
  return <Money amountMinor={amountMinor} currency={currency ?? ""} decimals={decimals} size={size} />;
}

export function ServedLoans({ providerId, customerId, strict, bare = false }: ServedLoansProps) {
  const { t } = useTranslation(["customers", "common"]);
  const asked = useCall("customers.loans", { providerId, customerId, strict });
  const [opened, setOpened] = useState<string | null>(null);
  if (asked.error !== null) return <ErrorNote error={asked.error} again={asked.again} />;
  if (asked.value === undefined) return <Busy>{t("served.asking")}</Busy>;
  const { loans } = asked.value;
  const rows = loans.map((loan, index) => ({ key: `${loan.providerLoanId ?? ""} ${index}`, loan }));
  const chosen = rows.find(({ key }) => key === opened) ?? null;
  const sums = owedSums(loans);
  const statusWords = (loan: ServedLoan) => {
    const known = statusOf(loan);
    return known === null ? (loan.status ?? "–") : t(`statuses.${known}`);
  };

  const columns: Column<Row>[] = [
    {
      key: "due",
      title: t("served.due"),
      width: "136px",
      cell: ({ loan }) => (loan.dueDate === null ? t("served.noDate") : shownDay(loan.dueDate)),
    },
    {
      key: "status",
      title: t("served.status"),
      width: "144px",
      cell: ({ loan }) => <b>{statusWords(loan)}</b>,
      text: ({ loan }) => statusWords(loan),
    },
    {
      key: "payable",
      title: t("served.payable"),
      align: "end",
      width: "168px",
      cell: ({ loan }) => money(loan.amountPayableMinor, loan.currency),
    },
    {
      key: "amount",
      title: t("served.borrowed"),
      align: "end",
      width: "168px",
      cell: ({ loan }) => money(loan.amountMinor, loan.currency),
    },
    {
      key: "provider",
      title: t("served.lender"),
      cell: ({ loan }) => loan.provider ?? "–",
      text: ({ loan }) => loan.provider ?? "",
    },
    {
      key: "loan",
      title: t("served.loan"),
      width: "152px",
      cell: ({ loan }) => (
        <>
          {loan.providerLoanId ?? "–"}
          {loan.otherCustomer === true && <small className={styles.warned}>{t("served.other")}</small>}
        </>
      ),
      text: ({ loan }) => loan.providerLoanId ?? "",
    },
  ];

  return (
    <div className={styles.result}>
      {sums.map(({ currency, totalMinor, loans: count, withoutAmount }) => (
        <div key={currency} className={styles.sum}>
          <p>
            {t("served.owed", { count })} {money(totalMinor, currency, "total")}
          </p>
          {withoutAmount > 0 && (
            <p className={styles.soft}>{t("served.atLeast", { count: withoutAmount })}</p>
          )}
          <OwedChart loans={loans} currency={currency} />
        </div>
      ))}
      {sums.length === 0 && loans.length > 0 && <p>{t("served.nothingOwed")}</p>}
      <DataTable
        label={t("served.title")}
        rows={rows}
        columns={columns}
        rowKey={({ key }) => key}
        filterable={false}
        onOpen={({ key }) => setOpened(key === opened ? null : key)}
        empty={
          bare ? <p className={styles.soft}>{t("served.none")}</p> : <EmptyList>{t("served.none")}</EmptyList>
        }
      />
      {chosen !== null && <ServedLoanFacts loan={chosen.loan} />}
      {loans.length > 0 && <p className={styles.soft}>{t("served.note")}</p>}
    </div>
  );
}
