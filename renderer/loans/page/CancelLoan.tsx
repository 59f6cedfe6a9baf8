/** Withdraws an application at the lender, after a question that asks why. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import { mayFollow } from "../../../shared/loanSteps.ts";
import { useAction } from "../../bridge/useAction.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { Question } from "../../components/Question.tsx";
import { TextField } from "../../components/TextField.tsx";

function isCancellable({ step, loanRef, payout, cancelInDoubt }: LoanView): boolean {
  return (
    loanRef !== null &&
    step !== "cancelled" &&
    mayFollow(step, "cancelled") &&
    payout === null &&
    cancelInDoubt !== true
  );
}

export function CancelLoan({ loan }: { loan: LoanView }) {
  const { t } = useTranslation(["loans", "common"]);
  const cancel = useAction("loans.cancel");
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const isSending = loan.upload?.state === "sending";

  async function send(): Promise<void> {
    setTried(true);
    if (reason.trim() === "") return;
    const reply = await cancel.run({ loanId: loan.loanId, reason });
    if (reply.ok) setAsking(false);
  }

  if (!isCancellable(loan)) return null;
  return (
    <>
      <Button
        variant="default"
        disabled={isSending}
        title={isSending ? t("cancel.whileSending") : ""}
        onClick={() => {
          setTried(false);
          cancel.reset();
          setAsking(true);
        }}
      >
        {t("cancel.open")}
      </Button>
      <Question
        open={asking}
        title={t("cancel.title", { loanRef: loan.loanRef ?? "" })}
        safe={{ verb: t("cancel.keep"), onChoose: () => setAsking(false) }}
        others={[{ verb: t("cancel.verb"), kind: "danger", busy: cancel.busy, onChoose: () => void send() }]}
        hasFields
      >
        <p>{t("cancel.text")}</p>
        <TextField
          label={t("cancel.reason")}
          maxLength={300}
          value={reason}
          data-autofocus
          error={tried && reason.trim() === "" ? t("common:field.required") : undefined}
          onChange={(change) => setReason(change.currentTarget.value)}
        />
        <ErrorNote error={cancel.error} again={cancel.again} />
      </Question>
    </>
  );
}
