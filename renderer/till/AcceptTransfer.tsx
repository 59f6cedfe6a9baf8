/** Cash of another till is counted here and accepted with the code of its slip; the answer goes back to the sender. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/till.ts";
import type { CallError } from "../../shared/errors.ts";
import { formatMinor } from "../../shared/money.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { AmountField, useAmount } from "../components/AmountField.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./Till.module.css";

export function AcceptTransfer({ status, onBack }: { status: TillStatus; onBack: () => void }) {
  const { t } = useTranslation(["transfers", "common"]);
  const language = useLanguage();
  const errorWords = useErrorWords();
  const accept = useAction("till.accept");
  const amount = useAmount();
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const amountField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const done = useRef<HTMLButtonElement>(null);
  const accepted = accept.value;
  const isAccepted = accepted !== undefined;

  useEffect(() => {
    if (isAccepted) done.current?.focus();
  }, [isAccepted]);

  const codeField = () => form.current?.querySelector<HTMLInputElement>('input[name="code"]');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (amount.amountMinor === null) return amountField.current?.focus();
    if (code.trim() === "") return codeField()?.focus();
    const reply = await accept.run({ code: code.trim(), amountMinor: amount.amountMinor });
    if (reply.ok) return;
    if (reply.error.field === "code") codeField()?.focus();
    else amountField.current?.focus();
  }

  /** In the words of this screen: the general sentences of these codes are about loans and payments. */
  function sentenceOf(error: CallError): string {
    if (error.code === "amountDiffers") return t("take.amountDiffers");
    if (error.field !== "code") return errorWords(error).sentence;
    if (error.code === "exists") return t("take.exists");
    if (error.code === "notAvailable") return t("take.otherCurrency");
    // Mistyped, made out to another till, or this till's own slip.
    return t("take.codeWrong");
  }

  const errorOn = (field: string): CallError | null => (accept.error?.field === field ? accept.error : null);
  const onAmount = errorOn("amountMinor");
  const onCode = errorOn("code");
  const required = tried && code.trim() === "" ? t("common:field.required") : undefined;
  if (accepted !== undefined)
    return (
      <>
        <PageHeading>{t("take.title")}</PageHeading>
        <section className={styles.result} role="status">
          <p>
            {t("take.done", {
              amount: `${formatMinor(accepted.amountMinor, language)} ${status.currency}`,
            })}
          </p>
          <p>{t("take.acknowledgement")}</p>
          <p className={styles.code}>{accepted.acknowledgement}</p>
          <Group>
            <Button ref={done} onClick={onBack}>
              {t("common:actions.back")}
            </Button>
          </Group>
        </section>
      </>
    );
  return (
    <>
      <PageHeading lead={t("take.lead")}>{t("take.title")}</PageHeading>
      <form ref={form} className={styles.narrow} onSubmit={(event) => void submit(event)} noValidate>
        <AmountField
          first
          ref={amountField}
          label={t("take.amount")}
          currency={status.currency}
          typed={amount.typed}
          onTyped={(typed) => {
            amount.setTyped(typed);
            accept.reset();
          }}
          tried={tried}
          {...(onAmount === null ? {} : { error: sentenceOf(onAmount) })}
        />
        <TextField
          name="code"
          label={t("take.code")}
          hint={t("take.codeHint")}
          maxLength={120}
          value={code}
          error={onCode === null ? required : sentenceOf(onCode)}
          onChange={(change) => {
            setCode(change.currentTarget.value);
            accept.reset();
          }}
        />
        {onAmount === null && onCode === null && <ErrorNote error={accept.error} again={accept.again} />}
        <Group>
          <Button type="submit" loading={accept.busy}>
            {t("take.button")}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t("common:actions.back")}
          </Button>
        </Group>
      </form>
    </>
  );
}
