/** What keeps the till's data safe: the journal's second copy, backups, the recovery code, and which version this is. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { usePerson } from "../bridge/session.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Question } from "../components/Question.tsx";
import { BackUpsBlock } from "./BackUpsBlock.tsx";
import { RecoveryCode } from "./RecoveryCode.tsx";
import styles from "./Settings.module.css";
import { TwinBlock } from "./TwinBlock.tsx";

export function SafetySection({ office }: { office: SetupView }) {
  const { t } = useTranslation("settings");
  const person = usePerson();
  const safety = useCall("setup.safety", {}, { everyMs: 10_000 });
  const recovery = useAction("setup.recoveryCode");
  const [asking, setAsking] = useState(false);

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
      {safety.value !== undefined && <TwinBlock twin={safety.value.twin} />}
      {safety.value !== undefined && <BackUpsBlock backups={safety.value.backups} />}
      <ErrorNote error={safety.error} again={safety.again} />
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
