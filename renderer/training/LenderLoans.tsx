/** The loans in the training lender's books, each with what its staff can decide now. */
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { DecisionPanel } from "./DecisionPanel.tsx";
import { asLenderStep, type Decision, decisionsAt, type LenderLoan } from "./decisions.ts";
import styles from "./Training.module.css";

/** References are numbers that grow: the newest stands first. */
function newestFirst(loans: readonly LenderLoan[]): LenderLoan[] {
  return loans.toSorted((one, other) =>
    one.loanRef.length === other.loanRef.length
      ? other.loanRef.localeCompare(one.loanRef)
      : other.loanRef.length - one.loanRef.length,
  );
}

export function LenderLoans({ loans }: { loans: readonly LenderLoan[] }) {
  const { t } = useTranslation("training");
  const [opened, setOpened] = useState<string | null>(null);
  const [done, setDone] = useState<{ loanRef: string; decision: Decision } | null>(null);
  const openedFrom = useRef<Element | null>(null);
  const loan = loans.find(({ loanRef }) => loanRef === opened) ?? null;
  const stepWords = (step: string) => {
    const known = asLenderStep(step);
    return known === null ? step : t(`steps.${known}`);
  };

  const columns: Column<LenderLoan>[] = [
    {
      key: "loanRef",
      title: t("loans.reference"),
      width: "104px",
      cell: ({ loanRef }) => loanRef,
      text: ({ loanRef }) => loanRef,
    },
    {
      key: "client",
      title: t("loans.client"),
      cell: ({ clientName }) => clientName,
      text: ({ clientName }) => clientName,
    },
    {
      key: "step",
      title: t("loans.step"),
      width: "176px",
      cell: ({ step }) => stepWords(step),
      text: ({ step }) => stepWords(step),
    },
    {
      key: "can",
      title: t("loans.can"),
      width: "176px",
      cell: ({ step }) => {
        const can = decisionsAt(step);
        return can.length === 0 ? (
          <span className={styles.soft}>{t("loans.nothing")}</span>
        ) : (
          <b>{can.map((decision) => t(`decide.${decision}`)).join(" · ")}</b>
        );
      },
    },
  ];

  function close(): void {
    setOpened(null);
    if (openedFrom.current instanceof HTMLElement) openedFrom.current.focus();
  }

  return (
    <section className={styles.card}>
      <h2>{t("loans.title")}</h2>
      <p className={styles.text}>{t("loans.text")}</p>
      <p className={styles.done} role="status">
        {done !== null && t(`decided.${done.decision}`, { loanRef: done.loanRef })}
      </p>
      <DataTable
        first
        label={t("loans.title")}
        rows={newestFirst(loans)}
        columns={columns}
        rowKey={({ loanRef }) => loanRef}
        onOpen={({ loanRef }) => {
          openedFrom.current = document.activeElement;
          setOpened(loanRef);
        }}
        empty={<EmptyList>{t("loans.empty")}</EmptyList>}
      />
      {loan !== null && (
        <DecisionPanel
          key={`${loan.loanRef} ${loan.step}`}
          loan={loan}
          step={stepWords(loan.step)}
          onDecided={(decision) => {
            setDone({ loanRef: loan.loanRef, decision });
            close();
          }}
          onClose={close}
        />
      )}
    </section>
  );
}
