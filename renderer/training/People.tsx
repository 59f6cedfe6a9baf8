/** Who can sign in at the training counter. These PINs protect nothing and are there to be read. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import styles from "./Training.module.css";

export function People({ people }: { people: CallValue<"training.status">["people"] }) {
  const { t } = useTranslation(["training", "common"]);
  if (people.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t("people.title")}</h2>
      <p className={styles.text}>{t("people.text")}</p>
      <table className={styles.people}>
        <tbody>
          {people.map(({ name, role, pin }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <small>{t(`common:roles.${role}`)}</small>
              </th>
              <td>{pin}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
