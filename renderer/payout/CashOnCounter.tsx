/** The cash lies on the counter: it is counted out, and a question is asked before it is said to be the customer's. */
import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { amountInWords } from "../../shared/amountInWords.ts";
import type { CallValue } from "../../shared/api.ts";
import type { CallError } from "../../shared/errors.ts";
import { formatMinor } from "../../shared/money.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { Question } from "../components/Question.tsx";
import { TextField } from "../components/TextField.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { NotesToGive } from "./NotesToGive.tsx";
import styles from "./Payout.module.css";

export type CashOnCounterProps = {
  checkId: string;
  amountMinor: number;
  /** Empty where the clerk came back to a payout that was begun before: then it is typed again. */
  clientPin: string;
  clientName: string;
  currency: string;
  onHandedOver: (value: CallValue<"payouts.handOver">) => void;
  onNotTaken: () => void;
};

const aboutPin = (error: CallError) => error.code === "wrongCustomer" || error.field === "clientPin";

export function CashOnCounter(props: CashOnCounterProps) {
  const { checkId, amountMinor, clientName, currency, onHandedOver, onNotTaken } = props;
  const { t } = useTranslation("payout");
  const language = useLanguage();
  const errorWords = useErrorWords();
  const handOver = useAction("payouts.handOver");
  const pinField = useRef<HTMLInputElement>(null);
  const [typedPin, setTypedPin] = useState("");
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const pinNeeded = props.clientPin === "";
  const clientPin = pinNeeded ? typedPin : props.clientPin;
  const { error } = handOver;

  function ask(): void {
    setTried(true);
    if (clientPin.trim() === "") pinField.current?.focus();
    else setAsking(true);
  }

  async function confirm(): Promise<void> {
    const reply = await handOver.run({ checkId, clientPin });
    setAsking(false);
    if (reply.ok) onHandedOver(reply.value);
    else if (aboutPin(reply.error)) pinField.current?.select();
  }

  const amount = `${formatMinor(amountMinor, language)} ${currency}`;
  return (
    <div className={styles.columns}>
      <section className={styles.person}>
        <div className={styles.who}>
          <h2>{t("cash.forWhom")}</h2>
          <p className={styles.name}>{clientName}</p>
          <p className={styles.amount}>
            <Money amountMinor={amountMinor} currency={currency} size="large" />
          </p>
          <p>{amountInWords(amountMinor, currency, language)}</p>
        </div>
        {pinNeeded && (
          <TextField
            first
            ref={pinField}
            label={t("person.pinField")}
            hint={t("person.pinAgain")}
            size="lg"
            maxLength={40}
            value={typedPin}
            error={
              error !== null && aboutPin(error)
                ? errorWords(error).sentence
                : tried && typedPin.trim() === ""
                  ? t("person.pinNeeded")
                  : undefined
            }
            onChange={(change) => setTypedPin(change.currentTarget.value)}
            onKeyDown={(press) => {
              if (press.key === "Enter" && !press.repeat) ask();
            }}
          />
        )}
        {(error === null || !aboutPin(error)) && <ErrorNote error={error} again={handOver.again} />}
        <div className={styles.actions}>
          <Button
            size="lg"
            loading={handOver.busy}
            onKeyDown={(press) => {
              if (press.key === "Enter" && press.repeat) press.preventDefault();
            }}
            onClick={ask}
          >
            {t("cash.handedOver")}
          </Button>
          <Button size="lg" variant="default" disabled={handOver.busy} onClick={onNotTaken}>
            {t("cash.notTaken")}
          </Button>
        </div>
        <p className={styles.soft}>{t("cash.hint")}</p>
      </section>
      <section className={styles.cash}>
        <NotesToGive amountMinor={amountMinor} currency={currency} />
      </section>
      <Question
        open={asking}
        title={t("cash.question", { name: clientName, amount })}
        safe={{ verb: t("cash.notYet"), onChoose: () => setAsking(false) }}
        others={[{ verb: t("cash.yes"), busy: handOver.busy, onChoose: () => void confirm() }]}
      >
        <p>{t("cash.questionText")}</p>
      </Question>
    </div>
  );
}
