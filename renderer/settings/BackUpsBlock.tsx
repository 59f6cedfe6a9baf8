/** The backups there are, where they lie, and one more at once. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { SafetyView } from "../../shared/api/safety.ts";
import { formatNumber } from "../../shared/numbers.ts";
import { usePerson } from "../bridge/session.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./Settings.module.css";

/** The newest say whether backups are made; all of them stand in the folder. */
const SHOWN = 5;
const MEGABYTE = 1024 * 1024;

export function BackUpsBlock({ backups }: { backups: SafetyView["backups"] }) {
  const { t } = useTranslation(["continuity", "settings"]);
  const person = usePerson();
  const language = useLanguage();
  const backUp = useAction("setup.backUp");
  const { folder, kept, files } = backups;
  const isSupervisor = person !== null && person.role !== "cashier";
  return (
    <section className={styles.block}>
      <h2>{t("backups.title")}</h2>
      <p>{t("backups.text", { kept })}</p>
      {files.length === 0 ? (
        <p className={styles.warning}>{t("backups.none")}</p>
      ) : (
        <ul className={styles.files} aria-label={t("backups.list")}>
          {files.slice(0, SHOWN).map(({ name, at, bytes }) => (
            <li key={name}>
              <TimeAgo at={at} />
              <span className={styles.soft}>
                {t("backups.size", { megabytes: formatNumber(bytes / MEGABYTE, 1, language) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <dl className={styles.facts}>
        <dt>{t("backups.place")}</dt>
        <dd>{folder}</dd>
      </dl>
      <p className={styles.soft}>{t("backups.copyOut")}</p>
      {isSupervisor ? (
        <Button variant="default" loading={backUp.busy} onClick={() => void backUp.run({})}>
          {t("settings:safety.backUp.button")}
        </Button>
      ) : (
        <p className={styles.soft}>{t("settings:safety.backUp.supervisor")}</p>
      )}
      <ErrorNote error={backUp.error} again={backUp.again} />
      <p className={styles.result} role="status">
        {backUp.value !== undefined &&
          t("settings:safety.backUp.done", { count: backUp.value.entries, path: backUp.value.path })}
      </p>
    </section>
  );
}
