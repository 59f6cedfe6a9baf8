/** What to try first: five things, in the order in which a new clerk meets them. */
import { useTranslation } from "react-i18next";
import { goTo, type Place } from "../app/place.ts";
import styles from "./Training.module.css";

const things = [
  { name: "till", place: { at: "till" } },
  { name: "repay", place: { at: "repayment", loanRef: "80001" } },
  { name: "apply", place: { at: "newLoan" } },
  { name: "line", place: null },
  { name: "doubt", place: null },
] as const satisfies readonly { name: string; place: Place | null }[];

export function FirstThings() {
  const { t } = useTranslation("training");
  return (
    <section className={styles.card}>
      <h2>{t("first.title")}</h2>
      <ol className={styles.things}>
        {things.map(({ name, place }) => (
          <li key={name}>
            {place === null ? (
              <b>{t(`first.${name}.what`)}</b>
            ) : (
              <button type="button" className={styles.link} onClick={() => goTo(place)}>
                {t(`first.${name}.what`)}
              </button>
            )}
            <span>{t(`first.${name}.how`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
