/** What somebody should know about the open shift before going on: its day is over, its opener left, a count stands. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/till.ts";
import { dayText } from "../components/clockTexts.ts";
import styles from "./Till.module.css";

export function TillNotices({ status, onClose }: { status: TillStatus; onClose?: () => void }) {
  const { t } = useTranslation("till");
  const { businessDate, daysOpen, openedBy, openedByActive, countStands } = status;
  return (
    <>
      {daysOpen > 0 && businessDate !== null && (
        <p className={styles.notice}>
          {t("notice.daysOpen", { day: dayText(businessDate), count: daysOpen })}
        </p>
      )}
      {!openedByActive && <p className={styles.notice}>{t("notice.openerLeft", { name: openedBy ?? "" })}</p>}
      {countStands && onClose !== undefined && (
        <div className={styles.notice}>
          <span>{t("notice.counted")}</span>
          <Button size="sm" variant="default" onClick={onClose}>
            {t("notice.goOn")}
          </Button>
        </div>
      )}
    </>
  );
}
