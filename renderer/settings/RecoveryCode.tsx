/** A new recovery code on the screen, to be printed and then forgotten here. */
import { Button, Group } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Settings.module.css";

export type RecoveryCodeProps = { code: string; office: string; till: string; onDone: () => void };

export function RecoveryCode({ code, office, till, onDone }: RecoveryCodeProps) {
  const { t } = useTranslation(["settings", "setup"]);
  const printButton = useRef<HTMLButtonElement>(null);
  useEffect(() => printButton.current?.focus(), []);
  return (
    <div className={`${styles.section} ${styles.codePaper}`}>
      <div className={styles.paperWords}>
        <h2>{t("setup:recovery.paperTitle")}</h2>
        <p>
          {office} · {till}
        </p>
        <p>{t("setup:recovery.paperText")}</p>
      </div>
      <h2 className={styles.noPrint}>{t("safety.recovery.title")}</h2>
      <p className={styles.noPrint}>{t("safety.recovery.shown")}</p>
      <p className={styles.code} data-recovery-code>
        {code.split(/[-\s]+/).map((group) => (
          <span key={group}>{group} </span>
        ))}
      </p>
      <Group className={styles.noPrint ?? ""}>
        <Button ref={printButton} onClick={() => window.print()}>
          {t("setup:recovery.print")}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t("safety.recovery.done")}
        </Button>
      </Group>
    </div>
  );
}
