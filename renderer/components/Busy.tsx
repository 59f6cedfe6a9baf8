/** Says that something is under way, after a moment, so that quick answers do not flicker. */
import { useTranslation } from "react-i18next";
import styles from "./Busy.module.css";

export function Busy({ children }: { children?: string }) {
  const { t } = useTranslation("common");
  return (
    <p className={styles.busy} role="status">
      <span className={styles.bar} aria-hidden="true" />
      {children ?? t("busy")}
    </p>
  );
}
