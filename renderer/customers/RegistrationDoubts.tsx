/** Registrations that were sent and got no answer: each is looked up again before anybody sends it once more. */
import { useTranslation } from "react-i18next";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./Customers.module.css";
import type { CustomersView } from "./customersView.ts";
import { RegistrationDoubt } from "./RegistrationDoubt.tsx";
import { useDoubts } from "./useDoubts.ts";

export type RegistrationDoubtsProps = {
  onView: (view: CustomersView) => void;
  /** Only the doubts about this person. */
  idNumber?: string | null;
};

export function RegistrationDoubts({ onView, idNumber }: RegistrationDoubtsProps) {
  const { t } = useTranslation("customers");
  const { doubts, error, again } = useDoubts(idNumber);
  if (doubts.length === 0) return <ErrorNote error={error} again={again} />;
  return (
    <section className={styles.doubts} aria-label={t("doubts.title")}>
      <h2>{t("doubts.title")}</h2>
      <p>{t("doubts.text")}</p>
      {doubts.map((doubt) => (
        <RegistrationDoubt key={doubt.onboardingId} doubt={doubt} onSettled={again} onView={onView} />
      ))}
    </section>
  );
}
