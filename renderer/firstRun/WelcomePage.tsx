/** The choice at the very first start. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Mark } from "../app/Mark.tsx";
import { call } from "../bridge/call.ts";
import { markStale } from "../bridge/queryClient.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { LanguageChoice } from "../signIn/LanguageChoice.tsx";
import styles from "./FirstRun.module.css";
import { useOpeningFocus } from "./useOpeningFocus.ts";

/** Nothing to type in training: the first of its people is signed in; the others' PINs stand on the sign-in screen. */
async function signInForTraining(): Promise<void> {
  const status = await call("training.status", {});
  const first = status.ok ? status.value.people[0] : undefined;
  if (first !== undefined) await call("staff.signIn", { name: first.name, pin: first.pin });
  markStale(["setup.get", "staff.session", "staff.list"]);
}

export function WelcomePage({ onOffice }: { onOffice: () => void }) {
  const { t } = useTranslation("setup");
  const training = useAction("setup.startTraining");
  const page = useOpeningFocus<HTMLElement>();

  async function start(): Promise<void> {
    const reply = await training.run({});
    if (reply.ok) await signInForTraining();
  }

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
          <Button size="lg" data-first-focus loading={training.busy} onClick={() => void start()}>
            {t("welcome.trainingButton")}
          </Button>
          <ErrorNote error={training.error} again={() => void start()} />
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
