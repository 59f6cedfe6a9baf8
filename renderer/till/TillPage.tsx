/** The till: opened with a counted float, its lines apart, cash in and out, counted at the end, reported. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { CloseTill } from "./CloseTill.tsx";
import { MoveCash } from "./MoveCash.tsx";
import { OpenTill } from "./OpenTill.tsx";
import { TillLines } from "./TillLines.tsx";
import { TillReport } from "./TillReport.tsx";
import type { TillView } from "./tillView.ts";
import { useViewFocus } from "./useViewFocus.ts";

export function TillPage() {
  const { t } = useTranslation("common");
  const answer = useCall("till.status", {});
  const [view, setView] = useState<TillView>({ at: "lines" });
  const page = useViewFocus(`${view.at} ${answer.value?.open ?? ""}`);
  const status = answer.value;
  if (status === undefined)
    return answer.error === null ? (
      <Busy>{t("loading")}</Busy>
    ) : (
      <ErrorNote error={answer.error} again={answer.again} />
    );
  const toLines = () => setView({ at: "lines" });
  return (
    <div ref={page}>
      {view.at === "report" ? (
        <TillReport {...(view.shiftId === undefined ? {} : { shiftId: view.shiftId })} onBack={toLines} />
      ) : !status.open ? (
        <OpenTill status={status} onReport={() => setView({ at: "report" })} onOpened={toLines} />
      ) : view.at === "move" ? (
        <MoveCash status={status} direction={view.direction} onDone={toLines} />
      ) : view.at === "close" ? (
        <CloseTill
          status={status}
          onBack={toLines}
          onClosed={(shiftId) => setView({ at: "report", shiftId })}
        />
      ) : (
        <TillLines status={status} onView={setView} />
      )}
    </div>
  );
}
