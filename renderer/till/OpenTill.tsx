/** Opening: the float is counted before any money moves, beside what the last shift has left. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/till.ts";
import { formatMinor } from "../../shared/money.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { CountFields } from "./CountFields.tsx";
import { readCount } from "./count.ts";
import { Handover } from "./Handover.tsx";
import { KeptCount } from "./KeptCount.tsx";
import styles from "./Till.module.css";
import { TillMore } from "./TillMore.tsx";
import type { TillView } from "./tillView.ts";
import { useTypedCount } from "./typedCount.ts";

/** What is counted before there was any shift. */
const FIRST_SHIFT = "first";

export type OpenTillProps = {
  status: TillStatus;
  onView: (view: TillView) => void;
  onOpened: () => void;
};

export function OpenTill({ status, onView, onOpened }: OpenTillProps) {
  const { t } = useTranslation("till");
  const errorWords = useErrorWords();
  const open = useAction("till.open");
  const handover = useCall("till.handover", {}).value;
  const typing = useTypedCount(
    "floatCount",
    handover === undefined ? undefined : (handover.lastShift?.shiftId ?? FIRST_SHIFT),
  );
  const [headCheck, setHeadCheck] = useState("");
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const counted = readCount(typing.typed);

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
      counts: counted.counts,
      ...(check === "" ? {} : { headCheck: check }),
    });
    if (reply.ok) {
      typing.recorded();
      onOpened();
    } else if (reply.error.field === "headCheck")
      form.current?.querySelector<HTMLInputElement>('input[name="headCheck"]')?.focus();
  }

  const headError = open.error?.field === "headCheck" ? open.error : null;
  return (
    <>
      <PageHeading lead={t("open.lead")}>{t("open.title")}</PageHeading>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <CountFields
          first
          currency={status.currency}
          value={typing.typed}
          onChange={typing.onTyped}
          aside={<Handover currency={status.currency} onView={onView} />}
        >
          <KeptCount count={typing} />
          {tried && counted.ok && counted.isEmpty && <p className={styles.problem}>{t("count.empty")}</p>}
          {counted.ok && !counted.isEmpty && (
            <AgainstLastCount floatMinor={counted.totalMinor} currency={status.currency} />
          )}
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
      <TillMore open={false} sumsHidden={false} onView={onView} />
    </>
  );
}

/** Only beside a count of one's own: a sum that is known beforehand is not counted. */
function AgainstLastCount({ floatMinor, currency }: { floatMinor: number; currency: string }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const last = useCall("till.handover", {}).value?.lastShift ?? null;
  if (last === null) return null;
  const byMinor = floatMinor - last.countedMinor;
  const amount = `${formatMinor(Math.abs(byMinor), language)} ${currency}`;
  return (
    <p className={styles.keys} role="status">
      {byMinor === 0 && t("open.asCounted")}
      {byMinor > 0 && t("open.moreThanCounted", { amount })}
      {byMinor < 0 && t("open.lessThanCounted", { amount })}
    </p>
  );
}
