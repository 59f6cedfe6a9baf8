/** Opening: the float is counted before any money moves. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/people.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import { CountFields } from "./CountFields.tsx";
import { noCount, readCount } from "./count.ts";
import styles from "./Till.module.css";

export type OpenTillProps = { status: TillStatus; onReport: () => void; onOpened: () => void };

export function OpenTill({ status, onReport, onOpened }: OpenTillProps) {
  const { t } = useTranslation("till");
  const errorWords = useErrorWords();
  const open = useAction("till.open");
  const [count, setCount] = useState(noCount);
  const [headCheck, setHeadCheck] = useState("");
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const counted = readCount(count);
  const waiting = Object.values(status.items).reduce((sum, many) => sum + many, 0);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!counted.ok || counted.isEmpty) {
      form.current?.querySelector("input")?.focus();
      return;
    }
    const check = headCheck.trim();
    const reply = await open.run({
      floatMinor: counted.totalMinor,
      ...(check === "" ? {} : { headCheck: check }),
    });
    if (reply.ok) onOpened();
    else if (reply.error.field === "headCheck")
      form.current?.querySelector<HTMLInputElement>('input[name="headCheck"]')?.focus();
  }

  const headError = open.error?.field === "headCheck" ? open.error : null;
  return (
    <>
      <PageHeading
        lead={t("open.lead")}
        aside={
          <Button variant="default" onClick={onReport}>
            {t("report.last")}
          </Button>
        }
      >
        {t("open.title")}
      </PageHeading>
      {waiting > 0 && <p className={styles.carried}>{t("open.carried", { count: waiting })}</p>}
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <CountFields first currency={status.currency} value={count} onChange={setCount}>
          {tried && counted.ok && counted.isEmpty && <p className={styles.problem}>{t("count.empty")}</p>}
          <TextField
            name="headCheck"
            label={t("open.headCheck")}
            hint={t("open.headCheckHint")}
            optional
            maxLength={64}
            value={headCheck}
            error={
              headError === null ? undefined : `${errorWords(headError).sentence} ${t("open.headWrong")}`
            }
            onChange={(change) => setHeadCheck(change.currentTarget.value)}
          />
          {headError === null && <ErrorNote error={open.error} again={open.again} />}
          <Group>
            <Button type="submit" size="lg" loading={open.busy}>
              {t("open.button")}
            </Button>
          </Group>
        </CountFields>
      </form>
    </>
  );
}
