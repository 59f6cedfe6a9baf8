/** The trainer's desk: plays the lender's staff, the line and the bad days, and says what can be tried. */
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { BadDays } from "./BadDays.tsx";
import { Examples } from "./Examples.tsx";
import { FirstThings } from "./FirstThings.tsx";
import { LeaveTraining } from "./LeaveTraining.tsx";
import { LenderLoans } from "./LenderLoans.tsx";
import { Line } from "./Line.tsx";
import { People } from "./People.tsx";
import styles from "./Training.module.css";

/** Another window of the counter may have sent an application meanwhile. */
const LOOK_AGAIN_MS = 5000;

export function TrainingPage() {
  const { t } = useTranslation("training");
  const { value: status, error, again } = useCall("training.status", {}, { everyMs: LOOK_AGAIN_MS });
  return (
    <>
      <PageHeading lead={t("lead")} aside={<LeaveTraining />}>
        {t("title")}
      </PageHeading>
      <ErrorNote error={error} again={again} />
      {status === undefined && error === null && <Busy />}
      {status !== undefined && (
        <>
          <div className={styles.columns}>
            <div className={styles.main}>
              <LenderLoans loans={status.loans} />
              <BadDays misbehaviours={status.misbehaviours} />
            </div>
            <div className={styles.side}>
              <Line up={status.up} />
              <FirstThings />
              <People people={status.people} />
            </div>
          </div>
          <Examples examples={status.examples} />
        </>
      )}
    </>
  );
}
