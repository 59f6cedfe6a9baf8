/** The payment itself: amount, cash received, change, and who pays; the same form online and offline. */
import { Button } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallError } from "../../shared/errors.ts";
import { readTypedAmount } from "../../shared/money.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { AmountField } from "../components/AmountField.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { type RepaymentDraft, useDraftKeeping } from "./draft.ts";
import { InstalmentTable } from "./InstalmentTable.tsx";
import type { LoanAtCounter } from "./loanAtCounter.ts";
import { type Payer, PayerFields } from "./PayerFields.tsx";
import styles from "./Repayment.module.css";
import { useBurst } from "./scannedIntoField.ts";
import { type Taken, useTaking } from "./useTaking.ts";
import { WarningsQuestion } from "./WarningsQuestion.tsx";

type Field = "amount" | "received" | keyof Payer;

const fieldOfCore: Readonly<Record<string, Field>> = {
  amountMinor: "amount",
  clientPin: "clientPin",
  payerName: "payerName",
  payerPhone: "payerPhone",
};

export type RepaymentFormProps = {
  draft: RepaymentDraft;
  loan: LoanAtCounter;
  pendingMinor: number;
  currency: string;
  onTaken: (taken: Taken) => void;
};

export function RepaymentForm(props: RepaymentFormProps) {
  const { loan, pendingMinor, currency, onTaken } = props;
  const { t } = useTranslation(["repayments", "common"]);
  const errorWords = useErrorWords();
  const [draft, setDraft] = useState(props.draft);
  const [tried, setTried] = useState(false);
  const [refusals, setRefusals] = useState<Partial<Record<Field, string>>>({});
  const amountField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { onKey, ended } = useBurst();
  const keeping = useDraftKeeping(draft);
  const isOffline = loan.kind === "neverRead" || loan.info.stale;
  const payerNeeded = loan.kind === "neverRead";

  const amount = readTypedAmount(draft.amount);
  const received = readTypedAmount(draft.received);
  const amountMinor = amount.ok ? amount.amountMinor : 0;
  const changeMinor = amount.ok && received.ok ? received.amountMinor - amount.amountMinor : null;

  useEffect(() => amountField.current?.focus(), []);

  function fieldElement(field: Field): HTMLInputElement | null {
    if (field === "amount") return amountField.current;
    return (
      form.current?.querySelector<HTMLInputElement>(
        `input[name="${field}"], [data-field="${field}"] input`,
      ) ?? null
    );
  }

  function refuse(field: Field, sentence: string): void {
    setRefusals({ [field]: sentence });
    fieldElement(field)?.focus();
  }

  function onRefused(error: CallError): void {
    const field = error.field === undefined ? undefined : fieldOfCore[error.field];
    if (field !== undefined) refuse(field, errorWords(error).sentence);
    else amountField.current?.focus();
  }

  const taking = useTaking((taken) => {
    keeping.end();
    onTaken(taken);
  }, onRefused);

  // The question goes away with its buttons: without this the focus would be nowhere.
  const isAsked = taking.asked !== null;
  const wasAsked = useRef(false);
  useEffect(() => {
    if (wasAsked.current && !isAsked) amountField.current?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);

  function change(next: Partial<RepaymentDraft>): void {
    setDraft({ ...draft, ...next });
    setRefusals({});
  }

  /** The first field that keeps the form from being taken, with the sentence that the field does not say itself. */
  function obstacle(): { field: Field; sentence?: string } | null {
    if (!amount.ok) return { field: "amount" };
    if (!received.ok && received.problem !== "empty") return { field: "received" };
    if (changeMinor !== null && changeMinor < 0)
      return { field: "received", sentence: t("form.receivedTooLittle") };
    if (payerNeeded && draft.clientPin.trim() === "")
      return { field: "clientPin", sentence: t("form.pinNeeded") };
    if (payerNeeded && draft.payerPhone.trim() === "")
      return { field: "payerPhone", sentence: t("form.phoneNeeded") };
    return null;
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const found = obstacle();
    if (found === null) {
      setRefusals({});
      void taking.begin(draft, { amountMinor, receivedMinor: received.ok ? received.amountMinor : null });
    } else if (found.sentence !== undefined) refuse(found.field, found.sentence);
    else fieldElement(found.field)?.focus();
  }

  function onFormKey(press: KeyboardEvent): void {
    if (press.key !== "Enter") {
      if (press.target === amountField.current) onKey(press);
      return;
    }
    const burst = press.target === amountField.current ? ended(press) : null;
    if (press.repeat || burst !== null) press.preventDefault();
    if (burst === null) return;
    change({ amount: draft.amount.endsWith(burst) ? draft.amount.slice(0, -burst.length) : "" });
    setRefusals({ amount: t("form.scanned") });
  }

  const onField = taking.error?.field !== undefined && fieldOfCore[taking.error.field] !== undefined;
  return (
    <div className={styles.columns} data-never-read={payerNeeded || undefined}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={submit}
        onKeyDownCapture={onFormKey}
        aria-label={t("form.label")}
        noValidate
      >
        <AmountField
          ref={amountField}
          label={t("form.amount")}
          currency={currency}
          typed={draft.amount}
          onTyped={(typed) => change({ amount: typed })}
          tried={tried}
          {...(refusals.amount === undefined ? {} : { error: refusals.amount })}
        />
        <div className={styles.cash}>
          <div data-field="received">
            <AmountField
              label={t("form.received")}
              currency={currency}
              size="plain"
              typed={draft.received}
              onTyped={(typed) => change({ received: typed })}
              {...(refusals.received === undefined ? {} : { error: refusals.received })}
            />
          </div>
          <dl className={styles.change} data-missing={(changeMinor !== null && changeMinor < 0) || undefined}>
            <dt>{t(changeMinor !== null && changeMinor < 0 ? "form.missing" : "form.change")}</dt>
            <dd role="status">
              {changeMinor === null ? "–" : <Money amountMinor={Math.abs(changeMinor)} currency={currency} />}
            </dd>
          </dl>
        </div>
        <PayerFields
          value={draft}
          onChange={({ payerName, payerPhone, clientPin }) => change({ payerName, payerPhone, clientPin })}
          needed={payerNeeded}
          errors={refusals}
        />
        {!onField && <ErrorNote error={taking.error} />}
        <div className={styles.actions}>
          <Button type="submit" size="lg" loading={taking.busy && taking.asked === null}>
            {t(isOffline ? "form.takeOffline" : "form.take")}
          </Button>
          <p className={styles.keys}>{t("form.keys")}</p>
        </div>
      </form>
      {loan.kind === "read" ? (
        <InstalmentTable
          instalments={loan.info.instalments}
          amountMinor={amountMinor}
          pendingMinor={pendingMinor}
        />
      ) : (
        <p className={styles.none}>{t("table.none")}</p>
      )}
      {taking.asked !== null && (
        <WarningsQuestion
          checked={taking.asked.checked}
          amountMinor={taking.asked.sums.amountMinor}
          currency={currency}
          loanRef={draft.loanRef}
          busy={taking.busy}
          onTake={() => void taking.takeAnyway()}
          onBack={taking.backToForm}
        />
      )}
    </div>
  );
}
