/** Closing: the drawer is counted, a difference is named with its reason and a second person, doubts are carried over. */
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/people.ts";
import { formatMinor } from "../../shared/money.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ApprovalFields, approvalOf, isAboutApproval, noApproval } from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { CountFields } from "./CountFields.tsx";
import { isTenfold, noCount, readCount } from "./count.ts";
import { OpenItems } from "./OpenItems.tsx";
import styles from "./Till.module.css";

export type CloseTillProps = {
  status: TillStatus;
  onBack: () => void;
  onClosed: (shiftId: string) => void;
};

export function CloseTill({ status, onBack, onClosed }: CloseTillProps) {
  const { t } = useTranslation(["till", "common"]);
  const language = useLanguage();
  const errorWords = useErrorWords();
  const close = useAction("till.close");
  const openItems = useCall("till.report", {}).value?.openItems ?? [];
  const [count, setCount] = useState(noCount);
  const [note, setNote] = useState("");
  const [approval, setApproval] = useState(noApproval);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const counted = readCount(count);
  const isCounted = counted.ok && !counted.isEmpty;
  const differenceMinor = isCounted ? counted.totalMinor - status.expectedMinor : 0;
  const money = (minor: number) => `${formatMinor(Math.abs(minor), language)} ${status.currency}`;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!counted.ok || counted.isEmpty) return form.current?.querySelector("input")?.focus();
    if (differenceMinor !== 0 && note.trim() === "") return noteField.current?.focus();
    const consent = differenceMinor === 0 ? undefined : approvalOf(approval);
    const reply = await close.run({
      counts: counted.counts,
      ...(note.trim() === "" ? {} : { note: note.trim() }),
      ...(consent === undefined ? {} : { approval: consent }),
    });
    if (reply.ok) onClosed(reply.value.shiftId);
    else if (reply.error.field === "note") noteField.current?.focus();
  }

  const aboutApproval = isAboutApproval(close.error) ? close.error : null;
  return (
    <>
      <PageHeading lead={t("close.lead")}>{t("close.title")}</PageHeading>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <CountFields first currency={status.currency} value={count} onChange={setCount}>
          {tried && counted.ok && counted.isEmpty && <p className={styles.problem}>{t("count.empty")}</p>}
          {isCounted && (
            <p
              className={styles.difference}
              data-kind={differenceMinor === 0 ? "none" : "some"}
              role="status"
            >
              {differenceMinor === 0 && t("close.noDifference")}
              {differenceMinor > 0 && t("close.over", { amount: money(differenceMinor) })}
              {differenceMinor < 0 && t("close.short", { amount: money(differenceMinor) })}
              {isTenfold(counted.totalMinor, status.expectedMinor) && ` ${t("close.tenfold")}`}
            </p>
          )}
          {isCounted && differenceMinor !== 0 && (
            <div className={styles.differenceFields}>
              <Textarea
                ref={noteField}
                label={t("close.note")}
                description={t("close.noteHint")}
                value={note}
                maxLength={1000}
                autosize
                minRows={2}
                error={tried && note.trim() === "" ? t("common:field.required") : undefined}
                onChange={(change) => setNote(change.currentTarget.value)}
              />
              <ApprovalFields
                value={approval}
                onChange={setApproval}
                why={t("close.approvalWhy")}
                error={aboutApproval === null ? undefined : errorWords(aboutApproval).sentence}
              />
            </div>
          )}
          {aboutApproval === null && <ErrorNote error={close.error} again={close.again} />}
          <Group>
            <Button type="submit" size="lg" loading={close.busy}>
              {t("close.button")}
            </Button>
            <Button size="lg" variant="default" onClick={onBack}>
              {t("common:actions.back")}
            </Button>
          </Group>
        </CountFields>
        <OpenItems items={openItems} />
      </form>
    </>
  );
}
