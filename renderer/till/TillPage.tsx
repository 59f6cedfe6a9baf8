/** The till: opened with a counted float, its lines apart, cash handed over, counted at the end, reported. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/till.ts";
import { assertNever } from "../../shared/errors.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { DisputesView } from "../disputes/DisputesView.tsx";
import { AcceptTransfer } from "./AcceptTransfer.tsx";
import { CloseTill } from "./CloseTill.tsx";
import { DayView } from "./DayView.tsx";
import { GiveTransfer } from "./GiveTransfer.tsx";
import { MoveCash } from "./MoveCash.tsx";
import { OpenTill } from "./OpenTill.tsx";
import { PartnerBalance } from "./PartnerBalance.tsx";
import { ShiftHistory } from "./ShiftHistory.tsx";
import { TillLines } from "./TillLines.tsx";
import { TillReport } from "./TillReport.tsx";
import { TransferPage } from "./TransferPage.tsx";
import { TransfersView } from "./TransfersView.tsx";
import type { TillView } from "./tillView.ts";
import { useViewFocus } from "./useViewFocus.ts";

export function TillPage({ show }: { show?: "disputes" }) {
  const { t } = useTranslation("common");
  const answer = useCall("till.status", {});
  const [view, setView] = useState<TillView>({ at: show ?? "lines" });
  const page = useViewFocus(`${view.at} ${answer.value?.open ?? ""}`);
  const status = answer.value;
  if (status === undefined)
    return answer.error === null ? (
      <Busy>{t("loading")}</Busy>
    ) : (
      <ErrorNote error={answer.error} again={answer.again} />
    );
  return (
    <div ref={page}>
      <View view={view} status={status} onView={setView} />
    </div>
  );
}

type ViewProps = { view: TillView; status: TillStatus; onView: (view: TillView) => void };

function View({ view, status, onView }: ViewProps) {
  const toLines = () => onView({ at: "lines" });
  switch (view.at) {
    case "report":
      return (
        <TillReport {...(view.shiftId === undefined ? {} : { shiftId: view.shiftId })} onBack={toLines} />
      );
    case "transfers":
      return <TransfersView open={status.open} onView={onView} onBack={toLines} />;
    case "transfer":
      return (
        <TransferPage
          transferId={view.transferId}
          currency={status.currency}
          onBack={() => onView({ at: "transfers" })}
        />
      );
    case "day":
      return (
        <DayView
          {...(view.businessDate === undefined ? {} : { businessDate: view.businessDate })}
          onDay={(businessDate) => onView({ at: "day", businessDate })}
          onBack={toLines}
        />
      );
    case "shifts":
      return <ShiftHistory onOpen={(shiftId) => onView({ at: "report", shiftId })} onBack={toLines} />;
    case "balance":
      return <PartnerBalance onBack={toLines} />;
    case "disputes":
      return <DisputesView onShift={(shiftId) => onView({ at: "report", shiftId })} onBack={toLines} />;
    case "lines":
    case "move":
    case "giveTransfer":
    case "takeTransfer":
    case "close":
      return status.open ? (
        <OpenView view={view} status={status} onView={onView} />
      ) : (
        <OpenTill status={status} onView={onView} onOpened={toLines} />
      );
    default:
      return assertNever(view, "view");
  }
}

/** What needs an open till; without one it has to be opened first. */
type OpenViewProps = ViewProps & {
  view: Extract<TillView, { at: "lines" | "move" | "giveTransfer" | "takeTransfer" | "close" }>;
};

function OpenView({ view, status, onView }: OpenViewProps) {
  const toLines = () => onView({ at: "lines" });
  switch (view.at) {
    case "lines":
      return <TillLines status={status} onView={onView} />;
    case "move":
      return <MoveCash status={status} direction={view.direction} onDone={toLines} />;
    case "giveTransfer":
      return (
        <GiveTransfer
          status={status}
          onGiven={(transferId) => onView({ at: "transfer", transferId })}
          onBack={toLines}
        />
      );
    case "takeTransfer":
      return <AcceptTransfer status={status} onBack={toLines} />;
    case "close":
      return (
        <CloseTill
          status={status}
          onBack={toLines}
          onClosed={(shiftId) => onView({ at: "report", shiftId })}
        />
      );
    default:
      return assertNever(view, "view");
  }
}
