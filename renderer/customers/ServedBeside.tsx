/** Beside an application, before it is sent: what this customer owes elsewhere, where the office can ask. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOffice, useProvider } from "../app/office.ts";
import { internationalPhone } from "./applicationDraft.ts";
import styles from "./Customers.module.css";
import { ServedLoans } from "./ServedLoans.tsx";
import { ServedLoansForm } from "./ServedLoansForm.tsx";

/** `mobile` is the application's; the system wants it with the country's code, which the office's currency tells. */
export function ServedBeside({ mobile }: { mobile: string }) {
  const { t } = useTranslation("customers");
  const provider = useProvider("customerLoans");
  const { currency } = useOffice();
  const known = internationalPhone(mobile, currency);
  // Nobody decides about an application before this was looked at, so it is asked for at once.
  const [asked, setAsked] = useState(known === null ? null : { customerId: known, strict: false });
  if (provider === null) return null;
  if (asked === null)
    return (
      <div className={styles.beside}>
        <ServedLoansForm
          provider={provider}
          mobile={known ?? mobile}
          onAsk={(customerId, strict) => setAsked({ customerId, strict })}
        />
      </div>
    );
  return (
    <div className={styles.beside}>
      <section className={styles.card} aria-label={t("served.title")}>
        <div className={styles.cardHead}>
          <h2>{t("served.of", { customer: asked.customerId })}</h2>
          <Button size="compact-sm" variant="default" onClick={() => setAsked(null)}>
            {t("served.askAnother")}
          </Button>
        </div>
        <ServedLoans providerId={provider.id} customerId={asked.customerId} strict={asked.strict} bare />
      </section>
    </div>
  );
}
