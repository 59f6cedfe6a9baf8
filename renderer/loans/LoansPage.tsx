/** All loans of this counter, newest first; found by name, reference or step, and taken over from elsewhere. */
import { Button, NativeSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../shared/api/loans.ts";
import { type LoanStep, loanSteps } from "../../shared/loanSteps.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { KeyHint } from "../components/KeyHint.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { AdoptLoan } from "./AdoptLoan.tsx";
import styles from "./Loans.module.css";
import { useStepTitle } from "./page/stepTitle.ts";

const PAGE_SIZE = 50;
const TYPING_MS = 250;

export function LoansPage() {
  const { t } = useTranslation(["loans", "states"]);
  const { currency } = useOffice();
  const stepTitle = useStepTitle();
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text.trim(), TYPING_MS);
  const [step, setStep] = useState<LoanStep | null>(null);
  const [page, setPage] = useState(1);
  const [adopting, setAdopting] = useState(false);
  const found = useCall(
    "loans.list",
    {
      ...(step === null ? {} : { step }),
      ...(settled === "" ? {} : { text: settled }),
      page: { number: page, size: PAGE_SIZE },
    },
    { keepPrevious: true },
  );

  const columns: Column<LoanView>[] = [
    { key: "loanRef", title: t("list.reference"), width: "128px", cell: ({ loanRef }) => loanRef ?? "–" },
    { key: "client", title: t("list.customer"), cell: ({ clientName }) => clientName ?? t("list.noName") },
    {
      key: "amount",
      title: `${t("list.amount")} (${currency})`,
      width: "152px",
      align: "end",
      cell: ({ amountMinor }) => <Money amountMinor={amountMinor} />,
    },
    {
      key: "step",
      title: t("list.step"),
      width: "352px",
      cell: (loan) => (
        <span className={styles.step} data-actor={loan.actor}>
          <b>{stepTitle(loan)}</b>
          <small>{loan.actor === "nobody" ? "" : t(`states:next.${loan.step}`)}</small>
        </span>
      ),
    },
    {
      key: "begun",
      title: t("list.begun"),
      width: "208px",
      cell: ({ createdAt }) => <TimeAgo at={createdAt} />,
    },
  ];

  const isFiltered = step !== null || settled !== "";
  return (
    <>
      <PageHeading
        aside={
          <>
            <Button variant="default" onClick={() => setAdopting(!adopting)} aria-expanded={adopting}>
              {t("adopt.open")}
            </Button>
            <Button
              variant={adopting ? "default" : "filled"}
              onClick={() => goTo({ at: "newLoan" })}
              rightSection={<KeyHint keys="F2" />}
            >
              {t("new.title")}
            </Button>
          </>
        }
      >
        {t("title")}
      </PageHeading>
      {adopting && <AdoptLoan onClose={() => setAdopting(false)} />}
      <ErrorNote error={found.error} again={found.again} />
      <DataTable
        first
        label={t("title")}
        rows={found.value?.loans ?? []}
        columns={columns}
        rowKey={({ loanId }) => loanId}
        onOpen={({ loanId }) => goTo({ at: "loan", loanId })}
        loading={found.loading}
        filter={{ text, onText: setText }}
        page={{ number: page, size: PAGE_SIZE, total: found.value?.total ?? 0, onPage: setPage }}
        aside={
          <NativeSelect
            size="sm"
            aria-label={t("list.step")}
            value={step ?? ""}
            onChange={(change) => {
              setStep(loanSteps.find((one) => one === change.currentTarget.value) ?? null);
              setPage(1);
            }}
            data={[
              { value: "", label: t("list.everyStep") },
              ...loanSteps.map((one) => ({ value: one, label: t(`states:step.${one}`) })),
            ]}
          />
        }
        empty={<EmptyList>{t(isFiltered ? "list.noneOfStep" : "list.empty")}</EmptyList>}
      />
      <p className={styles.hint}>{t("list.hint")}</p>
    </>
  );
}
