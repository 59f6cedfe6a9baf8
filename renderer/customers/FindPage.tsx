/** Where a customer's business begins: composed from what this office's systems can do. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useProvider } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Customers.module.css";
import type { CustomersView, Given } from "./customersView.ts";
import { LookUp } from "./LookUp.tsx";
import { NothingHere } from "./NothingHere.tsx";
import { RegistrationDoubts } from "./RegistrationDoubts.tsx";
import { useKeptRegistration } from "./registrationDraft.ts";
import { ServedLoansForm } from "./ServedLoansForm.tsx";

export type FindPageProps = { given: Given; onView: (view: CustomersView) => void };

export function FindPage({ given, onView }: FindPageProps) {
  const { t } = useTranslation(["customers", "common"]);
  const register = useProvider("customerLookup");
  const onboarding = useProvider("customerOnboarding");
  const served = useProvider("customerLoans");
  const accounts = useProvider("loanAccount");
  const letters = useProvider("noDuesLetter");
  const { kept, forget } = useKeptRegistration();
  if (register === null && served === null && accounts === null && letters === null) return <NothingHere />;
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      {kept !== null && onboarding !== null && (
        <section className={styles.kept} aria-label={t("kept.title")}>
          <p>
            <b>{t("kept.title")}</b> <TimeAgo at={kept.savedAt} />
          </p>
          <Group gap="sm">
            <Button
              size="sm"
              variant="default"
              onClick={() =>
                onView({ at: "register", providerId: onboarding.id, typed: kept.typed, known: null })
              }
            >
              {t("kept.goOn")}
            </Button>
            <Button size="sm" variant="default" onClick={forget}>
              {t("kept.forget")}
            </Button>
          </Group>
        </section>
      )}
      <div className={styles.columns}>
        {register !== null && (
          <LookUp provider={register} onboardingId={onboarding?.id ?? null} given={given} onView={onView} />
        )}
        <div className={styles.stack}>
          {served !== null && (
            <ServedLoansForm
              provider={served}
              mobile={given.mobile ?? ""}
              first={register === null || given.mobile !== undefined}
              onAsk={(customerId, strict) =>
                onView({ at: "servedLoans", providerId: served.id, customerId, strict })
              }
            />
          )}
          {(accounts !== null || letters !== null) && (
            <section className={styles.card}>
              <h2>{t("more.title")}</h2>
              <Group gap="sm">
                {accounts !== null && (
                  <Button variant="default" onClick={() => goTo({ at: "accounts" })}>
                    {t("more.accounts")}
                  </Button>
                )}
                {letters !== null && (
                  <Button variant="default" onClick={() => goTo({ at: "letters" })}>
                    {t("more.letters")}
                  </Button>
                )}
              </Group>
            </section>
          )}
        </div>
      </div>
      {onboarding !== null && <RegistrationDoubts onView={onView} />}
    </>
  );
}
