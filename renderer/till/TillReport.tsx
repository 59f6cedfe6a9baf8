/** The shift report on the screen: X of the open shift, Z of a closed one; printed on A4 or the roll, and disputed. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { receiptPapers } from "../../shared/api/paper.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { PaperSheet } from "../components/PaperSheet.tsx";
import { DisputeButton } from "../disputes/DisputeButton.tsx";
import { onlyOnce } from "../printing/onlyOnce.ts";
import { PrintAnswer } from "../printing/PrintAnswer.tsx";
import { BlindNote } from "./BlindNote.tsx";
import { useSumsHidden } from "./blind.ts";
import reportStyles from "./Report.module.css";
import { ReportBody } from "./ReportBody.tsx";
import { ReportFacts } from "./ReportFacts.tsx";
import styles from "./Till.module.css";

type Paper = (typeof receiptPapers)[number];

export function TillReport({ shiftId, onBack }: { shiftId?: string; onBack: () => void }) {
  const { t } = useTranslation(["till", "common"]);
  const answer = useCall("till.report", shiftId === undefined ? {} : { shiftId });
  const print = useAction("receipts.printReport");
  const make = useAction("receipts.makeReport");
  const [isShown, setShown] = useState(false);
  const report = answer.value;
  const sumsHidden = useSumsHidden(report?.status);

  async function printOn(paper: Paper): Promise<void> {
    if (report !== undefined) await print.run({ shiftId: report.shiftId, paper });
  }

  async function toggle(): Promise<void> {
    if (!isShown && report !== undefined) await make.run({ shiftId: report.shiftId, paper: "a4" });
    setShown(!isShown);
  }

  return (
    <>
      <PageHeading
        aside={
          <Group gap="sm">
            {report !== undefined && !sumsHidden && (
              <>
                <Button
                  data-first-focus
                  loading={print.busy}
                  onKeyDown={onlyOnce}
                  onClick={() => void printOn("a4")}
                >
                  {t("report.printA4")}
                </Button>
                <Button
                  variant="default"
                  loading={print.busy}
                  onKeyDown={onlyOnce}
                  onClick={() => void printOn("roll80")}
                >
                  {t("report.printRoll")}
                </Button>
                <Button
                  variant="default"
                  loading={make.busy}
                  onKeyDown={onlyOnce}
                  onClick={() => void toggle()}
                >
                  {t(isShown ? "report.hide" : "report.show")}
                </Button>
              </>
            )}
            {report !== undefined && <DisputeButton subject={{ about: "shift", shiftId: report.shiftId }} />}
            <Button variant="default" onClick={onBack}>
              {t("common:actions.back")}
            </Button>
          </Group>
        }
      >
        {t(report?.kind === "Z" ? "report.title" : "report.midShift")}
      </PageHeading>
      <ErrorNote
        error={print.error ?? make.error ?? answer.error}
        again={print.error === null ? answer.again : print.again}
      />
      <PrintAnswer answer={print.value} />
      {print.value?.copy === true && <p className={styles.keys}>{t("report.copy")}</p>}
      {isShown && make.value !== undefined && (
        <PaperSheet html={make.value.html} label={t("report.paper")} height="560px" />
      )}
      {answer.loading && <Busy>{t("common:loading")}</Busy>}
      {report !== undefined &&
        (sumsHidden ? (
          <div className={reportStyles.report}>
            <ReportFacts report={report} />
            <BlindNote />
          </div>
        ) : (
          <ReportBody report={report} />
        ))}
    </>
  );
}
