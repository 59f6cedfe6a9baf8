/** Asks which loans a customer already serves, by mobile number or e-mail address. */
import { Button, Switch } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeProvider } from "../app/office.ts";
import { TextField } from "../components/TextField.tsx";
import styles from "./Customers.module.css";

export type ServedLoansFormProps = {
  provider: OfficeProvider;
  mobile: string;
  first?: boolean;
  busy?: boolean;
  /** Inside another card: without an own frame. */
  bare?: boolean;
  onAsk: (customerId: string, strict: boolean) => void;
};

export function ServedLoansForm(props: ServedLoansFormProps) {
  const { provider, mobile, first = false, busy = false, bare = false, onAsk } = props;
  const { t } = useTranslation(["customers", "common"]);
  const [customerId, setCustomerId] = useState(mobile);
  const [strict, setStrict] = useState(false);
  const [tried, setTried] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (customerId.trim() !== "") onAsk(customerId.trim(), strict);
  }

  return (
    <section className={bare ? "" : styles.card}>
      {bare ? <h3>{t("served.title")}</h3> : <h2>{t("served.title")}</h2>}
      <p className={styles.text}>{t("served.text", { name: provider.name })}</p>
      <form className={styles.served} onSubmit={submit} noValidate>
        <TextField
          first={first}
          label={t("served.customer")}
          hint={t("served.customerHint")}
          maxLength={120}
          value={customerId}
          error={tried && customerId.trim() === "" ? t("common:field.required") : undefined}
          onChange={(change) => setCustomerId(change.currentTarget.value)}
        />
        <Switch
          label={t("served.strict")}
          checked={strict}
          onChange={(change) => setStrict(change.currentTarget.checked)}
        />
        <div>
          <Button type="submit" variant="default" loading={busy}>
            {t("served.button")}
          </Button>
        </div>
      </form>
    </section>
  );
}
