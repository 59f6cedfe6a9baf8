/** The line to all training systems: pulled and put back with one press. */
import { Button } from "@mantine/core";
import { IconPlugConnected, IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./Training.module.css";

export function Line({ up }: { up: boolean }) {
  const { t } = useTranslation("training");
  const line = useAction("training.line");
  const Picture = up ? IconPlugConnected : IconPlugConnectedX;
  return (
    <section className={styles.card} data-down={!up || undefined}>
      <h2>{t("line.title")}</h2>
      <p className={styles.lineState} data-up={up} role="status">
        <Picture size={20} aria-hidden="true" />
        {t(up ? "line.up" : "line.down")}
      </p>
      <Button
        fullWidth
        variant={up ? "default" : "filled"}
        loading={line.busy}
        onClick={() => void line.run({ up: !up })}
      >
        {t(up ? "line.pull" : "line.putBack")}
      </Button>
      <ErrorNote error={line.error} again={line.again} />
    </section>
  );
}
