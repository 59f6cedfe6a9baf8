/** One customer: who it is, what is owed where, what this counter did, and what to do next. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProvider } from "../app/office.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { CounterHistory } from "./CounterHistory.tsx";
import { CounterLoans } from "./CounterLoans.tsx";
import { CustomerFacts, CustomerLists } from "./CustomerFacts.tsx";
import styles from "./Customers.module.css";
import type { CustomersView } from "./customersView.ts";
import { idNumberOf, type KnownCustomer, nameOf, textAt } from "./customerValues.ts";
import { NextSteps } from "./NextSteps.tsx";
import { ServedLoans } from "./ServedLoans.tsx";
import { ServedLoansForm } from "./ServedLoansForm.tsx";

export type CustomerPageProps = {
  customer: KnownCustomer;
  /** Registered a moment ago, at this counter. */
  isNew: boolean;
  onView: (view: CustomersView) => void;
};

/** By number where it is known: names are shared by many. */
function searchText(customer: KnownCustomer): string | null {
  return idNumberOf(customer) ?? nameOf(customer.fields);
}

export function CustomerPage({ customer, isNew, onView }: CustomerPageProps) {
  const { t } = useTranslation(["customers", "common"]);
  const served = useProvider("customerLoans");
  const [asked, setAsked] = useState<{ customerId: string; strict: boolean } | null>(null);
  const { fields } = customer;
  const text = searchText(customer);
  const contact = textAt(fields, "primaryMobileNumber") ?? textAt(fields, "emailId") ?? "";
  const number = idNumberOf(customer);
  const ecrn = textAt(fields, "ecrn");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere on the page.
    <div onKeyDown={(press) => press.key === "Escape" && onView({ at: "find" })}>
      <PageHeading
        lead={[
          number === null ? null : t("customer.idNumber", { number }),
          ecrn === null ? null : t("customer.ecrn", { ecrn }),
        ]
          .filter((part) => part !== null)
          .join(" · ")}
        aside={
          <Button
            variant="default"
            onClick={() => onView({ at: "find" })}
            rightSection={<KeyHint keys="Esc" />}
          >
            {t("customer.other")}
          </Button>
        }
      >
        {nameOf(fields) ?? t("customer.noName")}
      </PageHeading>
      {isNew && (
        <p className={styles.isNew} role="status">
          {t("customer.registered")}
        </p>
      )}
      <div className={styles.customer}>
        <div className={styles.stack}>
          <section className={styles.card}>
            <h2>{t("customer.who")}</h2>
            <CustomerFacts customer={customer} />
          </section>
          <section className={styles.card}>
            <h2>{t("customer.owedHere")}</h2>
            <CounterLoans text={text} />
          </section>
          {served !== null && asked === null && (
            <ServedLoansForm
              provider={served}
              mobile={contact}
              onAsk={(customerId, strict) => setAsked({ customerId, strict })}
            />
          )}
          {served !== null && asked !== null && (
            <section className={styles.card}>
              <div className={styles.cardHead}>
                <h2>{t("served.of", { customer: asked.customerId })}</h2>
                <Button size="sm" variant="default" onClick={() => setAsked(null)}>
                  {t("served.askAnother")}
                </Button>
              </div>
              <ServedLoans providerId={served.id} customerId={asked.customerId} strict={asked.strict} />
            </section>
          )}
          <CustomerLists customer={customer} title={t("customer.more")} />
        </div>
        <div className={styles.stack}>
          <NextSteps customer={customer} onView={onView} />
          <section className={styles.card}>
            <h2>{t("customer.history")}</h2>
            <CounterHistory text={text} />
          </section>
        </div>
      </div>
    </div>
  );
}
