/** The disputes about a shift, under its report. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DisputeView } from "../../shared/api/disputes.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Disputes.module.css";
import { Fingerprint } from "./Fingerprint.tsx";
import { useSaveEvidence } from "./useSaveEvidence.ts";

export function ShiftDisputes({ disputes }: { disputes: readonly DisputeView[] }) {
  const { t } = useTranslation("disputes");
  const evidence = useSaveEvidence();
  if (disputes.length === 0) return null;
  return (
    <section className={styles.disputes} aria-label={t("title")}>
      <h2>{t("title")}</h2>
      <ul>
        {disputes.map((dispute) => (
          <li key={dispute.disputeId}>
            <p className={styles.note}>{dispute.note}</p>
            <p className={styles.text}>
              {dispute.by}, <TimeAgo at={dispute.at} />
            </p>
            <Fingerprint dispute={dispute} />
            <Button
              size="sm"
              variant="default"
              loading={evidence.busy}
              onClick={() => void evidence.save(dispute)}
            >
              {t("save")}
            </Button>
          </li>
        ))}
      </ul>
      {evidence.savedTo !== null && <p role="status">{t("saved", { path: evidence.savedTo })}</p>}
      <ErrorNote error={evidence.error} />
    </section>
  );
}
