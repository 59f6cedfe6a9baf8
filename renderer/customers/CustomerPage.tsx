/** One customer: who it is, what is owed where, what this counter did, and what to do next. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useProvider } from "../app/office.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { CounterHistory } from "./CounterHistory.tsx";
import { CustomerFacts, CustomerLists } from "./CustomerFacts.tsx";
import { CustomerOwes } from "./CustomerOwes.tsx";
import styles from "./Customers.module.css";
import type { CustomersView } from "./customersView.ts";
import { idNumberOf, type KnownCustomer, nameOf, textAt } from "./customerValues.ts";
import { NextSteps } from "./NextSteps.tsx";
import { RegistrationDoubts } from "./RegistrationDoubts.tsx";
import { useDoubts } from "./useDoubts.ts";

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
  const onboarding = useProvider("customerOnboarding");
  const { fields } = customer;
  const text = searchText(customer);
  const number = idNumberOf(customer);
  const ecrn = textAt(fields, "ecrn");
  const isInDoubt = useDoubts(number).doubts.length > 0 && number !== null;
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
      {isInDoubt && onboarding !== null && <RegistrationDoubts idNumber={number} onView={onView} />}
      <div className={styles.customer}>
        <div className={styles.stack}>
          <section className={styles.card}>
            <h2>{t("customer.who")}</h2>
            <CustomerFacts customer={customer} />
          </section>
          <CustomerOwes customer={customer} text={text} />
          <CustomerLists customer={customer} title={t("customer.more")} />
        </div>
        <div className={styles.stack}>
          <NextSteps customer={customer} text={text} isInDoubt={isInDoubt} onView={onView} />
          <section className={styles.card} aria-label={t("customer.history")}>
            <h2>{t("customer.history")}</h2>
            <CounterHistory text={text} />
          </section>
        </div>
      </div>
    </div>
  );
}
