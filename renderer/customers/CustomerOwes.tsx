/** What a customer owes and where: at this counter, at other lenders, and in the lender's own book. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProvider } from "../app/office.ts";
import { CounterLoans } from "./CounterLoans.tsx";
import { CustomerAccounts } from "./CustomerAccounts.tsx";
import styles from "./Customers.module.css";
import { idNumberOf, type KnownCustomer, textAt } from "./customerValues.ts";
import { ServedLoans } from "./ServedLoans.tsx";
import { ServedLoansForm } from "./ServedLoansForm.tsx";

export type CustomerOwesProps = { customer: KnownCustomer; text: string | null };

export function CustomerOwes({ customer, text }: CustomerOwesProps) {
  const { t } = useTranslation("customers");
  const served = useProvider("customerLoans");
  const accounts = useProvider("loanAccount");
  const contact = textAt(customer.fields, "primaryMobileNumber") ?? textAt(customer.fields, "emailId") ?? "";
  // Whoever opens this page wants to know it: asked at once under the number that the register has.
  const [asked, setAsked] = useState(contact === "" ? null : { customerId: contact, strict: false });
  const customerPin = idNumberOf(customer);
  return (
    <section className={styles.card} aria-label={t("customer.owed")}>
      <h2>{t("customer.owed")}</h2>
      <section className={styles.owedPart} aria-label={t("customer.owedHere")}>
        <h3>{t("customer.owedHere")}</h3>
        <CounterLoans text={text} />
      </section>
      {served !== null && (
        <section className={styles.owedPart} aria-label={t("served.title")}>
          {asked === null ? (
            <ServedLoansForm
              provider={served}
              mobile={contact}
              bare
              onAsk={(customerId, strict) => setAsked({ customerId, strict })}
            />
          ) : (
            <>
              <div className={styles.cardHead}>
                <h3>
                  {t("served.title")} <span className={styles.soft}>{asked.customerId}</span>
                </h3>
                <Button size="compact-sm" variant="default" onClick={() => setAsked(null)}>
                  {t("served.askAnother")}
                </Button>
              </div>
              <ServedLoans providerId={served.id} customerId={asked.customerId} strict={asked.strict} bare />
            </>
          )}
        </section>
      )}
      {accounts !== null && customerPin !== null && (
        <section className={styles.owedPart} aria-label={t("customer.owedAccounts")}>
          <h3>{t("customer.owedAccounts")}</h3>
          <CustomerAccounts customerPin={customerPin} />
        </section>
      )}
    </section>
  );
}
