/** Who pays: free to leave empty online; the customer's PIN and phone where nobody here knows the loan. */
import { useTranslation } from "react-i18next";
import { TextField } from "../components/TextField.tsx";
import styles from "./Repayment.module.css";

export type Payer = { payerName: string; payerPhone: string; clientPin: string };

export type PayerFieldsProps = {
  value: Payer;
  onChange: (value: Payer) => void;
  /** True for a loan that this till never read while the lender does not answer. */
  needed: boolean;
  errors: Partial<Record<keyof Payer, string>>;
};

export function PayerFields({ value, onChange, needed, errors }: PayerFieldsProps) {
  const { t } = useTranslation("repayments");
  return (
    <fieldset className={styles.payer} data-needed={needed || undefined}>
      <legend>{t(needed ? "form.payer" : "form.payerOptional")}</legend>
      <TextField
        label={t("form.clientPin")}
        name="clientPin"
        maxLength={40}
        value={value.clientPin}
        error={errors.clientPin}
        onChange={(change) => onChange({ ...value, clientPin: change.currentTarget.value })}
      />
      <TextField
        label={t("form.payerPhone")}
        name="payerPhone"
        inputMode="tel"
        maxLength={40}
        value={value.payerPhone}
        error={errors.payerPhone}
        onChange={(change) => onChange({ ...value, payerPhone: change.currentTarget.value })}
      />
      <TextField
        label={t("form.payerName")}
        name="payerName"
        maxLength={200}
        value={value.payerName}
        error={errors.payerName}
        onChange={(change) => onChange({ ...value, payerName: change.currentTarget.value })}
      />
    </fieldset>
  );
}
