/** What was done at this counter without a second person: a supervisor looks at it and signs for it. */
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DeferredApproval } from "../../shared/api/approvals.ts";
import { isApprovalAct } from "../../shared/approvals.ts";
import { formatMinor } from "../../shared/money.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { clockText } from "../components/clockTexts.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { useNow } from "../components/now.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { Question } from "../components/Question.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./Approvals.module.css";

/** How an entry is told, in the list and in the question alike. */
function useTelling() {
  const { t } = useTranslation("approvals");
  const language = useLanguage();
  const now = useNow();
  return {
    what: ({ what }: DeferredApproval) => (isApprovalAct(what) ? t(`acts.${what}`) : what),
    about: ({ item, differenceMinor, currency, sequence }: DeferredApproval) => {
      if (item !== null)
        return `${t("list.receipt", item)} · ${formatMinor(item.amountMinor, language)} ${currency}`;
      const entry = t("list.journal", { sequence });
      if (differenceMinor === null) return entry;
      return `${t("list.difference", { amount: `${formatMinor(differenceMinor, language)} ${currency}` })} · ${entry}`;
    },
    at: ({ at }: DeferredApproval) => clockText(at, language, now),
    signed: ({ signedBy, signedAt }: DeferredApproval) =>
      signedBy === null || signedAt === null
        ? ""
        : t("list.signedBy", { name: signedBy, at: clockText(signedAt, language, now) }),
  };
}

export function ApprovalsPage() {
  const { t } = useTranslation("approvals");
  const telling = useTelling();
  const waiting = useCall("approvals.list", { state: "waiting", page: { number: 1, size: 500 } });
  const signed = useCall("approvals.list", { state: "signed", page: { number: 1, size: 20 } });
  const [asked, setAsked] = useState<DeferredApproval | null>(null);
  const [done, setDone] = useState(false);

  const columns: Column<DeferredApproval>[] = [
    {
      key: "what",
      title: t("list.what"),
      cell: (entry) => (
        <>
          <b>{telling.what(entry)}</b>
          {!entry.maySign && entry.signedBy === null && <p className={styles.soft}>{t("list.own")}</p>}
        </>
      ),
      text: telling.what,
    },
    { key: "item", title: t("list.item"), cell: telling.about, text: telling.about },
    { key: "by", title: t("list.by"), width: "160px", cell: ({ by }) => by, text: ({ by }) => by },
    { key: "at", title: t("list.at"), width: "160px", cell: telling.at, text: telling.at },
  ];

  const signedColumns: Column<DeferredApproval>[] = [
    ...columns,
    { key: "signed", title: t("list.signature"), cell: telling.signed, text: telling.signed },
  ];

  return (
    <>
      <PageHeading lead={t("list.lead")}>{t("list.title")}</PageHeading>
      <p className={styles.done} role="status">
        {done ? t("list.signed") : null}
      </p>
      <ErrorNote error={waiting.error} again={waiting.again} />
      <DataTable
        label={t("list.title")}
        rows={waiting.value?.entries ?? []}
        columns={columns}
        rowKey={({ approvalId }) => approvalId}
        loading={waiting.loading}
        onOpen={(entry) => {
          setDone(false);
          if (entry.maySign) setAsked(entry);
        }}
        empty={<EmptyList>{t("list.empty")}</EmptyList>}
      />
      {(signed.value?.total ?? 0) > 0 && (
        <section className={styles.signed}>
          <h2>{t("list.signedTitle")}</h2>
          <DataTable
            label={t("list.signedTitle")}
            rows={signed.value?.entries ?? []}
            columns={signedColumns}
            rowKey={({ approvalId }) => approvalId}
            empty={<EmptyList>{t("list.signedEmpty")}</EmptyList>}
          />
        </section>
      )}
      {asked !== null && (
        <SignQuestion
          entry={asked}
          onClose={(isSigned) => {
            setAsked(null);
            setDone(isSigned);
          }}
        />
      )}
    </>
  );
}

function SignQuestion({ entry, onClose }: { entry: DeferredApproval; onClose: (signed: boolean) => void }) {
  const { t } = useTranslation("approvals");
  const telling = useTelling();
  const errorWords = useErrorWords();
  const sign = useAction("approvals.sign");
  const [note, setNote] = useState("");

  async function send(): Promise<void> {
    const reply = await sign.run({
      approvalId: entry.approvalId,
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    });
    if (reply.ok) onClose(true);
  }

  return (
    <Question
      open
      hasFields
      title={t("list.signTitle")}
      safe={{ verb: t("list.leave"), onChoose: () => onClose(false) }}
      others={[{ verb: t("list.sign"), onChoose: () => void send(), busy: sign.busy }]}
    >
      <p>
        <b>{telling.what(entry)}</b>
        <br />
        {telling.about(entry)}
      </p>
      <p>{t("list.signText", { by: entry.by, at: telling.at(entry) })}</p>
      <Textarea
        data-autofocus
        label={t("list.note")}
        description={t("list.noteHint")}
        value={note}
        maxLength={1000}
        autosize
        minRows={2}
        error={sign.error === null ? undefined : errorWords(sign.error).sentence}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
    </Question>
  );
}
