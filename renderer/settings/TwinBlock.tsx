/** The journal's second copy: how it stands, where it lies, and the choice of another folder. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SafetyView } from "../../shared/api/safety.ts";
import type { CallError } from "../../shared/errors.ts";
import { goTo } from "../app/place.ts";
import { usePerson } from "../bridge/session.ts";
import { useAction } from "../bridge/useAction.ts";
import { SafetyNote } from "./SafetyNote.tsx";
import styles from "./Settings.module.css";

export function TwinBlock({ twin }: { twin: SafetyView["twin"] }) {
  const { t } = useTranslation(["continuity", "settings"]);
  const person = usePerson();
  const move = useAction("setup.moveTwin");
  const [dialogError, setDialogError] = useState<CallError | null>(null);

  async function choose(): Promise<void> {
    move.reset();
    const picked = await window.counterfoil.files.pick({ purpose: "setup.moveTwin" });
    setDialogError(picked.ok ? null : picked.error);
    const folder = picked.ok ? picked.value.files[0] : undefined;
    if (folder !== undefined) await move.run({ path: folder.token });
  }

  return (
    <section className={styles.block}>
      <h2>{t("twin.title")}</h2>
      <p>{t("twin.text")}</p>
      <p className={twin.state === "inStep" ? styles.good : styles.warning}>
        {t(`twin.states.${twin.state}`)}
      </p>
      {twin.folder !== null && (
        <dl className={styles.facts}>
          <dt>{t("twin.folder")}</dt>
          <dd>{twin.folder}</dd>
        </dl>
      )}
      {twin.sameDisk === true && <p className={styles.warning}>{t("twin.sameDisk")}</p>}
      <Group gap="sm">
        {person?.role === "admin" && (
          <Button variant="default" loading={move.busy} onClick={() => void choose()}>
            {t("twin.choose")}
          </Button>
        )}
        {person?.role === "admin" && twin.chosen && (
          <Button variant="default" disabled={move.busy} onClick={() => void move.run({})}>
            {t("twin.own")}
          </Button>
        )}
        <Button variant="subtle" onClick={() => goTo({ at: "journal" })}>
          {t("settings:safety.openJournal")}
        </Button>
      </Group>
      {person?.role !== "admin" && <p className={styles.soft}>{t("twin.admin")}</p>}
      <SafetyNote error={move.error ?? dialogError} />
      <p className={styles.result} role="status">
        {move.value !== undefined && t("twin.moved")}
      </p>
    </section>
  );
}
