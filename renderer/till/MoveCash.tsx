/** Cash that comes into the till or leaves it apart from payments, with its reason. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/till.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { AmountField, useAmount } from "../components/AmountField.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Till.module.css";

export type MoveCashProps = { status: TillStatus; direction: "in" | "out"; onDone: () => void };

export function MoveCash({ status, direction, onDone }: MoveCashProps) {
  const { t } = useTranslation(["till", "common"]);
  const errorWords = useErrorWords();
  const move = useAction("till.move");
  const amount = useAmount();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const amountField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (amount.amountMinor === null) return amountField.current?.focus();
    if (reason.trim() === "")
      return form.current?.querySelector<HTMLInputElement>('input[name="reason"]')?.focus();
    const reply = await move.run({ direction, amountMinor: amount.amountMinor, reason: reason.trim() });
    if (reply.ok) onDone();
    else amountField.current?.focus();
  }

  const onAmount = move.error?.field === "amountMinor" ? move.error : null;
  return (
    <>
      <PageHeading lead={t(`move.${direction}.lead`)}>{t(`move.${direction}.title`)}</PageHeading>
      <form ref={form} className={styles.narrow} onSubmit={(event) => void submit(event)} noValidate>
        <AmountField
          first
          ref={amountField}
          label={t("common:amount.label")}
          currency={status.currency}
          typed={amount.typed}
          onTyped={(typed) => {
            amount.setTyped(typed);
            move.reset();
          }}
          tried={tried}
          {...(onAmount === null ? {} : { error: errorWords(onAmount).sentence })}
        />
        <TextField
          name="reason"
          label={t("move.reason")}
          hint={t(`move.${direction}.reasonHint`)}
          maxLength={300}
          value={reason}
          error={tried && reason.trim() === "" ? t("common:field.required") : undefined}
          onChange={(change) => setReason(change.currentTarget.value)}
        />
        {onAmount === null && <ErrorNote error={move.error} again={move.again} />}
        <Group>
          <Button type="submit" loading={move.busy}>
            {t(`move.${direction}.button`)}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t("common:actions.back")}
          </Button>
        </Group>
      </form>
    </>
  );
}
