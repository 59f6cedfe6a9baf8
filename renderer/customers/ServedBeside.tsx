/** Beside an application, before it is sent: what this customer owes elsewhere, where the office can ask. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProvider } from "../app/office.ts";
import styles from "./Customers.module.css";
import { ServedLoans } from "./ServedLoans.tsx";
import { ServedLoansForm } from "./ServedLoansForm.tsx";

/** `mobile` is the application's: the clerk puts the country code before it where the system wants one. */
export function ServedBeside({ mobile }: { mobile: string }) {
  const { t } = useTranslation("customers");
  const provider = useProvider("customerLoans");
  const [asked, setAsked] = useState<{ customerId: string; strict: boolean } | null>(null);
  if (provider === null) return null;
  return (
    <div className={styles.beside}>
      <ServedLoansForm
        provider={provider}
        mobile={mobile}
        onAsk={(customerId, strict) => setAsked({ customerId, strict })}
      />
      {asked !== null && (
        <section className={styles.card}>
          <h2>{t("served.of", { customer: asked.customerId })}</h2>
          <ServedLoans
            key={`${asked.customerId} ${asked.strict}`}
            providerId={provider.id}
            customerId={asked.customerId}
            strict={asked.strict}
          />
        </section>
      )}
    </div>
  );
}
