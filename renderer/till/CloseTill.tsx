/** Closing: the drawer is counted blind, then the till says what it expected, and the shift is closed with what is open. */
import { useState } from "react";
import type { TillStatus } from "../../shared/api/till.ts";
import { useCall } from "../bridge/useCall.ts";
import { CountDrawer } from "./CountDrawer.tsx";
import type { CountToClose } from "./countToClose.ts";
import { FinishClosing } from "./FinishClosing.tsx";
import { LastCount } from "./LastCount.tsx";
import { useTypedCount } from "./typedCount.ts";
import { useViewFocus } from "./useViewFocus.ts";

export type CloseTillProps = {
  status: TillStatus;
  onBack: () => void;
  onClosed: (shiftId: string) => void;
};

export function CloseTill({ status, onBack, onClosed }: CloseTillProps) {
  const report = useCall("till.report", {});
  const typing = useTypedCount("drawerCount", status.shiftId ?? undefined);
  const [count, setCount] = useState<CountToClose | null>(null);
  const [isCounting, setCounting] = useState(status.timesCounted === 0);
  const last = report.value?.counts.at(-1);
  const stage = count !== null ? "finish" : isCounting ? "count" : "last";
  // The count that stood before a power cut arrives a moment later than the page.
  const page = useViewFocus(`${stage} ${last === undefined}`);

  function counted(result: CountToClose): void {
    typing.recorded();
    setCount(result);
  }

  function countAgain(): void {
    setCount(null);
    setCounting(true);
  }

  return (
    <div ref={page}>
      {stage === "finish" && count !== null && status.shiftId !== null && (
        <FinishClosing
          count={count}
          currency={status.currency}
          shiftId={status.shiftId}
          onRecount={countAgain}
          onClosed={onClosed}
        />
      )}
      {stage === "count" && (
        <CountDrawer status={status} typing={typing} onCounted={counted} onBack={onBack} />
      )}
      {stage === "last" && last !== undefined && (
        <LastCount
          count={last}
          status={status}
          onGoOn={() => setCount({ ...last, hint: null })}
          onRecount={countAgain}
          onBack={onBack}
        />
      )}
    </div>
  );
}
