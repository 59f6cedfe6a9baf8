/** The fields of a loan account: the six that are needed, then what may stay empty; Enter goes to the next one. */
import { NativeSelect } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { decimalsOf } from "../../shared/currencies.ts";
import { AmountField, useAmountProblemWords } from "../components/AmountField.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Accounts.module.css";
import {
  type AccountField,
  type AccountProblem,
  longest,
  optionalFields,
  requiredFields,
  type TypedAccount,
} from "./accountForm.ts";

export type AccountFieldsProps = {
  typed: TypedAccount;
  currency: string;
  problems: Partial<Record<AccountField, AccountProblem>>;
  refused: { field: AccountField; sentence: string } | null;
  tried: boolean;
  onTyped: (field: AccountField, text: string) => void;
};

const numeric: readonly AccountField[] = ["term", "interestRate", "interestOnlyPeriod"];

function walk(press: KeyboardEvent<HTMLElement>): void {
  if (press.key !== "Enter" || press.ctrlKey || press.altKey || press.metaKey) return;
  if (!(press.target instanceof HTMLInputElement) && !(press.target instanceof HTMLSelectElement)) return;
  press.preventDefault();
  if (press.repeat) return;
  const stops = [...(press.target.form?.querySelectorAll<HTMLElement>("input, select, button") ?? [])];
  stops[stops.indexOf(press.target) + 1]?.focus();
}

export function AccountFields(props: AccountFieldsProps) {
  const { t } = useTranslation("accounts");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter walks through all fields.
    <div onKeyDown={walk}>
      <fieldset className={styles.group}>
        <legend>{t("form.needed")}</legend>
        {requiredFields.map((field) => (
          <Field key={field} field={field} {...props} />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t("form.optional")}</legend>
        {optionalFields.map((field) => (
          <Field key={field} field={field} {...props} />
        ))}
      </fieldset>
    </div>
  );
}

function Field(props: AccountFieldsProps & { field: AccountField }) {
  const { field, typed, currency, problems, refused, tried, onTyped } = props;
  const { t } = useTranslation(["accounts", "common"]);
  const label = t(`fields.${field}`);
  const problem = problems[field];
  const decimals = decimalsOf(currency);
  const amountWords = useAmountProblemWords(decimals);
  const error =
    refused?.field === field ? refused.sentence : problem === undefined ? undefined : problemWords(problem);

  function problemWords(what: AccountProblem): string {
    switch (what) {
      case "required":
        return t("common:field.required");
      case "date":
        return t("common:date.notADate");
      case "dateOrder":
      case "term":
      case "interestRate":
      case "interestOnlyPeriod":
        return t(`problems.${what}`);
      case "amount.tooManyDecimals":
        return amountWords("tooManyDecimals");
      default:
        return t(`common:${what}`);
    }
  }

  return (
    <div data-field={field} className={styles.field}>
      {field === "loanAmount" || field === "balloonPayment" ? (
        <AmountField
          size="plain"
          label={label}
          currency={currency}
          decimals={decimals}
          typed={typed[field]}
          onTyped={(text) => onTyped(field, text)}
          tried={tried && field === "loanAmount"}
          {...(error === undefined ? {} : { error })}
        />
      ) : field === "ach" || field === "eodFeeAccrual" ? (
        <NativeSelect
          label={label}
          value={typed[field]}
          error={error}
          data={[
            { value: "", label: t("form.notSaid") },
            { value: "true", label: t("form.yes") },
            { value: "false", label: t("form.no") },
          ]}
          onChange={(change) => onTyped(field, change.currentTarget.value)}
        />
      ) : (
        <TextField
          first={field === "borrowerId"}
          label={label}
          placeholder={
            field === "expectedDisbursalDate" || field === "firstInstallmentDate" ? t("common:date.hint") : ""
          }
          maxLength={longest[field]}
          inputMode={numeric.includes(field) ? "decimal" : "text"}
          value={typed[field]}
          error={error}
          onChange={(change) => onTyped(field, change.currentTarget.value)}
        />
      )}
    </div>
  );
}
