/** Whose report it is, of when, and where in the journal it stands. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ShiftReport } from "../../shared/api/till.ts";
import { dayText } from "../components/clockTexts.ts";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { faceOf } from "./faces.ts";
import reportStyles from "./Report.module.css";

export function ReportFacts({ report }: { report: ShiftReport }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  return (
    <dl className={reportStyles.facts}>
      <Fact name={t("report.office")}>{`${report.office} · ${report.till}`}</Fact>
      <Fact name={t("report.businessDate")}>{dayText(report.businessDate)}</Fact>
      <Fact name={t("report.opened")}>
        <TimeAgo at={report.openedAt} />, {report.openedBy}
      </Fact>
      <Fact name={t("report.closed")}>
        {report.closedAt === null ? t("report.stillOpen") : <TimeAgo at={report.closedAt} />}
        {report.closedBy !== null && `, ${report.closedBy}`}
      </Fact>
      {report.floatCounts.length > 0 && (
        <Fact name={t("report.floatCounts")}>
          {report.floatCounts
            .map(({ denominationMinor, pieces }) => `${pieces} × ${faceOf(denominationMinor, language)}`)
            .join(", ")}
        </Fact>
      )}
      <Fact name={t("report.entries")}>{`${report.firstSequence} – ${report.lastSequence}`}</Fact>
      <Fact name={t("report.head")}>
        <code className={reportStyles.head}>{report.journalHead.slice(0, 16)}</code>
      </Fact>
      <Fact name={t("report.version")}>{report.appVersion}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
