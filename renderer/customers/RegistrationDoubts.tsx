/** Registrations that were sent and got no answer: each is looked up again before anybody sends it once more. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./Customers.module.css";
import type { CustomersView } from "./customersView.ts";
import { RegistrationDoubt } from "./RegistrationDoubt.tsx";

export type Doubt = CallValue<"customers.doubts">["doubts"][number];

/** The open doubts about one person, or about everybody. */
export function useDoubts(idNumber?: string | null) {
  const list = useCall("customers.doubts", {});
  const doubts = (list.value?.doubts ?? []).filter(
    (doubt) => idNumber === undefined || doubt.idNumber === idNumber,
  );
  return { doubts, error: list.error, again: list.again };
}

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
