/** Each provider's line with the age of its last answer. */
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/useCall.ts";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./BottomLine.module.css";

export function ProviderLines() {
  const { t } = useTranslation(["frame", "states"]);
  const connections = useCall("setup.connections", {}).value?.connections ?? [];
  return (
    <section aria-label={t("lines.label")} className={styles.lines}>
      {connections.length === 0 && <span className={styles.soft}>{t("lines.none")}</span>}
      {connections.map(({ providerId, name, state, lastAnswerAt }) => (
        <span key={providerId} className={styles.line} data-line={state}>
          <span className={styles.lamp} aria-hidden="true" />
          <b>{name}</b> {t(`states:connection.${state}`)}
          {lastAnswerAt !== null && (
            <span className={styles.soft}>
              <TimeAgo at={lastAnswerAt} brief={state === "answering"} />
            </span>
          )}
        </span>
      ))}
    </section>
  );
}
