/** Which loan is paid out: those that the lender has released or is about to, and payouts begun without an end. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../shared/api/loans.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { AdoptLoan } from "../loans/AdoptLoan.tsx";
import { useViewFocus } from "../till/useViewFocus.ts";
import styles from "./Payout.module.css";

const MOST = { number: 1, size: 200 };

const openPayout = (loanId: string) => goTo({ at: "payout", loanId });

export function PayoutList() {
  const { t } = useTranslation("payout");
  const { currency } = useOffice();
  const releasable = useCall("loans.list", { step: "releasable", page: MOST });
  const uploaded = useCall("loans.list", { step: "uploaded", page: MOST });
  const begun = useCall("payouts.open", {}).value?.payouts ?? [];
  const [adopting, setAdopting] = useState(false);
  const isBegun = (loanId: string) => begun.some((payout) => payout.loanId === loanId);
  const ready = [...(releasable.value?.loans ?? []), ...(uploaded.value?.loans ?? [])].filter(
    ({ loanId }) => !isBegun(loanId),
  );

  const columns: Column<LoanView>[] = [
    {
      key: "loanRef",
      title: t("list.reference"),
      width: "128px",
      text: ({ loanRef }) => loanRef ?? "",
      cell: ({ loanRef }) => loanRef ?? "–",
    },
    {
      key: "client",
      title: t("list.customer"),
      text: ({ clientName }) => clientName ?? "",
      cell: ({ clientName }) => clientName ?? "–",
    },
    {
      key: "amount",
      title: `${t("list.amount")} (${currency})`,
      width: "152px",
      align: "end",
      cell: ({ amountMinor }) => <Money amountMinor={amountMinor} />,
    },
    {
      key: "release",
      title: t("list.release"),
      width: "400px",
      cell: (loan) => <Release loan={loan} />,
    },
  ];

  // Cash that nobody accounts for comes before everything else.
  const page = useViewFocus(begun.length === 0 ? "list" : "begun");
  return (
    <div ref={page}>
      <PageHeading
        lead={t("lead")}
        aside={
          <Button variant="default" onClick={() => setAdopting(!adopting)} aria-expanded={adopting}>
            {t("list.other")}
          </Button>
        }
      >
        {t("title")}
      </PageHeading>
      {begun.map((payout) => (
        <section key={payout.payoutId} className={styles.begun} role="alert">
          <div>
            <h2>
              {t("begun.title", { loanRef: payout.loanRef })}{" "}
              <Money amountMinor={payout.amountMinor} currency={currency} />
            </h2>
            <p>
              {t("begun.text", { name: payout.begunBy })} <TimeAgo at={payout.begunAt} />
            </p>
          </div>
          <Button data-first-focus onClick={() => openPayout(payout.loanId)}>
            {t("begun.button")}
          </Button>
        </section>
      ))}
      {adopting && <AdoptLoan onClose={() => setAdopting(false)} onTaken={openPayout} />}
      <ErrorNote error={releasable.error ?? uploaded.error} again={releasable.again} />
      <DataTable
        first={begun.length === 0}
        label={t("list.label")}
        rows={ready}
        columns={columns}
        rowKey={({ loanId }) => loanId}
        onOpen={({ loanId }) => openPayout(loanId)}
        loading={releasable.loading || uploaded.loading}
        empty={<EmptyList>{t("list.empty")}</EmptyList>}
      />
    </div>
  );
}

function Release({ loan }: { loan: LoanView }) {
  const { t } = useTranslation("payout");
  const { release } = loan;
  if (release === null) return <>{t("list.notAsked")}</>;
  return (
    <span className={release.allowed ? styles.allowed : undefined}>
      {t(release.allowed ? "list.allowed" : "list.notAllowed")} <TimeAgo at={release.at} />
    </span>
  );
}
