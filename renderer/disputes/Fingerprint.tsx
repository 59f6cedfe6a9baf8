/** The frozen file by name, with the fingerprint that the journal keeps of it. */
import { useTranslation } from "react-i18next";
import type { DisputeView } from "../../shared/api/disputes.ts";
import styles from "./Disputes.module.css";

export function Fingerprint({ dispute: { by, fileName, sha256 } }: { dispute: DisputeView }) {
  const { t } = useTranslation("disputes");
  return (
    <>
      <p className={styles.text}>
        <b>{fileName}</b>
        <br />
        {t("frozen", { name: by })}
      </p>
      <code className={styles.hash}>{sha256}</code>
    </>
  );
}
