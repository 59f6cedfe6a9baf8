/** What every screen has to say until somebody has seen to it. */
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import styles from "./Warnings.module.css";

export function Warnings({ warnings }: { warnings: SetupView["warnings"] }) {
  const { t } = useTranslation("frame");
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings}>
      {warnings.map((warning) => (
        <li key={warning}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {t(`warnings.${warning}`)}
        </li>
      ))}
    </ul>
  );
}
