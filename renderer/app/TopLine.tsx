/** Above: office and till, what is not real, the business date, and who is signed in. */
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { businessDateOf } from "../../shared/dates.ts";
import { dayText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { Mark } from "./Mark.tsx";
import { PersonMenu } from "./PersonMenu.tsx";
import styles from "./TopLine.module.css";

export function TopLine({ office, onFind }: { office: SetupView; onFind: () => void }) {
  const { t } = useTranslation("frame");
  const today = businessDateOf(useNow());
  const tests = office.providers.filter(({ environment }) => environment === "test");
  return (
    <header className={styles.top}>
      <div className={styles.office}>
        <Mark />
        <span>
          <b>{office.office}</b> · {t("tillNamed", { till: office.till })}
        </span>
      </div>
      {office.training && <strong className={styles.training}>{t("ribbon.training")}</strong>}
      {!office.training && tests.length > 0 && (
        <strong className={styles.test}>
          {t("ribbon.test", { names: tests.map(({ name }) => name).join(", ") })}
        </strong>
      )}
      <div className={styles.right}>
        <span>
          <span className={`${styles.soft} ${styles.words}`}>{t("businessDate")}</span> {dayText(today)}
        </span>
        <button
          type="button"
          className={styles.button}
          onClick={onFind}
          aria-keyshortcuts="Control+K"
          aria-label={t("tasks.everything")}
        >
          <IconSearch size={16} aria-hidden="true" />
          <span className={styles.words}>{t("tasks.everything")}</span>
          <span className={styles.soft}>Ctrl+K</span>
        </button>
        <PersonMenu />
      </div>
    </header>
  );
}
