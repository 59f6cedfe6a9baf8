/** The amount as a clerk types it: "1095,68" and "1095.68" alike, large, with the sum in words beneath. */
import { TextInput } from "@mantine/core";
import { type Ref, useState } from "react";
import { useTranslation } from "react-i18next";
import { amountInWords } from "../../shared/amountInWords.ts";
import { type AmountProblem, type AmountReading, readTypedAmount } from "../../shared/money.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./AmountField.module.css";

export type AmountFieldProps = {
  label: string;
  currency: string;
  /** Of another system's currency, as ISO 4217 has it; the till's own has two. */
  decimals?: number;
  /** What was typed, as it was typed; `useAmount` keeps it and reads it. */
  typed: string;
  onTyped: (typed: string) => void;
  /** False leaves out the sum in words; among `plain` amounts it is left out anyway. */
  inWords?: boolean;
  /** A refusal from elsewhere; what cannot be read is said by the field itself after it is left. */
  error?: string;
  /** True once the form was tried: an empty field is said too. */
  tried?: boolean;
  /** `large` for the one sum of a money screen, `plain` for amounts among other fields. */
  size?: "large" | "plain";
  description?: string;
  /** Takes the focus when the page opens. */
  first?: boolean;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
};

export function AmountField(props: AmountFieldProps) {
  const { label, currency, decimals = 2, typed, onTyped, inWords = true, error } = props;
  const { tried = false, size = "large" } = props;
  const problemWords = useAmountProblemWords(decimals);
  const language = useLanguage();
  const [left, setLeft] = useState(false);
  const reading = readTypedAmount(typed, decimals);
  const problem =
    reading.ok || (reading.problem === "empty" && !tried) || !(left || tried) ? null : reading.problem;
  return (
    <div className={styles.field} data-size={size}>
      <TextInput
        ref={props.ref}
        label={label}
        description={props.description}
        value={typed}
        onChange={(change) => {
          setLeft(false);
          onTyped(change.currentTarget.value);
        }}
        onBlur={() => setLeft(true)}
        error={error ?? (problem === null ? undefined : problemWords(problem))}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        disabled={props.disabled ?? false}
        data-first-focus={props.first === true ? true : undefined}
        rightSection={<span className={styles.currency}>{currency}</span>}
        rightSectionPointerEvents="none"
        classNames={{ input: styles.input ?? "", section: styles.section ?? "" }}
      />
      {inWords && size === "large" && (
        <p className={styles.words}>
          {reading.ok ? amountInWords(reading.amountMinor, currency, language) : "\u00a0"}
        </p>
      )}
    </div>
  );
}

/** A currency without two decimals has a sentence of its own for too many of them. */
export function useAmountProblemWords(decimals: number): (problem: AmountProblem) => string {
  const { t } = useTranslation("common");
  return (problem) =>
    problem === "tooManyDecimals" && decimals !== 2
      ? t("amount.moreDecimals", { decimals })
      : t(`amount.${problem}`);
}

/** Keeps what was typed and what it means: `amountMinor` is null while it cannot be read. */
export function useAmount(initial = ""): {
  typed: string;
  setTyped: (typed: string) => void;
  reading: AmountReading;
  amountMinor: number | null;
} {
  const [typed, setTyped] = useState(initial);
  const reading = readTypedAmount(typed);
  return { typed, setTyped, reading, amountMinor: reading.ok ? reading.amountMinor : null };
}
