/** What keeps the till's data safe: the journal's second copy, backups, the recovery code, and which version this is. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { goTo } from "../app/place.ts";
import { usePerson } from "../bridge/session.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Question } from "../components/Question.tsx";
import { RecoveryCode } from "./RecoveryCode.tsx";
import styles from "./Settings.module.css";

export function SafetySection({ office }: { office: SetupView }) {
  const { t } = useTranslation(["settings", "frame"]);
  const person = usePerson();
  const backUp = useAction("setup.backUp");
  const recovery = useAction("setup.recoveryCode");
  const [asking, setAsking] = useState(false);
  const { warnings } = office;
  const isCopied = !warnings.includes("twinMissing") && !warnings.includes("twinBehind");
  const isSupervisor = person !== null && person.role !== "cashier";

  async function makeCode(): Promise<void> {
    const reply = await recovery.run({});
    if (reply.ok) setAsking(false);
  }

  if (recovery.value !== undefined)
    return (
      <RecoveryCode
        code={recovery.value.recoveryCode}
        office={office.office}
        till={office.till}
        onDone={recovery.reset}
      />
    );
  return (
    <div className={styles.blocks}>
      <section className={styles.block}>
        <h2>{t("safety.journal.title")}</h2>
        <p>{isCopied ? t("safety.journal.copied") : t("safety.journal.notCopied")}</p>
        {warnings.map((warning) => (
          <p key={warning} className={styles.warning}>
            {t(`frame:warnings.${warning}`)}
          </p>
        ))}
        <Button variant="default" onClick={() => goTo({ at: "journal" })}>
          {t("safety.journal.open")}
        </Button>
      </section>
      <section className={styles.block}>
        <h2>{t("safety.backUp.title")}</h2>
        <p>{t("safety.backUp.text")}</p>
        {isSupervisor ? (
          <Button variant="default" loading={backUp.busy} onClick={() => void backUp.run({})}>
            {t("safety.backUp.button")}
          </Button>
        ) : (
          <p className={styles.soft}>{t("safety.backUp.supervisor")}</p>
        )}
        <ErrorNote error={backUp.error} again={backUp.again} />
        <p className={styles.result} role="status">
          {backUp.value !== undefined &&
            t("safety.backUp.done", { count: backUp.value.entries, path: backUp.value.path })}
        </p>
      </section>
      <section className={styles.block}>
        <h2>{t("safety.recovery.title")}</h2>
        <p>{t("safety.recovery.text")}</p>
        {person?.role === "admin" ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t("safety.recovery.button")}
          </Button>
        ) : (
          <p className={styles.soft}>{t("safety.recovery.admin")}</p>
        )}
      </section>
      <section className={styles.block}>
        <h2>{t("safety.version.title")}</h2>
        <dl className={styles.facts}>
          <dt>{t("safety.version.version")}</dt>
          <dd>{office.version}</dd>
          <dt>{t("safety.version.keys")}</dt>
          <dd>{t(office.keyringMissing ? "safety.version.keysByCode" : "safety.version.keysByComputer")}</dd>
        </dl>
      </section>
      <Question
        open={asking}
        title={t("safety.recovery.ask")}
        safe={{ verb: t("safety.recovery.leave"), onChoose: () => setAsking(false) }}
        others={[{ verb: t("safety.recovery.make"), onChoose: () => void makeCode(), busy: recovery.busy }]}
      >
        <p>{t("safety.recovery.askText")}</p>
        <Group>
          <ErrorNote error={recovery.error} again={recovery.again} />
        </Group>
      </Question>
    </div>
  );
}
