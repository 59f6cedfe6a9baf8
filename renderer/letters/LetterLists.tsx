/** Repaid loans that wait for their letter, and the letters that this counter has fetched: each opens with one press. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useCall } from "../bridge/useCall.ts";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Letters.module.css";

export type KeptLetter = CallValue<"letters.list">["letters"][number];

const MOST = 8;

export type LetterListsProps = {
  onChoose: (loanRef: string) => void;
  onOpen: (letter: KeptLetter) => void;
};

export function LetterLists({ onChoose, onOpen }: LetterListsProps) {
  const { t } = useTranslation("letters");
  const list = useCall("letters.list", {});
  const { due = [], letters = [] } = list.value ?? {};
  if (list.error !== null) return <ErrorNote error={list.error} again={list.again} />;
  return (
    <div className={styles.lists}>
      <section className={styles.list} aria-label={t("due.title")}>
        <h2>{t("due.title")}</h2>
        {due.length === 0 && <EmptyList>{t("due.empty")}</EmptyList>}
        {due.slice(0, MOST).map(({ loanRef, clientName, closedAt }) => (
          <button key={loanRef} type="button" className={styles.choice} onClick={() => onChoose(loanRef)}>
            <b>{loanRef}</b>
            <span>{clientName}</span>
            <small>
              <TimeAgo at={closedAt} />
            </small>
          </button>
        ))}
      </section>
      <section className={styles.list} aria-label={t("fetched.title")}>
        <h2>{t("fetched.title")}</h2>
        {letters.length === 0 && <EmptyList>{t("fetched.empty")}</EmptyList>}
        {letters.slice(0, MOST).map((letter) => (
          <button
            key={letter.documentId}
            type="button"
            className={styles.choice}
            onClick={() => onOpen(letter)}
          >
            <b>{letter.loanRef}</b>
            <span>
              {letter.loanType} · {letter.issuedBy}
            </span>
            <small>
              <TimeAgo at={letter.at} />
            </small>
          </button>
        ))}
      </section>
    </div>
  );
}
