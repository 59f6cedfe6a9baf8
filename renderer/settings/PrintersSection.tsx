/** Where each paper of this counter goes, and a test page for each. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { printUses } from "../../shared/api/printing.ts";
import { Busy } from "../components/Busy.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PrinterOfUse } from "../printing/PrinterOfUse.tsx";
import printing from "../printing/Printing.module.css";
import { usePrinters } from "../printing/usePrinters.ts";
import styles from "./Settings.module.css";

export function PrintersSection() {
  const { t } = useTranslation(["printing", "common"]);
  const all = usePrinters();
  const { list, printers } = all;
  if (list.loading) return <Busy>{t("common:loading")}</Busy>;
  return (
    <div className={styles.section}>
      <p className={styles.text}>{t("settings.text")}</p>
      <ErrorNote error={list.error} again={list.again} />
      {list.error === null && printers.length === 0 && (
        <EmptyList
          action={
            <Button variant="default" loading={list.busy} onClick={list.again}>
              {t("settings.lookAgain")}
            </Button>
          }
        >
          {t("settings.none")}
        </EmptyList>
      )}
      <div className={printing.uses}>
        {printUses.map((use) => (
          <PrinterOfUse key={use} use={use} all={all} />
        ))}
      </div>
    </div>
  );
}
