/** The choice at the very first start. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Mark } from "../app/Mark.tsx";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { LanguageChoice } from "../signIn/LanguageChoice.tsx";
import styles from "./FirstRun.module.css";
import { useOpeningFocus } from "./useOpeningFocus.ts";

export function WelcomePage({ onOffice }: { onOffice: () => void }) {
  const { t } = useTranslation("setup");
  const training = useAction("setup.startTraining");
  const page = useOpeningFocus<HTMLElement>();

  /** Nothing to type: the core signs the trainee in. */
  const start = () => void training.run({});

  return (
    <main ref={page} className={styles.welcome}>
      <header className={styles.welcomeHead}>
        <Mark size={56} />
        <div>
          <h1 tabIndex={-1} className={styles.welcomeTitle}>
            {t("welcome.title")}
          </h1>
          <p className={styles.lead}>{t("welcome.lead")}</p>
        </div>
      </header>
      <div className={styles.choices}>
        <section className={styles.choice}>
          <h2>{t("welcome.trainingTitle")}</h2>
          <p>{t("welcome.trainingText")}</p>
          <Button size="lg" data-first-focus loading={training.busy} onClick={start}>
            {t("welcome.trainingButton")}
          </Button>
          <ErrorNote error={training.error} again={start} />
        </section>
        <section className={styles.choice}>
          <h2>{t("welcome.officeTitle")}</h2>
          <p>{t("welcome.officeText")}</p>
          <Button size="lg" variant="default" disabled={training.busy} onClick={onOffice}>
            {t("welcome.officeButton")}
          </Button>
        </section>
      </div>
      <LanguageChoice />
    </main>
  );
}
