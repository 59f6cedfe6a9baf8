/** What can be done for this customer now, composed from what the office has. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallError } from "../../shared/errors.ts";
import { useProvider } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { call } from "../bridge/call.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Question } from "../components/Question.tsx";
import { beginApplication } from "./applicationDraft.ts";
import styles from "./Customers.module.css";
import type { CustomersView } from "./customersView.ts";
import type { KnownCustomer } from "./customerValues.ts";
import { typedOf } from "./registrationForm.ts";

export type NextStepsProps = { customer: KnownCustomer; onView: (view: CustomersView) => void };

export function NextSteps({ customer, onView }: NextStepsProps) {
  const { t } = useTranslation("customers");
  const lender = useProvider("apply");
  const onboarding = useProvider("customerOnboarding");
  const accounts = useProvider("loanAccount");
  const letters = useProvider("noDuesLetter");
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  /** A begun application is somebody's work: it is not thrown away without a question. */
  async function begin(isSure: boolean): Promise<void> {
    if (lender === null || busy) return;
    setBusy(true);
    setError(null);
    const kept = isSure ? null : await call("drafts.get", { form: "application" });
    const isBegun = kept?.ok === true && kept.value.fields !== null;
    const reply = isBegun ? null : await beginApplication(lender.id, customer);
    setBusy(false);
    setAsking(isBegun);
    if (reply?.ok === true) goTo({ at: "newLoan" });
    else if (reply?.ok === false) setError(reply.error);
  }

  return (
    <section className={styles.card}>
      <h2>{t("next.title")}</h2>
      <div className={styles.steps}>
        {lender !== null && (
          <Button fullWidth loading={busy} data-first-focus onClick={() => void begin(false)}>
            {t("next.newLoanWith")}
          </Button>
        )}
        {onboarding !== null && (
          <Button
            fullWidth
            variant="default"
            onClick={() =>
              onView({
                at: "register",
                providerId: onboarding.id,
                typed: typedOf(customer.fields),
                known: customer,
              })
            }
          >
            {t("next.update")}
          </Button>
        )}
        {accounts !== null && (
          <Button fullWidth variant="default" onClick={() => goTo({ at: "accounts" })}>
            {t("next.account")}
          </Button>
        )}
        {letters !== null && (
          <Button fullWidth variant="default" onClick={() => goTo({ at: "letters" })}>
            {t("next.letter")}
          </Button>
        )}
        <ErrorNote error={error} />
      </div>
      <Question
        open={asking}
        title={t("next.askTitle")}
        safe={{ verb: t("next.askOpen"), onChoose: () => goTo({ at: "newLoan" }) }}
        others={[{ verb: t("next.askReplace"), kind: "danger", onChoose: () => void begin(true), busy }]}
      >
        <p>{t("next.askText")}</p>
      </Question>
    </section>
  );
}
