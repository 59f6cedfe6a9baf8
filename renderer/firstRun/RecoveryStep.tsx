/** The recovery code: shown once, printed, and its last group typed back from the paper. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useOffice } from "../app/office.ts";
import { useAction } from "../bridge/useAction.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./FirstRun.module.css";
import { useOpeningFocus } from "./useOpeningFocus.ts";

/** What is easily mistaken on paper counts as the same: O and 0, I or L and 1. */
function plain(text: string): string {
  return text.trim().toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

export function RecoveryStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("setup");
  const { office, till } = useOffice();
  const { run, value, error, again } = useAction("setup.recoveryCode");
  const page = useOpeningFocus<HTMLFormElement>();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const groups = value?.recoveryCode.split(/[-\s]+/) ?? [];

  useEffect(() => {
    void run({});
  }, [run]);

  function confirm(event: FormEvent): void {
    event.preventDefault();
    const last = groups.at(-1);
    if (last !== undefined && plain(typed).endsWith(plain(last))) onDone();
    else setWrong(true);
  }

  return (
    <form ref={page} onSubmit={confirm} noValidate>
      <div className={styles.paper}>
        <h2>{t("recovery.paperTitle")}</h2>
        <p>
          {office} · {till}
        </p>
        <p>{t("recovery.paperText")}</p>
      </div>
      <div className={styles.noPrint}>
        <PageHeading>{t("recovery.title")}</PageHeading>
        <p className={styles.text}>{t("recovery.text")}</p>
      </div>
      <ErrorNote error={error} again={again} />
      {value === undefined && error === null && <Busy />}
      {value !== undefined && (
        <>
          <p className={styles.code} data-recovery-code>
            {groups.map((group) => (
              <span key={group}>{group} </span>
            ))}
          </p>
          <div className={`${styles.form} ${styles.noPrint}`}>
            <Group>
              <Button type="button" variant="default" onClick={() => window.print()}>
                {t("recovery.print")}
              </Button>
            </Group>
            <TextField
              label={t("recovery.confirmLabel")}
              hint={t("recovery.confirmHint")}
              value={typed}
              maxLength={60}
              error={wrong ? t("recovery.confirmWrong") : undefined}
              onChange={(change) => {
                setWrong(false);
                setTyped(change.currentTarget.value);
              }}
            />
            <Group>
              <Button type="submit">{t("recovery.done")}</Button>
            </Group>
          </div>
        </>
      )}
    </form>
  );
}
