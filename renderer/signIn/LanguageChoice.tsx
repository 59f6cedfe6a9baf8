/** The language before anybody is signed in; a clerk's own takes over afterwards. */
import { useTranslation } from "react-i18next";
import { languages } from "../../shared/api/values.ts";
import { showLanguage, useLanguage } from "../i18n/useLanguage.ts";
import styles from "./LanguageChoice.module.css";

export function LanguageChoice() {
  const { t } = useTranslation("common");
  const shown = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: five buttons, not fields of a form.
    <div role="group" aria-label={t("language")} className={styles.languages}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className={styles.language}
          aria-pressed={one === shown}
          onClick={() => showLanguage(one)}
        >
          {t(`languages.${one}`)}
        </button>
      ))}
    </div>
  );
}
