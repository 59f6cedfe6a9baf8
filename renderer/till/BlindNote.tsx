/** In place of the sums, until the drawer was counted. */
import { useTranslation } from "react-i18next";
import styles from "./Till.module.css";

export function BlindNote() {
  const { t } = useTranslation("till");
  return (
    <section className={styles.blind}>
      <h2>{t("blind.title")}</h2>
      <p>{t("blind.text")}</p>
    </section>
  );
}
